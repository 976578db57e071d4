package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** What all TLS and DTLS sessions with one credential share. On the loop's thread. */
final class TlsContext {
    /** RFC 8996 forbids what is older. */
    private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private static final String[] DTLS_VERSIONS = {"DTLSv1.2"};

    /** What every path carries: the smallest MTU of IPv6, less headers of IPv6 and UDP. */
    private static final int HANDSHAKE_DATAGRAM = 1280 - 48;

    /** 2^14 octets (RFC 6347 §4.1), with header, nonce, padding and code. */
    private static final int LONGEST_RECORD = (1 << 14) + 256;

    private final KeyManager[] keys;
    private final TrustManager[] checks;
    private final SecureRandom random = new SecureRandom();
    private final SSLContext context;
    private final boolean datagrams;

    /**
     * Reads keys and certificates.
     *
     * @throws GeneralSecurityException if they are no keys and certificates, or of a kind that Java
     *     has not
     */
    TlsContext(Credential.Tsm credential, boolean datagrams) throws GeneralSecurityException {
        this(
                credential.identity(),
                new PeerTrustCheck(credential.trust(), decoded(credential.trust().authorities())),
                datagrams);
    }

    /**
     * Reads keys and certificates for receiving.
     *
     * @param check decides about peers
     * @throws GeneralSecurityException as the other does
     */
    TlsContext(CertificateIdentity identity, TrustManager check, boolean datagrams)
            throws GeneralSecurityException {
        this.datagrams = datagrams;
        X509Certificate[] chain = decoded(identity.chain()).toArray(X509Certificate[]::new);
        PrivateKey key =
                KeyFactory.getInstance(chain[0].getPublicKey().getAlgorithm())
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(identity.privateKey().reveal().bytes()));
        keys = new KeyManager[] {new OwnKeyChoice(chain, key)};
        checks = new TrustManager[] {check};
        context = newContext();
    }

    private SSLContext newContext() throws GeneralSecurityException {
        SSLContext made = SSLContext.getInstance(datagrams ? "DTLS" : "TLS");
        made.init(keys, checks, random);
        return made;
    }

    private static List<X509Certificate> decoded(List<OctetString> certificates)
            throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> decoded = new ArrayList<>(certificates.size());
        for (OctetString certificate : certificates) {
            decoded.add(
                    (X509Certificate)
                            factory.generateCertificate(
                                    new ByteArrayInputStream(certificate.bytes())));
        }
        return decoded;
    }

    /**
     * An engine that has begun its handshake.
     *
     * @param host the peer's name or address as the user gave it: its certificate must be for it
     */
    SSLEngine newEngine(String host, int port) throws SSLException {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        return begun(engine);
    }

    /**
     * The engine of a session that a peer begins, and for which it needs a certificate. Each
     * session of DTLS has a context of its own: Java makes its cookies (RFC 6347 §4.2.1) of a
     * secret of the context and of what the peer sent, but not of the peer's address, so that else
     * a cookie that one address got would be good for all.
     */
    SSLEngine newReceivingEngine() throws SSLException {
        SSLEngine engine = (datagrams ? contextOfOneSession() : context).createSSLEngine();
        engine.setUseClientMode(false);
        engine.setNeedClientAuth(true);
        return begun(engine);
    }

    private SSLContext contextOfOneSession() throws SSLException {
        try {
            return newContext();
        } catch (GeneralSecurityException e) {
            throw new SSLException(e);
        }
    }

    private SSLEngine begun(SSLEngine engine) throws SSLException {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(datagrams ? DTLS_VERSIONS : TLS_VERSIONS);
        engine.setSSLParameters(parameters);
        if (datagrams) {
            allowDatagrams(engine, LONGEST_RECORD);
        }
        engine.beginHandshake();
        if (datagrams) {
            // Java takes what it is to accept from the beginning, and what it may send from now.
            allowDatagrams(engine, HANDSHAKE_DATAGRAM);
        }
        return engine;
    }

    /** Lets a message have a datagram of its own however long it is; handshakes are cut small. */
    static void allowLongDatagrams(SSLEngine engine) {
        allowDatagrams(engine, LONGEST_RECORD);
    }

    private static void allowDatagrams(SSLEngine engine, int octets) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setMaximumPacketSize(octets);
        engine.setSSLParameters(parameters);
    }
}

package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.ListenCertificates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.snmp4j.smi.OctetString;

/** What all sessions of one port over TLS or DTLS share. On the loop's thread. */
final class SecureReception {
    /**
     * Java's client of DTLS does not wait for a ticket that was lost and then cannot verify our
     * Finished. Nobody could use one anyway, for no session is resumed.
     */
    private static final String TICKETS = "jdk.tls.server.enableSessionTicketExtension";

    private final TlsContext context;
    private final SenderCheck check;
    private final SecureBuffers buffers;

    /**
     * Prepares it.
     *
     * @throws GeneralSecurityException if the key or a certificate is none, or of a kind that Java
     *     has not
     */
    SecureReception(ListenCertificates certificates, boolean datagrams, SecureBuffers buffers)
            throws GeneralSecurityException {
        if (datagrams) {
            System.setProperty(TICKETS, "false");
        }
        this.check = new SenderCheck(certificates.accepted());
        this.context = new TlsContext(certificates.identity(), check, datagrams);
        this.buffers = buffers;
    }

    SecureBuffers buffers() {
        return buffers;
    }

    SSLEngine newEngine() throws SSLException {
        return context.newReceivingEngine();
    }

    /** The security name of the sender of a session, whose certificate was accepted. */
    OctetString securityName(SSLSession session) throws SSLException, SecureSessionException {
        try {
            X509Certificate[] chain =
                    Arrays.stream(session.getPeerCertificates())
                            .map(X509Certificate.class::cast)
                            .toArray(X509Certificate[]::new);
            String name = check.securityName(chain, chain[0].getPublicKey().getAlgorithm());
            return new OctetString(name.getBytes(StandardCharsets.UTF_8));
        } catch (UntrustedPeerException e) {
            throw new SecureSessionException(e.reason(), e.detail());
        } catch (CertificateException e) {
            throw new SSLException(e);
        }
    }
}

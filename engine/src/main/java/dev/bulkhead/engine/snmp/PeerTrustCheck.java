package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides whether an agent's certificate is good, as {@link PeerTrust} says (RFC 6353 §5.3.1), and
 * names what is wrong with it. Paths are checked by Java's PKIX (RFC 5280), without revocation: a
 * look-up would block, and a network of devices seldom has it.
 *
 * <p>Java's own check of names is not used, since it cannot say which names a certificate has.
 */
final class PeerTrustCheck extends X509ExtendedTrustManager {
    private final PeerTrust trust;
    private final Optional<X509ExtendedTrustManager> paths;

    /**
     * Prepares the check.
     *
     * @param authorities those of {@code trust}, decoded
     */
    PeerTrustCheck(PeerTrust trust, List<X509Certificate> authorities)
            throws GeneralSecurityException {
        this.trust = trust;
        this.paths = authorities.isEmpty() ? Optional.empty() : Optional.of(pkix(authorities));
    }

    /** What checks paths that end at one of these authorities. */
    static X509ExtendedTrustManager pkix(List<X509Certificate> authorities)
            throws GeneralSecurityException {
        try {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                anchors.setCertificateEntry("anchor-" + i, authorities.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(anchors);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (IOException e) {
            throw new IllegalStateException("an empty key store cannot fail to load", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        X509Certificate own = chain[0];
        Fingerprint seen = Fingerprint.of(Fingerprint.Hash.SHA_256, own.getEncoded());
        if (trust.fingerprint().isPresent()) {
            checkPinned(trust.fingerprint().get(), own);
            return;
        }
        checkDates(own);
        checkPath(chain, authType, engine, seen);
        String expected = trust.peerName().orElse(String.valueOf(engine.getPeerHost()));
        if (!PeerName.isBorneBy(own, expected)) {
            throw new UntrustedPeerException(
                    Reason.WRONG_NAME,
                    "its certificate is for %s, not for %s (fingerprint %s)"
                            .formatted(PeerName.namesOf(own), expected, seen));
        }
    }

    private static void checkPinned(Fingerprint expected, X509Certificate own)
            throws CertificateException {
        if (!expected.isOf(own.getEncoded())) {
            throw new UntrustedPeerException(
                    Reason.NOT_TRUSTED,
                    "its certificate has the fingerprint %s, not %s as expected"
                            .formatted(
                                    Fingerprint.of(expected.hash(), own.getEncoded()), expected));
        }
    }

    private static void checkDates(X509Certificate own) throws CertificateException {
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new UntrustedPeerException(
                    Reason.EXPIRED, "its certificate expired on " + day(own.getNotAfter()));
        } catch (CertificateNotYetValidException e) {
            throw new UntrustedPeerException(
                    Reason.EXPIRED,
                    "its certificate is not valid before " + day(own.getNotBefore()));
        }
    }

    @SuppressWarnings("JavaUtilDate") // what certificates have
    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    private void checkPath(
            X509Certificate[] chain, String authType, SSLEngine engine, Fingerprint seen)
            throws CertificateException {
        if (paths.isEmpty()) {
            throw new UntrustedPeerException(
                    Reason.NOT_TRUSTED,
                    "nobody is trusted to vouch for its certificate" + of(chain, seen));
        }
        try {
            paths.get().checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw isAboutDates(e)
                    ? new UntrustedPeerException(
                            Reason.EXPIRED, "a certificate above its own is not valid today")
                    : new UntrustedPeerException(
                            Reason.NOT_TRUSTED,
                            "its certificate is not trusted"
                                    + of(chain, seen)
                                    + ": "
                                    + reasonOf(e));
        }
    }

    private static String of(X509Certificate[] chain, Fingerprint seen) {
        return " (%s, issued by %s, fingerprint %s)"
                .formatted(
                        chain[0].getSubjectX500Principal().getName(),
                        chain[0].getIssuerX500Principal().getName(),
                        seen);
    }

    private static boolean isAboutDates(CertificateException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path
                    && (path.getReason() == BasicReason.EXPIRED
                            || path.getReason() == BasicReason.NOT_YET_VALID)) {
                return true;
            }
        }
        return false;
    }

    /** The innermost reason: those around it only say that a path failed. */
    static String reasonOf(CertificateException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw onlyAgents();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw onlyAgents();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw onlyAgents();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw onlyAgents();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw onlyAgents();
    }

    private static CertificateException onlyAgents() {
        return new CertificateException("only agents that were asked are trusted, over an engine");
    }
}

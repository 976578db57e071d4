package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides whether a sender's certificate is good, and which security name it stands for (RFC 6353
 * §7, snmpTlstmCertToTSNTable): the first {@link AcceptedSender} that fits and yields a name
 * decides. Paths are checked as {@link PeerTrustCheck} does.
 */
final class SenderCheck extends X509ExtendedTrustManager {
    /** One accepted sender. */
    private sealed interface Row {
        Optional<String> securityName();
    }

    private record Pin(Fingerprint pin, Optional<String> securityName) implements Row {}

    /**
     * An authority.
     *
     * @param paths checks whether it vouches for a chain
     */
    private record Authority(X509ExtendedTrustManager paths, Optional<String> securityName)
            implements Row {}

    private final List<Row> rows = new ArrayList<>();

    /**
     * Prepares the check.
     *
     * @throws GeneralSecurityException if an authority is no certificate
     */
    SenderCheck(List<AcceptedSender> accepted) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (AcceptedSender each : accepted) {
            rows.add(
                    switch (each) {
                        case AcceptedSender.Pinned(Fingerprint pin, Optional<String> name) ->
                                new Pin(pin, name);
                        case AcceptedSender.VouchedFor(
                                        OctetString authority,
                                        Optional<String> name) ->
                                new Authority(paths(factory, authority), name);
                    });
        }
    }

    private static X509ExtendedTrustManager paths(CertificateFactory factory, OctetString authority)
            throws GeneralSecurityException {
        return PeerTrustCheck.pkix(
                List.of(
                        (X509Certificate)
                                factory.generateCertificate(
                                        new ByteArrayInputStream(authority.bytes()))));
    }

    /**
     * The security name of a sender.
     *
     * @param chain its certificate first
     * @throws UntrustedPeerException if it is not accepted, or has no name that can be used
     */
    String securityName(X509Certificate[] chain, String authType) throws CertificateException {
        X509Certificate own = chain[0];
        String why = "";
        for (Row row : rows) {
            try {
                if (fits(row, chain, authType)) {
                    Optional<String> name = nameOf(row, own);
                    if (name.isPresent()) {
                        return name.get();
                    }
                    why = ": it has no name of 1 to 32 octets to call its sender by";
                }
            } catch (CertificateException e) {
                why = ": " + PeerTrustCheck.reasonOf(e);
            }
        }
        throw new UntrustedPeerException(
                Reason.NOT_TRUSTED,
                "its certificate is not accepted (%s, issued by %s, fingerprint %s)%s"
                        .formatted(
                                own.getSubjectX500Principal().getName(),
                                own.getIssuerX500Principal().getName(),
                                fingerprint(own),
                                why));
    }

    private static Optional<String> nameOf(Row row, X509Certificate own) {
        return row.securityName().or(() -> SenderName.of(own)).filter(AcceptedSender::isUsable);
    }

    private static Fingerprint fingerprint(X509Certificate own) throws CertificateException {
        return Fingerprint.of(Fingerprint.Hash.SHA_256, own.getEncoded());
    }

    private static boolean fits(Row row, X509Certificate[] chain, String authType)
            throws CertificateException {
        return switch (row) {
            case Pin(Fingerprint pin, Optional<String> _) -> pin.isOf(chain[0].getEncoded());
            case Authority(X509ExtendedTrustManager paths, Optional<String> _) -> {
                paths.checkClientTrusted(chain, authType);
                yield true;
            }
        };
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        var _ = securityName(chain, authType);
    }

    /** None, so that a sender shows what it has, and the refusal can name it. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw onlySenders();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw onlySenders();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw onlySenders();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw onlySenders();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw onlySenders();
    }

    private static CertificateException onlySenders() {
        return new CertificateException("only senders that came are trusted, over an engine");
    }
}

package dev.bulkhead.engine.snmp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The security name that a certificate stands for where none was given (RFC 6353 §7,
 * snmpTlstmCertSANAny, then snmpTlstmCertCommonName): the first subjectAltName that is a mail
 * address, whose host is told in lower case, a DNS name, in lower case, or an IP address, in dots
 * or, for IPv6, in 32 hexadecimal digits; else the common name.
 */
final class SenderName {
    private static final int RFC822_NAME = 1;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private SenderName() {}

    /** Empty if the certificate has no such name. */
    static Optional<String> of(X509Certificate certificate) {
        return alternative(certificate)
                .or(() -> PeerName.commonNames(certificate).stream().findFirst());
    }

    private static Optional<String> alternative(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream().flatMap(name -> mapped(name).stream()).findFirst();
        } catch (CertificateParsingException e) {
            // What cannot be read names nobody.
            return Optional.empty();
        }
    }

    /**
     * Maps a name.
     *
     * @param name its kind and its value
     */
    private static Optional<String> mapped(List<?> name) {
        if (!(name.get(0) instanceof Integer kind) || !(name.get(1) instanceof String value)) {
            return Optional.empty();
        }
        return switch (kind) {
            case RFC822_NAME -> Optional.of(mail(value));
            case DNS_NAME -> Optional.of(value.toLowerCase(Locale.ROOT));
            case IP_ADDRESS -> Optional.of(address(value));
            default -> Optional.empty();
        };
    }

    static String mail(String value) {
        int at = value.lastIndexOf('@');
        return value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    static String address(String value) {
        InetAddress address = InetAddress.ofLiteral(value);
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress())
                : address.getHostAddress();
    }
}

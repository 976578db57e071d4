package dev.bulkhead.engine.snmp;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a certificate bears (RFC 6125 §6.4): dNSName and iPAddress of its subjectAltName;
 * the common name only where it has no dNSName.
 */
final class PeerName {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    /** Type and value in a name as RFC 2253 writes it, one after the other from its beginning. */
    private static final Pattern PART_OF_NAME =
            Pattern.compile("\\G(?:^|[,+])([\\w.]+)=((?:[^,+\\\\]|\\\\.)*)");

    private PeerName() {}

    /** Whether a certificate is for a host name or an address, which may have a zone. */
    static boolean isBorneBy(X509Certificate certificate, String host) {
        String plain = host.replaceFirst("%.*", "");
        Optional<InetAddress> address = literal(plain);
        if (address.isPresent()) {
            return alternatives(certificate, IP_ADDRESS).stream()
                    .anyMatch(name -> literal(name).equals(address));
        }
        return dnsNames(certificate).stream().anyMatch(name -> matches(name, plain));
    }

    /** All names, for a message. */
    static String namesOf(X509Certificate certificate) {
        List<String> names = new ArrayList<>(dnsNames(certificate));
        names.addAll(alternatives(certificate, IP_ADDRESS));
        return names.isEmpty() ? "no name at all" : String.join(", ", names);
    }

    private static List<String> dnsNames(X509Certificate certificate) {
        List<String> names = alternatives(certificate, DNS_NAME);
        return names.isEmpty() ? commonNames(certificate) : names;
    }

    /** {@code *} may stand for the whole first label of three or more (RFC 6125 §6.4.3). */
    static boolean matches(String pattern, String host) {
        String wanted = withoutDot(host);
        String borne = withoutDot(pattern);
        if (!borne.startsWith("*.")) {
            return borne.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        String parent = borne.substring(2);
        return dot > 0 && parent.contains(".") && wanted.substring(dot + 1).equals(parent);
    }

    private static String withoutDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> alternatives(X509Certificate certificate, int kind) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            if (all != null) {
                for (List<?> name : all) {
                    if (name.get(0).equals(kind) && name.get(1) instanceof String text) {
                        names.add(text);
                    }
                }
            }
        } catch (CertificateParsingException e) {
            // What cannot be read names nobody.
        }
        return names;
    }

    static List<String> commonNames(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        Matcher part = PART_OF_NAME.matcher(certificate.getSubjectX500Principal().getName());
        while (part.find()) {
            if (part.group(1).equalsIgnoreCase("CN")) {
                names.add(part.group(2));
            }
        }
        return names;
    }
}

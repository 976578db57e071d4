package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the receiver listens, as the user writes it: {@code 162}, {@code tcp:1162}, {@code
 * 127.0.0.1:1162}, {@code [::]:162}, {@code tls:10162}, several with commas.
 *
 * @param maxPerSecond of one source
 * @param secure what TLS and DTLS need
 */
record ReceiverSettings(boolean on, String places, int maxPerSecond, Secure secure) {
    /** The port for notifications (RFC 3417 §3.2). */
    static final String USUAL = "162";

    private static final String ON = "notifications.on";
    private static final String PLACES = "notifications.places";
    private static final String CERTIFICATE = "notifications.certificate";
    private static final String SENDERS = "notifications.senders";
    private static final String LIMIT = "notifications.limit";
    private static final String ALL = "0.0.0.0";
    private static final int MOST = 65_535;
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:(udp|tcp|tls|dtls):)?(?:(?:\\[([^\\]]+)]|([^:\\[\\]]+)):)?(\\d{1,5})");

    /**
     * Who the receiver is over TLS and DTLS, and whom it lets in. No secret: the key is in the
     * vault.
     *
     * @param certificate the name of a stored credential; "" for none
     * @param senders fingerprints of certificates, each with or without a name: {@code AB:CD = ops}
     */
    record Secure(String certificate, String senders) {
        static final Secure NONE = new Secure("", "");

        /**
         * @throws IllegalArgumentException with words for the user if one is none
         */
        List<AcceptedSender> accepted() {
            List<AcceptedSender> accepted = new ArrayList<>();
            for (String part : senders.split("[,;\\n]+", -1)) {
                if (!part.isBlank()) {
                    accepted.add(sender(part.strip()));
                }
            }
            return accepted;
        }

        private static AcceptedSender sender(String text) {
            String[] parts = text.split("=", 2);
            Optional<String> name =
                    parts.length == 1 ? Optional.empty() : Optional.of(parts[1].strip());
            try {
                return new AcceptedSender.Pinned(Fingerprint.parse(parts[0]), name);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        Words.text("receiver.wrong.sender", Inert.text(text)), wrong);
            }
        }
    }

    static ReceiverSettings of(Settings settings) {
        int limit = JobSpec.Listen.DEFAULT_MAX_PER_SECOND;
        String kept = settings.get(LIMIT).orElse("");
        if (kept.matches("[1-9]\\d{0,5}")) {
            limit = Integer.parseInt(kept);
        }
        return new ReceiverSettings(
                settings.get(ON).filter("true"::equals).isPresent(),
                settings.get(PLACES).filter(text -> !text.isBlank()).orElse(USUAL),
                limit,
                new Secure(settings.get(CERTIFICATE).orElse(""), settings.get(SENDERS).orElse("")));
    }

    void keep(Settings settings) {
        settings.put(ON, Boolean.toString(on));
        settings.put(PLACES, places);
        settings.put(LIMIT, Integer.toString(maxPerSecond));
        settings.put(CERTIFICATE, secure.certificate());
        settings.put(SENDERS, secure.senders());
    }

    /**
     * @throws IllegalArgumentException with words for the user if a place is none
     */
    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String part : places.split("[,;\\s]+", -1)) {
            if (!part.isEmpty()) {
                endpoints.add(endpoint(part));
            }
        }
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException(Words.text("receiver.wrong.none"));
        }
        return endpoints;
    }

    private static Endpoint endpoint(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher parts = PLACE.matcher(lower);
        if (!parts.matches() || Integer.parseInt(parts.group(4)) > MOST) {
            throw new IllegalArgumentException(Words.text("receiver.wrong.place", text));
        }
        String host = parts.group(2) == null ? parts.group(3) : parts.group(2);
        String named = parts.group(1) == null ? "udp" : parts.group(1);
        Transport transport = Transport.valueOf(named.toUpperCase(Locale.ROOT));
        return new Endpoint(transport, host == null ? ALL : host, Integer.parseInt(parts.group(4)));
    }

    /** Whether any place is for TLS or DTLS. */
    static boolean isSecure(List<Endpoint> endpoints) {
        return endpoints.stream().anyMatch(each -> each.transport().isSecure());
    }

    /** {@code UDP 162}; with more places, how many. */
    String shortText() {
        try {
            List<Endpoint> all = endpoints();
            return text(all.getFirst()) + (all.size() > 1 ? " +" + (all.size() - 1) : "");
        } catch (IllegalArgumentException wrong) {
            return "UDP";
        }
    }

    private static String text(Endpoint endpoint) {
        return endpoint.transport().name() + " " + endpoint.port();
    }
}

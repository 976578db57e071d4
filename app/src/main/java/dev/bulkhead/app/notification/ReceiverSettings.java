package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the receiver listens, as the user writes it: {@code 162}, {@code tcp:1162}, {@code
 * 127.0.0.1:1162}, {@code [::]:162}, several with commas.
 *
 * @param maxPerSecond of one source
 */
record ReceiverSettings(boolean on, String places, int maxPerSecond) {
    /** The port for notifications (RFC 3417 §3.2). */
    static final String USUAL = "162";

    private static final String ON = "notifications.on";
    private static final String PLACES = "notifications.places";
    private static final String LIMIT = "notifications.limit";
    private static final String ALL = "0.0.0.0";
    private static final int MOST = 65_535;
    private static final Pattern PLACE =
            Pattern.compile("(?:(udp|tcp):)?(?:(?:\\[([^\\]]+)]|([^:\\[\\]]+)):)?(\\d{1,5})");

    static ReceiverSettings of(Settings settings) {
        int limit = JobSpec.Listen.DEFAULT_MAX_PER_SECOND;
        String kept = settings.get(LIMIT).orElse("");
        if (kept.matches("[1-9]\\d{0,5}")) {
            limit = Integer.parseInt(kept);
        }
        return new ReceiverSettings(
                settings.get(ON).filter("true"::equals).isPresent(),
                settings.get(PLACES).filter(text -> !text.isBlank()).orElse(USUAL),
                limit);
    }

    void keep(Settings settings) {
        settings.put(ON, Boolean.toString(on));
        settings.put(PLACES, places);
        settings.put(LIMIT, Integer.toString(maxPerSecond));
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
        if (lower.startsWith("tls:") || lower.startsWith("dtls:")) {
            throw new IllegalArgumentException(Words.text("receiver.wrong.secure"));
        }
        Matcher parts = PLACE.matcher(lower);
        if (!parts.matches() || Integer.parseInt(parts.group(4)) > MOST) {
            throw new IllegalArgumentException(Words.text("receiver.wrong.place", text));
        }
        String host = parts.group(2) == null ? parts.group(3) : parts.group(2);
        Transport transport = "tcp".equals(parts.group(1)) ? Transport.TCP : Transport.UDP;
        return new Endpoint(transport, host == null ? ALL : host, Integer.parseInt(parts.group(4)));
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

package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port, as users write them: {@code host}, {@code host:port}, {@code [::1]:port}. */
record HostPort(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]\\s]+))(?::(\\d{1,5}))?");
    private static final Pattern BARE_V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%\\w]*");
    private static final int MOST = 65_535;

    /**
     * @throws IllegalArgumentException with words for the user if it is neither
     */
    static HostPort of(String text, int usualPort) {
        String bare = text.strip();
        if (bare.chars().filter(c -> c == ':').count() > 1 && BARE_V6.matcher(bare).matches()) {
            return new HostPort(bare, usualPort);
        }
        Matcher parts = FORM.matcher(bare);
        if (!parts.matches()) {
            throw new IllegalArgumentException(Words.text("notifications.wrong.host", bare));
        }
        int port = parts.group(3) == null ? usualPort : Integer.parseInt(parts.group(3));
        if (port < 1 || port > MOST) {
            throw new IllegalArgumentException(Words.text("notifications.wrong.port", bare));
        }
        return new HostPort(parts.group(1) == null ? parts.group(2) : parts.group(1), port);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

package dev.bulkhead.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a window can be opened here. Asked before JavaFX starts, because JavaFX that failed to
 * start once in a process cannot be started a second time, not even for its headless platform.
 */
final class Display {
    private static final Pattern X_DISPLAY = Pattern.compile("(.*):(\\d+)(\\.\\d+)?");
    private static final int X_PORT = 6000;
    private static final Path LINKER_CACHE = Path.of("/etc/ld.so.cache");
    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    static boolean isThere() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("windows") || system.contains("mac")) {
            return true;
        }
        String display = System.getenv("DISPLAY");
        return display != null && answers(display) && hasGtk();
    }

    private static boolean answers(String display) {
        Matcher parts = X_DISPLAY.matcher(display);
        if (!parts.matches()) {
            return false;
        }
        String host = parts.group(1);
        int number = Integer.parseInt(parts.group(2));
        if (host.isEmpty() || host.equals("unix")) {
            Path socket = Path.of("/tmp/.X11-unix/X" + number);
            return connects(UnixDomainSocketAddress.of(socket), StandardProtocolFamily.UNIX);
        }
        return connects(new InetSocketAddress(host, X_PORT + number), StandardProtocolFamily.INET);
    }

    private static boolean connects(SocketAddress address, StandardProtocolFamily family) {
        try (SocketChannel channel = SocketChannel.open(family)) {
            return channel.connect(address);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /** Whether the linker knows GTK; where it keeps no list, the window's start will tell. */
    private static boolean hasGtk() {
        try {
            return !Files.isReadable(LINKER_CACHE)
                    || Files.readString(LINKER_CACHE, StandardCharsets.ISO_8859_1).contains(GTK);
        } catch (IOException unreadable) {
            return true;
        }
    }
}

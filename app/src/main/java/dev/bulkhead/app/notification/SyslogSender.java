package dev.bulkhead.app.notification;

import dev.bulkhead.app.export.InertText;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Sends lines of syslog (RFC 5424): a datagram each over UDP (RFC 5426), or with their octets
 * counted before them over TCP (RFC 6587 §3.4.1), a connection each. Blocks.
 */
final class SyslogSender {
    /** UDP's port (RFC 5426 §3.3); TCP's by custom. */
    static final int PORT = 514;

    private static final int LOCAL0 = 16;
    private static final int MOST_OCTETS = 2_048;
    private static final int MILLIS = 5_000;

    private SyslogSender() {}

    static void send(Action.Syslog to, NotificationLine line, NotificationText texts)
            throws IOException {
        HostPort at = HostPort.of(to.to(), PORT);
        byte[] message = message(line, texts);
        InetSocketAddress address = new InetSocketAddress(at.host(), at.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(at.host());
        }
        if (to.tcp()) {
            try (Socket socket = new Socket()) {
                socket.connect(address, MILLIS);
                socket.setSoTimeout(MILLIS);
                byte[] count = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
                byte[] framed = Arrays.copyOf(count, count.length + message.length);
                System.arraycopy(message, 0, framed, count.length, message.length);
                socket.getOutputStream().write(framed);
                socket.getOutputStream().flush();
            }
        } else {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(message, message.length, address));
            }
        }
    }

    /** {@code <PRI>1 TIME HOST bulkhead - NAME [snmp@8072 ...] text}; in UTF-8, cut at 2,048. */
    static byte[] message(NotificationLine line, NotificationText texts) {
        String head =
                "<"
                        + (LOCAL0 * 8 + line.severity().syslog())
                        + ">1 "
                        + line.notification().time().truncatedTo(ChronoUnit.MILLIS)
                        + " "
                        + Here.NAME
                        + " bulkhead - "
                        + word(texts.name(line.notification()), 32)
                        + " [bulkhead@32473 source=\""
                        + parameter(line.host())
                        + "\" oid=\""
                        + line.notification().trapOid()
                        + "\" severity=\""
                        + line.severity().id()
                        + "\"] \uFEFF"
                        + InertText.line(texts.sentence(line.notification(), line.host()));
        byte[] octets = head.getBytes(StandardCharsets.UTF_8);
        return octets.length <= MOST_OCTETS ? octets : cut(octets);
    }

    /** Between two characters. */
    private static byte[] cut(byte[] octets) {
        int end = MOST_OCTETS;
        while (end > 0 && (octets[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(octets, end);
    }

    /** This machine; its name may have to be asked of a server, so once. */
    private static final class Here {
        static final String NAME = word(hostName(), 255);

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unknown) {
                return "-";
            }
        }
    }

    /** Printable US-ASCII without blanks (RFC 5424 §6). */
    private static String word(String text, int most) {
        String printable = text.replaceAll("[^\\x21-\\x7e]", "_");
        String word = printable.substring(0, Math.min(most, printable.length()));
        return word.isEmpty() ? "-" : word;
    }

    /** RFC 5424 §6.3.3. */
    private static String parameter(String text) {
        return InertText.line(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
    }
}

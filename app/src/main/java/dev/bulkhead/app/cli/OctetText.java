package dev.bulkhead.app.cli;

/** Octets as net-snmp prints them: hex in rows of 16, or text with what is no text as dots. */
final class OctetText {
    private static final int ROW = 16;
    private static final String HEX = "0123456789ABCDEF";

    private OctetText() {}

    /** Whether all of it is printable ASCII or white space. */
    static boolean isText(byte[] octets) {
        for (byte octet : octets) {
            if (!isPrintable(octet) && !isSpace(octet)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(byte octet) {
        return octet >= ' ' && octet <= '~';
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || (octet >= '\t' && octet <= '\r');
    }

    /** Text with quotes and backslashes escaped. */
    static String ascii(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length + 8);
        for (byte octet : octets) {
            if (octet == '"' || octet == '\\') {
                text.append('\\');
            }
            text.append(isPrintable(octet) || isSpace(octet) ? (char) octet : '.');
        }
        return text.toString();
    }

    /**
     * {@code 00 1B 54 }, a blank after each octet and a new line after each 16 if more follow.
     *
     * @param beside whether each row's text follows it in brackets
     */
    static String hex(byte[] octets, boolean beside) {
        StringBuilder text = new StringBuilder(octets.length * 3 + 8);
        if (octets.length == 0 && beside) {
            return "  []";
        }
        for (int start = 0; start < octets.length; start += ROW) {
            int end = Math.min(start + ROW, octets.length);
            for (int i = start; i < end; i++) {
                text.append(HEX.charAt(octets[i] >> 4 & 15)).append(HEX.charAt(octets[i] & 15));
                text.append(' ');
            }
            if (beside) {
                text.append("  [");
                for (int i = start; i < end; i++) {
                    text.append(
                            isPrintable(octets[i]) || isSpace(octets[i]) ? (char) octets[i] : '.');
                }
                text.append(']');
            }
            if (end < octets.length) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}

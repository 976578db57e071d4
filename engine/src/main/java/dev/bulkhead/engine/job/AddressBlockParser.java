package dev.bulkhead.engine.job;

import dev.bulkhead.engine.job.AddressBlock.Range;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an {@link AddressBlock}. Strict, for a sweep of what was not meant is worse than a
 * question: {@code 010} is no number, since some programs read it as eight, and a network has no
 * host bits.
 */
final class AddressBlockParser {
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern HEX_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?");
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    private static final int MULTICAST = 224;

    private final String text;

    AddressBlockParser(String text) {
        this.text = text;
    }

    AddressBlock parse() {
        if (text.isBlank()) {
            throw wrong("is empty", "write an address, a block such as 192.0.2.0/24, or a name");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == ',') {
                throw wrong("has a blank or comma at " + (i + 1), "give each block by itself");
            }
        }
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return network(text.substring(0, slash), text.substring(slash + 1));
        }
        int dash = text.indexOf('-');
        if (dash >= 0 && !text.contains("%")) {
            Optional<InetAddress> first = literal(text.substring(0, dash));
            if (first.isPresent()) {
                return range(first.get(), text.substring(dash + 1));
            }
        }
        Optional<InetAddress> one = literal(text);
        return one.isPresent() ? checked(one.get(), BigInteger.ONE) : name();
    }

    private Range network(String base, String prefix) {
        InetAddress address =
                literal(base)
                        .orElseThrow(() ->
                                wrong(
                                        "has \"" + base + "\" before the /, which is no address",
                                        "write an address there, such as 192.0.2.0/24"));
        int bits = address.getAddress().length * 8;
        if (!DIGITS.matcher(prefix).matches() || Integer.parseInt(prefix) > bits) {
            throw wrong(
                    "has \"" + prefix + "\" after the /",
                    "write the length of the prefix there, 0 to " + bits);
        }
        int hostBits = bits - Integer.parseInt(prefix);
        BigInteger size = BigInteger.ONE.shiftLeft(hostBits);
        BigInteger within = number(address).mod(size);
        if (within.signum() != 0) {
            String network = at(address, number(address).subtract(within)).getHostAddress();
            throw wrong(
                    "has bits set behind the prefix",
                    "write " + network + "/" + prefix + " for the block, or " + base + " alone");
        }
        if (address instanceof Inet4Address && hostBits > 1) {
            return checked(
                    at(address, number(address).add(BigInteger.ONE)),
                    size.subtract(BigInteger.TWO));
        }
        return checked(address, size);
    }

    private Range range(InetAddress first, String end) {
        boolean v4 = first instanceof Inet4Address;
        BigInteger from = number(first);
        Optional<BigInteger> last =
                (v4 ? DIGITS : HEX_GROUP).matcher(end).matches()
                        ? Optional.of(lastPart(first, from, end))
                        : literal(end)
                                .filter(to -> to instanceof Inet4Address == v4)
                                .map(AddressBlockParser::number);
        BigInteger to =
                last.orElseThrow(() ->
                        wrong(
                                "has \"" + end + "\" after the -",
                                v4
                                        ? "write an IPv4 address there, or its last number"
                                        : "write an IPv6 address there, or its last group"));
        if (to.compareTo(from) < 0) {
            throw wrong("ends before it begins", "write the lower address first");
        }
        return checked(first, to.subtract(from).add(BigInteger.ONE));
    }

    /** The first address with its last number, or group, replaced. */
    private BigInteger lastPart(InetAddress first, BigInteger from, String end) {
        boolean v4 = first instanceof Inet4Address;
        int part = v4 ? decimal(end) : Integer.parseInt(end, 16);
        int bits = v4 ? 8 : 16;
        return from.shiftRight(bits).shiftLeft(bits).add(BigInteger.valueOf(part));
    }

    private Range checked(InetAddress first, BigInteger size) {
        if (first instanceof Inet4Address) {
            BigInteger last = number(first).add(size).subtract(BigInteger.ONE);
            int from = first.getAddress()[0] & 0xFF;
            int to = last.shiftRight(24).intValue();
            if (from == 0 || to >= MULTICAST) {
                throw wrong(
                        "reaches into " + (from == 0 ? "0.0.0.0/8" : "224.0.0.0/3"),
                        "no single device has an address there (RFC 6890): name other blocks");
            }
        } else if (first.isMulticastAddress() || first.isAnyLocalAddress()) {
            throw wrong(
                    "begins with an address that no single device has (RFC 4291 §2.5.2, §2.7)",
                    "name other blocks");
        }
        if (size.compareTo(BigInteger.valueOf(AddressBlock.MAX_ADDRESSES)) > 0) {
            throw tooLarge(first, size);
        }
        return new Range(text, first, size.intValueExact());
    }

    private IllegalArgumentException tooLarge(InetAddress first, BigInteger size) {
        String most = String.format("%,d", AddressBlock.MAX_ADDRESSES);
        if (first instanceof Inet4Address) {
            return wrong(
                    String.format("holds %,d addresses", size),
                    "a sweep takes " + most + " at most (a /12): name smaller blocks");
        }
        return wrong(
                "holds at least 2^" + (size.bitLength() - 1) + " addresses",
                "no sweep gets through an IPv6 network, 2^64 at 1,000 a second are 585 million"
                        + " years: name up to "
                        + most
                        + " (a /108), such as 2001:db8::1-ff, or take addresses from a router's"
                        + " ipNetToPhysicalTable");
    }

    private AddressBlock.Name name() {
        if (DIGITS_AND_DOTS.matcher(text).matches()) {
            throw wrong("is no whole IPv4 address", "write four numbers, such as 192.0.2.1");
        }
        int colon = text.indexOf(':');
        if (colon >= 0) {
            throw text.indexOf(':', colon + 1) >= 0
                    ? wrong("is no IPv6 address", "write one such as 2001:db8::1")
                    : wrong("has a : at " + (colon + 1), "give ports by themselves");
        }
        if (text.length() > MAX_NAME) {
            throw wrong("has " + text.length() + " characters", "a name has up to " + MAX_NAME);
        }
        String whole = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        for (String label : whole.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches() || label.length() > MAX_LABEL) {
                throw wrong(
                        "is neither an address nor a name: \"" + label + "\" is no part of one",
                        "a name's parts have letters, digits and dashes, "
                                + MAX_LABEL
                                + " at most (RFC 1123 §2.1)");
            }
        }
        return new AddressBlock.Name(text);
    }

    /** An address in text form; empty for what is none and may be something else. */
    private Optional<InetAddress> literal(String address) {
        if (address.contains(":")) {
            try {
                InetAddress v6 = Inet6Address.ofLiteral(address);
                return v6 instanceof Inet6Address ? Optional.of(v6) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4 || !DIGITS_AND_DOTS.matcher(address).matches()) {
            return Optional.empty();
        }
        byte[] octets = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) decimal(parts[i]);
        }
        return Optional.of(of(octets));
    }

    private int decimal(String part) {
        if (!DIGITS.matcher(part).matches() || Integer.parseInt(part) > 255) {
            throw wrong("has \"" + part + "\" for a number", "it is one of 0 to 255");
        }
        if (part.length() > 1 && part.startsWith("0")) {
            throw wrong(
                    "has \"" + part + "\", which some programs read as octal",
                    "write " + Integer.parseInt(part));
        }
        return Integer.parseInt(part);
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    /** The address with a number, of the family of another one. */
    private static InetAddress at(InetAddress family, BigInteger number) {
        byte[] octets = new byte[family.getAddress().length];
        byte[] significant = number.toByteArray();
        int length = Math.min(octets.length, significant.length);
        System.arraycopy(
                significant, significant.length - length, octets, octets.length - length, length);
        return of(octets);
    }

    private static InetAddress of(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 octets", e);
        }
    }

    private IllegalArgumentException wrong(String found, String advice) {
        return new IllegalArgumentException("\"" + text + "\" " + found + ": " + advice);
    }
}

package dev.bulkhead.engine.job;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that a sweep asks: one, several in a row, or one host by its name. Says what it holds
 * without making a list of it.
 */
public sealed interface AddressBlock {
    /** What a block, and a whole sweep, may hold: an IPv4 /12. */
    int MAX_ADDRESSES = 1 << 20;

    /** As the user wrote it; {@link #parse} gives an equal block. */
    String text();

    /** How many addresses. */
    int size();

    /**
     * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/120}, {@code 192.0.2.10-20}, {@code
     * 192.0.2.1-192.0.3.254}, {@code 2001:db8::1-ff}, {@code 192.0.2.1}, {@code fe80::1%eth0} or a
     * host's name (RFC 4632 §3.1, RFC 4291 §2.3, RFC 1123 §2.1). The network and the broadcast
     * address of an IPv4 block of more than two are left out.
     *
     * @throws IllegalArgumentException that says what was found, where, and what to write instead
     */
    static AddressBlock parse(String text) {
        return new AddressBlockParser(text).parse();
    }

    /** A host by its name, which a worker looks up. */
    record Name(String text) implements AddressBlock {
        @Override
        public int size() {
            return 1;
        }
    }

    /**
     * Addresses in a row.
     *
     * @param size at least 1, at most {@link #MAX_ADDRESSES}
     */
    record Range(String text, InetAddress first, int size) implements AddressBlock {
        public Range {
            if (size < 1 || size > MAX_ADDRESSES) {
                throw new IllegalArgumentException(
                        size + " addresses are not in 1.." + MAX_ADDRESSES);
            }
        }

        /** The address at a place, from 0 on. */
        public InetAddress at(int place) {
            byte[] octets = first.getAddress();
            int carry = place;
            for (int i = octets.length - 1; carry != 0 && i >= 0; i--) {
                int sum = (octets[i] & 0xFF) + (carry & 0xFF);
                octets[i] = (byte) sum;
                carry = (carry >>> 8) + (sum >>> 8);
            }
            try {
                return first instanceof Inet6Address zoned && zoned.getScopeId() != 0
                        ? Inet6Address.getByAddress(null, octets, zoned.getScopeId())
                        : InetAddress.getByAddress(octets);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address has 4 or 16 octets", e);
            }
        }
    }
}

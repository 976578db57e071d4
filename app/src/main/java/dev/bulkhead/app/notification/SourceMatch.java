package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.InetText;
import java.util.Arrays;
import java.util.Optional;

/** Sources by an address with {@code *}, or by a block of addresses. */
sealed interface SourceMatch {
    boolean fits(String host);

    /**
     * What a text means.
     *
     * @throws IllegalArgumentException with words for the user if it is a broken block
     */
    static SourceMatch of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Named(new Glob(text));
        }
        Optional<byte[]> network = InetText.read(text.substring(0, slash).strip());
        String bits = text.substring(slash + 1).strip();
        if (network.isEmpty()
                || !bits.matches("\\d{1,3}")
                || Integer.parseInt(bits) > network.get().length * 8) {
            throw new IllegalArgumentException(Words.text("rules.wrong.block", text));
        }
        return new Block(network.get(), Integer.parseInt(bits));
    }

    /** By the address as it is written. */
    record Named(Glob glob) implements SourceMatch {
        @Override
        public boolean fits(String host) {
            return glob.fits(host);
        }
    }

    /** By the first bits of the address. */
    final class Block implements SourceMatch {
        private final byte[] network;
        private final int bits;

        Block(byte[] network, int bits) {
            this.network = network.clone();
            this.bits = bits;
        }

        @Override
        public boolean fits(String host) {
            return InetText.read(host)
                    .filter(address -> address.length == network.length)
                    .filter(this::begins)
                    .isPresent();
        }

        private boolean begins(byte[] address) {
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || (address[whole] ^ network[whole]) >> (8 - rest) == 0;
        }
    }
}

package dev.bulkhead.app.polling;

import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked along with an interface's counter, so that a reset makes no spike: when its
 * counters last began anew, and for counters of octets how fast they can grow (RFC 2863).
 *
 * @param discontinuity ifCounterDiscontinuityTime of the interface
 * @param highSpeed ifHighSpeed of the interface, in units of 1,000,000 b/s
 */
record Companions(Optional<Oid> discontinuity, Optional<Oid> highSpeed) {
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid IF_X_ENTRY = Oid.parse("1.3.6.1.2.1.31.1.1.1");
    private static final long DISCONTINUITY_COLUMN = 19;
    private static final long HIGH_SPEED_COLUMN = 15;
    private static final Companions NONE = new Companions(Optional.empty(), Optional.empty());

    static Companions of(Oid instance) {
        boolean counter = isColumn(instance, IF_ENTRY, 10, 20);
        boolean more = isColumn(instance, IF_X_ENTRY, 2, 13);
        if (!counter && !more) {
            return NONE;
        }
        long column = instance.get(instance.size() - 2);
        boolean octets = counter ? column == 10 || column == 16 : column == 6 || column == 10;
        return new Companions(
                Optional.of(IF_X_ENTRY.append(DISCONTINUITY_COLUMN).append(instance.last())),
                octets
                        ? Optional.of(IF_X_ENTRY.append(HIGH_SPEED_COLUMN).append(instance.last()))
                        : Optional.empty());
    }

    private static boolean isColumn(Oid instance, Oid entry, long first, long last) {
        if (!instance.startsWith(entry) || instance.size() != entry.size() + 2) {
            return false;
        }
        long column = instance.get(entry.size());
        return column >= first && column <= last;
    }

    /** All instances to ask along. */
    List<Oid> oids() {
        List<Oid> oids = new ArrayList<>();
        discontinuity.ifPresent(oids::add);
        highSpeed.ifPresent(oids::add);
        return oids;
    }
}

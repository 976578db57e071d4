package dev.bulkhead.engine.snmp;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a session by their IDs, of requests and messages. IDs follow one another, so the
 * low bits of one are its place; an ID whose place is taken by an older one is passed over. On the
 * loop's thread.
 */
final class Exchanges {
    private static final int SKIPPED_IDS = 1_000;

    private int[] ids = new int[8];
    private @Nullable Exchange[] places = new Exchange[8];
    private int size;
    private int nextId;

    /**
     * No exchanges.
     *
     * @param firstId not to be guessed by whoever would forge answers
     */
    Exchanges(int firstId) {
        nextId = firstId;
    }

    private int placeOf(int id) {
        return id & (places.length - 1);
    }

    /** An ID that no exchange has; positive, as those of v3's messages must be. */
    int freeId() {
        if (size * 2 >= places.length) {
            grow();
        }
        int id;
        do {
            id = nextId++ & Integer.MAX_VALUE;
        } while (id == 0 || places[placeOf(id)] != null);
        return id;
    }

    /** Leaves IDs out, so that an agent that counts wrong does not answer another request. */
    void skipIds() {
        nextId += SKIPPED_IDS;
    }

    private void grow() {
        int[] idsBefore = ids;
        @Nullable Exchange[] before = places;
        ids = new int[before.length * 2];
        places = new Exchange[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            int place = placeOf(idsBefore[i]);
            if (before[i] != null) {
                ids[place] = idsBefore[i];
                places[place] = before[i];
            }
        }
    }

    /** Adds one under an ID that was free, before the next is asked for. */
    void add(int id, Exchange exchange) {
        int place = placeOf(id);
        ids[place] = id;
        places[place] = exchange;
        size++;
    }

    /** The exchange with this ID. */
    @Nullable Exchange get(int id) {
        int place = placeOf(id);
        return ids[place] == id ? places[place] : null;
    }

    /** Whether the exchange was there under this ID. */
    boolean remove(int id, Exchange exchange) {
        if (!exchange.equals(get(id))) {
            return false;
        }
        places[placeOf(id)] = null;
        size--;
        return true;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** A copy of all, each once. */
    Set<Exchange> all() {
        Set<Exchange> all = new LinkedHashSet<>();
        for (Exchange exchange : places) {
            if (exchange != null) {
                all.add(exchange);
            }
        }
        return all;
    }
}

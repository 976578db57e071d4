package dev.bulkhead.engine.snmp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a session by their request IDs. IDs follow one another, so the low bits of one
 * are its place; an ID whose place is taken by an older exchange is passed over. On the loop's
 * thread.
 */
final class Exchanges {
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

    /** An ID that no exchange has; never 0. */
    int freeId() {
        if (size * 2 >= places.length) {
            grow();
        }
        while (nextId == 0 || places[placeOf(nextId)] != null) {
            nextId++;
        }
        return nextId++;
    }

    private void grow() {
        @Nullable Exchange[] before = places;
        places = new Exchange[before.length * 2];
        for (Exchange exchange : before) {
            if (exchange != null) {
                places[placeOf(exchange.id())] = exchange;
            }
        }
    }

    /** Adds one with a {@link #freeId}, before the next is asked for. */
    void add(Exchange exchange) {
        places[placeOf(exchange.id())] = exchange;
        size++;
    }

    /** The exchange with this ID. */
    @Nullable Exchange get(int id) {
        Exchange exchange = places[placeOf(id)];
        return exchange != null && exchange.id() == id ? exchange : null;
    }

    /** Whether it was there. */
    boolean remove(Exchange exchange) {
        int place = placeOf(exchange.id());
        if (places[place] != exchange) {
            return false;
        }
        places[place] = null;
        size--;
        return true;
    }

    /** A copy of all, in no order. */
    List<Exchange> all() {
        List<Exchange> all = new ArrayList<>(size);
        for (Exchange exchange : places) {
            if (exchange != null) {
                all.add(exchange);
            }
        }
        return all;
    }
}

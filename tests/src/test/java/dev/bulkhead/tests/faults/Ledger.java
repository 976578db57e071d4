package dev.bulkhead.tests.faults;

import java.util.ArrayList;
import java.util.List;

/** What an agent saw. Any thread. */
final class Ledger {
    /** A request of SNMPv3 without an engine ID (RFC 3414 §4). */
    static final int DISCOVERY = 0;

    /** Of each request its type, the names, and how often it came so far. */
    record Entry(int type, int repetitions, List<Name> names, int copy) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<RuntimeException> bugs = new ArrayList<>();
    private int reports;

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    synchronized void addReport() {
        reports++;
    }

    /** A bug of the agent itself. */
    synchronized void add(RuntimeException bug) {
        bugs.add(bug);
    }

    /** The bugs so far, which are then forgotten. */
    synchronized List<RuntimeException> takeBugs() {
        List<RuntimeException> taken = List.copyOf(bugs);
        bugs.clear();
        return taken;
    }

    synchronized List<RuntimeException> bugs() {
        return List.copyOf(bugs);
    }

    /** Forgets all requests, as whoever runs long needs to. */
    synchronized void forget() {
        entries.clear();
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized int count() {
        return entries.size();
    }

    synchronized int reports() {
        return reports;
    }

    int count(int type) {
        return (int) entries().stream().filter(entry -> entry.type() == type).count();
    }

    /** Requests, those that were sent again counted once. */
    int firstCopies() {
        return (int) entries().stream().filter(entry -> entry.copy() == 1).count();
    }

    /** The most requests in a row that were equal in all but their ID. */
    int mostEqualInRow() {
        int most = 0;
        int inRow = 0;
        Entry last = null;
        for (Entry entry : entries()) {
            boolean same =
                    last != null
                            && last.type() == entry.type()
                            && last.repetitions() == entry.repetitions()
                            && last.names().equals(entry.names());
            inRow = same ? inRow + 1 : 1;
            most = Math.max(most, inRow);
            last = entry;
        }
        return most;
    }
}

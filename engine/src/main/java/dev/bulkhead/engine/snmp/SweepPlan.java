package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.AddressBlock;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a sweep in order, numbered from 0 on; what several blocks hold comes once, with
 * the first. The numbers depend on the blocks and ports alone, so that another process goes on by
 * them. Never makes a list of addresses.
 */
final class SweepPlan {
    /**
     * One endpoint.
     *
     * @param host as the user would ask it
     * @param inet null while only its name is known
     */
    record Spot(long position, String host, @Nullable InetAddress inet, int port) {}

    /** What keeps addresses apart beside their number. */
    private record Family(int octets, int zone) {
        static Family of(InetAddress address) {
            return new Family(
                    address.getAddress().length,
                    address instanceof Inet6Address v6 ? v6.getScopeId() : 0);
        }
    }

    /** Some addresses of a range: from a place on, so many. */
    private record Part(AddressBlock block, int from, int count) {}

    private final List<Part> parts = new ArrayList<>();
    private final Map<Family, NavigableMap<BigInteger, BigInteger>> taken = new HashMap<>();
    private final List<Integer> ports;
    private final long total;
    private int part;
    private long partBegin;
    private long position;

    SweepPlan(List<AddressBlock> blocks, List<Integer> ports, long start) {
        this.ports = ports;
        this.position = start;
        for (AddressBlock block : blocks) {
            switch (block) {
                case AddressBlock.Name name -> {
                    Part whole = new Part(name, 0, 1);
                    if (!parts.contains(whole)) {
                        parts.add(whole);
                    }
                }
                case AddressBlock.Range range -> addFree(range);
            }
        }
        this.total = parts.stream().mapToLong(Part::count).sum() * ports.size();
    }

    /** Adds what is in no block before. */
    private void addFree(AddressBlock.Range range) {
        NavigableMap<BigInteger, BigInteger> before =
                taken.computeIfAbsent(Family.of(range.first()), family -> new TreeMap<>());
        BigInteger first = number(range.first());
        BigInteger end = first.add(BigInteger.valueOf(range.size()));
        BigInteger at = first;
        Map.Entry<BigInteger, BigInteger> over = before.floorEntry(first);
        if (over != null) {
            at = at.max(over.getValue());
        }
        while (at.compareTo(end) < 0) {
            Map.Entry<BigInteger, BigInteger> next = before.ceilingEntry(at);
            BigInteger until = next == null ? end : end.min(next.getKey());
            if (until.compareTo(at) > 0) {
                int from = at.subtract(first).intValueExact();
                parts.add(new Part(range, from, until.subtract(at).intValueExact()));
                before.put(at, until);
            }
            at = next == null ? end : next.getValue();
        }
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    /** How many endpoints there are. */
    long total() {
        return total;
    }

    /** Whether an address is in one of the ranges, so that a name for it adds nothing. */
    boolean contains(InetAddress address) {
        NavigableMap<BigInteger, BigInteger> spans = taken.get(Family.of(address));
        Map.Entry<BigInteger, BigInteger> span =
                spans == null ? null : spans.floorEntry(number(address));
        return span != null && number(address).compareTo(span.getValue()) < 0;
    }

    /** The number of the next endpoint; {@link #total} if there is none. */
    long position() {
        return Math.min(position, total);
    }

    /** The next endpoint; null if there is none. */
    @Nullable Spot next() {
        while (part < parts.size()) {
            Part current = parts.get(part);
            long size = (long) current.count() * ports.size();
            long within = position - partBegin;
            if (within < size) {
                int place = (int) (within / ports.size());
                int port = ports.get((int) (within % ports.size()));
                Spot spot = spot(current, place, port);
                position++;
                return spot;
            }
            partBegin += size;
            part++;
        }
        return null;
    }

    private Spot spot(Part in, int place, int port) {
        return switch (in.block()) {
            case AddressBlock.Name name -> new Spot(position, name.text(), null, port);
            case AddressBlock.Range range -> {
                InetAddress inet = range.at(in.from() + place);
                yield new Spot(position, inet.getHostAddress(), inet, port);
            }
        };
    }
}

package dev.bulkhead.engine.snmp;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many datagrams each source may send in a second. One that floods does not cost the others
 * theirs. One thread.
 *
 * <p>Limits: 65,536 sources a second; all that come later in that second share what one may send.
 */
final class SourceLimits {
    private static final int MAX_SOURCES = 65_536;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final int maxPerSecond;
    private final Map<InetAddress, int[]> sent = new HashMap<>();
    private final int[] others = new int[1];
    private long secondBegan;

    SourceLimits(int maxPerSecond) {
        this.maxPerSecond = maxPerSecond;
    }

    /** Whether one more of this source is within its limit at a moment; counts it. */
    boolean admits(InetAddress source, long nanoTime) {
        if (nanoTime - secondBegan >= SECOND_NANOS) {
            sent.clear();
            others[0] = 0;
            secondBegan = nanoTime;
        }
        int[] known =
                sent.size() < MAX_SOURCES
                        ? sent.computeIfAbsent(source, s -> new int[1])
                        : sent.getOrDefault(source, others);
        return ++known[0] <= maxPerSecond;
    }
}

package dev.bulkhead.engine.snmp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The SNMP engine IDs of a job's agents, to tell of those that change and of those that two agents
 * have, which no two may (RFC 3411 §3.1.1.1). Neither keeps an agent from being asked. On the
 * loop's thread.
 */
final class KnownEngines {
    /** More are not compared. */
    private static final int MOST = 20_000;

    private final Map<String, String> agents = new HashMap<>();
    private final Counts counts;

    KnownEngines(Counts counts) {
        this.counts = counts;
    }

    /** An agent said who it is. */
    void learned(Agent agent, byte[] before, byte[] now) {
        if (now.length == 0 || Arrays.equals(before, now)) {
            return;
        }
        String id = HexFormat.of().formatHex(now);
        if (before.length > 0) {
            String old = HexFormat.of().formatHex(before);
            agents.remove(old, agent.name());
            counts.log(
                    "%s has another SNMP engine ID: 0x%s, it was 0x%s"
                            .formatted(agent.name(), id, old));
        }
        if (agents.size() >= MOST) {
            return;
        }
        String other = agents.putIfAbsent(id, agent.name());
        if (other != null && !other.equals(agent.name())) {
            counts.log(
                    "%s and %s have the same SNMP engine ID 0x%s; other managers may fail to ask"
                                    .formatted(other, agent.name(), id)
                            + " both");
        }
    }
}

package dev.bulkhead.engine.simulator;

import java.util.HashMap;
import java.util.Map;
import org.snmp4j.event.CounterEvent;
import org.snmp4j.event.CounterListener;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.OID;

/** What SNMP4J counts for one device: the snmp group (RFC 3418) and usmStats (RFC 3414). */
final class PacketCounters implements CounterListener {
    private final Map<OID, Long> counts = new HashMap<>();

    @Override
    public synchronized void incrementCounter(CounterEvent event) {
        long count = counts.merge(event.getOid(), event.getIncrement(), Long::sum);
        event.setCurrentValue(new Counter32(count & 0xFFFF_FFFFL));
    }

    synchronized long count(OID instance) {
        return counts.getOrDefault(instance, 0L);
    }

    synchronized void clear() {
        counts.clear();
    }
}

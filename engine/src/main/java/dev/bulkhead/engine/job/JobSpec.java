package dev.bulkhead.engine.job;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/** What a user starts. One job runs in one worker process. */
public sealed interface JobSpec {

    /** Asks for instances once: GET, GETNEXT or one GETBULK (RFC 3416 §4.2). */
    record Get(Target target, Mode mode, List<Oid> oids) implements JobSpec {
        public Get {
            oids = List.copyOf(oids);
            requireSome(oids, "OID");
        }

        /** Which request. */
        public sealed interface Mode {
            record Exact() implements Mode {}

            record Next() implements Mode {}

            /** GETBULK with its two parameters (RFC 3416 §4.2.3). */
            record Bulk(int nonRepeaters, int maxRepetitions) implements Mode {}
        }
    }

    /**
     * All instances below the roots, in the order the agent gives them, one root after the other.
     */
    record Walk(Target target, List<Oid> roots, WalkOptions options) implements JobSpec {
        public Walk {
            roots = List.copyOf(roots);
            requireSome(roots, "OID");
        }
    }

    /**
     * A conceptual table, column by column in parallel; the samples hold whole rows.
     *
     * @param columns the columns' OIDs, without instance
     */
    record Table(Target target, List<Oid> columns, WalkOptions options) implements JobSpec {
        public Table {
            columns = List.copyOf(columns);
            requireSome(columns, "column");
        }
    }

    /** All variables in one SET request (RFC 3416 §4.2.5), as if at once. */
    record Set(Target target, List<VarBind> varBinds) implements JobSpec {
        public Set {
            varBinds = List.copyOf(varBinds);
            requireSome(varBinds, "variable");
        }
    }

    /** The same instances again and again, of many targets. sysUpTime is asked along. */
    record Poll(List<Item> items, Schedule schedule) implements JobSpec {
        public Poll {
            items = List.copyOf(items);
            requireSome(items, "target");
        }

        /** What is asked of one target. */
        public record Item(Target target, List<Oid> oids) {
            public Item {
                oids = List.copyOf(oids);
                requireSome(oids, "OID");
            }
        }
    }

    /**
     * Receives notifications (RFC 3416 §4.2.6, §4.2.7; RFC 1157 §4.1.6) until cancelled. Of v1 and
     * v2c any community is taken; of v3 the users named here, from the engine a user names, else
     * from any. Informs are answered.
     *
     * @param maxPerSecond of one source; what is more is counted and dropped
     */
    record Listen(List<Endpoint> endpoints, List<Credential.Usm> users, int maxPerSecond)
            implements JobSpec {
        /** What one source may send in a second, unless told otherwise. */
        public static final int DEFAULT_MAX_PER_SECOND = 10_000;

        public Listen {
            endpoints = List.copyOf(endpoints);
            users = List.copyOf(users);
            requireSome(endpoints, "address to listen at");
            if (maxPerSecond < 1) {
                throw new IllegalArgumentException(
                        maxPerSecond + " notifications a second are less than one");
            }
        }
    }

    /**
     * Sends one notification: a trap, or an inform, which the receiver answers. For v1 it becomes a
     * Trap-PDU as RFC 3584 §3.2 says.
     *
     * @param upTimeTicks sysUpTime, hundredths of a second
     * @param trapOid snmpTrapOID
     */
    record Notify(
            Target target, boolean inform, long upTimeTicks, Oid trapOid, List<VarBind> varBinds)
            implements JobSpec {
        public Notify {
            varBinds = List.copyOf(varBinds);
            if (inform && target.credential().version() == SnmpVersion.V1) {
                throw new IllegalArgumentException("v1 has no informs");
            }
            if (upTimeTicks < 0 || upTimeTicks > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException(
                        upTimeTicks + " is no sysUpTime, which has 32 bits");
            }
        }
    }

    /** Simulated agents on loopback; runs until cancelled. */
    record Simulate(List<SimulatedDevice> devices) implements JobSpec {
        public Simulate {
            devices = List.copyOf(devices);
            requireSome(devices, "device");
        }
    }

    private static void requireSome(List<?> list, String what) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("the job names no " + what);
        }
    }
}

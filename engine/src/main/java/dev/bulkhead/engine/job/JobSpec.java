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

package dev.bulkhead.engine.job;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
     * @param timed whether sysUpTime is asked along with each request, for rates: samples tell that
     *     of the answer that held their rows' first cells, so counters are to stand first
     */
    record Table(Target target, List<Oid> columns, WalkOptions options, boolean timed)
            implements JobSpec {
        public Table {
            columns = List.copyOf(columns);
            requireSome(columns, "column");
        }

        /** One without the agent's time. */
        public Table(Target target, List<Oid> columns, WalkOptions options) {
            this(target, columns, options, false);
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
     * Receives notifications (RFC 3416 §4.2.6, §4.2.7; RFC 1157 §4.1.6) until cancelled. Over UDP
     * and TCP any community of v1 and v2c is taken; of v3 the users named here, from the engine a
     * user names, else from any. Over TLS and DTLS it is v3 of senders with the certificates named
     * here. Informs are answered.
     *
     * @param certificates needed for TLS and DTLS
     * @param maxPerSecond of one source; what is more is counted and dropped
     */
    record Listen(
            List<Endpoint> endpoints,
            List<Credential.Usm> users,
            Optional<ListenCertificates> certificates,
            int maxPerSecond)
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
            for (Endpoint endpoint : endpoints) {
                if (endpoint.transport().isSecure() && certificates.isEmpty()) {
                    throw new IllegalArgumentException(
                            endpoint.address() + " needs a certificate and its key");
                }
            }
        }

        /** One without certificates. */
        public Listen(List<Endpoint> endpoints, List<Credential.Usm> users, int maxPerSecond) {
            this(endpoints, users, Optional.empty(), maxPerSecond);
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

    /**
     * Asks all addresses of some blocks who is there, once. Of the credentials the first that is
     * answered wins; they are tried in order, the next one after a pause that a device nearby does
     * not need. For all users together one message asks whether there is an SNMPv3 engine.
     *
     * <p>What is found comes as {@code JobEvent.Discovered} while the sweep runs, how far it is as
     * {@code JobEvent.Swept}; of an address that is silent nothing comes. A sweep ends by itself.
     *
     * @param blocks what they name twice is asked once
     * @param ports of each address
     * @param credentials in the order to try them
     * @param timeout how long a request waits for its answer
     * @param retries how often an unanswered request is sent again, 0..20
     * @param perSecond messages sent in a second, in all
     * @param oids instances to read of a device that answers
     */
    record Discover(
            List<AddressBlock> blocks,
            List<Integer> ports,
            List<Credential> credentials,
            Duration timeout,
            int retries,
            int perSecond,
            List<Oid> oids)
            implements JobSpec {
        /**
         * Messages a second unless told otherwise. An address of the own network that nobody has
         * costs a broadcast and an entry in this machine's neighbour table for some three seconds:
         * at 200 a second that table, which Linux limits to 1,024, does not run over, and no link
         * is loaded or intrusion detector woken.
         */
        public static final int DEFAULT_PER_SECOND = 200;

        public static final int MAX_PER_SECOND = 100_000;

        /** sysDescr, sysObjectID, sysUpTime, sysContact, sysName and sysLocation (RFC 3418). */
        public static final List<Oid> DEFAULT_OIDS =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(column -> Oid.of(1, 3, 6, 1, 2, 1, 1, column, 0))
                        .toList();

        public Discover {
            blocks = List.copyOf(blocks);
            ports = ports.stream().distinct().toList();
            credentials = List.copyOf(credentials);
            oids = List.copyOf(oids);
            requireSome(blocks, "address");
            requireSome(ports, "port");
            requireSome(credentials, "credential");
            if (credentials.stream().anyMatch(Credential.Tsm.class::isInstance)) {
                throw new IllegalArgumentException(
                        "a sweep asks over UDP, where certificates are of no use");
            }
            requireSome(oids, "OID");
            for (int port : ports) {
                // What a target may not have no endpoint may.
                var _ = new Target("a", port, credentials.getFirst(), timeout, retries);
            }
            if (perSecond < 1 || perSecond > MAX_PER_SECOND) {
                throw new IllegalArgumentException(
                        perSecond + " messages a second are not in 1.." + MAX_PER_SECOND);
            }
            long endpoints = blocks.stream().mapToLong(AddressBlock::size).sum() * ports.size();
            if (endpoints > AddressBlock.MAX_ADDRESSES) {
                throw new IllegalArgumentException(
                        String.format(
                                "the blocks hold %,d addresses, counted for each port; a sweep"
                                        + " takes %,d at most: name fewer",
                                endpoints, AddressBlock.MAX_ADDRESSES));
            }
        }

        /** A sweep at port 161 with a second and one retry, at the usual rate. */
        public static Discover of(List<AddressBlock> blocks, List<Credential> credentials) {
            return new Discover(
                    blocks,
                    List.of(Target.DEFAULT_PORT),
                    credentials,
                    Duration.ofSeconds(1),
                    1,
                    DEFAULT_PER_SECOND,
                    DEFAULT_OIDS);
        }
    }

    /**
     * Finds out why a device does not answer, by probes that come as {@code JobEvent.Probed}, and
     * says it as {@code JobEvent.Diagnosed}. Each probe is sent once, whatever the target's
     * retries. Secrets are never guessed: the user's own are tried under other protocols.
     *
     * @param target over UDP
     * @param tryPublic whether the community {@code public} may be tried too, which a device may
     *     report as a failed authentication
     * @param others credentials to try too
     * @param patience how long the one probe waits that tells a slow device from a dead one
     */
    record Doctor(Target target, boolean tryPublic, List<Credential> others, Duration patience)
            implements JobSpec {
        /** How long a slow device is waited for, unless told otherwise. */
        public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

        public Doctor {
            others = List.copyOf(others);
            if (target.transport() != Transport.UDP) {
                throw new IllegalArgumentException(
                        "the doctor asks over UDP, not over " + target.transport());
            }
            if (others.stream().anyMatch(Credential.Tsm.class::isInstance)) {
                throw new IllegalArgumentException("a certificate is of no use over UDP");
            }
            if (patience.isNegative()) {
                throw new IllegalArgumentException("the patience is negative");
            }
        }

        /** One that tries nothing but the target's own credential. */
        public static Doctor of(Target target) {
            return new Doctor(target, false, List.of(), DEFAULT_PATIENCE);
        }

        /** All ways in which the device may be asked; the first is the target's own. */
        public List<Attempt> attempts() {
            return Attempts.of(this);
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

package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The agent of jobs that ask one. The next job has it again, with its socket and what is known of
 * its SNMP engine, if the target, the keys and the address that its name stands for are the same;
 * for anything else all of it is closed first, so that two never share users, engine IDs or times.
 *
 * <p>An answer that comes after its job has ended finds no request: those under way are forgotten
 * when it ends, and the session goes on counting request IDs. On the loop's thread.
 */
final class OneAgent {
    /** Whom the open sessions lead to. */
    private record Reached(Target target, UserKeys keys, InetAddress inet) {}

    private final Loop loop;
    private final Counts counts;
    private final PacketTap tap;
    private @Nullable Sessions sessions;
    private @Nullable Reached reached;
    private @Nullable Agent agent;

    OneAgent(Loop loop, Counts counts, PacketTap tap) {
        this.loop = loop;
        this.counts = counts;
        this.tap = tap;
    }

    /** The agent of a target; {@code engineId} is ours if sessions are to be opened. */
    Agent at(Target target, UserKeys keys, InetAddress inet, OctetString engineId) {
        Reached wanted = new Reached(target, keys, inet);
        Agent known = agent;
        if (known != null && wanted.equals(reached)) {
            return known;
        }
        close();
        Sessions opened = new Sessions(loop, counts, tap, engineId.bytes());
        Agent fresh = opened.agent(target, keys, inet);
        sessions = opened;
        reached = wanted;
        agent = fresh;
        return fresh;
    }

    /** Its job is over: what is under way is waited for no more. */
    void rest() {
        if (agent != null) {
            agent.session().abandon();
        }
    }

    /** Forgets it; the next job opens sessions of its own. */
    void close() {
        Sessions last = sessions;
        sessions = null;
        reached = null;
        agent = null;
        if (last != null) {
            try {
                last.close();
            } catch (IOException e) {
                // It was to be given up.
            }
        }
    }
}

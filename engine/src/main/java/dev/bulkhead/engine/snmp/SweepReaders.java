package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads the values of endpoints that have answered a sweep's probe but not told all, each with one
 * credential and all the care that a session takes.
 *
 * <p><b>Limits:</b> {@value #MAX_READERS} have a session; others wait in line. What a session is
 * expected to send counts for the sweep's pace, its retries come on top. On the loop's thread.
 */
final class SweepReaders {
    private static final int MAX_READERS = 64;

    /** A request of a user and the one that learns the engine's time (RFC 3414 §4). */
    private static final int MESSAGES_OF_USER = 2;

    /** Hears what a reader got. */
    interface Receiver {
        void wasRead(Knock knock, int credential, Reading.Result result);
    }

    /** Reading an endpoint's values with one credential. */
    private record Reader(Knock knock, int credential) {}

    private final JobSpec.Discover spec;
    private final NameList names;
    private final SweepParts parts;
    private final SweepPace pace;
    private final Receiver receiver;
    private final Deque<Reader> line = new ArrayDeque<>();
    private int reading;

    SweepReaders(JobSpec.Discover spec, SweepParts parts, SweepPace pace, Receiver receiver) {
        this.spec = spec;
        this.names = new NameList(spec.oids());
        this.parts = parts;
        this.pace = pace;
        this.receiver = receiver;
    }

    /** Has an endpoint read with the credential of this place, when there is time and room. */
    void add(Knock knock, int credential) {
        knock.stopTimer();
        knock.startReading();
        line.add(new Reader(knock, credential));
    }

    /** Whether one waits and there is room for it. */
    boolean hasNext() {
        return !line.isEmpty() && reading < MAX_READERS;
    }

    /** Begins with the one that waits longest. */
    void beginNext() {
        Reader reader = line.remove();
        Knock knock = reader.knock();
        int index = reader.credential();
        if (knock.hasEnded()) {
            return;
        }
        Agent agent =
                parts.sessions()
                        .agent(
                                target(knock, index),
                                parts.keys().get(index),
                                knock.address().getAddress());
        reading++;
        new Reading(
                        agent,
                        names,
                        Reading.PER_REQUEST,
                        result -> {
                            reading--;
                            release(agent);
                            knock.endReading();
                            receiver.wasRead(knock, index, result);
                        })
                .start();
    }

    private Target target(Knock knock, int index) {
        Credential credential = spec.credentials().get(index);
        if (credential instanceof Credential.Usm user) {
            credential = knock.engineId().map(id -> withEngine(user, id)).orElse(user);
            pace.sent(MESSAGES_OF_USER, System.nanoTime());
        } else {
            pace.sent(1, System.nanoTime());
        }
        return new Target(
                knock.addressText(), knock.port, credential, spec.timeout(), spec.retries());
    }

    /** The engine is known by now, which saves a session to ask for it once more. */
    private static Credential.Usm withEngine(Credential.Usm user, OctetString engineId) {
        return user.withEngine(user.securityEngineId().or(() -> Optional.of(engineId)));
    }

    private void release(Agent agent) {
        try {
            parts.sessions().release(agent);
        } catch (IOException e) {
            // It is asked nothing more either way.
        }
    }
}

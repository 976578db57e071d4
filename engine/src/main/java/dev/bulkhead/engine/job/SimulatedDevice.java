package dev.bulkhead.engine.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A simulated agent. Reads with v1 and v2c need {@code readCommunity}, writes {@code
 * writeCommunity}; v3 users read and write.
 *
 * @param name its sysName
 * @param model what it plays
 * @param host a loopback address to listen at
 * @param port 0 for any free port
 * @param users v3 users it knows
 * @param notificationSink where it sends its notifications, {@code host:port}; empty for nowhere
 */
public record SimulatedDevice(
        String name,
        Model model,
        String host,
        int port,
        Secret readCommunity,
        Secret writeCommunity,
        List<Credential.Usm> users,
        Optional<String> notificationSink) {
    public SimulatedDevice {
        users = List.copyOf(users);
    }

    /** A device with the communities {@code public} and {@code private}. */
    public static SimulatedDevice of(String name, Model model, String host, int port) {
        return new SimulatedDevice(
                name,
                model,
                host,
                port,
                new Secret("public"),
                new Secret("private"),
                List.of(),
                Optional.empty());
    }

    /** What a simulated device plays. */
    public sealed interface Model {
        /** A 24-port switch with moving counters and a port that flaps. */
        record Switch() implements Model {}

        /** A server: HOST-RESOURCES-MIB storage, processors, running software. */
        record Server() implements Model {}

        /** What a {@code .snmprec} file recorded. */
        record Recording(Path file) implements Model {}

        /**
         * A recording of many readings, at its own pace; its time starts when it is first asked.
         *
         * @param folder of {@code .snmprec} files with an index of their times
         * @param speed how much faster than it was recorded
         * @param loop whether it starts again at its end, where else its last values stay
         */
        record Replay(Path folder, double speed, boolean loop) implements Model {
            public Replay {
                if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
                    throw new IllegalArgumentException(
                            "a speed is in " + MIN_SPEED + ".." + MAX_SPEED + ", not " + speed);
                }
            }

            private static final double MIN_SPEED = 0.001;
            private static final double MAX_SPEED = 1000;
        }
    }
}

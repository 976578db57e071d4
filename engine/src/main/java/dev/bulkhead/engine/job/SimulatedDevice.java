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
    }
}

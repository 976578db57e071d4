package dev.bulkhead.engine.job;

import java.util.List;
import java.util.Optional;

/**
 * The demo network: {@code demo-switch} and {@code demo-server} on free ports of 127.0.0.1.
 *
 * <p>Read with {@code public}, write with {@code private}, or be the user {@code demo} (SHA-256,
 * AES-128). These are no secrets: they open nothing but the demo, and only on this machine.
 */
public final class DemoNetwork {
    /** Reads the demo devices by v1 and v2c. */
    public static final String READ_COMMUNITY = "public";

    /** Reads and writes them by v1 and v2c. */
    public static final String WRITE_COMMUNITY = "private";

    /** Reads and writes them by v3. */
    public static final String USER = "demo";

    /** The user's SHA-256 authentication passphrase. */
    public static final String AUTH_PASSPHRASE = "demo-auth-pass";

    /** The user's AES-128 privacy passphrase. */
    public static final String PRIV_PASSPHRASE = "demo-priv-pass";

    /** sysName of the switch. */
    public static final String SWITCH = "demo-switch";

    /** sysName of the server. */
    public static final String SERVER = "demo-server";

    /** Where its devices are. */
    public static final String HOST = "127.0.0.1";

    private DemoNetwork() {}

    /** The job that plays it; the devices answer in the order switch, server. */
    public static JobSpec.Simulate spec() {
        return new JobSpec.Simulate(devices(Optional.empty()));
    }

    /** The same with notifications sent to {@code host:port}. */
    public static JobSpec.Simulate spec(String notificationSink) {
        return new JobSpec.Simulate(devices(Optional.of(notificationSink)));
    }

    private static List<SimulatedDevice> devices(Optional<String> sink) {
        return List.of(
                device(SWITCH, new SimulatedDevice.Model.Switch(), sink),
                device(SERVER, new SimulatedDevice.Model.Server(), sink));
    }

    private static SimulatedDevice device(
            String name, SimulatedDevice.Model model, Optional<String> sink) {
        return new SimulatedDevice(
                name,
                model,
                HOST,
                0,
                new Secret(READ_COMMUNITY),
                new Secret(WRITE_COMMUNITY),
                List.of(user()),
                sink);
    }

    /** The demo devices' v3 user, at authPriv. */
    public static Credential.Usm user() {
        return Credential.Usm.of(
                USER,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(AUTH_PASSPHRASE))),
                Optional.of(
                        new Credential.Priv(PrivProtocol.AES_128, new Secret(PRIV_PASSPHRASE))));
    }
}

package dev.bulkhead.tests.faults;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the suite asks its agents, and figures that faults and their tests share. */
final class Targets {
    /** Octets of a value that makes a datagram nearly as long as they can be. */
    static final int HUGE = 59_000;

    /** Octets of a long text. */
    static final int LONG = 30_000;

    /** Variables that an agent has room for in an answer. */
    static final int LIMIT = 10;

    /** Names in a walk's ring. */
    static final int RING = 10;

    /** Requests before an agent starts again. */
    static final int REBOOT_AFTER = 10;

    /** The message with which an engine is another. */
    static final int CHANGE_AT = 6;

    static final Name IF_X_TABLE = Name.parse("1.3.6.1.2.1.31.1.1");
    static final Name IF_ALIAS = Device.IF_X_ENTRY.child(18);

    static final List<byte[]> OPAQUES =
            List.of(
                    Ber.octets(0x9F, 0x78, 4, 0x7F, 0xC0, 0, 0),
                    Ber.octets(0x9F, 0x78, 0x7F, 0x41, 0x20, 0, 0),
                    Ber.octets(0x9F, 0x79, 8, 0x7F, 0xF0, 0, 0, 0, 0, 0, 0),
                    Ber.octets(0x9F),
                    new byte[0],
                    Ber.octets(0x9F, 0x79, 4, 0, 0, 0, 0),
                    Ber.octets(0x9F, 0x78, 4, 0xFF, 0x80, 0, 0));

    static final List<byte[]> EVIL_TEXTS =
            ValueFault.utf8(
                    "=cmd|'/c calc'!A1",
                    "@SUM(A1:A9)",
                    "<script>alert(1)</script>",
                    "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
                    "nul\0inside",
                    "bidi \u202egnp.exe",
                    "line1\nFAKE LOG LINE\r\nline3",
                    "%s%n${jndi:ldap://127.0.0.1/a}");

    static final List<byte[]> BAD_UTF8 =
            List.of(
                    "café".getBytes(StandardCharsets.ISO_8859_1),
                    "utf16".getBytes(StandardCharsets.UTF_16),
                    Ber.octets(0xFF, 0xFE, 0xFD, 0xC3),
                    Ber.octets(0xE2, 0x82),
                    Ber.octets(0x80, 'a', 'b', 'c'),
                    Ber.octets(0xF0, 0x9F, 0x92),
                    Ber.octets(0xC0, 0x80),
                    Ber.octets(0xED, 0xA0, 0x80));

    private static final String LOOPBACK = "127.0.0.1";

    /** For agents that do not answer: both attempts are over soon. */
    private static final Duration SOON = Duration.ofMillis(300);

    /** For agents that do: long enough for a busy machine. */
    private static final Duration LATE = Duration.ofSeconds(3);

    private Targets() {}

    static Credential community(SnmpVersion version) {
        return new Credential.Community(version, new Secret(HostileAgent.COMMUNITY));
    }

    static Target patient(int port) {
        return new Target(LOOPBACK, port, community(SnmpVersion.V2C), LATE, 1);
    }

    static Target impatient(int port) {
        return new Target(LOOPBACK, port, community(SnmpVersion.V2C), SOON, 1);
    }

    static Target patientV1(int port) {
        return new Target(LOOPBACK, port, community(SnmpVersion.V1), LATE, 1);
    }

    static Target impatientV1(int port) {
        return new Target(LOOPBACK, port, community(SnmpVersion.V1), SOON, 1);
    }

    static Credential.Usm user(String authPassphrase, String privPassphrase) {
        return Credential.Usm.of(
                UsmEngine.USER,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_1, new Secret(authPassphrase))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(privPassphrase))));
    }

    static Target patientUser(int port) {
        return new Target(LOOPBACK, port, usualUser(), LATE, 1);
    }

    static Target impatientUser(int port) {
        return new Target(LOOPBACK, port, usualUser(), SOON, 1);
    }

    static Credential.Usm usualUser() {
        return user(UsmEngine.AUTH_PASSPHRASE, UsmEngine.PRIV_PASSPHRASE);
    }
}

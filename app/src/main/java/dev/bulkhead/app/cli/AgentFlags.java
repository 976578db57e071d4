package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flags that say whom to ask, as whom, and how patiently; spelt as net-snmp's. */
final class AgentFlags {
    static final List<Flag> FLAGS =
            Flag.withValue(
                    "-v", "-c", "-u", "-l", "-a", "-A", "-x", "-X", "-e", "-E", "-n", "-Z", "-t",
                    "-r", "-T");

    /** The shortest passphrase that the USM allows (RFC 3414 §11.2). */
    private static final int SHORTEST_PASSPHRASE = 8;

    private final Arguments arguments;
    private final SecretReader secrets;

    AgentFlags(Arguments arguments, Terminal terminal) {
        this.arguments = arguments;
        this.secrets = new SecretReader(terminal);
    }

    /** The agent at this address. */
    Target target(String address) throws UsageException {
        return target(address, Transport::agentPort);
    }

    /** The receiver at this address, which listens at another port than agents do. */
    Target target(String address, ToIntFunction<Transport> usualPort) throws UsageException {
        return targets(List.of(address), usualPort).get(0);
    }

    /** The agents at these addresses; asks for a secret once at most. */
    List<Target> targets(List<String> addresses) throws UsageException {
        return targets(addresses, Transport::agentPort);
    }

    private List<Target> targets(List<String> addresses, ToIntFunction<Transport> usualPort)
            throws UsageException {
        List<AgentAddress> parsed = new ArrayList<>(addresses.size());
        for (String address : addresses) {
            parsed.add(AgentAddress.parse(address, usualPort, 1));
        }
        Duration timeout = timeout();
        int retries = retries();
        Map<Boolean, Credential> credentials = new HashMap<>();
        List<Target> targets = new ArrayList<>(parsed.size());
        for (AgentAddress a : parsed) {
            boolean secure = a.transport().isSecure();
            Credential credential = credentials.get(secure);
            if (credential == null) {
                credential = secure ? certificate() : credential();
                credentials.put(secure, credential);
            }
            targets.add(
                    new Target(a.transport(), a.host(), a.port(), credential, timeout, retries));
        }
        return targets;
    }

    private Credential certificate() throws UsageException {
        if (arguments.has("-v") && version() != SnmpVersion.V3) {
            throw new UsageException("over TLS and DTLS there is only -v3 (RFC 6353)");
        }
        return new CertificateFlags(arguments, secrets)
                .credential(arguments.value("-n").orElse(""), engineId("-E"));
    }

    /** Who a listener over TLS and DTLS is, and whom it takes. */
    ListenCertificates listenCertificates() throws UsageException {
        return new CertificateFlags(arguments, secrets).listen();
    }

    int retries() throws UsageException {
        return arguments.number("-r", 0, 20).orElse(1);
    }

    Duration timeout() throws UsageException {
        String text = arguments.value("-t").orElse("1");
        try {
            Duration timeout = Duration.ofNanos((long) (Double.parseDouble(text) * 1e9));
            if (timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.toHours() < 1) {
                return timeout;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("-t needs seconds, not \"" + text + "\"");
        }
        throw new UsageException("-t " + text + " is not between 1 ms and an hour");
    }

    SnmpVersion version() throws UsageException {
        Optional<String> given = arguments.value("-v");
        if (given.isEmpty()) {
            return arguments.has("-u") ? SnmpVersion.V3 : SnmpVersion.V2C;
        }
        return version(given.get());
    }

    private static SnmpVersion version(String given) throws UsageException {
        return switch (given) {
            case "1" -> SnmpVersion.V1;
            case "2", "2c" -> SnmpVersion.V2C;
            case "3" -> SnmpVersion.V3;
            default -> throw new UsageException("-v is 1, 2c or 3, not \"" + given + "\"");
        };
    }

    /**
     * Who may ask, where several are tried: the user first, whose passphrases do not travel, then
     * each community of {@code -c} in each version of {@code -v}.
     */
    List<Credential> credentials() throws UsageException {
        Set<SnmpVersion> versions = EnumSet.noneOf(SnmpVersion.class);
        for (String given : arguments.all("-v")) {
            versions.add(version(given));
        }
        if (versions.isEmpty() && arguments.has("-u")) {
            versions.add(SnmpVersion.V3);
        }
        if (versions.isEmpty() || (arguments.all("-v").isEmpty() && arguments.has("-c"))) {
            versions.add(SnmpVersion.V2C);
        }
        List<Credential> all = new ArrayList<>();
        if (versions.remove(SnmpVersion.V3)) {
            all.add(user());
        }
        if (versions.isEmpty() && arguments.has("-c")) {
            throw new UsageException("-c is for v1 and v2c: give -v 2c too");
        }
        if (!versions.isEmpty()) {
            for (Secret community : communities()) {
                versions.forEach(version -> all.add(new Credential.Community(version, community)));
            }
        }
        return all;
    }

    private List<Secret> communities() throws UsageException {
        List<Secret> communities = new ArrayList<>();
        for (String given : arguments.all("-c")) {
            communities.add(secrets.read("community", "-c", Optional.of(given)));
        }
        if (communities.isEmpty()) {
            communities.add(secrets.read("community", "-c", Optional.empty()));
        }
        return communities;
    }

    /** Who asks. */
    Credential credential() throws UsageException {
        SnmpVersion version = version();
        if (version != SnmpVersion.V3) {
            return new Credential.Community(
                    version, secrets.read("community", "-c", arguments.value("-c")));
        }
        return user();
    }

    private Credential.Usm user() throws UsageException {
        String user =
                arguments
                        .value("-u")
                        .filter(u -> !u.isEmpty())
                        .orElseThrow(() -> new UsageException("-v3 needs a user: -u NAME"));
        SecurityLevel level = level();
        Optional<Credential.Auth> auth =
                level == SecurityLevel.NO_AUTH_NO_PRIV ? Optional.empty() : Optional.of(auth());
        Optional<Credential.Priv> priv =
                level == SecurityLevel.AUTH_PRIV ? Optional.of(priv()) : Optional.empty();
        return new Credential.Usm(
                user,
                level,
                auth,
                priv,
                arguments.value("-n").orElse(""),
                engineId("-E"),
                engineId("-e"),
                bootsTime());
    }

    private SecurityLevel level() throws UsageException {
        Optional<String> given = arguments.value("-l");
        if (given.isEmpty()) {
            if (arguments.has("-x") || arguments.has("-X")) {
                return SecurityLevel.AUTH_PRIV;
            }
            return arguments.has("-a") || arguments.has("-A")
                    ? SecurityLevel.AUTH_NO_PRIV
                    : SecurityLevel.NO_AUTH_NO_PRIV;
        }
        return switch (given.get().toLowerCase(Locale.ROOT)) {
            case "noauthnopriv", "noauth", "nanp" -> SecurityLevel.NO_AUTH_NO_PRIV;
            case "authnopriv", "auth", "anp" -> SecurityLevel.AUTH_NO_PRIV;
            case "authpriv", "priv", "ap" -> SecurityLevel.AUTH_PRIV;
            default ->
                    throw new UsageException(
                            "-l is noAuthNoPriv, authNoPriv or authPriv, not \""
                                    + given.get()
                                    + "\"");
        };
    }

    private Credential.Auth auth() throws UsageException {
        String name = arguments.value("-a").orElse(AuthProtocol.SHA_1.flag());
        String wanted = plain(name).equals("SHA1") ? "SHA" : plain(name);
        for (AuthProtocol protocol : AuthProtocol.values()) {
            if (plain(protocol.flag()).equals(wanted)) {
                return new Credential.Auth(protocol, passphrase("authentication", "-A"));
            }
        }
        throw new UsageException(
                "-a "
                        + name
                        + " is not spoken; there is "
                        + Stream.of(AuthProtocol.values())
                                .map(AuthProtocol::flag)
                                .collect(Collectors.joining(", ")));
    }

    private Credential.Priv priv() throws UsageException {
        String name = arguments.value("-x").orElse(PrivProtocol.AES_128.flag());
        String wanted = plain(name).equals("AES128") ? "AES" : plain(name);
        for (PrivProtocol protocol : PrivProtocol.values()) {
            if (plain(protocol.flag()).equals(wanted)) {
                return new Credential.Priv(protocol, passphrase("privacy", "-X"));
            }
        }
        throw new UsageException(
                "-x "
                        + name
                        + " is not spoken; there is "
                        + Stream.of(PrivProtocol.values())
                                .map(PrivProtocol::flag)
                                .collect(Collectors.joining(", ")));
    }

    private static String plain(String protocol) {
        return protocol.replace("-", "").toUpperCase(Locale.ROOT);
    }

    private Secret passphrase(String what, String flag) throws UsageException {
        Secret secret = secrets.read(what + " passphrase", flag, arguments.value(flag));
        if (secret.reveal().length() < SHORTEST_PASSPHRASE) {
            throw new UsageException(
                    "the "
                            + what
                            + " passphrase is shorter than "
                            + SHORTEST_PASSPHRASE
                            + " characters, which no agent accepts");
        }
        return secret;
    }

    private Optional<OctetString> engineId(String flag) throws UsageException {
        Optional<String> given = arguments.value(flag);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] octets = HexFormat.of().parseHex(given.get().replaceFirst("^0[xX]", ""));
            if (octets.length >= 5 && octets.length <= 32) {
                return Optional.of(new OctetString(octets));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(flag + " needs an engine ID in hex, not " + given.get());
        }
        throw new UsageException(flag + " needs an engine ID of 5 to 32 octets (RFC 3411)");
    }

    private Optional<Credential.BootsTime> bootsTime() throws UsageException {
        Optional<String> given = arguments.value("-Z");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String[] both = given.get().split(",", -1);
        if (both.length != 2) {
            throw new UsageException("-Z needs BOOTS,TIME");
        }
        return Optional.of(
                new Credential.BootsTime(
                        Arguments.number("-Z's boots", both[0], 0, Integer.MAX_VALUE),
                        Arguments.number("-Z's time", both[1], 0, Integer.MAX_VALUE)));
    }
}

package dev.bulkhead.app.cli;

import dev.bulkhead.app.pollset.CredentialName;
import dev.bulkhead.app.pollset.PollDevice;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.vault.Keychains;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.tsm.CertificateFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credentials that a poll set names: on the command line ({@code --credential NAME=...}),
 * in a file of such lines ({@code --credentials FILE}), and in the program's vault, in this order.
 * Devices without a name are asked as {@code -c}, {@code -u} and the other flags say.
 */
final class SetCredentials {
    static final List<Flag> FLAGS = Flag.withValue("--credential", "--credentials", "--passphrase");

    private final Arguments arguments;
    private final Terminal terminal;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, Optional<Credential>> found = new HashMap<>();
    private @Nullable Vault vault;
    private Optional<String> vaultProblem = Optional.empty();

    SetCredentials(Arguments arguments, Terminal terminal) throws UsageException {
        this.arguments = arguments;
        this.terminal = terminal;
        Optional<String> file = arguments.value("--credentials");
        if (file.isPresent()) {
            readFile(file.get());
        }
        for (String each : arguments.all("--credential")) {
            put(each, "--credential");
        }
    }

    private void readFile(String file) throws UsageException {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    put(line, file + ":" + (i + 1));
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    "the credentials cannot be read from the file "
                            + file
                            + ": "
                            + e.getClass().getSimpleName());
        }
    }

    /** The text may hold a secret: only its name is ever told. */
    private void put(String text, String where) throws UsageException {
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(0, equals).strip();
        if (name.isEmpty()) {
            throw new UsageException(
                    where
                            + " is written NAME=COMMUNITY, NAME=@FILE, NAME=env:VARIABLE, or"
                            + " NAME=-v3 -u USER -l LEVEL -a PROTOCOL -A @FILE ...");
        }
        given.put(name, text.substring(equals + 1).strip());
    }

    /**
     * A target for each device that is polled.
     *
     * @throws UsageException if credentials are missing, with all of them and how to give them
     */
    Map<String, Target> targets(PollSet set) throws UsageException {
        Map<String, Target> targets = new LinkedHashMap<>();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (PollDevice device : set.devices()) {
            boolean used =
                    set.polls().stream().anyMatch(block -> block.devices().contains(device.name()));
            if (!used) {
                continue;
            }
            Optional<Target> target = target(device);
            if (target.isPresent()) {
                targets.put(device.name(), target.get());
            } else {
                String name =
                        device.credential() instanceof CredentialName.Named(String n) ? n : "";
                missing.computeIfAbsent(name, _ -> new ArrayList<>()).add(device.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new UsageException(words(missing));
        }
        return targets;
    }

    private String words(Map<String, List<String>> missing) {
        StringBuilder words = new StringBuilder();
        missing.forEach((name, devices) -> {
            words.append(words.isEmpty() ? "" : "\n");
            String who =
                    String.join(", ", devices.subList(0, Math.min(3, devices.size())))
                            + (devices.size() > 3 ? " and " + (devices.size() - 3) + " more" : "");
            if (name.isEmpty()) {
                words.append("the credential of ")
                        .append(who)
                        .append(" has no name: give -c @FILE, or -v3 -u USER ...");
            } else {
                words.append("the credential \"")
                        .append(name)
                        .append("\" is missing, which ")
                        .append(who)
                        .append(devices.size() == 1 ? " needs" : " need")
                        .append(": give --credential ")
                        .append(name)
                        .append("=@FILE (or env:VARIABLE, or -v3 -u USER ...)")
                        .append(vaultProblem.map(why -> "; " + why).orElse(""));
            }
        });
        return words.toString();
    }

    private Optional<Target> target(PollDevice device) throws UsageException {
        AgentAddress address = AgentAddress.parse(device.address());
        Optional<Credential> credential =
                switch (device.credential()) {
                    case CredentialName.Named(String name) -> named(name);
                    case CredentialName.Usual _ ->
                            arguments.has("-c") || arguments.has("-u") || arguments.has("-T")
                                    ? flags(arguments, address, "")
                                    : usual(device);
                    case CredentialName.Unnamed _ ->
                            arguments.has("-c") || arguments.has("-u") || arguments.has("-T")
                                    ? flags(arguments, address, "")
                                    : Optional.empty();
                };
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        Credential fit = fit(device, credential.get());
        if (!fit.fits(address.transport())) {
            throw new UsageException(
                    "the device "
                            + device.name()
                            + " is asked over "
                            + address.transport()
                            + ", which its credential is not for");
        }
        return Optional.of(
                new Target(
                        address.transport(),
                        address.host(),
                        address.port(),
                        fit,
                        device.timeout(),
                        device.retries()));
    }

    private static Optional<Credential> usual(PollDevice device) {
        SnmpVersion version = device.version().orElse(SnmpVersion.V2C);
        return version == SnmpVersion.V3
                ? Optional.empty()
                : Optional.of(new Credential.Community(version, new Secret("public")));
    }

    /** The credential in the device's version and context. */
    private static Credential fit(PollDevice device, Credential credential) throws UsageException {
        SnmpVersion wanted = device.version().orElse(credential.version());
        boolean differs = (wanted == SnmpVersion.V3) != (credential.version() == SnmpVersion.V3);
        if (differs) {
            throw new UsageException(
                    "the device "
                            + device.name()
                            + " is to be asked in another version than its credential is for");
        }
        return switch (credential) {
            case Credential.Community(SnmpVersion _, Secret community) ->
                    new Credential.Community(wanted, community);
            case Credential.Usm usm ->
                    device.context().isEmpty()
                            ? usm
                            : new Credential.Usm(
                                    usm.securityName(),
                                    usm.level(),
                                    usm.auth(),
                                    usm.priv(),
                                    device.context(),
                                    usm.contextEngineId(),
                                    usm.securityEngineId(),
                                    usm.bootsTime());
            case Credential.Tsm tsm ->
                    device.context().isEmpty()
                            ? tsm
                            : new Credential.Tsm(
                                    tsm.identity(),
                                    tsm.trust(),
                                    device.context(),
                                    tsm.contextEngineId());
        };
    }

    private Optional<Credential> named(String name) throws UsageException {
        Optional<Credential> known = found.get(name);
        if (known == null) {
            String text = given.get(name);
            known = text == null ? fromVault(name) : read(name, text);
            found.put(name, known);
        }
        return known;
    }

    private Optional<Credential> read(String name, String text) throws UsageException {
        if (!text.startsWith("-")) {
            Secret community =
                    new SecretReader(terminal)
                            .read("community of " + name, "--credential", Optional.of(text));
            return Optional.of(new Credential.Community(SnmpVersion.V2C, community));
        }
        List<String> words = List.of(text.split("\\s+"));
        Arguments its = Arguments.read(words, AgentFlags.FLAGS, false);
        if (!its.operands().isEmpty()) {
            throw new UsageException("the credential " + name + " has words that are no flags");
        }
        return flags(its, null, name);
    }

    private Optional<Credential> flags(Arguments its, @Nullable AgentAddress address, String name)
            throws UsageException {
        AgentFlags flags = new AgentFlags(its, terminal);
        boolean secure = address == null ? its.has("-T") : address.transport().isSecure();
        if (secure) {
            String at = address == null ? "tls:" + "localhost" : "tls:" + address.host();
            return Optional.of(flags.target(at).credential());
        }
        try {
            return Optional.of(flags.credential());
        } catch (UsageException e) {
            throw new UsageException(
                    (name.isEmpty() ? "" : "credential " + name + ": ") + e.getMessage());
        }
    }

    private Optional<Credential> fromVault(String name) throws UsageException {
        Vault open = vault();
        if (open.state() != Vault.State.OPEN) {
            return Optional.empty();
        }
        try {
            Optional<NamedCredential> named = open.find(name);
            return named.map(each -> each.recipe().credential());
        } catch (VaultException | CertificateFileException e) {
            throw new UsageException(
                    "the credential " + name + " cannot be used: " + e.getMessage());
        }
    }

    /** The vault, opened if that can be done. */
    private Vault vault() throws UsageException {
        Vault known = vault;
        if (known != null) {
            return known;
        }
        Settings settings = Settings.of(Settings.userFile(terminal.environment(), terminal.home()));
        Vault fresh =
                new Vault(
                        settings.folder().map(in -> in.resolve(Vault.FILE)),
                        Keychains.ofThisSystem(),
                        Duration.ofDays(36_500));
        vault = fresh;
        try {
            fresh.load();
            if (fresh.state() == Vault.State.LOCKED) {
                unlock(fresh);
            }
        } catch (VaultException e) {
            throw new UsageException(
                    switch (e.reason()) {
                        case WRONG_PASSPHRASE -> "the passphrase does not open the vault";
                        case NO_KEY ->
                                "the system's keychain does not give the vault's key; log in to"
                                        + " the desktop, or give --credential NAME=...";
                        default -> "the vault cannot be opened: " + e.getMessage();
                    });
        }
        if (fresh.state() == Vault.State.EMPTY) {
            vaultProblem = Optional.of("there is no vault of this user");
        } else if (fresh.state() == Vault.State.OPEN) {
            vaultProblem = Optional.of("the vault has none of that name");
        }
        return fresh;
    }

    private void unlock(Vault locked) throws VaultException, UsageException {
        if (!locked.needsPassphrase()) {
            locked.unlockKept();
            return;
        }
        Optional<String> told = arguments.value("--passphrase");
        if (told.isEmpty()) {
            Optional<Secret> typed =
                    terminal.prompt().apply("passphrase of the vault").map(Secret::new);
            if (typed.isEmpty()) {
                vaultProblem =
                        Optional.of("the vault is locked: give --passphrase @FILE or env:VARIABLE");
                return;
            }
            locked.unlock(typed.get());
            return;
        }
        locked.unlock(new SecretReader(terminal).read("vault's passphrase", "--passphrase", told));
    }
}

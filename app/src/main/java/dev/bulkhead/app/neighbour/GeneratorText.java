package dev.bulkhead.app.neighbour;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.pollset.PollBlock;
import dev.bulkhead.app.pollset.PollDevice;
import dev.bulkhead.app.pollset.PollItem;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.Quoted;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes a poll set as modules for snmp_exporter's generator.
 *
 * <p>A module says what is asked; which devices and how often is Prometheus's own configuration,
 * for which remarks at the end give the parameters. Devices that are asked for the same, with the
 * same patience, share a module. Objects are written as numbers, with their names beside them, so
 * that it does not matter which modules the generator has for a name.
 */
public final class GeneratorText {
    /** Which file format. */
    public enum Edition {
        /** Since 0.23: {@code auths} beside {@code modules}. */
        AUTHS,
        /** Up to 0.22, which Debian 12 has: version and {@code auth} in each module. */
        ONE_EACH
    }

    private final PollSet set;
    private final Edition edition;
    private final MibNames names;
    private final Function<String, Optional<Outline>> known;
    private final Notes notes = new Notes();
    private final WantedObjects wanted;
    private final StringBuilder text = new StringBuilder(1000);

    private GeneratorText(
            PollSet set,
            Edition edition,
            MibNames names,
            Function<String, Optional<Outline>> known) {
        this.set = set;
        this.edition = edition;
        this.names = names;
        this.known = known;
        this.wanted = new WantedObjects(names, notes);
    }

    /**
     * The text of a set.
     *
     * @param names resolve its objects
     * @param known what may be told of stored credentials, by name
     */
    public static Converted write(
            PollSet set,
            Edition edition,
            MibNames names,
            Function<String, Optional<Outline>> known) {
        return new GeneratorText(set, edition, names, known).write();
    }

    /** What makes two devices share a module. */
    private record Shared(
            List<Wanted> walk, Duration timeout, int retries, Optional<Login> login) {}

    /** A module and who is asked with it. */
    private record Module(String name, Shared shared, List<PollDevice> devices) {}

    private Converted write() {
        List<Module> modules = modules();
        line(
                "# Modules for snmp_exporter's generator, written by Bulkhead"
                        + (set.name().isEmpty() ? "" : " from " + Quoted.text(set.name())));
        Map<String, Login> logins = logins();
        if (logins.values().stream().anyMatch(login -> !login.isPublic())) {
            line(
                    "# Secrets are not written: put them in the place of each ${...}, as envsubst does");
        }
        if (edition == Edition.AUTHS) {
            line("auths:");
            logins.values().forEach(login -> login(login, "  "));
        }
        line("modules:");
        modules.forEach(this::module);
        targets(modules);
        return new Converted(text.toString(), notes.all());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private Login login(PollDevice device) {
        return Login.of(device, known);
    }

    private Map<String, Login> logins() {
        Map<String, Login> all = new LinkedHashMap<>();
        for (PollDevice device : set.devices()) {
            Login login = login(device);
            if (login.isCertificate()) {
                notes.add(
                        device.name()
                                + " is asked with a certificate, which snmp_exporter does not"
                                + " speak: it is left out");
            } else {
                all.putIfAbsent(login.name(), login);
            }
        }
        return all;
    }

    private List<Module> modules() {
        Map<Shared, List<PollDevice>> all = new LinkedHashMap<>();
        for (PollDevice device : set.devices()) {
            List<PollItem> items = new ArrayList<>();
            for (PollBlock block : set.polls()) {
                if (block.devices().contains(device.name())) {
                    items.addAll(block.items());
                }
            }
            List<Wanted> walk = wanted.of(items);
            Login login = login(device);
            if (!walk.isEmpty() && !login.isCertificate()) {
                Shared shared =
                        new Shared(
                                walk,
                                device.timeout(),
                                device.retries(),
                                edition == Edition.ONE_EACH
                                        ? Optional.of(login)
                                        : Optional.empty());
                all.computeIfAbsent(shared, _ -> new ArrayList<>()).add(device);
            }
        }
        List<Module> modules = new ArrayList<>();
        String base = set.name().isEmpty() ? "bulkhead" : Login.word(set.name());
        all.forEach((shared, devices) ->
                modules.add(
                        new Module(
                                modules.isEmpty() ? base : base + "_" + (modules.size() + 1),
                                shared,
                                devices)));
        return modules;
    }

    private void module(Module module) {
        line("  " + module.name() + ":");
        line("    walk:");
        for (Wanted each : module.shared().walk()) {
            line("      - " + walked(each) + "  # " + Quoted.remark(each.name()));
        }
        line("    timeout: " + GoTime.of(module.shared().timeout()));
        line("    retries: " + module.shared().retries());
        module.shared()
                .login()
                .ifPresent(login -> {
                    line("    version: " + login.number());
                    line("    auth:");
                    secrets(login, "      ");
                });
    }

    /** The generator takes instances of columns, and of scalars the object. */
    private Oid walked(Wanted each) {
        boolean isScalar =
                names.object(each.oid())
                        .filter(object -> object.kind() == ObjectKind.SCALAR)
                        .filter(object -> object.oid().size() == each.oid().size() - 1)
                        .isPresent();
        return isScalar ? each.oid().parent() : each.oid();
    }

    private void login(Login login, String indent) {
        line(indent + login.name() + ":");
        line(indent + "  version: " + login.number());
        secrets(login, indent + "  ");
    }

    private void secrets(Login login, String indent) {
        if (login.version() != SnmpVersion.V3) {
            line(
                    indent
                            + "community: "
                            + (login.isPublic()
                                    ? "public"
                                    : Quoted.text(login.variable("COMMUNITY"))));
            return;
        }
        line(
                indent
                        + "username: "
                        + Quoted.text(
                                login.user().isEmpty() ? login.variable("USER") : login.user()));
        line(indent + "security_level: " + (login.level().isEmpty() ? "authPriv" : login.level()));
        if (login.authenticates()) {
            line(indent + "auth_protocol: " + protocol(login.auth(), "SHA"));
            line(indent + "password: " + Quoted.text(login.variable("AUTH_PASSWORD")));
        }
        if (login.encrypts()) {
            line(indent + "priv_protocol: " + protocol(login.priv(), "AES"));
            line(indent + "priv_password: " + Quoted.text(login.variable("PRIV_PASSWORD")));
        }
        if (!login.context().isEmpty()) {
            line(indent + "context_name: " + Quoted.text(login.context()));
        }
    }

    /** {@code SHA-256} is SHA256 there, and Cisco's AES-192-C is AES192C. */
    private String protocol(String spelled, String otherwise) {
        if (spelled.equals("3DES")) {
            notes.add("3DES is not spoken by snmp_exporter: its device will not answer");
        }
        return spelled.isEmpty() ? otherwise : spelled.replace("-", "");
    }

    private void targets(List<Module> modules) {
        line("");
        line("# What Prometheus has to ask the exporter for:");
        Map<String, String> every = new TreeMap<>();
        for (PollBlock block : set.polls()) {
            block.devices()
                    .forEach(each ->
                            every.merge(each, GoTime.of(block.every()), GeneratorText::both));
        }
        for (Module module : modules) {
            for (PollDevice device : module.devices()) {
                String auth = edition == Edition.AUTHS ? " auth=" + login(device).name() : "";
                line(
                        "#   target="
                                + Quoted.remark(device.address())
                                + " module="
                                + module.name()
                                + auth
                                + "  every "
                                + every.getOrDefault(device.name(), "")
                                + "  ("
                                + Quoted.remark(device.name())
                                + ")");
            }
        }
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " and " + other;
    }
}

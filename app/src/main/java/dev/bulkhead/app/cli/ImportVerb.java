package dev.bulkhead.app.cli;

import dev.bulkhead.app.agent.DeviceBook;
import dev.bulkhead.app.agent.ImportedDevice;
import dev.bulkhead.app.agent.SavedDevice;
import dev.bulkhead.app.netsnmp.ConfFolders;
import dev.bulkhead.app.netsnmp.Found;
import dev.bulkhead.app.netsnmp.FoundCredential;
import dev.bulkhead.app.netsnmp.FoundDevice;
import dev.bulkhead.app.netsnmp.ImportPlan;
import dev.bulkhead.app.netsnmp.NetSnmpFiles;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.app.vault.Vault;
import dev.bulkhead.app.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code import}: what net-snmp's files know of credentials and devices, listed or stored. */
final class ImportVerb implements Verb {
    private static final List<String> COLUMNS =
            List.of("kind", "name", "what", "credential", "state", "from");

    @Override
    public List<Flag> flags() {
        return Flag.join(
                StoredCredentials.FLAGS,
                Flag.withValue("--format"),
                List.of(
                        new Flag("--store", false, false),
                        new Flag("--replace", false, false),
                        new Flag("--credentials-only", false, false)));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        Format format = Format.of(arguments);
        if (arguments.operands().size() > 1) {
            throw new UsageException("give one file or folder, or none for net-snmp's own");
        }
        ConfFolders usual = ConfFolders.of(terminal.environment(), terminal.home());
        Found found =
                arguments.operands().isEmpty()
                        ? NetSnmpFiles.read(usual)
                        : NetSnmpFiles.read(Path.of(arguments.operands().getFirst()), usual);
        found.remarks().forEach(remark -> terminal.say("bulkhead: " + remark));
        if (found.files().isEmpty()) {
            terminal.say(
                    "bulkhead: there is no snmp.conf to read"
                            + (arguments.operands().isEmpty()
                                    ? ": net-snmp looks in " + folders(usual)
                                    : ""));
            return ExitCode.FAILED;
        }
        StoredCredentials stored = new StoredCredentials(arguments, terminal);
        List<FoundDevice> devices =
                arguments.has("--credentials-only") ? List.of() : found.devices();
        DeviceBook book = new DeviceBook(folder(terminal));
        List<List<Object>> rows = new ArrayList<>();
        boolean store = arguments.has("--store");
        rows.addAll(
                store
                        ? stored(found.credentials(), stored, arguments.has("--replace"))
                        : listed(found.credentials(), stored.locked()));
        rows.addAll(devices(devices, book, store));
        new Listing(COLUMNS, rows).print(format, terminal.out());
        if (!store && !rows.isEmpty()) {
            terminal.say("Nothing was stored; --store takes the new ones.");
        }
        return ExitCode.SUCCESS;
    }

    private static String folders(ConfFolders usual) {
        return usual.folders().stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static Optional<Path> folder(Terminal terminal) {
        return Settings.of(Settings.userFile(terminal.environment(), terminal.home())).folder();
    }

    private static List<List<Object>> listed(List<FoundCredential> found, Vault vault) {
        Set<String> there =
                vault.outlines().stream().map(Outline::name).collect(Collectors.toSet());
        return found.stream()
                .map(each -> row(each, there.contains(each.credential().name()) ? "exists" : "new"))
                .toList();
    }

    private static List<List<Object>> stored(
            List<FoundCredential> found, StoredCredentials stored, boolean replace)
            throws UsageException {
        if (found.isEmpty()) {
            return List.of();
        }
        List<NamedCredential> fresh = found.stream().map(FoundCredential::credential).toList();
        Map<String, String> outcomes = new HashMap<>();
        Vault vault = stored.open();
        try {
            for (ImportPlan.Taken each : ImportPlan.take(vault, fresh, replace)) {
                outcomes.put(each.name(), each.outcome().words());
            }
        } catch (VaultException e) {
            throw stored.failed(e);
        } finally {
            vault.lock();
        }
        return found.stream()
                .map(each -> row(each, outcomes.getOrDefault(each.credential().name(), "")))
                .toList();
    }

    private static List<Object> row(FoundCredential found, String state) {
        Outline outline = Outline.of(found.credential());
        String what =
                switch (outline.kind()) {
                    case COMMUNITY -> "v" + outline.version().flag() + " community";
                    case USER -> "v3 " + outline.who() + " " + outline.detail();
                    case CERTIFICATE -> "v3 certificate " + outline.who();
                };
        return List.of("credential", outline.name(), what, "", state, found.place().toString());
    }

    private static List<List<Object>> devices(
            List<FoundDevice> found, DeviceBook book, boolean store) throws UsageException {
        if (found.isEmpty()) {
            return List.of();
        }
        List<SavedDevice> all = new ArrayList<>(read(book));
        List<List<Object>> rows = new ArrayList<>();
        boolean changed = false;
        for (FoundDevice each : found) {
            Optional<SavedDevice> device = ImportedDevice.of(each);
            boolean known = all.stream().anyMatch(one -> one.name().equals(each.name()));
            if (device.isPresent() && !known) {
                all.add(device.get());
                changed = true;
            }
            String state =
                    device.isEmpty()
                            ? "its address is none"
                            : known ? "exists" : store ? "stored" : "new";
            rows.add(
                    List.of(
                            "device",
                            each.name(),
                            each.address(),
                            each.credential(),
                            state,
                            each.place().toString()));
        }
        if (store && changed) {
            Optional<Unsaved> problem = book.write(all);
            if (problem.isPresent()) {
                throw new UsageException(
                        "the devices were not stored in "
                                + problem.get().file()
                                + ": "
                                + problem.get().reason());
            }
        }
        return rows;
    }

    private static List<SavedDevice> read(DeviceBook book) throws UsageException {
        try {
            return book.peek();
        } catch (IOException e) {
            throw new UsageException("the list of devices cannot be read: " + e.getMessage());
        }
    }
}

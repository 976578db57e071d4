package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.netsnmp.ConfFolders;
import dev.bulkhead.app.netsnmp.Found;
import dev.bulkhead.app.netsnmp.FoundCredential;
import dev.bulkhead.app.netsnmp.FoundDevice;
import dev.bulkhead.app.netsnmp.NetSnmpFiles;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Outline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What net-snmp's files have to offer: first shown, without its secrets, and then taken as far as
 * the user wants it. JavaFX's thread; files are read in the background.
 */
public final class NetSnmpViewModel {
    private final CredentialsViewModel credentials;
    private final DevicesViewModel devices;
    private final Work work;
    private final Teller teller;
    private final Supplier<ConfFolders> folders;
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Whether there is one of its name. */
    public enum State {
        NEW,
        /** Another of the name is stored; ticking it replaces that. */
        EXISTS,
        /** There is nothing to take. */
        SAME
    }

    /**
     * A credential or device that was found.
     *
     * @param detail what may be told of it
     * @param place {@code FILE:LINE}
     * @param chosen whether it is to be taken
     */
    public record Line(
            String name, String detail, String place, State state, BooleanProperty chosen) {}

    /**
     * All that was found.
     *
     * @param remarks what was not taken and why, a line each
     * @param files those that were read
     */
    public record Preview(
            List<Line> credentials, List<Line> devices, List<String> remarks, List<String> files) {
        public Preview {
            credentials = List.copyOf(credentials);
            devices = List.copyOf(devices);
            remarks = List.copyOf(remarks);
            files = List.copyOf(files);
        }
    }

    private List<FoundCredential> foundCredentials = List.of();
    private List<SavedDevice> foundDevices = List.of();

    NetSnmpViewModel(
            CredentialsViewModel credentials,
            DevicesViewModel devices,
            AgentDesk.Setup setup,
            Supplier<ConfFolders> folders) {
        this.credentials = credentials;
        this.devices = devices;
        this.work = setup.work();
        this.teller = setup.teller();
        this.folders = folders;
    }

    /** What was found last; empty before anything was read. */
    public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Reads all files that net-snmp's tools read. */
    public void read() {
        work.run(
                "read-net-snmp", () -> NetSnmpFiles.read(folders.get()), this::found, this::failed);
    }

    /** Reads one file or folder. */
    public void read(Path path) {
        work.run(
                "read-net-snmp",
                () -> NetSnmpFiles.read(path, folders.get()),
                this::found,
                this::failed);
    }

    private void failed(Exception why) {
        teller.tell(Words.text("netsnmp.failed", why.getClass().getSimpleName()), Tone.DANGER);
    }

    private void found(Found found) {
        foundCredentials = found.credentials();
        List<SavedDevice> usable = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (FoundDevice each : found.devices()) {
            Optional<SavedDevice> device = ImportedDevice.of(each);
            if (device.isPresent()) {
                usable.add(device.get());
                lines.add(line(each, device.get()));
            }
        }
        foundDevices = usable;
        preview.set(
                Optional.of(
                        new Preview(
                                foundCredentials.stream().map(this::line).toList(),
                                lines,
                                found.remarks().stream().map(Object::toString).toList(),
                                found.files().stream().map(Path::toString).toList())));
    }

    private Line line(FoundCredential found) {
        NamedCredential named = found.credential();
        State state =
                credentials.has(named)
                        ? State.SAME
                        : credentials.item(named.name()).isPresent() ? State.EXISTS : State.NEW;
        return new Line(
                named.name(),
                CredentialText.of(Outline.of(named)),
                found.place().toString(),
                state,
                new SimpleBooleanProperty(state == State.NEW));
    }

    private Line line(FoundDevice found, SavedDevice device) {
        boolean known =
                devices.named(found.name()).isPresent() || devices.at(device.device()).isPresent();
        String detail =
                found.credential().isEmpty()
                        ? device.device().address()
                        : Words.text(
                                "netsnmp.device", device.device().address(), found.credential());
        return new Line(
                found.name(),
                detail,
                found.place().toString(),
                known ? State.SAME : State.NEW,
                new SimpleBooleanProperty(!known));
    }

    /** How many are ticked. */
    public int chosen() {
        return preview.get()
                .map(shown ->
                        (int)
                                (shown.credentials().stream()
                                                .filter(one -> one.chosen().get())
                                                .count()
                                        + shown.devices().stream()
                                                .filter(one -> one.chosen().get())
                                                .count()))
                .orElse(0);
    }

    /** Takes what is ticked; opens the vault first if that is needed. */
    public void take(Runnable taken) {
        preview.get()
                .ifPresent(shown -> {
                    List<NamedCredential> wanted = new ArrayList<>();
                    for (int i = 0; i < foundCredentials.size(); i++) {
                        if (shown.credentials().get(i).chosen().get()) {
                            wanted.add(foundCredentials.get(i).credential());
                        }
                    }
                    List<SavedDevice> added = new ArrayList<>();
                    for (int i = 0; i < foundDevices.size(); i++) {
                        if (shown.devices().get(i).chosen().get()) {
                            added.add(foundDevices.get(i));
                        }
                    }
                    if (wanted.isEmpty()) {
                        finish(0, added, taken);
                    } else {
                        credentials.takeAll(wanted, () -> finish(wanted.size(), added, taken));
                    }
                });
    }

    private void finish(int stored, List<SavedDevice> added, Runnable taken) {
        int fresh = devices.addAll(added);
        teller.tell(Words.text("netsnmp.taken", stored, fresh), Tone.SUCCESS);
        forget();
        taken.run();
    }

    /** Forgets what was found, with its secrets. */
    public void forget() {
        foundCredentials = List.of();
        foundDevices = List.of();
        preview.set(Optional.empty());
    }
}

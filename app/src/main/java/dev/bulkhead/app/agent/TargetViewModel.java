package dev.bulkhead.app.agent;

import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Whom the next job asks: the address as typed or picked, and the credential. JavaFX's thread. */
public final class TargetViewModel {
    private final Settings settings;
    private Supplier<Duration> timeout = () -> Duration.ofSeconds(2);
    private IntSupplier retries = () -> 1;
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<Credential> credential =
            new SimpleObjectProperty<>(
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")));
    private final ObservableList<Device> devices = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> credentialName =
            new SimpleObjectProperty<>(Optional.empty());
    private List<SavedDevice> saved = List.of();

    public TargetViewModel(Settings settings) {
        this.settings = settings;
        settings.recentAddresses().stream()
                .flatMap(text -> parsed(text).stream())
                .forEach(devices::add);
    }

    /** How long a request waits for its answer and how often it is sent again. */
    public void bePatient(Supplier<Duration> wanted, IntSupplier again) {
        timeout = wanted;
        retries = again;
    }

    /** What stands in the address field. */
    public StringProperty addressProperty() {
        return address;
    }

    public ObjectProperty<Credential> credentialProperty() {
        return credential;
    }

    /** What the user calls the credential; empty if it has no name. */
    public ObjectProperty<Optional<String>> credentialNameProperty() {
        return credentialName;
    }

    /** Asks with this credential from now on. */
    public void choose(Credential chosen, Optional<String> name) {
        credentialName.set(name);
        credential.set(chosen);
    }

    /** Puts the user's own devices on top of the list, in place of those put there before. */
    public void keep(List<SavedDevice> own) {
        List<Device> old = saved.stream().map(SavedDevice::device).toList();
        saved = List.copyOf(own);
        List<Device> fresh = saved.stream().map(SavedDevice::device).toList();
        if (!fresh.equals(old)) {
            List<Device> all = new ArrayList<>(fresh);
            devices.stream()
                    .filter(one -> !old.contains(one) && !isAmong(one, fresh))
                    .forEach(all::add);
            String typed = address.get();
            devices.setAll(all);
            address.set(typed);
        }
    }

    private static boolean isAmong(Device one, List<Device> some) {
        return some.stream().anyMatch(other -> other.address().equals(one.address()));
    }

    /** The user's own device that the address names. */
    public Optional<SavedDevice> savedDevice() {
        return device().flatMap(
                        one -> saved.stream().filter(own -> own.device().equals(one)).findFirst());
    }

    /** The user's own, demo devices and those asked before, the latest first. */
    public ObservableList<Device> devices() {
        return devices;
    }

    /** Puts devices on top of the list, in order. */
    public void offer(Iterable<Device> fresh) {
        int at = 0;
        for (Device device : fresh) {
            devices.removeIf(known -> known.name().equals(device.name()));
            devices.add(at++, device);
        }
    }

    /** The device that the address names; empty if it names none. */
    public Optional<Device> device() {
        String text = address.get().strip();
        Optional<Device> known =
                devices.stream()
                        .filter(d -> d.label().equals(text) || d.address().equals(text))
                        .findFirst();
        return known.isPresent() ? known : parsed(text);
    }

    /** Whether the credential can be used over the address's transport. */
    public boolean credentialFits() {
        return device().map(d -> credential.get().fits(d.transport())).orElse(true);
    }

    /** Whom to ask; empty if the address names nobody, or nobody the credential is for. */
    public Optional<Target> target() {
        return device().flatMap(this::targetOf);
    }

    /** The same for a known device. */
    public Optional<Target> targetOf(Device device) {
        return Optional.of(device)
                .filter(d -> credential.get().fits(d.transport()))
                .map(d ->
                        new Target(
                                d.transport(),
                                d.host(),
                                d.port(),
                                credential.get(),
                                savedDevice().map(SavedDevice::timeout).orElseGet(timeout),
                                savedDevice()
                                        .map(SavedDevice::retries)
                                        .orElseGet(retries::getAsInt)));
    }

    /** Keeps the address for the list; the settings are written by whoever owns them. */
    public void remember() {
        device().ifPresent(device -> {
            if (!devices.contains(device)) {
                devices.addFirst(device);
            }
            boolean own = savedDevice().isPresent();
            if (!own && device.name().equals(device.host())) {
                settings.remember(device.address());
            }
        });
    }

    private static Optional<Device> parsed(String text) {
        try {
            return Optional.of(Device.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

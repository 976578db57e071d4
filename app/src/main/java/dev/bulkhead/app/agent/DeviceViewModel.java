package dev.bulkhead.app.agent;

import dev.bulkhead.engine.job.Transport;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The device form's fields. JavaFX's thread. */
public final class DeviceViewModel {
    private static final double MAX_SECONDS = 600;

    private final DevicesViewModel devices;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty host = new SimpleStringProperty("");
    private final ObjectProperty<Transport> transport = new SimpleObjectProperty<>(Transport.UDP);
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty group = new SimpleStringProperty("");
    private final StringProperty credential = new SimpleStringProperty("");
    private final StringProperty mibSet = new SimpleStringProperty("");
    private final StringProperty timeout = new SimpleStringProperty("");
    private final StringProperty retries = new SimpleStringProperty("");
    private Optional<SavedDevice> edited = Optional.empty();

    public DeviceViewModel(DevicesViewModel devices) {
        this.devices = devices;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty hostProperty() {
        return host;
    }

    public ObjectProperty<Transport> transportProperty() {
        return transport;
    }

    /** Empty: the transport's usual one. */
    public StringProperty portProperty() {
        return port;
    }

    public StringProperty groupProperty() {
        return group;
    }

    public StringProperty credentialProperty() {
        return credential;
    }

    public StringProperty mibSetProperty() {
        return mibSet;
    }

    /** In seconds. */
    public StringProperty timeoutProperty() {
        return timeout;
    }

    public StringProperty retriesProperty() {
        return retries;
    }

    /** Fills the fields with a device of the list, or with one that is to be added. */
    public void edit(SavedDevice device) {
        edited = Optional.of(device).filter(devices.devices()::contains);
        Device at = device.device();
        name.set(at.name().equals(at.host()) && edited.isEmpty() ? "" : at.name());
        host.set(at.host());
        transport.set(at.transport());
        port.set(at.port() == at.transport().agentPort() ? "" : Integer.toString(at.port()));
        group.set(device.group());
        credential.set(device.credential());
        mibSet.set(device.mibSet());
        timeout.set(seconds(device.timeout()));
        retries.set(Integer.toString(device.retries()));
    }

    private static String seconds(Duration time) {
        String text = Double.toString(time.toMillis() / 1000.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Empties the fields. */
    public void clear() {
        edited = Optional.empty();
        name.set("");
        host.set("");
        transport.set(Transport.UDP);
        port.set("");
        group.set("");
        credential.set("");
        mibSet.set("");
        timeout.set(seconds(SavedDevice.DEFAULT_TIMEOUT));
        retries.set(Integer.toString(SavedDevice.DEFAULT_RETRIES));
    }

    /** Whether the fields are a device's that is in the list. */
    public boolean isKnown() {
        return edited.isPresent();
    }

    /** The key of what is wrong with the fields; empty if nothing is. */
    public Optional<String> problem() {
        if (!isHost(host.get().strip())) {
            return Optional.of("device.problem.host");
        }
        if (!port.get().isBlank() && (number(port, 65_535) < 1)) {
            return Optional.of("device.problem.port");
        }
        if (millis() < 1) {
            return Optional.of("device.problem.timeout");
        }
        if (number(retries, SavedDevice.MAX_RETRIES) < 0) {
            return Optional.of("device.problem.retries");
        }
        boolean taken = devices.named(wantedName()).filter(other -> !isEdited(other)).isPresent();
        return taken ? Optional.of("device.problem.name") : Optional.empty();
    }

    private static boolean isHost(String text) {
        try {
            boolean withPort = text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':');
            return !withPort
                    && !text.contains("[")
                    && !Device.parse("[" + text + "]").host().isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isEdited(SavedDevice other) {
        return edited.filter(other::equals).isPresent();
    }

    private String wantedName() {
        return name.get().isBlank() ? host.get().strip() : name.get().strip();
    }

    private static int number(StringProperty field, int most) {
        String text = field.get().strip();
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        return number > most ? -1 : number;
    }

    private long millis() {
        try {
            double seconds = Double.parseDouble(timeout.get().strip().replace(',', '.'));
            return seconds <= MAX_SECONDS ? Math.round(seconds * 1000) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** What the fields say; only while there is no problem. */
    public SavedDevice device() {
        int at = port.get().isBlank() ? transport.get().agentPort() : number(port, 65_535);
        return new SavedDevice(
                new Device(wantedName(), transport.get(), host.get().strip(), at),
                group.get().strip(),
                credential.get().strip(),
                mibSet.get().strip(),
                Duration.ofMillis(millis()),
                number(retries, SavedDevice.MAX_RETRIES),
                edited.map(SavedDevice::seen).orElse(LastSeen.NEVER));
    }

    /** Puts what the fields say into the list; gives it. */
    public SavedDevice save() {
        SavedDevice fresh = device();
        edited.ifPresentOrElse(old -> devices.replace(old, fresh), () -> devices.add(fresh));
        edited = Optional.of(fresh);
        return fresh;
    }
}

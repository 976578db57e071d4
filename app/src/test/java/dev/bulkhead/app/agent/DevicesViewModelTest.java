package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.job.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevicesViewModelTest {
    @TempDir private Path folder;

    private Desk at() {
        return new Desk(Optional.of(folder));
    }

    private static SavedDevice device(String name, String address, String group) {
        Device parsed = Device.parse(address);
        return SavedDevice.of(new Device(name, parsed.transport(), parsed.host(), parsed.port()))
                .inGroup(group);
    }

    private static List<String> names(Desk at) {
        return at.desk.devices().devices().stream().map(SavedDevice::name).toList();
    }

    @Test
    void whatWasAddedIsThereAfterAnotherStart() {
        SavedDevice one =
                new SavedDevice(
                        Device.parse("dtls:[2001:db8::1]:10199"),
                        "Core/Switches",
                        "back\\slash\nname",
                        "Vendor",
                        Duration.ofMillis(2_500),
                        0,
                        new LastSeen(LastSeen.State.ANSWERED, Optional.of(Instant.EPOCH)));
        Desk before = at();
        before.desk.devices().add(one);
        before.desk.devices().add(device("plain", "192.0.2.7", ""));
        assertThat(at().desk.devices().devices())
                .containsExactly(one, device("plain", "192.0.2.7", ""));
        assertThat(before.told).isEmpty();
    }

    @Test
    void aFileThatMakesNoSenseIsToldAndKeptAside() throws Exception {
        Path file = folder.resolve(DeviceBook.FILE);
        Files.writeString(file, "[device]\naddress = 192.0.2.1\nnonsense\n");
        Desk at = at();
        assertThat(at.told).hasSize(1);
        assertThat(at.told.getFirst()).contains("line 3").contains(".damaged-1");
        assertThat(folder.resolve(DeviceBook.FILE + ".damaged-1"))
                .hasContent("[device]\naddress = 192.0.2.1\nnonsense\n");
        at.desk.devices().add(device("new", "192.0.2.2", ""));
        assertThat(names(at())).containsExactly("new");
        Files.writeString(file, "[device]\naddress = 192.0.2.1:99999\n");
        assertThat(at().told.getFirst()).contains(".damaged-2");
    }

    @Test
    void whatCannotBeWrittenIsToldAndStaysInTheWindow() throws Exception {
        Desk at = at();
        Files.createDirectories(folder.resolve(DeviceBook.FILE + ".new").resolve("in the way"));
        at.desk.devices().add(device("one", "192.0.2.1", ""));
        assertThat(at.told).hasSize(1);
        assertThat(at.told.getFirst()).contains(DeviceBook.FILE);
        assertThat(names(at)).containsExactly("one");
    }

    @Test
    void deletedDevicesComeBackToTheirPlaces() {
        Desk at = at();
        Stream.of("a", "b", "c", "d")
                .forEach(name -> at.desk.devices().add(device(name, name + ".example", "")));
        List<SavedDevice> all = List.copyOf(at.desk.devices().devices());
        at.desk.devices().delete(List.of(all.get(1), all.get(2)));
        assertThat(names(at)).containsExactly("a", "d");
        at.desk.devices().undoProperty().get().orElseThrow().back().run();
        assertThat(names(at)).containsExactly("a", "b", "c", "d");
        assertThat(names(at())).containsExactly("a", "b", "c", "d");
    }

    @Test
    void noTwoDevicesHaveOneNameOrOneAddress() {
        Desk at = at();
        at.desk.devices().add(device("a", "192.0.2.1", ""));
        at.desk.devices().add(device("a", "192.0.2.2", ""));
        at.desk.devices().add(device("b", "192.0.2.1", ""));
        assertThat(names(at)).containsExactly("a");
    }

    @Test
    void devicesAreMovedBetweenGroupsAndFiltered() {
        Desk at = at();
        at.desk.devices().add(device("a", "192.0.2.1", ""));
        at.desk.devices().add(device("b", "192.0.2.2", "Lab"));
        at.desk.devices().move(List.of(at.desk.devices().devices().getFirst()), "Core/Rack 1");
        assertThat(at.desk.devices().groups()).containsExactly("Core/Rack 1", "Lab");
        at.desk.devices().filterProperty().set("rack");
        assertThat(at.desk.devices().shown()).extracting(SavedDevice::name).containsExactly("a");
        at.desk.devices().filterProperty().set("2.2");
        assertThat(at.desk.devices().shown()).extracting(SavedDevice::name).containsExactly("b");
    }

    @Test
    void theAddressFieldKnowsThemAndTheirTimeout() {
        Desk at = at();
        at.desk
                .devices()
                .add(
                        new SavedDevice(
                                new Device("core", "192.0.2.1", 1161),
                                "",
                                "",
                                "",
                                Duration.ofSeconds(7),
                                4,
                                LastSeen.NEVER));
        at.desk.target().addressProperty().set("core");
        Target target = at.desk.target().target().orElseThrow();
        assertThat(target.address()).isEqualTo("192.0.2.1:1161");
        assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(target.retries()).isEqualTo(4);
        assertThat(at.desk.target().devices()).extracting(Device::name).containsExactly("core");
    }

    @Test
    void howADeviceWasLastIsNoted() {
        Desk at = at();
        at.desk.devices().add(device("core", "192.0.2.1", ""));
        at.desk.target().addressProperty().set("core");
        Target target = at.desk.target().target().orElseThrow();
        at.desk.devices().seen(target, false, FakeJob.START);
        assertThat(at().desk.devices().devices().getFirst().seen())
                .isEqualTo(new LastSeen(LastSeen.State.SILENT, Optional.of(FakeJob.START)));
    }

    @Test
    void theFormSaysWhatIsWrong() {
        Desk at = at();
        at.desk.devices().add(device("taken", "192.0.2.1", ""));
        DeviceViewModel form = new DeviceViewModel(at.desk.devices());
        form.clear();
        says(form, "host");
        form.hostProperty().set("192.0.2.9:161");
        says(form, "host");
        form.hostProperty().set("2001:db8::9");
        assertThat(form.problem()).isEmpty();
        form.portProperty().set("0");
        says(form, "port");
        form.portProperty().set("");
        form.timeoutProperty().set("soon");
        says(form, "timeout");
        form.timeoutProperty().set("0,5");
        form.retriesProperty().set("21");
        says(form, "retries");
        form.retriesProperty().set("0");
        form.nameProperty().set("taken");
        says(form, "name");
        form.nameProperty().set("free");
        assertThat(form.problem()).isEmpty();
        assertThat(form.save().timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(names(at)).containsExactly("taken", "free");
    }

    private static void says(DeviceViewModel form, String field) {
        assertThat(form.problem()).contains("device.problem." + field);
        assertThat(Words.has("device.problem." + field)).isTrue();
    }

    @Test
    void theFormChangesADeviceInItsPlace() {
        Desk at = at();
        at.desk.devices().add(device("a", "192.0.2.1", ""));
        at.desk.devices().add(device("b", "192.0.2.2", ""));
        DeviceViewModel form = new DeviceViewModel(at.desk.devices());
        form.edit(at.desk.devices().devices().getFirst());
        form.nameProperty().set("renamed");
        form.save();
        form.groupProperty().set("Lab");
        form.save();
        assertThat(names(at)).containsExactly("renamed", "b");
        assertThat(at.desk.devices().devices().getFirst().group()).isEqualTo("Lab");
    }
}

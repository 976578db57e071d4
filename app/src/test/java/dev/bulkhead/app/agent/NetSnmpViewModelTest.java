package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.bulkhead.app.agent.NetSnmpViewModel.Line;
import dev.bulkhead.app.agent.NetSnmpViewModel.Preview;
import dev.bulkhead.app.agent.NetSnmpViewModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetSnmpViewModelTest {
    private static final String PASSPHRASE = "correct horse";
    private static final String CANARY = "canary-5150-secret";

    @TempDir private Path folder;
    private Path conf = Path.of("");

    @BeforeEach
    void files() throws IOException {
        conf = Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(conf.resolve("hosts"));
        Files.writeString(
                conf.resolve("snmp.conf"),
                "defVersion 2c\ndefCommunity " + CANARY + "\ndefSecurityName bob\n");
        Files.writeString(conf.resolve("hosts/r1.conf"), "timeout 3\n");
    }

    private NetSnmpViewModel read(Desk at) {
        NetSnmpViewModel model = at.desk.netSnmp();
        model.read(conf);
        return model;
    }

    private static Preview preview(NetSnmpViewModel model) {
        return model.previewProperty().get().orElseThrow();
    }

    private static List<String> stored(Desk at) {
        return at.desk.credentials().items().stream().map(CredentialsViewModel.Item::name).toList();
    }

    @Test
    void thePreviewTellsWhatIsThereAndNoSecret() {
        Desk at = new Desk(Optional.of(folder.resolve("mine")));
        Preview preview = preview(read(at));
        assertThat(preview.credentials())
                .extracting(Line::name, Line::detail, Line::state)
                .containsExactly(
                        tuple("snmp.conf community", "v2c · community", State.NEW),
                        tuple("snmp.conf bob", "v3 · bob · noAuthNoPriv", State.NEW));
        assertThat(preview.devices().getFirst().detail())
                .isEqualTo("r1 · asked with snmp.conf community");
        assertThat(preview.toString()).doesNotContain(CANARY);
        assertThat(stored(at)).isEmpty();
        assertThat(at.desk.unlock().askProperty().get()).isEmpty();
    }

    @Test
    void whatIsTickedIsStoredOnceTheVaultIsOpen() {
        Desk at = new Desk(Optional.of(folder.resolve("mine")));
        NetSnmpViewModel model = read(at);
        preview(model).credentials().getLast().chosen().set(false);
        assertThat(model.chosen()).isEqualTo(2);
        model.take(() -> {});
        assertThat(stored(at)).isEmpty();
        at.desk.unlock().answer(PASSPHRASE, PASSPHRASE);
        assertThat(stored(at)).containsExactly("snmp.conf community");
        assertThat(at.desk.devices().named("r1").orElseThrow().credential())
                .isEqualTo("snmp.conf community");
        assertThat(at.told).anyMatch(each -> each.contains("One credential and one device"));
        assertThat(model.previewProperty().get()).isEmpty();
    }

    @Test
    void whoDoesNotOpenTheVaultStoresNothing() {
        Desk at = new Desk(Optional.of(folder.resolve("mine")));
        read(at).take(() -> {});
        at.desk.unlock().cancel();
        assertThat(stored(at)).isEmpty();
        assertThat(at.desk.devices().devices()).isEmpty();
    }

    @Test
    void theSameIsNotOfferedAndAnotherOfTheNameOnlyOnRequest() throws IOException {
        Desk at = new Desk(Optional.of(folder.resolve("mine")));
        read(at).take(() -> {});
        at.desk.unlock().answer(PASSPHRASE, PASSPHRASE);
        assertThat(preview(read(at)).credentials())
                .extracting(Line::state)
                .containsOnly(State.SAME);
        Files.writeString(conf.resolve("snmp.conf"), "defCommunity other\n");
        NetSnmpViewModel model = read(at);
        Line other = preview(model).credentials().getFirst();
        assertThat(other.state()).isEqualTo(State.EXISTS);
        assertThat(model.chosen()).isZero();
        other.chosen().set(true);
        model.take(() -> {});
        assertThat(preview(read(at)).credentials().getFirst().state()).isEqualTo(State.SAME);
    }
}

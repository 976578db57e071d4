package dev.bulkhead.app.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bulkhead.app.agent.Desk;
import dev.bulkhead.app.agent.InlineWork;
import dev.bulkhead.app.agent.SavedDevice;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DiscoveryViewModelTest {
    private static final JobId JOB = new JobId(1);

    private final Desk at = new Desk(Optional.empty());
    private final DiscoveryViewModel model =
            new DiscoveryViewModel(at.desk, at.jobs, new InlineWork());

    @BeforeEach
    void blocks() {
        model.blocksProperty().set("192.0.2.0/28, host.example");
        at.desk
                .credentials()
                .keepForSession(new NamedCredential("demo", new Recipe.Plain(DemoNetwork.user())));
    }

    private static Discovery.Answered answered(long position, int credential, String name) {
        OctetString text = new OctetString(name.getBytes(StandardCharsets.UTF_8));
        return new Discovery.Answered(
                position,
                FakeJob.START,
                "192.0.2." + position,
                161,
                "192.0.2." + position,
                credential,
                Duration.ofMillis(3),
                Optional.empty(),
                List.of(new VarBind(Oid.parse("1.3.6.1.2.1.1.5.0"), text)));
    }

    private void finds(Discovery... some) {
        at.jobs.last().says(new JobEvent.Discovered(JOB, FakeJob.START, List.of(some)));
    }

    @Test
    void theJobIsWhatTheFieldsSay() {
        model.chosen().add("demo");
        model.portsProperty().set("161 1161");
        model.rateProperty().set("50");
        model.start();
        JobSpec.Discover spec = (JobSpec.Discover) at.jobs.last().spec();
        assertThat(spec.blocks())
                .extracting(AddressBlock::text)
                .containsExactly("192.0.2.0/28", "host.example");
        assertThat(spec.ports()).containsExactly(161, 1161);
        assertThat(spec.perSecond()).isEqualTo(50);
        assertThat(spec.credentials()).hasSize(2).last().isEqualTo(DemoNetwork.user());
    }

    @Test
    void whatIsFoundStreamsInAndIsInert() {
        model.start();
        finds(answered(1, 0, "core\u202e\n1"));
        assertThat(model.found()).isEmpty();
        model.refresh();
        assertThat(model.found()).hasSize(1);
        assertThat(model.found().getFirst().name()).isEqualTo("core\ufffd\u240a1");
        at.jobs
                .last()
                .says(new JobEvent.Swept(JOB, FakeJob.START, new SweepProgress(15, 7, 1, 0, 0)));
        finds(answered(1, 0, "again"), answered(2, 0, "two"));
        model.refresh();
        assertThat(model.found()).extracting(FoundDevice::position).containsExactly(1L, 2L);
        assertThat(model.progressProperty().get().done()).isEqualTo(7);
        assertThat(model.isRunning()).isTrue();
        at.jobs.last().finishes();
        model.refresh();
        assertThat(model.isRunning()).isFalse();
        assertThat(model.stateProperty().get()).isEqualTo(Sweep.State.DONE);
    }

    @Test
    void aCancelledSweepKeepsWhatItFound() {
        model.start();
        finds(answered(1, 0, "one"));
        model.cancel();
        assertThat(at.jobs.last().isCancelled()).isTrue();
        at.jobs.last().finishes();
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(Sweep.State.CANCELLED);
        assertThat(model.found()).hasSize(1);
    }

    @Test
    void chosenDevicesGetIntoTheListWithGroupAndCredential() {
        model.chosen().add("demo");
        model.groupProperty().set("Found");
        model.start();
        finds(
                answered(1, 0, "by-public"),
                answered(2, 1, "by-user"),
                new Discovery.Refused(
                        3, FakeJob.START, "h", 161, "192.0.2.3", Optional.empty(), List.of()));
        model.refresh();
        assertThat(model.add(List.copyOf(model.found()))).isEqualTo(2);
        assertThat(at.desk.devices().devices())
                .extracting(SavedDevice::name, SavedDevice::group, SavedDevice::credential)
                .containsExactly(
                        tuple("by-public", "Found", ""), tuple("by-user", "Found", "demo"));
        assertThat(model.add(List.copyOf(model.found()))).isZero();
    }

    @Test
    void whatCannotBeAskedIsSaidInWords() {
        model.blocksProperty().set("192.0.2.0/99");
        model.start();
        assertThat(model.problemProperty().get()).contains("/99");
        model.blocksProperty().set(" ");
        model.start();
        assertThat(model.problemProperty().get()).contains("192.0.2.0/24");
        model.blocksProperty().set("192.0.2.1");
        model.rateProperty().set("fast");
        model.start();
        assertThat(model.problemProperty().get()).contains("fast");
        model.chosen().clear();
        model.start();
        assertThat(model.problemProperty().get()).contains("credential");
        assertThat(at.jobs.all()).isEmpty();
    }

    @Test
    void aLargeOwnNetworkIsProposedInPart() {
        byte[] address = {10, 1, (byte) 200, 77};
        assertThat(OwnNetworks.block(address, 8)).isEqualTo("10.1.200.0/24");
        assertThat(OwnNetworks.block(address, 23)).isEqualTo("10.1.200.0/23");
        assertThat(OwnNetworks.block(address, 30)).isEqualTo("10.1.200.76/30");
    }
}

package dev.bulkhead.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InstancesViewModelTest {
    private static final Oid OCTETS = Oid.parse("1.3.6.1.2.1.2.2.1.10");
    private static final Oid DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2");
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final InstancesViewModel model = new InstancesViewModel(jobs, Runnable::run);

    private static VarBind octets(long index) {
        return new VarBind(OCTETS.append(index), new SmiValue.Counter32(1));
    }

    private static VarBind descr(long index, String text) {
        return new VarBind(
                DESCR.append(index),
                new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void instancesComeWithWhatTheDeviceCallsThem() {
        model.find(TARGET, Library.NAMES, OCTETS);
        assertThat(((JobSpec.Walk) jobs.last().spec()).roots()).containsExactly(OCTETS, DESCR);
        assertThat(model.stateProperty().get()).isNotEmpty();
        jobs.last().gives(octets(1), octets(7), descr(1, "eth0"), descr(7, "x\u001by"));
        jobs.last().finishes();
        assertThat(model.instances())
                .containsExactly(
                        new Instance(OCTETS.append(1), "1", "eth0"),
                        new Instance(OCTETS.append(7), "7", "x\u241by"));
        assertThat(model.stateProperty().get()).isEmpty();
    }

    @Test
    void theFilterLooksAtIndexAndName() {
        model.find(TARGET, Library.NAMES, OCTETS);
        jobs.last().gives(octets(1), octets(7), descr(1, "eth0"), descr(7, "lo"));
        jobs.last().finishes();
        model.filterProperty().set("ETH");
        assertThat(model.instances()).extracting(Instance::index).containsExactly("1");
        model.filterProperty().set("7");
        assertThat(model.instances()).extracting(Instance::label).containsExactly("lo");
        model.filterProperty().set("none");
        assertThat(model.instances()).isEmpty();
        assertThat(model.stateProperty().get()).isNotEmpty();
    }

    @Test
    void anOlderQuestionsAnswerIsNotShown() {
        model.find(TARGET, Library.NAMES, OCTETS);
        FakeJob first = jobs.last();
        model.find(TARGET, Library.NAMES, DESCR);
        assertThat(first.isCancelled()).isTrue();
        first.gives(octets(1));
        first.finishes();
        assertThat(model.instances()).isEmpty();
    }

    @Test
    void nothingFoundIsSaid() {
        model.find(TARGET, Library.NAMES, OCTETS);
        jobs.last().finishes();
        assertThat(model.stateProperty().get()).contains("no instance");
    }
}

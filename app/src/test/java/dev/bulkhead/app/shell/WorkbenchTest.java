package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WorkbenchTest {
    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final Workbench bench = TestBench.create(jobs);

    @Test
    void withoutAnAddressNothingStartsAndTheStatusBarSaysWhy() {
        bench.run(Verb.WALK);
        assertThat(jobs.all()).isEmpty();
        assertThat(bench.status().lineProperty().get().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void aRunAsksTheTypedAddress() {
        bench.target().addressProperty().set("192.0.2.1:1161");
        bench.current().select(Oid.parse("1.3.6.1.2.1.1"));
        bench.run(Verb.WALK);
        JobSpec.Walk walk = (JobSpec.Walk) jobs.last().spec();
        assertThat(walk.target().address()).isEqualTo("192.0.2.1:1161");
        assertThat(walk.roots()).containsExactly(Oid.parse("1.3.6.1.2.1.1"));
    }

    @Test
    void whatIsNoTableOpensNone() {
        bench.target().addressProperty().set("192.0.2.1");
        assertThat(bench.table()).isEqualTo(Optional.empty());
        assertThat(bench.status().lineProperty().get().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void runAgainAsksTheSameQuestion() {
        bench.target().addressProperty().set("192.0.2.1");
        bench.current().select(Oid.parse("1.3.6.1.2.1.1"));
        bench.run(Verb.WALK);
        bench.current().select(Oid.parse("1.3.6.1.2.1.2"));
        bench.runAgain();
        assertThat(jobs.all()).hasSize(2);
        assertThat(jobs.last().spec()).isEqualTo(jobs.all().getFirst().spec());
    }
}

package dev.bulkhead.app.demo;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.LoadReport;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the off-screen demo prints: real values as they come. */
final class DemoTalk {
    private static final double MEGABIT = 1_000_000;
    private static final int BITS = 8;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Workbench workbench;
    private final PrintStream out;
    private final Map<Oid, CounterRate> rates = new HashMap<>();

    DemoTalk(Workbench workbench, PrintStream out) {
        this.workbench = workbench;
        this.out = out;
    }

    void mibs() {
        LoadReport report =
                FxSteps.ask(() -> workbench.library().reportProperty().get().orElseThrow());
        out.println(
                Words.text(
                        "demo.mibs",
                        report.modules(),
                        report.objects(),
                        JobWords.duration(report.duration())));
    }

    void devices() {
        for (Device device : FxSteps.ask(() -> List.copyOf(workbench.target().devices()))) {
            out.println(Words.text("demo.device", device.label(), device.address()));
        }
    }

    /** Says how the shown run went. */
    void run() {
        QueryRun run = FxSteps.ask(() -> workbench.results().shownProperty().get().orElseThrow());
        out.println(
                Words.text(
                        "demo.walk",
                        run.question().what(),
                        run.count(),
                        JobWords.duration(run.progress().elapsed(run.progress().begun())),
                        Long.toString(run.progress().pid())));
    }

    /** Polls for some rounds and prints each. */
    void poll(List<String> names, int rounds) {
        Target target = FxSteps.ask(() -> workbench.target().target().orElseThrow());
        JobSpec.Poll.Item item =
                new JobSpec.Poll.Item(target, names.stream().map(this::resolve).toList());
        JobHandle job =
                workbench
                        .services()
                        .jobs()
                        .submit(
                                new JobSpec.Poll(List.of(item), new Schedule(PERIOD, rounds)),
                                this::print);
        try {
            if (!job.await(PERIOD.multipliedBy(rounds + 10L))) {
                throw new IllegalStateException("the poll did not end in time");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Oid resolve(String name) {
        return Scenes.resolve(workbench.library().names(), name);
    }

    private void print(JobEvent event) {
        switch (event) {
            case JobEvent.Started started ->
                    out.println(Words.text("demo.worker", Long.toString(started.pid())));
            case JobEvent.Samples samples -> samples.samples().forEach(this::print);
            case JobEvent.Failed failed -> out.println(failed.failure().message());
            default -> {}
        }
    }

    private void print(Sample sample) {
        sample.failure().ifPresent(failure -> out.println(failure.message()));
        MibNames names = workbench.library().names();
        for (VarBind varBind : sample.varBinds()) {
            out.println(
                    Words.text(
                            "demo.value",
                            names.shortName(varBind.name()),
                            names.value(varBind),
                            rate(varBind, sample)));
        }
    }

    private String rate(VarBind varBind, Sample sample) {
        if (sample.upTimeTicks().isEmpty()) {
            return "";
        }
        CounterRate.Outcome outcome =
                rates.computeIfAbsent(varBind.name(), _ -> new CounterRate())
                        .next(varBind.value(), sample.upTimeTicks().get(), sample.time());
        return switch (outcome) {
            case CounterRate.Outcome.Rate rate ->
                    Words.text("demo.rate", rate.perSecond() * BITS / MEGABIT);
            case CounterRate.Outcome.Gap gap -> gap.reason().words();
        };
    }
}

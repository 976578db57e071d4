package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.stream.Collectors;

/** A job in a few words. */
final class JobLine {
    private JobLine() {}

    static String of(JobHandle job, Workbench workbench) {
        return of(job.spec(), workbench);
    }

    static String of(JobSpec spec, Workbench workbench) {
        return switch (spec) {
            case JobSpec.Get get ->
                    Words.text("job.get", names(get.oids(), workbench), get.target().address());
            case JobSpec.Walk walk ->
                    Words.text("job.walk", names(walk.roots(), workbench), walk.target().address());
            case JobSpec.Table table ->
                    Words.text(
                            "job.table",
                            names(
                                    table.columns().subList(0, 1).stream()
                                            .map(column -> column.parent().parent())
                                            .toList(),
                                    workbench),
                            table.target().address());
            case JobSpec.Set set -> Words.text("job.set", set.target().address());
            case JobSpec.Poll poll ->
                    Words.text(
                            "job.poll",
                            poll.items().stream().mapToInt(item -> item.oids().size()).sum(),
                            poll.items().getFirst().target().address());
            case JobSpec.Notify notify ->
                    Words.text(
                            "job.notify",
                            names(List.of(notify.trapOid()), workbench),
                            notify.target().address());
            case JobSpec.Listen listen ->
                    Words.text(
                            "job.listen",
                            listen.endpoints().stream()
                                    .map(Endpoint::address)
                                    .collect(Collectors.joining(", ")));
            case JobSpec.Discover discover ->
                    Words.text(
                            "job.discover",
                            discover.blocks().stream()
                                    .limit(3)
                                    .map(AddressBlock::text)
                                    .collect(Collectors.joining(", ")));
            case JobSpec.Doctor doctor -> Words.text("job.doctor", doctor.target().address());
            case JobSpec.Simulate simulate -> Words.text("job.simulate", simulate.devices().size());
        };
    }

    private static String names(List<Oid> oids, Workbench workbench) {
        return oids.stream()
                .limit(3)
                .map(oid -> workbench.library().names().shortName(oid))
                .collect(Collectors.joining(", "));
    }
}

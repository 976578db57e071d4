package dev.bulkhead.app.processes;

import dev.bulkhead.app.polling.TargetTime;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jobs under way, each a row as long as it runs. */
public final class ProcessesViewModel {
    private final Source source;
    private Map<JobHandle, ProcessRow> known = new LinkedHashMap<>();

    /** Where jobs are found, and what is known of them. */
    public interface Source {
        /** Those that have not ended. */
        List<JobHandle> running();

        /** What a job does, in a few words. */
        String describe(JobHandle job);

        /** How long its targets take to answer, the slowest first; empty where nobody knows. */
        List<TargetTime> targets(JobHandle job);

        /** Whether some tab belongs to a job. */
        boolean hasTab(JobHandle job);

        void showTab(JobHandle job);
    }

    public ProcessesViewModel(Source source) {
        this.source = source;
    }

    /** Looks at all jobs; rows stay the same objects. */
    List<ProcessRow> look() {
        Map<JobHandle, ProcessRow> now = new LinkedHashMap<>();
        for (JobHandle job : source.running()) {
            ProcessRow row = known.getOrDefault(job, new ProcessRow(job));
            row.look(source);
            now.put(job, row);
        }
        known = now;
        return new ArrayList<>(now.values());
    }

    /** What all processes come to. */
    record Sum(int jobs, int processes, long residentBytes, double cpuPercent, long restarts) {}

    static Sum sum(List<ProcessRow> rows) {
        int processes = 0;
        long bytes = 0;
        double cpu = 0;
        long restarts = 0;
        for (ProcessRow row : rows) {
            if (row.worker().isPresent()) {
                WorkerStatus worker = row.worker().get();
                processes++;
                bytes += worker.residentBytes().orElse(0L);
                cpu += row.cpuPercent().orElse(0);
                restarts += worker.restarts();
            }
        }
        return new Sum(rows.size(), processes, bytes, cpu, restarts);
    }

    boolean hasTab(ProcessRow row) {
        return source.hasTab(row.job());
    }

    void showTab(ProcessRow row) {
        source.showTab(row.job());
    }

    /** Ends a job; what has arrived stays. */
    void stop(ProcessRow row) {
        row.job().cancel();
    }

    /** Ends its process by force; the supervisor starts another, and the job goes on. */
    void restart(ProcessRow row) {
        row.job().killWorker();
    }
}

package dev.bulkhead.app.change;

import dev.bulkhead.app.change.ChangeEntry.Result;
import dev.bulkhead.app.change.ChangeReport.Sent;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Every SET of this session and the last of earlier ones, the newest first. The window's thread but
 * for the file, which a thread of its own reads and writes.
 *
 * <p>Limits: {@link #LIMIT} entries, here and in the file.
 */
final class ChangeLog implements AutoCloseable {
    static final int LIMIT = 1_000;

    private final ObservableList<ChangeEntry> entries = FXCollections.observableArrayList();
    private final Supplier<MibNames> names;
    private final ChangeFile file;
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("changes-file").factory());
    private long lastTransaction;

    ChangeLog(Supplier<MibNames> names, ChangeFile file, Executor window) {
        this.names = names;
        this.file = file;
        disk.execute(() -> {
            List<ChangeEntry> old = file.read(LIMIT);
            if (!old.isEmpty()) {
                window.execute(() -> loaded(old));
            }
        });
    }

    private void loaded(List<ChangeEntry> old) {
        long shift = old.stream().mapToLong(ChangeEntry::transaction).max().orElse(0);
        lastTransaction = Math.max(lastTransaction, shift);
        entries.addAll(old);
        cut();
    }

    ObservableList<ChangeEntry> entries() {
        return entries;
    }

    /**
     * Takes note of what was sent.
     *
     * @param rows the cells of rows that were to be removed, by their status
     */
    void add(ChangeReport report, Map<Oid, List<VarBind>> rows) {
        Set<Oid> created = created(report);
        for (Sent sent : report.sent()) {
            lastTransaction++;
            for (int i = 0; i < sent.outcomes().size(); i++) {
                int place = i;
                result(sent.outcomes().get(i), sent.step().assignments().get(i))
                        .ifPresent(result ->
                                entries.addFirst(entry(sent, place, result, created, rows)));
            }
        }
        cut();
        save();
    }

    private static Optional<Result> result(Outcome outcome, Assignment assignment) {
        return switch (outcome) {
            case Outcome.Written _ -> Optional.of(Result.WRITTEN);
            case Outcome.Refused _ -> Optional.of(Result.REFUSED);
            case Outcome.Untouched _ -> Optional.of(Result.UNTOUCHED);
            case Outcome.TakenBack _ -> Optional.of(Result.TAKEN_BACK);
            case Outcome.Uncertain uncertain -> Optional.of(afterDoubt(uncertain, assignment));
            case Outcome.NotTried _ -> Optional.empty();
        };
    }

    private static Result afterDoubt(Outcome.Uncertain uncertain, Assignment assignment) {
        Optional<SmiValue> now = uncertain.readBack();
        if (now.isEmpty()) {
            return Result.UNCERTAIN;
        }
        if (now.get().equals(assignment.after())) {
            return Result.WRITTEN;
        }
        return now.equals(assignment.before()) ? Result.UNTOUCHED : Result.UNCERTAIN;
    }

    private ChangeEntry entry(
            Sent sent, int place, Result result, Set<Oid> created, Map<Oid, List<VarBind>> rows) {
        Assignment assignment = sent.step().assignments().get(place);
        Target target = sent.step().place().target();
        int error =
                sent.outcomes().get(place) instanceof Outcome.Refused(var status)
                        ? status.number()
                        : 0;
        return new ChangeEntry(
                lastTransaction,
                sent.time(),
                Optional.of(target),
                target.address(),
                sent.step().place().device(),
                assignment.instance(),
                assignment.before(),
                Optional.of(assignment.after()),
                result,
                error,
                effect(assignment, created, rows),
                false);
    }

    private Set<Oid> created(ChangeReport report) {
        Set<Oid> rows = new HashSet<>();
        for (Assignment each :
                report.sent().stream().flatMap(s -> s.step().assignments().stream()).toList()) {
            Rows.ofInstance(names.get(), each.instance())
                    .filter(found -> each.wasMissing() && found.creates(each))
                    .ifPresent(_ -> rows.add(each.instance()));
        }
        return rows;
    }

    private RowEffect effect(
            Assignment assignment, Set<Oid> created, Map<Oid, List<VarBind>> rows) {
        Optional<Rows> of = Rows.ofInstance(names.get(), assignment.instance());
        Optional<Oid> status = of.map(found -> found.statusOf(assignment.instance()));
        if (status.isPresent() && created.contains(status.get())) {
            return new RowEffect.Created(status.get());
        }
        boolean destroys =
                of.filter(found -> found.removes(assignment)).isPresent() && assignment.hadValue();
        return destroys
                ? new RowEffect.Destroyed(status.get(), rows.getOrDefault(status.get(), List.of()))
                : new RowEffect.None();
    }

    /** Marks entries that were set back. */
    void setBack(List<ChangeEntry> undone) {
        entries.replaceAll(entry -> undone.contains(entry) ? entry.setBack() : entry);
        save();
    }

    private void cut() {
        if (entries.size() > LIMIT) {
            entries.remove(LIMIT, entries.size());
        }
    }

    private void save() {
        List<ChangeEntry> now = entries.stream().map(this::withoutSecrets).toList();
        disk.execute(() -> file.write(now));
    }

    private ChangeEntry withoutSecrets(ChangeEntry entry) {
        boolean secret = isSecret(entry.instance());
        return new ChangeEntry(
                entry.transaction(),
                entry.time(),
                Optional.empty(),
                entry.address(),
                entry.device(),
                entry.instance(),
                secret ? Optional.empty() : entry.before(),
                secret ? Optional.empty() : entry.after(),
                entry.result(),
                entry.errorStatus(),
                entry.row() instanceof RowEffect.Destroyed(Oid status, List<VarBind> cells)
                        ? new RowEffect.Destroyed(status, withoutSecrets(cells))
                        : entry.row(),
                entry.undone());
    }

    private List<VarBind> withoutSecrets(List<VarBind> cells) {
        List<VarBind> plain = new ArrayList<>(cells);
        plain.removeIf(cell -> isSecret(cell.name()));
        return plain;
    }

    private boolean isSecret(Oid instance) {
        return names.get().object(instance).filter(SecretObjects::contains).isPresent();
    }

    /** Lets the file be written to its end. */
    @Override
    public void close() {
        disk.close();
    }
}

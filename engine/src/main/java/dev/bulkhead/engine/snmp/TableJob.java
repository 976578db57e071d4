package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a conceptual table (RFC 2578 §7.1.12), several columns in one request, and gives out whole
 * rows in the order of their instances.
 *
 * <p>Each request asks the columns that hold up the next row ({@link TableRows}), so a dense table
 * is read in step and a sparse column runs ahead by one answer at most: memory stays bounded. An
 * answer may be cut anywhere: what is there counts, the rest is asked again. On a slow path the
 * columns are asked for in several requests at once ({@link FlightWindow}).
 *
 * <p>Names that do not increase end the table whatever the options say: rows could not be put
 * together. tooBig halves the repetitions, then the columns in a request.
 */
final class TableJob implements RunningJob {
    /** Columns in one request, and about the cells in one answer (10 octets and up each). */
    private static final int MAX_COLUMNS = 12;

    private static final int MAX_CELLS = 400;

    private final Agent agent;
    private final WalkOptions options;
    private final Counts counts;
    private final JobOutput output;
    private final TableRows rows;
    private final long deadlineNanos;
    private final Repetitions repetitions;
    private final FlightWindow window = new FlightWindow();
    private final AlongTime time;
    private int maxColumns;
    private int underWay;

    /** How often silence was taken as strain; requests sent before that are forgiven theirs. */
    private int strains;

    private long given;
    private boolean ended;

    TableJob(Agent agent, JobSpec.Table table, StartPoint start, Counts counts, JobOutput output) {
        this.agent = agent;
        this.options = table.options();
        this.counts = counts;
        this.output = output;
        this.rows = new TableRows(table.columns(), start.after());
        this.given = start.varBindsDone();
        boolean onlySimple = agent.choosiness().isOnlySimple();
        this.repetitions = new Repetitions(options, !agent.isV1() && !onlySimple);
        this.maxColumns = onlySimple ? 1 : MAX_COLUMNS;
        this.time = new AlongTime(table.timed() && !onlySimple);
        this.deadlineNanos = System.nanoTime() + options.maxTime().toNanos();
    }

    @Override
    public void start() {
        askOn();
    }

    @Override
    public void cancel() {
        end(Optional.empty());
    }

    private void end(Optional<Failure> failure) {
        if (!ended) {
            ended = true;
            output.done(failure);
        }
    }

    private void askOn() {
        while (underWay < window.size()) {
            List<TableColumn> asked = rows.toAsk(maxColumns);
            if (asked.isEmpty()) {
                return;
            }
            ask(asked);
        }
    }

    private void ask(List<TableColumn> asked) {
        List<Oid> from = asked.stream().map(TableColumn::cursor).toList();
        int most = Math.max(1, MAX_CELLS / from.size());
        int repeat = Math.min(repetitions.now(), most);
        List<Oid> names = time.with(from);
        int before = names.size() - from.size();
        Question question =
                repeat == 0 ? Question.next(names) : Question.bulk(names, before, repeat);
        int strainsBefore = strains;
        underWay++;
        asked.forEach(column -> column.setAsked(true));
        Consumer<Reply> receiver =
                reply -> {
                    underWay--;
                    asked.forEach(column -> column.setAsked(false));
                    if (reply instanceof NoAnswer(Failure.Timeout timeout)
                            && isStrain(strainsBefore)) {
                        askOn();
                    } else {
                        replied(asked, question, reply);
                    }
                };
        Question simpler = Question.next(from.subList(0, 1));
        agent.choosiness()
                .ask(
                        agent,
                        question,
                        simpler,
                        reply -> receiver.accept(before > 0 ? time.without(reply) : reply),
                        answer -> {
                            askSimply();
                            receiver.accept(answer);
                        });
    }

    /** It answers GETNEXT for one variable only. */
    private void askSimply() {
        maxColumns = 1;
        time.giveUp();
        repetitions.giveUpBulk();
    }

    /** Whether silence may come from asking for too much at once, so that less may be answered. */
    private boolean isStrain(int strainsBefore) {
        if (ended || strainsBefore < strains) {
            return !ended;
        }
        boolean several = window.takesSilence();
        boolean large = repetitions.takesSilence();
        if (several || large) {
            strains++;
            return true;
        }
        return false;
    }

    private void replied(List<TableColumn> asked, Question question, Reply reply) {
        if (ended) {
            return;
        }
        switch (reply) {
            case NoAnswer(Failure failure) -> end(Optional.of(failure));
            case Answer answer -> {
                window.answered(answer);
                if (answer.error() == ErrorStatus.NO_ERROR) {
                    int got = answer.varBinds().size() / asked.size();
                    repetitions.answered(question.maxRepetitions(), got, answer);
                    take(asked, answer);
                } else {
                    repair(asked, question, answer);
                }
            }
        }
    }

    private void repair(List<TableColumn> asked, Question question, Answer answer) {
        int index = answer.errorIndex();
        int repeat = question.maxRepetitions();
        if (answer.error() == ErrorStatus.TOO_BIG
                && repeat > 1
                && repetitions.takesTooBig(repeat)) {
            goOn(answer.roundTripNanos());
        } else if (answer.error() == ErrorStatus.TOO_BIG && asked.size() > 1) {
            maxColumns = asked.size() / 2;
            goOn(answer.roundTripNanos());
        } else if (answer.error() == ErrorStatus.NO_SUCH_NAME
                && index >= 1
                && index <= asked.size()) {
            asked.get(index - 1).finish();
            goOn(answer.roundTripNanos());
        } else if (answer.error() == ErrorStatus.GEN_ERR && repeat > 0) {
            repetitions.giveUpBulk();
            goOn(answer.roundTripNanos());
        } else if (answer.error() == ErrorStatus.GEN_ERR && asked.size() > 1) {
            maxColumns = 1;
            goOn(answer.roundTripNanos());
        } else if (time.giveUp()) {
            goOn(answer.roundTripNanos());
        } else {
            int all = question.varBinds().size();
            List<VarBind> cells = question.varBinds().subList(all - asked.size(), all);
            end(Optional.of(RunningJob.failureOf(agent, answer, cells)));
        }
    }

    /** Whether the agent does not heed GETBULK's non-repeaters and went on from its time. */
    private static boolean isTimeRepeated(List<TableColumn> asked, List<VarBind> varBinds) {
        if (varBinds.size() <= asked.size()) {
            return false;
        }
        Oid second = varBinds.get(asked.size()).name();
        return !asked.getFirst().contains(second) && AlongTime.isBehind(second);
    }

    private void take(List<TableColumn> asked, Answer answer) {
        List<VarBind> varBinds = answer.varBinds();
        boolean unusable = varBinds.isEmpty() || isTimeRepeated(asked, varBinds);
        if (unusable && time.giveUp()) {
            goOn(answer.roundTripNanos());
            return;
        }
        if (varBinds.isEmpty() && repetitions.now() > 0) {
            repetitions.giveUpBulk();
            goOn(answer.roundTripNanos());
            return;
        }
        if (varBinds.isEmpty()) {
            end(Optional.of(new Failure.BadAnswer(agent.name(), "an answer without variables")));
            return;
        }
        for (int i = 0; i < varBinds.size(); i++) {
            TableColumn column = asked.get(i % asked.size());
            VarBind cell = varBinds.get(i);
            if (column.isFinished()) {
                continue;
            }
            boolean over = cell.value() == Marker.END_OF_MIB_VIEW;
            if (over || !column.contains(cell.name())) {
                column.finish();
            } else if (cell.name().compareTo(column.cursor()) <= 0) {
                giveRows(answer.roundTripNanos());
                end(
                        Optional.of(
                                new Failure.NotIncreasing(
                                        agent.name(), column.cursor(), cell.name())));
                return;
            } else if (cell.value() instanceof Marker) {
                // No agent may answer so (RFC 3416 §4.2.2), but the rows behind it are there.
                column.pass(cell.name());
            } else {
                column.add(cell, time.ticks());
            }
        }
        goOn(answer.roundTripNanos());
    }

    /** Rows are given out after the next request is sent, so that the agent works meanwhile. */
    private void goOn(long roundTripNanos) {
        if (rows.isFinished()) {
            giveRows(roundTripNanos);
            end(Optional.empty());
            return;
        }
        if (!options.maxTime().isZero() && System.nanoTime() - deadlineNanos >= 0) {
            giveRows(roundTripNanos);
            end(Optional.of(new Failure.LimitReached(options.maxTime().toMillis() + " ms")));
            return;
        }
        List<Rows> taken = takeRows();
        if (!ended && !rows.isFinished()) {
            askOn();
        }
        give(taken, roundTripNanos);
    }

    private void giveRows(long roundTripNanos) {
        give(takeRows(), roundTripNanos);
    }

    /** Cells of whole rows, and the agent's time when it gave the first of each row. */
    private record Rows(long ticks, List<VarBind> cells) {}

    private List<Rows> takeRows() {
        List<Rows> taken = new ArrayList<>();
        for (List<VarBind> row = rows.takeRow(); !row.isEmpty(); row = rows.takeRow()) {
            long ticks = rows.ticksOfRow();
            if (taken.isEmpty() || taken.getLast().ticks() != ticks) {
                taken.add(new Rows(ticks, new ArrayList<>()));
            }
            taken.getLast().cells().addAll(row);
        }
        return taken;
    }

    private void give(List<Rows> taken, long roundTripNanos) {
        if (taken.isEmpty()) {
            return;
        }
        for (Rows some : taken) {
            given += some.cells().size();
            counts.varBinds(some.cells().size());
            output.sample(sample(some, roundTripNanos));
        }
        if (options.maxVarBinds() > 0 && given >= options.maxVarBinds()) {
            end(Optional.of(new Failure.LimitReached(options.maxVarBinds() + " values")));
        }
    }

    private Sample sample(Rows some, long roundTripNanos) {
        if (some.ticks() == AlongTime.NONE) {
            return RunningJob.sampleOf(some.cells(), roundTripNanos);
        }
        PeerEngine engine = agent.engine();
        return new Sample(
                0,
                0,
                Instant.now(),
                Duration.ofNanos(roundTripNanos),
                Optional.of(some.ticks()),
                engine == null ? Optional.empty() : engine.provenBoots(),
                some.cells(),
                Optional.empty());
    }
}

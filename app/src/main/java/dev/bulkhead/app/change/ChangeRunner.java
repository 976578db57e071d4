package dev.bulkhead.app.change;

import dev.bulkhead.app.change.ChangeReport.Sent;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Sends a plan: each SET once, then a GET that reads back what was written.
 *
 * <p>A SET without an answer may have been done (RFC 3416 §4.2.5 says nothing of lost answers), so
 * it is never sent again; reading back tells what happened, if the agent answers that.
 *
 * <p>Concurrency: everything runs on {@code window}, to which engine threads hand answers over.
 */
final class ChangeRunner {
    private final JobStarter jobs;
    private final Executor window;
    private final InstantSource clock;

    ChangeRunner(JobStarter jobs, Executor window, InstantSource clock) {
        this.jobs = jobs;
        this.window = window;
        this.clock = clock;
    }

    /** Runs a plan; {@code done} gets its report on the window's thread. */
    void run(ChangePlan plan, Consumer<ChangeReport> done) {
        new Run(plan, done).next();
    }

    private final class Run {
        private final ChangePlan plan;
        private final Consumer<ChangeReport> done;
        private final Deque<ChangeStep> left;
        private final Deque<ChangeStep> cleanups = new ArrayDeque<>();
        private final List<Sent> sent = new ArrayList<>();

        Run(ChangePlan plan, Consumer<ChangeReport> done) {
            this.plan = plan;
            this.done = done;
            left = new ArrayDeque<>(plan.steps());
        }

        void next() {
            ChangeStep step = left.poll();
            if (step == null) {
                done.accept(new ChangeReport(plan, sent));
            } else {
                ask(set(step.place(), step.assignments()), answer -> answered(step, answer));
            }
        }

        private void answered(ChangeStep step, OneAnswer answer) {
            if (answer.failure().isEmpty()) {
                if (!step.cleanup().isEmpty()) {
                    cleanups.push(new ChangeStep(step.place(), step.cleanup()));
                }
                readBack(step, back -> written(step, back));
                return;
            }
            Failure failure = answer.failure().get();
            if (leavesDoubt(failure)) {
                readBack(step, back -> uncertain(step, failure, back));
            } else if (failure instanceof Failure.ErrorResponse && !step.otherwise().isEmpty()) {
                for (ChangeStep other : step.otherwise().reversed()) {
                    left.push(other);
                }
                next();
            } else {
                failed(step, failure, refused(step, failure));
            }
        }

        private void written(ChangeStep step, OneAnswer back) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Assignment each : step.assignments()) {
                outcomes.add(new Outcome.Written(back.value(each.instance())));
            }
            sent.add(new Sent(step, clock.instant(), outcomes, Optional.empty()));
            next();
        }

        private void uncertain(ChangeStep step, Failure failure, OneAnswer back) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Assignment each : step.assignments()) {
                outcomes.add(new Outcome.Uncertain(failure, back.value(each.instance())));
            }
            failed(step, failure, outcomes);
        }

        private void failed(ChangeStep step, Failure failure, List<Outcome> outcomes) {
            sent.add(new Sent(step, clock.instant(), outcomes, Optional.of(failure)));
            for (ChangeStep rest : left) {
                List<Outcome> none =
                        rest.assignments().stream()
                                .<Outcome>map(_ -> new Outcome.NotTried())
                                .toList();
                sent.add(new Sent(rest, clock.instant(), none, Optional.empty()));
            }
            left.clear();
            cleanUp();
        }

        /** Takes back what only made sense with the steps that failed. */
        private void cleanUp() {
            ChangeStep cleanup = cleanups.poll();
            if (cleanup == null) {
                done.accept(new ChangeReport(plan, sent));
                return;
            }
            ask(
                    set(cleanup.place(), cleanup.assignments()),
                    answer -> {
                        if (answer.failure().isEmpty()) {
                            markTakenBack(cleanup.assignments());
                        }
                        cleanUp();
                    });
        }

        private void markTakenBack(List<Assignment> undone) {
            List<Oid> instances = undone.stream().map(Assignment::instance).toList();
            sent.replaceAll(each -> {
                List<Outcome> outcomes = new ArrayList<>(each.outcomes());
                for (int i = 0; i < outcomes.size(); i++) {
                    Oid instance = each.step().assignments().get(i).instance();
                    if (outcomes.get(i).isWritten() && instances.contains(instance)) {
                        outcomes.set(i, new Outcome.TakenBack());
                    }
                }
                return new Sent(each.step(), each.time(), outcomes, each.failure());
            });
        }

        private void readBack(ChangeStep step, Consumer<OneAnswer> then) {
            List<Oid> instances = step.assignments().stream().map(Assignment::instance).toList();
            ask(
                    new JobSpec.Get(
                            step.place().target(),
                            new JobSpec.Get.Mode.Exact(),
                            instances.stream().distinct().toList()),
                    then);
        }

        private void ask(JobSpec spec, Consumer<OneAnswer> then) {
            var _ = OneAnswer.ask(jobs, spec, answer -> window.execute(() -> then.accept(answer)));
        }
    }

    private static JobSpec.Set set(Place place, List<Assignment> assignments) {
        return new JobSpec.Set(
                place.once(),
                assignments.stream()
                        .map(each -> new VarBind(each.instance(), each.after()))
                        .toList());
    }

    /** Whether the agent may have done what it was told, or a part of it. */
    private static boolean leavesDoubt(Failure failure) {
        return switch (failure) {
            case Failure.Timeout _, Failure.BadAnswer _, Failure.WorkerLost _ -> true;
            case Failure.ErrorResponse error -> error.status() == ErrorStatus.UNDO_FAILED;
            case Failure.NoSecureSession _, Failure.LimitReached _ -> true;
            case Failure.Report _, Failure.UnknownHost _, Failure.Unreachable _ -> false;
            case Failure.NotIncreasing _, Failure.LocalProblem _ -> false;
        };
    }

    /** The error at the variable that the error-index names; nothing was written anywhere. */
    private static List<Outcome> refused(ChangeStep step, Failure failure) {
        List<Outcome> outcomes = new ArrayList<>();
        int named =
                failure instanceof Failure.ErrorResponse error && error.errorIndex() > 0
                        ? error.errorIndex() - 1
                        : -1;
        boolean only = step.assignments().size() == 1;
        for (int i = 0; i < step.assignments().size(); i++) {
            boolean blamed = i == named || (named < 0 && only);
            outcomes.add(
                    blamed && failure instanceof Failure.ErrorResponse error
                            ? new Outcome.Refused(error.status())
                            : new Outcome.Untouched(failure));
        }
        return outcomes;
    }
}

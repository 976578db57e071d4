package dev.bulkhead.app.pollset;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no poll set. Its message tells all problems, each on a line. */
public final class PollSetException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<PollSetProblem> problems;

    /** At least one problem, in the order of the text. */
    public PollSetException(List<PollSetProblem> problems) {
        super(problems.stream().map(PollSetProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PollSetProblem> problems() {
        return problems;
    }
}

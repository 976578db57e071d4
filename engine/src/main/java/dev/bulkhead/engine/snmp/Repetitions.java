package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.WalkOptions;

/**
 * How many rows the next GETBULK asks for (RFC 3416 §4.2.3).
 *
 * <p><b>Adaptive:</b> as many as the job says at first, twice as many after each answer that came
 * at once and whole, while such an answer stays below {@value #MOST_OCTETS} octets. An answer that
 * came after a retry, or none, may mean that larger ones get lost on the way (their fragments are
 * dropped): it is asked for as few as at first then, and for no more from there on. An agent that
 * answers fewer rows than it was asked for has a limit of its own, which is kept to.
 *
 * <p><b>Or as given</b>, and fewer only when the agent says tooBig. On the loop's thread.
 */
final class Repetitions {
    private static final int MOST_OCTETS = 8_000;

    private int first;
    private boolean growing;
    private int now;

    /** For an agent. */
    Repetitions(WalkOptions options, boolean bulk) {
        this.first = bulk ? options.maxRepetitions() : 0;
        this.now = first;
        this.growing = options.adaptive() && first > 0;
    }

    /** 0 for GETNEXT. */
    int now() {
        return now;
    }

    /**
     * Learns from an answer without an error.
     *
     * @param asked rows asked for
     * @param got rows that came
     */
    void answered(int asked, int got, Reply.Answer answer) {
        if (!growing || asked < now) {
            return;
        }
        if (answer.retried()) {
            giveUpGrowing();
        } else if (got < asked) {
            now = Math.max(first, got);
            growing = false;
        } else {
            long fit = (long) asked * MOST_OCTETS / Math.max(1, answer.octets());
            now = (int) Math.max(now, Math.min(2L * now, fit));
        }
    }

    /** The agent does not answer GETBULK as it should; GETNEXT from now on. */
    void giveUpBulk() {
        first = 0;
        giveUpGrowing();
    }

    private void giveUpGrowing() {
        growing = false;
        now = first;
    }

    /** No answer came; whether to ask once more, for less. */
    boolean takesSilence() {
        boolean grown = now > first;
        giveUpGrowing();
        return grown;
    }

    /** The agent said tooBig to so many rows; whether fewer can be asked for. */
    boolean takesTooBig(int asked) {
        growing = false;
        now = asked / 2;
        return asked > 0;
    }
}

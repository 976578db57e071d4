package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Attempt;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SecurityLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a doctor tries next, by what it has seen so far. A pure function.
 *
 * <p><b>v1 and v2c:</b> the user's own community; silence may mean anything, so a discovery of v3
 * tells whether an agent lives at all; if so the community once more and under the other version,
 * if not a long wait.
 *
 * <p><b>v3:</b> a discovery, the user, and then what the agent's report, or its silence, leaves
 * open: reports are named by RFC 3414 §3.2; silence after a discovery is what net-snmp's agent has
 * for a message that it cannot decrypt and for a context that it does not know.
 *
 * <p><b>Limits:</b> {@value #MAX_PDUS} messages in all.
 */
final class Ladder {
    static final int MAX_PDUS = 8;

    /** What a probe asks. */
    enum Kind {
        ENGINE,
        UP_TIME,
        NEXT
    }

    /**
     * What to send.
     *
     * @param attempt place of the credential
     */
    record Rung(Step step, int attempt, Kind kind, Duration timeout) {}

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final JobSpec.Doctor spec;
    private final List<Attempt> attempts;

    Ladder(JobSpec.Doctor spec) {
        this.spec = spec;
        this.attempts = spec.attempts();
    }

    /** The next probe; empty if there is nothing more to learn. */
    Optional<Rung> next(Evidence seen) {
        if (seen.isAtEnd()) {
            return Optional.empty();
        }
        return spec.target().credential() instanceof Credential.Usm user
                ? nextOfUser(seen, user)
                : nextOfCommunity(seen);
    }

    private Optional<Rung> nextOfCommunity(Evidence seen) {
        if (!seen.has(Step.OWN)) {
            return request(Step.OWN, seen);
        }
        if (seen.own().orElseThrow() instanceof Finding.Responded responded) {
            return ofView(seen, responded);
        }
        if (!seen.has(Step.ENGINE)) {
            return engine(Step.ENGINE, seen);
        }
        if (!seen.isAlive()) {
            return seen.has(Step.LONGER_WAIT)
                    ? others(seen, _ -> true)
                    : Optional.of(new Rung(Step.LONGER_WAIT, 0, Kind.UP_TIME, patience()));
        }
        if (!seen.has(Step.AGAIN) && !seen.has(Step.LONGER_WAIT)) {
            return request(Step.AGAIN, seen);
        }
        return firstUntried(Step.OTHER_VERSION, seen)
                .or(() ->
                        seen.answered(Step.OTHER_VERSION).isPresent()
                                ? Optional.empty()
                                : others(seen, _ -> true));
    }

    private Optional<Rung> ofView(Evidence seen, Finding.Responded own) {
        return own.hasValue() || seen.has(Step.WHOLE_VIEW)
                ? Optional.empty()
                : Optional.of(new Rung(Step.WHOLE_VIEW, 0, Kind.NEXT, wait(seen)));
    }

    private Optional<Rung> nextOfUser(Evidence seen, Credential.Usm user) {
        if (!seen.has(Step.ENGINE)) {
            return engine(Step.ENGINE, seen);
        }
        if (seen.engine().isEmpty()) {
            return seen.has(Step.LONGER_WAIT)
                    ? others(seen, Credential.Community.class::isInstance)
                    : Optional.of(
                            new Rung(
                                    Step.LONGER_WAIT,
                                    Evidence.NO_ATTEMPT,
                                    Kind.ENGINE,
                                    patience()));
        }
        if (seen.has(Step.LONGER_WAIT)) {
            return Optional.empty();
        }
        if (!seen.has(Step.OWN)) {
            return request(Step.OWN, seen);
        }
        return switch (seen.own().orElseThrow()) {
            case Finding.Responded responded -> ofUser(seen, user, responded);
            case Finding.Reported reported -> ofReport(seen, reported);
            case Finding.ForeignKey _ -> otherAuth(seen);
            case Finding.Silent _ -> ofSilence(seen);
            case Finding.Engine _, Finding.Settled _ -> Optional.empty();
            case Finding.NoName _, Finding.NoRoute _ -> Optional.empty();
            case Finding.PortClosed _, Finding.HostUnreachable _ -> Optional.empty();
        };
    }

    private Optional<Rung> ofUser(Evidence seen, Credential.Usm user, Finding.Responded own) {
        if (own.hasValue()) {
            return seen.has(Step.SECOND_ENGINE)
                    ? Optional.empty()
                    : engine(Step.SECOND_ENGINE, seen);
        }
        return Verdict.isTooLow(user, own) ? Optional.empty() : ofView(seen, own);
    }

    private Optional<Rung> ofReport(Evidence seen, Finding.Reported own) {
        if (own.is(UsmReport.NOT_IN_TIME_WINDOWS)) {
            if (!seen.has(Step.AGAIN)) {
                return request(Step.AGAIN, seen);
            }
            return seen.has(Step.SECOND_ENGINE)
                    ? Optional.empty()
                    : engine(Step.SECOND_ENGINE, seen);
        }
        if (own.is(UsmReport.WRONG_DIGESTS)) {
            return otherAuth(seen);
        }
        if (own.is(UsmReport.UNSUPPORTED_SEC_LEVELS)) {
            return untilAnswered(Step.LOWER_LEVEL, seen);
        }
        return own.is(UsmReport.DECRYPTION_ERRORS) ? otherPriv(seen) : Optional.empty();
    }

    private Optional<Rung> ofSilence(Evidence seen) {
        if (!seen.has(Step.AGAIN)) {
            return request(Step.AGAIN, seen);
        }
        if (seen.answered(Step.NO_CONTEXT).isPresent()) {
            return Optional.empty();
        }
        Optional<Rung> inDefault = firstUntried(Step.NO_CONTEXT, seen);
        if (inDefault.isPresent()) {
            return inDefault;
        }
        if (!seen.has(Step.LOWER_LEVEL)) {
            return firstUntried(Step.LOWER_LEVEL, seen);
        }
        if (seen.of(Step.LOWER_LEVEL).filter(Finding::isWrongDigest).isPresent()) {
            return otherAuth(seen);
        }
        return seen.answered(Step.LOWER_LEVEL).isPresent() ? otherPriv(seen) : Optional.empty();
    }

    /** Tries digests until one is not called wrong. */
    private Optional<Rung> otherAuth(Evidence seen) {
        return Verdict.foundAuth(seen).isPresent()
                ? Optional.empty()
                : firstUntried(Step.OTHER_AUTH, seen);
    }

    private Optional<Rung> otherPriv(Evidence seen) {
        if (seen.answered(Step.OTHER_EXTENSION).isPresent()
                || seen.answered(Step.OTHER_PRIV).isPresent()) {
            return Optional.empty();
        }
        return firstUntried(Step.OTHER_EXTENSION, seen)
                .or(() -> firstUntried(Step.OTHER_PRIV, seen));
    }

    private Optional<Rung> others(Evidence seen, Predicate<Credential> usable) {
        for (Step step : List.of(Step.PUBLIC, Step.OTHER_CREDENTIAL)) {
            if (seen.answered(step).isPresent()) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            boolean other =
                    attempt.step() == Step.PUBLIC || attempt.step() == Step.OTHER_CREDENTIAL;
            boolean askable =
                    attempt.credential() instanceof Credential.Community
                            || seen.engine().isPresent();
            if (other && askable && usable.test(attempt.credential()) && !seen.hasAttempt(i)) {
                return Optional.of(new Rung(attempt.step(), i, Kind.UP_TIME, wait(seen)));
            }
        }
        return Optional.empty();
    }

    private Optional<Rung> untilAnswered(Step step, Evidence seen) {
        return seen.answered(step).isPresent() ? Optional.empty() : firstUntried(step, seen);
    }

    private Optional<Rung> firstUntried(Step step, Evidence seen) {
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).step() == step && !seen.hasAttempt(i)) {
                return Optional.of(new Rung(step, i, Kind.UP_TIME, wait(seen)));
            }
        }
        return Optional.empty();
    }

    private Optional<Rung> request(Step step, Evidence seen) {
        return Optional.of(new Rung(step, 0, Kind.UP_TIME, wait(seen)));
    }

    private Optional<Rung> engine(Step step, Evidence seen) {
        return Optional.of(new Rung(step, Evidence.NO_ATTEMPT, Kind.ENGINE, wait(seen)));
    }

    private Duration patience() {
        Duration timeout = spec.target().timeout();
        return timeout.compareTo(spec.patience()) > 0 ? timeout : spec.patience();
    }

    /** The timeout, or less if the agent has answered already, and fast. */
    private Duration wait(Evidence seen) {
        Duration timeout = spec.target().timeout();
        Duration enough =
                seen.engine()
                        .map(engine -> engine.roundTrip().multipliedBy(10))
                        .filter(time -> time.compareTo(SHORTEST_WAIT) > 0)
                        .orElse(seen.engine().isPresent() ? SHORTEST_WAIT : timeout);
        return enough.compareTo(timeout) < 0 ? enough : timeout;
    }

    /** Whether a user of less than authPriv was asked for. */
    static boolean isBelowTop(Credential.Usm user) {
        return user.level() != SecurityLevel.AUTH_PRIV;
    }
}

package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.ErrorStatus;
import java.util.Optional;

/** What follows from what a doctor has seen. A pure function; {@link VerdictText} has the words. */
final class Verdict {
    private final JobSpec.Doctor spec;
    private final Evidence seen;

    private Verdict(JobSpec.Doctor spec, Evidence seen) {
        this.spec = spec;
        this.seen = seen;
    }

    static Diagnosis of(JobSpec.Doctor spec, Evidence seen) {
        Verdict verdict = new Verdict(spec, seen);
        Cause cause = verdict.cause();
        return new VerdictText(spec, seen).of(cause);
    }

    /** Whether an answer means that the user may not ask at so low a level (RFC 3415 §3.2). */
    static boolean isTooLow(Credential.Usm user, Finding.Responded answer) {
        return answer.error() == ErrorStatus.AUTHORIZATION_ERROR && Ladder.isBelowTop(user);
    }

    /** The other authentication protocol whose digest was not called wrong. */
    static Optional<Evidence.Tried> foundAuth(Evidence seen) {
        return seen.tried().stream()
                .filter(each -> each.step() == Step.OTHER_AUTH)
                .filter(each -> each.finding().isAlive() && !each.finding().isWrongDigest())
                .findFirst();
    }

    private Cause cause() {
        Optional<Finding> end = seen.end();
        if (end.isPresent()) {
            return ofEnd(end.get());
        }
        if (!seen.isAlive()) {
            return Cause.HOST_DOWN_OR_FILTERED;
        }
        return spec.target().credential() instanceof Credential.Usm user
                ? ofUser(user)
                : ofCommunity();
    }

    private static Cause ofEnd(Finding end) {
        return switch (end) {
            case Finding.NoName _ -> Cause.NO_NAME;
            case Finding.NoRoute _ -> Cause.NO_ROUTE;
            case Finding.PortClosed _ -> Cause.PORT_CLOSED;
            case Finding.HostUnreachable _ -> Cause.HOST_DOWN_OR_FILTERED;
            case Finding.Responded _, Finding.Engine _, Finding.Reported _ -> Cause.UNKNOWN;
            case Finding.ForeignKey _, Finding.Silent _, Finding.Settled _ -> Cause.UNKNOWN;
        };
    }

    private Cause ofCommunity() {
        if (seen.own().orElseThrow() instanceof Finding.Responded own) {
            return seen.of(Step.LONGER_WAIT).isPresent() ? Cause.SLOW : ofView(own);
        }
        return seen.answered(Step.OTHER_VERSION).isPresent()
                ? Cause.WRONG_VERSION
                : Cause.WRONG_COMMUNITY_OR_ACCESS_LIST;
    }

    private Cause ofView(Finding.Responded own) {
        boolean whole =
                seen.of(Step.WHOLE_VIEW).orElse(own) instanceof Finding.Responded next
                        && next.hasValue();
        return own.hasValue() || whole ? Cause.HEALTHY : Cause.EMPTY_VIEW;
    }

    private Cause ofUser(Credential.Usm user) {
        if (seen.engine().isEmpty()) {
            return Cause.WRONG_VERSION;
        }
        if (seen.has(Step.LONGER_WAIT)) {
            return Cause.SLOW;
        }
        return switch (seen.own().orElseThrow()) {
            case Finding.Responded own -> ofAnswer(user, own);
            case Finding.Reported own -> ofReport(user, own);
            case Finding.ForeignKey _ -> ofWrongDigest();
            case Finding.Silent _ -> ofSilence();
            case Finding.Engine _, Finding.Settled _ -> Cause.UNKNOWN;
            case Finding.NoName _, Finding.NoRoute _ -> Cause.UNKNOWN;
            case Finding.PortClosed _, Finding.HostUnreachable _ -> Cause.UNKNOWN;
        };
    }

    private Cause ofAnswer(Credential.Usm user, Finding.Responded own) {
        if (isTooLow(user, own)) {
            return Cause.LEVEL_NOT_SUPPORTED;
        }
        if (!own.hasValue()) {
            return ofView(own);
        }
        if (!isOneEngine() || !seen.isOneClock()) {
            return Cause.DUPLICATE_ENGINE_ID;
        }
        boolean given = user.bootsTime().isPresent();
        return given && seen.has(Step.AGAIN) ? Cause.CLOCK_OUT_OF_WINDOW : Cause.HEALTHY;
    }

    /** Whether two discoveries found the same engine. */
    private boolean isOneEngine() {
        return !(seen.of(Step.SECOND_ENGINE).orElse(null) instanceof Finding.Engine second)
                || second.id().equals(seen.engine().orElseThrow().id());
    }

    private Cause ofReport(Credential.Usm user, Finding.Reported own) {
        if (own.is(UsmReport.NOT_IN_TIME_WINDOWS)) {
            return seen.isOneClock() ? Cause.CLOCK_OUT_OF_WINDOW : Cause.DUPLICATE_ENGINE_ID;
        }
        if (own.is(UsmReport.UNKNOWN_USER_NAMES)) {
            return Cause.UNKNOWN_USER;
        }
        if (own.is(UsmReport.WRONG_DIGESTS)) {
            return ofWrongDigest();
        }
        if (own.is(UsmReport.UNSUPPORTED_SEC_LEVELS)) {
            return Cause.LEVEL_NOT_SUPPORTED;
        }
        if (own.is(UsmReport.DECRYPTION_ERRORS)) {
            return ofPrivacy();
        }
        if (own.is(UsmReport.UNKNOWN_CONTEXTS) || own.is(UsmReport.UNAVAILABLE_CONTEXTS)) {
            return Cause.UNKNOWN_CONTEXT;
        }
        boolean given = user.securityEngineId().isPresent() || user.contextEngineId().isPresent();
        boolean engine =
                own.is(UsmReport.UNKNOWN_ENGINE_IDS) || own.is(UsmReport.UNKNOWN_PDU_HANDLERS);
        return engine && given ? Cause.WRONG_ENGINE_ID : Cause.UNKNOWN;
    }

    private Cause ofWrongDigest() {
        return foundAuth(seen).isPresent()
                ? Cause.WRONG_AUTH_PROTOCOL
                : Cause.WRONG_AUTH_PASSPHRASE;
    }

    private Cause ofPrivacy() {
        if (seen.answered(Step.OTHER_EXTENSION).isPresent()) {
            return Cause.OTHER_KEY_EXTENSION;
        }
        return seen.answered(Step.OTHER_PRIV).isPresent()
                ? Cause.WRONG_PRIV_PROTOCOL
                : Cause.WRONG_PRIV_PASSPHRASE;
    }

    private Cause ofSilence() {
        if (seen.answered(Step.NO_CONTEXT).isPresent()) {
            return Cause.UNKNOWN_CONTEXT;
        }
        Optional<Finding> lower = seen.of(Step.LOWER_LEVEL);
        if (lower.filter(Finding::isWrongDigest).isPresent()) {
            return ofWrongDigest();
        }
        return lower.filter(Finding.Responded.class::isInstance).isPresent()
                ? ofPrivacy()
                : Cause.UNKNOWN;
    }
}

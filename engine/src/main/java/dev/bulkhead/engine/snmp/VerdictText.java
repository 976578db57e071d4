package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Attempt;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import java.util.List;
import java.util.Optional;

/** A cause in a sentence, and what to do about it. */
final class VerdictText {
    private final JobSpec.Doctor spec;
    private final List<Attempt> attempts;
    private final Evidence seen;
    private final String name;

    VerdictText(JobSpec.Doctor spec, Evidence seen) {
        this.spec = spec;
        this.attempts = spec.attempts();
        this.seen = seen;
        this.name = spec.target().address();
    }

    Diagnosis of(Cause cause) {
        return new Diagnosis(cause, sentence(cause), advice(cause), seen.pdus());
    }

    private String sentence(Cause cause) {
        return switch (cause) {
            case HEALTHY -> name + " answers this credential.";
            case NO_NAME -> "The name " + spec.target().host() + " means nothing here.";
            case NO_ROUTE -> "This computer has no way to " + name + ".";
            case HOST_DOWN_OR_FILTERED -> down();
            case PORT_CLOSED -> "The host is up, but no program listens at " + name + ".";
            case SLOW -> name + " answers, but later than the timeout.";
            case WRONG_VERSION -> version();
            case WRONG_COMMUNITY_OR_ACCESS_LIST ->
                    "An agent lives at " + name + ", but does not answer this community.";
            case UNKNOWN_USER -> name + " does not know the user " + user() + ".";
            case WRONG_AUTH_PROTOCOL ->
                    "The user %s authenticates with %s, not %s; the passphrase is right."
                            .formatted(user(), foundAuth(), ownAuth());
            case WRONG_AUTH_PASSPHRASE ->
                    "The authentication passphrase of the user " + user() + " is wrong.";
            case WRONG_PRIV_PROTOCOL, OTHER_KEY_EXTENSION ->
                    "The user %s encrypts with %s, not %s; the passphrases are right."
                            .formatted(user(), foundPriv(), ownPriv());
            case WRONG_PRIV_PASSPHRASE ->
                    "The user %s authenticates, but the privacy passphrase is wrong."
                            .formatted(user());
            case LEVEL_NOT_SUPPORTED -> level();
            case WRONG_ENGINE_ID -> name + " is not the engine whose ID was given.";
            case DUPLICATE_ENGINE_ID -> duplicate();
            case CLOCK_OUT_OF_WINDOW -> clock();
            case UNKNOWN_CONTEXT -> name + " does not know the context \"" + context() + "\".";
            case EMPTY_VIEW -> name + " takes this credential, but shows it nothing.";
            case UNKNOWN -> "An agent lives at " + name + "; why it does not answer is not clear.";
        };
    }

    private String down() {
        String base = "Nothing came back from " + name + ": it is down, or a firewall drops SNMP";
        return spec.target().credential() instanceof Credential.Community
                ? base + ", or it speaks no v3 and the community is wrong."
                : base + ", or it speaks no v3.";
    }

    private String version() {
        return answered()
                .map(other ->
                        "%s answers v%s, but not v%s."
                                .formatted(
                                        name,
                                        other.credential().version().flag(),
                                        spec.target().credential().version().flag()))
                .orElse(name + " does not speak this version.");
    }

    private Optional<Attempt> answered() {
        return seen.tried().stream()
                .filter(each -> each.attempt() > 0)
                .filter(each -> each.finding() instanceof Finding.Responded)
                .map(each -> attempts.get(each.attempt()))
                .findFirst();
    }

    private String level() {
        return seen.tried().stream()
                .filter(each -> each.step() == Step.LOWER_LEVEL)
                .filter(each -> each.finding() instanceof Finding.Responded)
                .findFirst()
                .map(each -> (Credential.Usm) attempts.get(each.attempt()).credential())
                .map(lower ->
                        "The user %s has no keys for %s there, but takes %s."
                                .formatted(
                                        user(),
                                        ofUser().level().rfcName(),
                                        lower.level().rfcName()))
                .orElseGet(() ->
                        "The user %s may not ask with %s there."
                                .formatted(user(), ofUser().level().rfcName()));
    }

    private String duplicate() {
        return "Two clocks answer at "
                + name
                + ": two devices share one engine ID, or one address.";
    }

    private String clock() {
        return ofUser().bootsTime().isPresent() && seen.own().orElseThrow().isAlive()
                ? "The boots and time that were given do not fit the engine at " + name + "."
                : "The engine at " + name + " refuses the boots and time that it tells itself.";
    }

    private String advice(Cause cause) {
        return switch (cause) {
            case HEALTHY -> "Nothing needs doing; if a walk fails, ask for less at once.";
            case NO_NAME -> "Check its spelling, or use the address.";
            case NO_ROUTE -> "Check this computer's network, VPN and routes.";
            case HOST_DOWN_OR_FILTERED ->
                    "Check the address, that the device is on, and that firewalls and its access"
                            + " list let this computer ask.";
            case PORT_CLOSED -> "Start the agent, or give the port that it listens at.";
            case SLOW -> "Give a longer timeout.";
            case WRONG_VERSION -> "Ask with that version, or enable this one on the device.";
            case WRONG_COMMUNITY_OR_ACCESS_LIST -> community();
            case UNKNOWN_USER -> "Check the user's name, or create it on the device.";
            case WRONG_AUTH_PROTOCOL -> "Ask with " + foundAuth() + ".";
            case WRONG_AUTH_PASSPHRASE ->
                    "Type it again; none of the other authentication protocols takes it either.";
            case WRONG_PRIV_PROTOCOL, OTHER_KEY_EXTENSION -> "Ask with " + foundPriv() + ".";
            case WRONG_PRIV_PASSPHRASE ->
                    "Type it again; no other privacy protocol that was tried takes it either.";
            case LEVEL_NOT_SUPPORTED -> "Ask with another security level, or change the user's.";
            case WRONG_ENGINE_ID -> "Leave the engine ID out: it is found by itself.";
            case DUPLICATE_ENGINE_ID -> "Give each device an engine ID and an address of its own.";
            case CLOCK_OUT_OF_WINDOW -> clockAdvice();
            case UNKNOWN_CONTEXT -> "Ask without a context, or with one that the device has.";
            case EMPTY_VIEW -> "Give this community or user a view on the device.";
            case UNKNOWN -> "Look at the agent's own log.";
        };
    }

    private String community() {
        return answered()
                .map(other ->
                        "Another credential that was tried is answered: use that, or check the"
                                + " community and the access list for "
                                + ownAddress()
                                + ".")
                .orElse(
                        "Check the community, and that the agent's access list has "
                                + ownAddress()
                                + ".");
    }

    private String ownAddress() {
        return seen.of(Step.ROUTE).orElse(null) instanceof Finding.Settled way
                ? "this computer (" + way.what() + ")"
                : "this computer";
    }

    private String clockAdvice() {
        return ofUser().bootsTime().isPresent()
                ? "Leave boots and time out: they are found by themselves."
                : "Restart the agent; if its boots are at 2147483647, give it a new engine ID.";
    }

    private Credential.Usm ofUser() {
        return (Credential.Usm) spec.target().credential();
    }

    private String user() {
        return ofUser().securityName();
    }

    private String context() {
        return ofUser().contextName();
    }

    private String ownAuth() {
        return ofUser().auth().orElseThrow().protocol().flag();
    }

    private String ownPriv() {
        return ofUser().priv().orElseThrow().protocol().flag();
    }

    private String foundAuth() {
        Evidence.Tried found = Verdict.foundAuth(seen).orElseThrow();
        Credential.Usm user = (Credential.Usm) attempts.get(found.attempt()).credential();
        return user.auth().orElseThrow().protocol().flag();
    }

    private String foundPriv() {
        Evidence.Tried found =
                seen.answered(Step.OTHER_EXTENSION)
                        .or(() -> seen.answered(Step.OTHER_PRIV))
                        .orElseThrow();
        Credential.Usm user = (Credential.Usm) attempts.get(found.attempt()).credential();
        return user.priv().orElseThrow().protocol().flag();
    }
}

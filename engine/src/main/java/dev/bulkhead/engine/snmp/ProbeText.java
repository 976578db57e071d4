package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Probe.Outcome;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Attempt;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a doctor sent and what came, in words; no secret is among them. */
final class ProbeText {
    private final JobSpec.Doctor spec;
    private final List<Attempt> attempts;

    ProbeText(JobSpec.Doctor spec) {
        this.spec = spec;
        this.attempts = spec.attempts();
    }

    /** What a step does that sends nothing. */
    String sent(Step step) {
        return switch (step) {
            case NAME -> "look-up of " + spec.target().host();
            case ROUTE -> "route to " + spec.target().address();
            case PING -> "ICMP echo";
            default -> step.word();
        };
    }

    String sent(Ladder.Rung rung) {
        String asked =
                switch (rung.kind()) {
                    case ENGINE -> "SNMPv3 discovery with an empty engine ID";
                    case UP_TIME -> "GET sysUpTime.0 as " + who(rung.attempt());
                    case NEXT -> "GETNEXT internet as " + who(rung.attempt());
                };
        return switch (rung.step()) {
            case AGAIN -> asked + ", again";
            case LONGER_WAIT -> asked + ", waiting " + seconds(rung.timeout());
            case SECOND_ENGINE -> asked + ", again";
            default -> asked;
        };
    }

    private String who(int place) {
        Attempt attempt = attempts.get(place);
        return switch (attempt.credential()) {
            case Credential.Community community ->
                    "v" + community.version().flag() + ", " + community(attempt.step(), place);
            case Credential.Usm user -> "v3 " + words(user);
            case Credential.Tsm _ -> throw new IllegalArgumentException("no doctor has these");
        };
    }

    private String community(Step step, int place) {
        return switch (step) {
            case PUBLIC -> "community public";
            case OTHER_CREDENTIAL -> {
                long first =
                        attempts.stream().filter(a -> a.step() != Step.OTHER_CREDENTIAL).count();
                yield "other community " + (place - first + 1);
            }
            default -> "own community";
        };
    }

    /** A user without its secrets. */
    static String words(Credential.Usm user) {
        StringBuilder words = new StringBuilder("user ").append(user.securityName());
        words.append(", ").append(user.level().rfcName());
        if (user.level() != SecurityLevel.NO_AUTH_NO_PRIV) {
            user.auth().ifPresent(auth -> words.append(' ').append(auth.protocol().flag()));
        }
        if (user.level() == SecurityLevel.AUTH_PRIV) {
            user.priv().ifPresent(priv -> words.append(' ').append(priv.protocol().flag()));
        }
        if (!user.contextName().isEmpty()) {
            words.append(", context ").append(user.contextName());
        }
        return words.toString();
    }

    static String seconds(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        return (tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10) + " s";
    }

    Outcome outcome(Finding finding) {
        String name = spec.target().address();
        return switch (finding) {
            case Finding.Settled(Duration took, String what) -> new Outcome.Answered(took, what);
            case Finding.Responded responded ->
                    new Outcome.Answered(responded.roundTrip(), words(responded));
            case Finding.Engine engine ->
                    new Outcome.Answered(
                            engine.roundTrip(),
                            "engine %s, boots %d, time %d s"
                                    .formatted(
                                            HexFormat.of().formatHex(engine.id().bytes()),
                                            engine.clock().boots(),
                                            engine.clock().timeSeconds()));
            case Finding.Reported reported -> failed(UsmReport.failure(name, reported.counter()));
            case Finding.ForeignKey _ ->
                    failed(
                            new Failure.Report(
                                    name,
                                    "answers with a wrong digest",
                                    "the authentication protocol or passphrase is probably wrong"));
            case Finding.Silent(Duration waited) -> failed(new Failure.Timeout(name, waited, 0));
            case Finding.NoName _ -> failed(new Failure.UnknownHost(spec.target().host()));
            case Finding.PortClosed _ ->
                    failed(new Failure.Unreachable(name, "no program listens at this port"));
            case Finding.NoRoute(String cause) -> failed(new Failure.Unreachable(name, cause));
            case Finding.HostUnreachable(String cause) ->
                    failed(new Failure.Unreachable(name, cause));
        };
    }

    private static Outcome failed(Failure failure) {
        return new Outcome.Failed(failure);
    }

    private static String words(Finding.Responded responded) {
        if (responded.error() != ErrorStatus.NO_ERROR) {
            return responded.error().rfcName();
        }
        return responded.varBinds().stream().findFirst().map(ProbeText::words).orElse("nothing");
    }

    private static String words(VarBind varBind) {
        return switch (varBind.value()) {
            case Marker marker -> marker.typeName();
            case TimeTicks ticks -> "up for " + seconds(Duration.ofMillis(ticks.value() * 10));
            default -> varBind.name().toDottedString();
        };
    }

    Probe skipped(Step step, String reason) {
        return new Probe(step, sent(step), new Outcome.Skipped(reason));
    }

    /** The community that is only tried when the user says so, where it might have helped. */
    Optional<Probe> notAllowed(Evidence seen) {
        boolean silent =
                spec.target().credential() instanceof Credential.Community community
                        && !community.community().reveal().equals("public")
                        && seen.own().filter(Finding.Silent.class::isInstance).isPresent();
        return silent && !spec.tryPublic()
                ? Optional.of(
                        new Probe(
                                Step.PUBLIC,
                                "GET sysUpTime.0 as v2c, community public",
                                new Outcome.Skipped("it is tried only if you say so")))
                : Optional.empty();
    }
}

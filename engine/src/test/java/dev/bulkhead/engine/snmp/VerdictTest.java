package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Attempt;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/** What made-up agents are found to be: ladder and verdict, without a network. */
class VerdictTest {
    private static final Duration TIME = Duration.ofMillis(1);
    private static final Finding SILENT = new Finding.Silent(Duration.ofSeconds(1));
    private static final Oid UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3, 0);
    private static final String SECRET = "maplesyrup-42";

    /** Answers a probe. */
    private interface MadeUp extends Function<Ladder.Rung, Finding> {}

    private static Credential.Usm user(PrivProtocol priv, String context) {
        return new Credential.Usm(
                "ops",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_1, new Secret(SECRET))),
                Optional.of(new Credential.Priv(priv, new Secret(SECRET))),
                context,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Credential.Usm user() {
        return user(PrivProtocol.AES_128, "");
    }

    private static Credential community() {
        return new Credential.Community(SnmpVersion.V2C, new Secret(SECRET));
    }

    private static JobSpec.Doctor doctor(Credential credential) {
        return JobSpec.Doctor.of(
                new Target("192.0.2.1", 161, credential, Duration.ofSeconds(1), 0));
    }

    private static Diagnosis diagnose(JobSpec.Doctor spec, MadeUp agent) {
        Ladder ladder = new Ladder(spec);
        List<Evidence.Tried> tried = new ArrayList<>();
        for (Optional<Ladder.Rung> next = ladder.next(new Evidence(tried));
                next.isPresent() && tried.size() < Ladder.MAX_PDUS;
                next = ladder.next(new Evidence(tried))) {
            Ladder.Rung rung = next.get();
            tried.add(new Evidence.Tried(rung.step(), rung.attempt(), agent.apply(rung)));
        }
        Diagnosis diagnosis = Verdict.of(spec, new Evidence(tried));
        assertThat(diagnosis.pdus()).isEqualTo(tried.size());
        assertThat(diagnosis.toString()).doesNotContain(SECRET);
        return diagnosis;
    }

    private static Cause cause(Credential credential, MadeUp agent) {
        return diagnose(doctor(credential), agent).cause();
    }

    private static Finding value() {
        return answer(ErrorStatus.NO_ERROR, new SmiValue.TimeTicks(1));
    }

    private static Finding answer(ErrorStatus error, SmiValue value) {
        return new Finding.Responded(TIME, error, List.of(new VarBind(UP_TIME, value)));
    }

    private static EngineClock clock(long boots, long time) {
        return new EngineClock(boots, time, 0);
    }

    private static Finding engine(long boots, long time) {
        return new Finding.Engine(TIME, new OctetString(new byte[5]), clock(boots, time));
    }

    private static Finding report(OID counter) {
        return report(counter, 3, 100);
    }

    private static Finding report(OID counter, long boots, long time) {
        return new Finding.Reported(TIME, Oid.ofUnsigned(counter.getValue()), clock(boots, time));
    }

    /** An engine that is found, and says this to all else. */
    private static MadeUp found(MadeUp rest) {
        return rung -> rung.kind() == Ladder.Kind.ENGINE ? engine(3, 100) : rest.apply(rung);
    }

    private static Attempt attempt(Credential own, Ladder.Rung rung) {
        return doctor(own).attempts().get(rung.attempt());
    }

    @Test
    void whoAnswersIsHealthy() {
        assertThat(cause(community(), _ -> value())).isEqualTo(Cause.HEALTHY);
        assertThat(cause(user(), found(_ -> value()))).isEqualTo(Cause.HEALTHY);
    }

    @Test
    void silenceAllOverIsAHostThatIsDown() {
        assertThat(cause(community(), _ -> SILENT)).isEqualTo(Cause.HOST_DOWN_OR_FILTERED);
        assertThat(cause(user(), _ -> SILENT)).isEqualTo(Cause.HOST_DOWN_OR_FILTERED);
        assertThat(cause(user(), _ -> new Finding.HostUnreachable("no route to host")))
                .isEqualTo(Cause.HOST_DOWN_OR_FILTERED);
    }

    @Test
    void aClosedPortAndALackOfRoutesEndItAtOnce() {
        Diagnosis closed = diagnose(doctor(community()), _ -> new Finding.PortClosed());

        assertThat(closed.cause()).isEqualTo(Cause.PORT_CLOSED);
        assertThat(closed.pdus()).isEqualTo(1);
        assertThat(cause(user(), _ -> new Finding.NoRoute("unreachable")))
                .isEqualTo(Cause.NO_ROUTE);
    }

    @Test
    void aNameThatMeansNothingIsTold() {
        Evidence seen =
                new Evidence(
                        List.of(
                                new Evidence.Tried(
                                        Step.NAME, Evidence.NO_ATTEMPT, new Finding.NoName())));

        Diagnosis diagnosis = Verdict.of(doctor(user()), seen);

        assertThat(diagnosis.cause()).isEqualTo(Cause.NO_NAME);
        assertThat(diagnosis.pdus()).isZero();
    }

    @Test
    void anAgentThatIsSilentToTheCommunityAloneDoesNotTakeIt() {
        assertThat(cause(community(), found(_ -> SILENT)))
                .isEqualTo(Cause.WRONG_COMMUNITY_OR_ACCESS_LIST);
    }

    @Test
    void anAnswerToTheOtherVersionIsAWrongVersion() {
        assertThat(
                        cause(
                                community(),
                                found(rung ->
                                        rung.step() == Step.OTHER_VERSION ? value() : SILENT)))
                .isEqualTo(Cause.WRONG_VERSION);
    }

    @Test
    void anAnswerAfterALongWaitIsSlow() {
        assertThat(cause(community(), rung -> rung.step() == Step.LONGER_WAIT ? value() : SILENT))
                .isEqualTo(Cause.SLOW);
        assertThat(cause(user(), rung -> rung.step() == Step.LONGER_WAIT ? engine(3, 100) : SILENT))
                .isEqualTo(Cause.SLOW);
    }

    @Test
    void oneLostMessageIsNoCause() {
        assertThat(cause(user(), found(rung -> rung.step() == Step.OWN ? SILENT : value())))
                .isEqualTo(Cause.HEALTHY);
        assertThat(cause(community(), found(rung -> rung.step() == Step.OWN ? SILENT : value())))
                .isEqualTo(Cause.HEALTHY);
    }

    @Test
    void reportsAreTakenAtTheirWord() {
        assertThat(cause(user(), found(_ -> report(SnmpConstants.usmStatsUnknownUserNames))))
                .isEqualTo(Cause.UNKNOWN_USER);
        assertThat(cause(user(), found(_ -> report(SnmpConstants.snmpUnknownContexts))))
                .isEqualTo(Cause.UNKNOWN_CONTEXT);
        assertThat(cause(user(), found(_ -> report(SnmpConstants.usmStatsUnsupportedSecLevels))))
                .isEqualTo(Cause.LEVEL_NOT_SUPPORTED);
        assertThat(cause(user(), found(_ -> report(SnmpConstants.usmStatsUnknownEngineIDs))))
                .isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void theDigestThatIsNotCalledWrongIsTheRightOne() {
        Credential own = user();
        Diagnosis diagnosis =
                diagnose(
                        doctor(own),
                        found(rung ->
                                attempt(own, rung).credential() instanceof Credential.Usm user
                                                && user.auth()
                                                        .filter(a ->
                                                                a.protocol()
                                                                        == AuthProtocol.SHA_512)
                                                        .isPresent()
                                        ? answer(
                                                ErrorStatus.AUTHORIZATION_ERROR, Marker.UNSPECIFIED)
                                        : report(SnmpConstants.usmStatsWrongDigests)));

        assertThat(diagnosis.cause()).isEqualTo(Cause.WRONG_AUTH_PROTOCOL);
        assertThat(diagnosis.advice()).isEqualTo("Ask with SHA-512.");
    }

    @Test
    void digestsThatAreAllWrongAreAWrongPassphrase() {
        Diagnosis diagnosis =
                diagnose(doctor(user()), found(_ -> report(SnmpConstants.usmStatsWrongDigests)));

        assertThat(diagnosis.cause()).isEqualTo(Cause.WRONG_AUTH_PASSPHRASE);
        assertThat(diagnosis.pdus()).isEqualTo(7);
        assertThat(cause(user(), found(_ -> new Finding.ForeignKey(TIME))))
                .isEqualTo(Cause.WRONG_AUTH_PASSPHRASE);
    }

    private static MadeUp silentUntil(Step right) {
        return found(
                rung -> rung.step() == right || rung.step() == Step.LOWER_LEVEL ? value() : SILENT);
    }

    @Test
    void silenceToWhatIsEncryptedAloneIsThePrivacy() {
        assertThat(cause(user(), silentUntil(Step.LOWER_LEVEL)))
                .isEqualTo(Cause.WRONG_PRIV_PASSPHRASE);
        assertThat(cause(user(), silentUntil(Step.OTHER_PRIV)))
                .isEqualTo(Cause.WRONG_PRIV_PROTOCOL);
        assertThat(cause(user(PrivProtocol.AES_256, ""), silentUntil(Step.OTHER_EXTENSION)))
                .isEqualTo(Cause.OTHER_KEY_EXTENSION);
        assertThat(cause(user(), found(_ -> report(SnmpConstants.usmStatsDecryptionErrors))))
                .isEqualTo(Cause.WRONG_PRIV_PASSPHRASE);
    }

    @Test
    void silenceToTheContextAloneIsTheContext() {
        assertThat(cause(user(PrivProtocol.AES_128, "vlan-1"), silentUntil(Step.NO_CONTEXT)))
                .isEqualTo(Cause.UNKNOWN_CONTEXT);
    }

    @Test
    void silenceToAllButTheDiscoveryIsNotExplained() {
        assertThat(cause(user(), found(_ -> SILENT))).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void aViewWithNothingInItIsEmpty() {
        Finding none = answer(ErrorStatus.NO_ERROR, Marker.NO_SUCH_OBJECT);

        assertThat(cause(community(), _ -> none)).isEqualTo(Cause.EMPTY_VIEW);
        assertThat(cause(user(), found(_ -> none))).isEqualTo(Cause.EMPTY_VIEW);
        assertThat(cause(community(), rung -> rung.step() == Step.WHOLE_VIEW ? value() : none))
                .isEqualTo(Cause.HEALTHY);
    }

    @Test
    void anAuthorizationErrorBelowAuthPrivIsTheLevel() {
        Credential low =
                Credential.Usm.of(
                        "ops", SecurityLevel.AUTH_NO_PRIV, user().auth(), Optional.empty());
        Finding refused = answer(ErrorStatus.AUTHORIZATION_ERROR, Marker.UNSPECIFIED);

        assertThat(cause(low, found(_ -> refused))).isEqualTo(Cause.LEVEL_NOT_SUPPORTED);
        assertThat(cause(user(), found(_ -> refused))).isEqualTo(Cause.EMPTY_VIEW);
    }

    @Test
    void oneClockThatIsRefusedIsOutOfItsWindow() {
        assertThat(cause(user(), found(_ -> report(SnmpConstants.usmStatsNotInTimeWindows))))
                .isEqualTo(Cause.CLOCK_OUT_OF_WINDOW);
    }

    @Test
    void twoClocksAreTwoEngines() {
        assertThat(
                        cause(
                                user(),
                                found(_ ->
                                        report(SnmpConstants.usmStatsNotInTimeWindows, 9, 5_000))))
                .isEqualTo(Cause.DUPLICATE_ENGINE_ID);
        assertThat(
                        cause(
                                user(),
                                rung ->
                                        switch (rung.step()) {
                                            case ENGINE -> engine(3, 100);
                                            case SECOND_ENGINE -> engine(3, 50);
                                            default -> value();
                                        }))
                .isEqualTo(Cause.DUPLICATE_ENGINE_ID);
    }

    @Test
    void clocksAgreeAsFarAsTheTimeBetweenExplains() {
        EngineClock first = new EngineClock(3, 100, 0);
        long later = Duration.ofSeconds(60).toNanos();

        assertThat(first.agreesWith(new EngineClock(3, 161, later))).isTrue();
        assertThat(first.agreesWith(new EngineClock(3, 100, later))).isFalse();
        assertThat(first.agreesWith(new EngineClock(4, 30, later))).isTrue();
        assertThat(first.agreesWith(new EngineClock(4, 300, later))).isFalse();
        assertThat(first.agreesWith(new EngineClock(2, 160, later))).isFalse();
    }

    @Test
    void publicIsTriedOnlyIfTheUserSaysSo() {
        JobSpec.Doctor quiet = doctor(community());
        JobSpec.Doctor bold = new JobSpec.Doctor(quiet.target(), true, List.of(), quiet.patience());

        assertThat(quiet.attempts()).extracting(Attempt::step).doesNotContain(Step.PUBLIC);
        assertThat(bold.attempts()).extracting(Attempt::step).contains(Step.PUBLIC);
        assertThat(
                        diagnose(bold, found(rung -> rung.step() == Step.PUBLIC ? value() : SILENT))
                                .advice())
                .contains("Another credential");
    }

    @Test
    void theSameKeyIsNotTriedTwice() {
        Credential.Usm own =
                Credential.Usm.of(
                        "ops",
                        SecurityLevel.AUTH_PRIV,
                        Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(SECRET))),
                        user(PrivProtocol.AES_256, "").priv());

        assertThat(doctor(own).attempts())
                .as("a digest of 32 octets is never made longer")
                .filteredOn(a -> a.step() == Step.OTHER_EXTENSION || a.step() == Step.OTHER_PRIV)
                .extracting(a -> ((Credential.Usm) a.credential()).priv().get().protocol())
                .containsExactly(PrivProtocol.AES_128, PrivProtocol.DES, PrivProtocol.AES_192_C);
    }
}

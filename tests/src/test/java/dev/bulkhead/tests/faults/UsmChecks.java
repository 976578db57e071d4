package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Scene.SYS_NAME;
import static dev.bulkhead.tests.faults.Scene.assertSystem;
import static dev.bulkhead.tests.faults.Scene.get;
import static dev.bulkhead.tests.faults.Scene.item;
import static dev.bulkhead.tests.faults.Scene.poll;
import static dev.bulkhead.tests.faults.Scene.system;
import static dev.bulkhead.tests.faults.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.util.Optional;

/** What a manager must make of {@link UsmFault}s. */
final class UsmChecks {
    private static final int ROUNDS = 8;

    private UsmChecks() {}

    static void check(UsmFault fault, Scene scene) throws IOException {
        switch (fault) {
            case V3_DUP_ENGINE -> oneEngineId(scene);
            case V3_SAME_USER -> oneUser(scene);
            case V3_REBOOT -> recovers(scene, 1);
            case V3_BOOTS_BACK -> bootsBack(scene);
            case V3_BOOTS_MAX -> bootsAtTheirEnd(scene);
            case V3_TIME_FROZEN, V3_TIME_DRIFT -> recovers(scene, 2);
            case V3_ENGINE_CHANGE -> otherEngine(scene);
            case V3_ENGINE_SHORT -> shortEngineId(scene);
            case V3_ENGINE_LONG -> longEngineId(scene);
            case V3_BAD_MAC -> wrongDigest(scene);
            case V3_WRONG_DIGEST -> refused(scene, "(?i)authentication.*passphrase");
            case V3_UNKNOWN_USER -> refused(scene, "(?i)(unknown|not know this) user");
            case V3_DECRYPT_ERROR -> refused(scene, "(?i)privacy.*passphrase");
            case V3_SEC_LEVEL -> refused(scene, "(?i)security level");
            case V3_WINDOW_LOOP -> windowLoop(scene);
            case V3_REPORT_REQID -> assertSystem(scene.run(get(user(scene), system())));
            case V3_DOWNGRADE, V3_WRONG_MSGID -> notAccepted(scene);
            case V3_FAKE_REPORT -> fakeReport(scene);
            case V3_NO_DISCOVERY -> noDiscovery(scene);
        }
    }

    private static Target user(Scene scene) {
        return Targets.patientUser(scene.port());
    }

    private static Target impatientUser(Scene scene) {
        return Targets.impatientUser(scene.port());
    }

    /** Polls two agents in one job. */
    private static ObservedJob pollBoth(Scene scene, Target one, Target other) {
        ObservedJob job = scene.start(poll(200, item(one, system()), item(other, system())));
        job.await(
                ROUNDS + " rounds of both",
                j -> j.samplesOf(0).size() >= ROUNDS && j.samplesOf(1).size() >= ROUNDS);
        job.cancel();
        assertThat(job.sampleFailures()).isEmpty();
        assertThat(job.values())
                .containsOnly(text("hostile"), text("nobody@localhost"), text("loopback"));
        return job;
    }

    private static HostileAgent agentOf(Scene scene, UsmEngine engine) throws IOException {
        return scene.started(HostileAgent.start(Behaviour.of(Security.being(() -> engine))));
    }

    private static void oneEngineId(Scene scene) throws IOException {
        UsmEngine twin = new UsmEngine(UsmEngine.idOf("rig-0"), 70);
        twin.clock(51_000, 1);
        HostileAgent other = agentOf(scene, twin);
        ObservedJob job = pollBoth(scene, user(scene), Targets.patientUser(other.port()));
        // One for the discovery and one for the clock.
        assertThat(scene.ledger().reports()).isLessThanOrEqualTo(2);
        assertThat(other.ledger().reports()).isLessThanOrEqualTo(2);
        assertThat(job.said())
                .as("a warning")
                .contains(":" + scene.port())
                .contains(":" + other.port());
    }

    private static void oneUser(Scene scene) throws IOException {
        String auth = "otherpass34";
        String priv = "otherpriv34";
        HostileAgent other = agentOf(scene, new UsmEngine(UsmEngine.idOf("rig-1"), 9, auth, priv));
        Target usual = user(scene);
        Target otherwise =
                new Target(
                        "127.0.0.1",
                        other.port(),
                        Targets.user(auth, priv),
                        usual.timeout(),
                        usual.retries());
        pollBoth(scene, usual, otherwise);
    }

    /** Polls until well after the change; a bounded number of rounds are lost. */
    private static ObservedJob recovers(Scene scene, int mostLost) {
        ObservedJob job =
                scene.start(poll(500, item(Targets.impatientUser(scene.port()), SYS_NAME)));
        job.await("the change", j -> scene.ledger().count() > Targets.CHANGE_AT);
        int changed = job.samples().size();
        job.await("an end of failures", j -> endsWell(j, changed + 3)).cancel();
        assertThat(job.sampleFailures()).hasSizeLessThanOrEqualTo(mostLost);
        assertThat(job.values()).containsOnly(text("hostile"));
        return job;
    }

    private static boolean endsWell(ObservedJob job, int samples) {
        int size = job.samples().size();
        return size >= samples
                && job.samples().subList(size - 2, size).stream()
                        .allMatch(sample -> sample.failure().isEmpty());
    }

    private static void bootsBack(Scene scene) {
        ObservedJob job = recovers(scene, 2);
        assertThat(job.sampleFailures())
                .as("a clear error, if any")
                .allMatch(f -> f.message().matches("(?i).*(boots|no answer).*"));
    }

    private static void otherEngine(Scene scene) {
        ObservedJob job = recovers(scene, 1);
        assertThat(job.said()).as("the log").containsIgnoringCase("engine");
    }

    private static void bootsAtTheirEnd(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), SYS_NAME));
        assertThat(job.varBinds()).isEmpty();
        job.requireFailure();
        assertThat(job.said()).contains("reconfigured");
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(8);
    }

    private static void shortEngineId(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), system()));
        if (job.failure().isEmpty()) {
            assertSystem(job);
        } else {
            assertThat(job.requireFailure().message()).containsIgnoringCase("engine");
        }
    }

    private static void longEngineId(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), system()));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure().message()).containsIgnoringCase("engine ID");
    }

    private static void wrongDigest(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), system()));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure().message()).containsIgnoringCase("authentication");
    }

    /** The reason is given, and it is no timeout: the agent need not be asked for long. */
    private static void refused(Scene scene, String pattern) {
        ObservedJob job = scene.run(get(user(scene), system()));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure()).isInstanceOf(Failure.Report.class);
        assertThat(job.requireFailure().message()).containsPattern(pattern);
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(4);
    }

    private static void windowLoop(Scene scene) {
        ObservedJob job = scene.run(get(user(scene), system()));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure()).isInstanceOf(Failure.Report.class);
        assertThat(scene.ledger().count(Pdu.GET)).isLessThanOrEqualTo(3);
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(5);
    }

    private static void notAccepted(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), system()));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure()).isInstanceOf(Failure.class);
        ObservedJob polled = scene.start(poll(700, item(impatientUser(scene), SYS_NAME)));
        polled.awaitStrays("what was dropped", s -> s.wrongKind() + s.stale() >= 1);
        polled.awaitSamples(1).cancel();
        assertThat(polled.answered()).isEmpty();
    }

    private static void fakeReport(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), system()));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure().message()).doesNotContain(UsmFault.FORGED);
    }

    private static void noDiscovery(Scene scene) {
        ObservedJob job = scene.run(get(impatientUser(scene), SYS_NAME));
        assertThat(job.varBinds()).isEmpty();
        job.requireFailure();
        Credential.Usm user = Targets.usualUser();
        Credential.Usm known =
                new Credential.Usm(
                        user.securityName(),
                        user.level(),
                        user.auth(),
                        user.priv(),
                        "",
                        Optional.empty(),
                        Optional.of(new SmiValue.OctetString(UsmEngine.idOf("rig-0"))),
                        Optional.empty());
        Target patient = user(scene);
        Target typedIn =
                new Target(
                        patient.host(),
                        patient.port(),
                        known,
                        patient.timeout(),
                        patient.retries());
        assertSystem(scene.run(get(typedIn, system())));
        assertThat(job.said()).as("a hint").containsIgnoringCase("engine ID");
    }
}

package dev.bulkhead.app.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.notification.ReceiverSettings.Secure;
import dev.bulkhead.app.notification.ReceiverViewModel.State;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiverViewModelTest {
    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final Settings settings = Settings.inMemory();
    private final List<Credential.Usm> users = new ArrayList<>();
    private final ReceiverViewModel receiver = model();

    private ReceiverViewModel model() {
        return new ReceiverViewModel(jobs, settings, Runnable::run, () -> users, _ -> {});
    }

    private static Credential.Usm user(String name) {
        return Credential.Usm.of(
                name, SecurityLevel.NO_AUTH_NO_PRIV, Optional.empty(), Optional.empty());
    }

    private JobSpec.Listen spec() {
        return (JobSpec.Listen) jobs.last().spec();
    }

    private void ready() {
        jobs.last()
                .says(
                        new JobEvent.Listening(
                                jobs.last().id(), FakeJob.START, List.of("0.0.0.0:162")));
    }

    @Test
    void theSwitchIsRemembered() {
        receiver.toggle();
        ready();
        assertThat(receiver.stateProperty().get()).isInstanceOf(State.Listening.class);
        assertThat(spec().endpoints().getFirst().address()).isEqualTo("0.0.0.0:162");
        ReceiverViewModel next = model();
        next.begin();
        assertThat(jobs.all()).hasSize(2);
        next.toggle();
        assertThat(model().isOn()).isFalse();
    }

    @Test
    void afterAFailureTheSwitchTriesAgain() {
        receiver.toggle();
        jobs.last().fails(new Failure.LocalProblem("cannot listen", "Do this."));
        assertThat(receiver.stateProperty().get())
                .isEqualTo(new State.Failed("cannot listen", "Do this."));
        receiver.toggle();
        assertThat(jobs.all()).hasSize(2);
        assertThat(receiver.isOn()).isTrue();
    }

    @Test
    void anotherPlaceIsListenedAtOnceTheOldOneIsFree() {
        receiver.toggle();
        ready();
        FakeJob first = jobs.last();
        receiver.change(true, "tcp:1162, [::]:1163", 5);
        assertThat(first.isCancelled()).isTrue();
        assertThat(jobs.all()).as("the port is not free yet").hasSize(1);
        first.finishes();
        assertThat(spec().endpoints())
                .extracting(each -> each.address())
                .containsExactly("tcp:0.0.0.0:1162", "[::]:1163");
        assertThat(spec().maxPerSecond()).isEqualTo(5);
    }

    @Test
    void usersThatComeAtHandAreListenedForAndThoseOfOneNameOnce() {
        receiver.toggle();
        ready();
        users.add(user("ops"));
        users.add(user("ops"));
        receiver.usersChanged();
        jobs.all().getFirst().finishes();
        assertThat(spec().users()).containsExactly(user("ops"));
        receiver.usersChanged();
        assertThat(jobs.all()).hasSize(2);
    }

    @Test
    void switchedOffWhileItWaitsItStaysOff() {
        receiver.toggle();
        ready();
        receiver.change(true, "1162", 5);
        receiver.change(false, "1162", 5);
        jobs.all().getFirst().finishes();
        assertThat(jobs.all()).hasSize(1);
        assertThat(receiver.stateProperty().get()).isEqualTo(new State.Off());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "70000", "tls:", "1.2.3.4", "udp:"})
    void whatIsNoPlaceIsSaid(String places) {
        assertThatThrownBy(() -> new ReceiverSettings(true, places, 1, Secure.NONE).endpoints())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final String DIGEST = "ab".repeat(32);

    private static Credential.Tsm certificate() {
        return new Credential.Tsm(
                new CertificateIdentity(
                        List.of(new OctetString(new byte[] {1})),
                        new SecretOctets(new OctetString(new byte[] {2}))),
                new PeerTrust(
                        List.of(new OctetString(new byte[] {3})),
                        Optional.empty(),
                        Optional.empty()),
                "",
                Optional.empty());
    }

    /** Certificates behind a lock that a test opens. */
    private static final class Locked implements CertificateSource {
        private boolean open;
        private int asked;
        private Consumer<Credential.Tsm> waiting = _ -> {};

        @Override
        public Optional<String> whyNot(String name) {
            return open ? Optional.empty() : Optional.of(name + " is locked");
        }

        @Override
        public void use(String name, Consumer<Credential.Tsm> then) {
            asked++;
            waiting = then;
            if (open) {
                then.accept(certificate());
            }
        }
    }

    private static ReceiverSettings secure(String certificate, String senders) {
        return new ReceiverSettings(true, "tls:10162", 5, new Secure(certificate, senders));
    }

    @Test
    void tlsIsListenedForWithACertificateAndItsSenders() {
        Locked source = new Locked();
        source.open = true;
        receiver.certificates(source);
        receiver.change(secure("ours", DIGEST + " = ops"));
        JobSpec.Listen spec = spec();
        assertThat(spec.endpoints().getFirst().transport()).isEqualTo(Transport.TLS);
        assertThat(spec.certificates().orElseThrow().accepted())
                .containsExactly(
                        new AcceptedSender.Pinned(Fingerprint.parse(DIGEST), Optional.of("ops")),
                        new AcceptedSender.VouchedFor(
                                new OctetString(new byte[] {3}), Optional.empty()));
        assertThat(settings.get("notifications.certificate")).contains("ours");
        assertThat(settings.get("notifications.senders")).contains(DIGEST + " = ops");
    }

    @Test
    void aLockedCertificateIsWaitedForAndNotAskedForAtTheStart() {
        Locked source = new Locked();
        secure("ours", "").keep(settings);
        ReceiverViewModel next = model();
        next.certificates(source);
        next.begin();
        assertThat(source.asked).isZero();
        assertThat(next.stateProperty().get()).isEqualTo(new State.Failed("ours is locked", ""));
        source.open = true;
        next.unlocked();
        assertThat(jobs.all()).hasSize(1);
        assertThat(next.stateProperty().get()).isEqualTo(new State.Starting());
    }

    @Test
    void aCertificateThatComesAfterTheSwitchIsOffStartsNothing() {
        Locked source = new Locked();
        receiver.certificates(source);
        receiver.change(secure("ours", ""));
        assertThat(source.asked).isEqualTo(1);
        receiver.change(false, "tls:10162", 5);
        source.waiting.accept(certificate());
        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void tlsWithoutACertificateAndASenderThatIsNoneAreSaid() {
        receiver.change(secure("", ""));
        assertThat(receiver.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> assertThat(failed.why()).contains("certificate of our own"));
        receiver.change(secure("ours", "nonsense"));
        assertThat(receiver.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> assertThat(failed.why()).contains("nonsense"));
        assertThat(jobs.all()).isEmpty();
    }
}

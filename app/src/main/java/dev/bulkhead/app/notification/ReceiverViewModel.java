package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The receiver and its switch: one listener job while it is on. JavaFX's thread; {@code taken} is
 * called on the job's.
 *
 * <p>States: OFF, STARTING, LISTENING, RESTARTING while a worker is replaced, FAILED with what to
 * do. A failed one stays switched on in the settings: it is tried again at the next start.
 */
public final class ReceiverViewModel {
    private final JobStarter jobs;
    private final Settings settings;
    private final Executor fx;
    private final Supplier<List<Credential.Usm>> users;
    private final Consumer<List<Notification>> taken;
    private CertificateSource certificates = CertificateSource.NONE;
    private boolean mayAsk;
    private int attempt;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
    private final ReadOnlyObjectWrapper<ReceiverSettings> chosen;
    private Runnable keep = () -> {};
    private @Nullable JobHandle job;
    private @Nullable JobHandle old;
    private List<Credential.Usm> usedUsers = List.of();
    private ListenCounts before = ListenCounts.ZERO;
    private String refused = "";
    private boolean again;

    /** What it does. */
    public sealed interface State {
        record Off() implements State {}

        record Starting() implements State {}

        /** Ready at these addresses. */
        record Listening(List<String> addresses) implements State {}

        /** Its worker is gone and another will come. */
        record Restarting(String why) implements State {}

        /** It cannot listen: why, and what helps. */
        record Failed(String why, String advice) implements State {}
    }

    ReceiverViewModel(
            JobStarter jobs,
            Settings settings,
            Executor fx,
            Supplier<List<Credential.Usm>> users,
            Consumer<List<Notification>> taken) {
        this.jobs = jobs;
        this.settings = settings;
        this.fx = fx;
        this.users = users;
        this.taken = taken;
        chosen = new ReadOnlyObjectWrapper<>(ReceiverSettings.of(settings));
    }

    /** Takes its certificates from there. */
    void certificates(CertificateSource source) {
        certificates = source;
    }

    /** Called when the settings changed and are to be written. */
    public void onKeep(Runnable action) {
        keep = action;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ReceiverSettings> settingsProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the user wants it to listen. */
    public boolean isOn() {
        return chosen.get().on();
    }

    /** Listens if it did when the program ended. */
    public void begin() {
        if (isOn() && job == null) {
            mayAsk = false;
            start();
        }
    }

    /** The vault was opened: what waited for it goes on. */
    void unlocked() {
        if (isOn() && job == null && old == null) {
            start();
        }
    }

    /** Switches it, which is remembered. */
    public void toggle() {
        boolean failed = state.get() instanceof State.Failed;
        ReceiverSettings now = chosen.get();
        change(
                new ReceiverSettings(
                        !isOn() || failed, now.places(), now.maxPerSecond(), now.secure()));
    }

    /** Listens at other places, or with another limit, which is remembered. */
    void change(boolean on, String places, int maxPerSecond) {
        change(new ReceiverSettings(on, places, maxPerSecond, chosen.get().secure()));
    }

    /** Listens as these say, which is remembered; may ask for the vault's passphrase. */
    void change(ReceiverSettings fresh) {
        chosen.set(
                new ReceiverSettings(
                        fresh.on(), fresh.places().strip(), fresh.maxPerSecond(), fresh.secure()));
        chosen.get().keep(settings);
        keep.run();
        mayAsk = true;
        if (fresh.on()) {
            restart();
        } else {
            again = false;
            stop();
        }
    }

    /** There are other users; they are listened for if it listens. */
    void usersChanged() {
        if (job != null && !usersByName().equals(usedUsers)) {
            restart();
        }
    }

    /** One user of each name: a receiver cannot tell two of one name apart. */
    private List<Credential.Usm> usersByName() {
        Map<String, Credential.Usm> byName = new LinkedHashMap<>();
        for (Credential.Usm user : users.get()) {
            String key = user.securityName() + '\n' + user.securityEngineId();
            byName.putIfAbsent(key, user);
        }
        return new ArrayList<>(byName.values());
    }

    private void restart() {
        if (job == null && old == null) {
            start();
            return;
        }
        again = true;
        stop();
        state.set(new State.Starting());
    }

    private void stop() {
        JobHandle running = job;
        job = null;
        if (running != null) {
            old = running;
            running.cancel();
        }
        state.set(new State.Off());
    }

    private void start() {
        again = false;
        refused = "";
        attempt++;
        try {
            List<Endpoint> endpoints = chosen.get().endpoints();
            if (ReceiverSettings.isSecure(endpoints)) {
                startSecure(endpoints);
            } else {
                start(endpoints, Optional.empty());
            }
        } catch (IllegalArgumentException wrong) {
            state.set(new State.Failed(String.valueOf(wrong.getMessage()), ""));
        }
    }

    private void startSecure(List<Endpoint> endpoints) {
        ReceiverSettings.Secure secure = chosen.get().secure();
        List<AcceptedSender> pinned = secure.accepted();
        if (secure.certificate().isEmpty()) {
            throw new IllegalArgumentException(Words.text("receiver.wrong.certificate"));
        }
        Optional<String> why = certificates.whyNot(secure.certificate());
        state.set(why.<State>map(each -> new State.Failed(each, "")).orElse(new State.Starting()));
        if (why.isPresent() && !mayAsk) {
            return;
        }
        int mine = attempt;
        certificates.use(
                secure.certificate(),
                found -> {
                    if (mine == attempt && isOn() && job == null) {
                        start(endpoints, Optional.of(listenCertificates(found, pinned)));
                    }
                });
    }

    /** Whom the certificate trusts as an agent is let in as a sender as well. */
    private static ListenCertificates listenCertificates(
            Credential.Tsm certificate, List<AcceptedSender> pinned) {
        List<AcceptedSender> accepted = new ArrayList<>(pinned);
        PeerTrust trust = certificate.trust();
        trust.fingerprint()
                .ifPresent(one -> accepted.add(new AcceptedSender.Pinned(one, Optional.empty())));
        trust.authorities()
                .forEach(one -> accepted.add(new AcceptedSender.VouchedFor(one, Optional.empty())));
        return new ListenCertificates(certificate.identity(), accepted);
    }

    private void start(List<Endpoint> endpoints, Optional<ListenCertificates> secure) {
        state.set(new State.Starting());
        usedUsers = usersByName();
        JobHandle[] mine = new JobHandle[1];
        mine[0] =
                jobs.submit(
                        new JobSpec.Listen(
                                endpoints, usedUsers, secure, chosen.get().maxPerSecond()),
                        event -> on(event, mine));
        job = mine[0];
    }

    /** On the job's thread. */
    private void on(JobEvent event, JobHandle[] mine) {
        switch (event) {
            case JobEvent.Notifications some -> taken.accept(some.notifications());
            case JobEvent.Listening ready ->
                    fx.execute(() -> tell(mine, new State.Listening(ready.addresses())));
            case JobEvent.Restarting gone ->
                    fx.execute(() -> tell(mine, new State.Restarting(Inert.text(gone.detail()))));
            case JobEvent.SenderRefused one ->
                    fx.execute(() ->
                            refused =
                                    Inert.text(
                                            one.refusal().source()
                                                    + ": "
                                                    + one.refusal().reason()));
            case JobEvent.Failed failed ->
                    fx.execute(() -> {
                        tell(
                                mine,
                                new State.Failed(
                                        Inert.text(failed.failure().message()),
                                        Inert.text(failed.failure().advice())));
                        ended(mine, failed.totals().listen());
                    });
            case JobEvent.Finished finished ->
                    fx.execute(() -> ended(mine, finished.totals().listen()));
            default -> {}
        }
    }

    private void tell(JobHandle[] mine, State now) {
        if (Objects.equals(mine[0], job)) {
            state.set(now);
        }
    }

    private void ended(JobHandle[] mine, ListenCounts totals) {
        before = before.plus(totals);
        if (Objects.equals(mine[0], old)) {
            old = null;
        }
        if (Objects.equals(mine[0], job)) {
            job = null;
        }
        if (again && job == null && isOn()) {
            start();
        }
    }

    /** What became of all that came since the window was opened. */
    ListenCounts counts() {
        ListenCounts counts = before;
        for (JobHandle running : new JobHandle[] {job, old}) {
            if (running != null) {
                counts =
                        counts.plus(
                                running.worker()
                                        .map(WorkerStatus::listen)
                                        .orElse(ListenCounts.ZERO));
            }
        }
        return counts;
    }

    /** The sender that was refused last, and why; "" if none was. */
    String refused() {
        return refused;
    }

    /** What it does, in a few words. */
    public String words() {
        return switch (state.get()) {
            case State.Off _ -> Words.text("receiver.off");
            case State.Starting _ -> Words.text("receiver.starting");
            case State.Listening _ -> Words.text("receiver.listening", chosen.get().shortText());
            case State.Restarting _ -> Words.text("receiver.restarting");
            case State.Failed _ -> Words.text("receiver.failed");
        };
    }

    /** Ends the job; what is remembered stays. */
    void close() {
        again = false;
        stop();
    }

    Optional<JobHandle> job() {
        return Optional.ofNullable(job);
    }
}

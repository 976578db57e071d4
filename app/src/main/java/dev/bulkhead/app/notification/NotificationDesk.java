package dev.bulkhead.app.notification;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.settings.Settings;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;

/** All about notifications that is no picture, joined. JavaFX's thread. */
public final class NotificationDesk implements AutoCloseable {
    private final Setup setup;
    private final Intake intake;
    private final Deliveries deliveries;
    private final CredentialShelf shelf;
    private final NotificationsViewModel list;
    private final ReceiverViewModel receiver;
    private final RulesViewModel rules;
    private final SenderViewModel sender;
    private final StoredCertificates certificates;
    private boolean judging;
    private boolean again;

    /**
     * What the desk stands on.
     *
     * @param names the modules of the moment; read on any thread
     * @param fx runs things on JavaFX's thread
     */
    public record Setup(
            JobStarter jobs,
            ObservableValue<MibNames> names,
            AgentDesk agents,
            Settings settings,
            Work work,
            Executor fx) {}

    public NotificationDesk(Setup setup) {
        this.setup = setup;
        shelf = new CredentialShelf(setup.agents().credentials());
        deliveries = new Deliveries(setup.jobs(), shelf::find);
        Journal journal = new Journal();
        intake = new Intake(journal, this::names, deliveries, System::nanoTime);
        list = new NotificationsViewModel(journal, this::names, setup.work());
        receiver =
                new ReceiverViewModel(
                        setup.jobs(), setup.settings(), setup.fx(), shelf::users, intake::take);
        rules =
                new RulesViewModel(
                        setup.settings().beside(RuleFile.NAME),
                        setup.work(),
                        new RulesViewModel.Surroundings(
                                journal, this::names, this::use, shelf::names));
        sender = new SenderViewModel(setup.jobs(), this::names, setup.agents(), setup.fx());
        certificates = new StoredCertificates(setup.agents().credentials());
        receiver.certificates(certificates);
        setup.agents()
                .unlock()
                .openProperty()
                .subscribe(open -> {
                    if (open) {
                        receiver.unlocked();
                    }
                });
        shelf.onChange(receiver::usersChanged);
        shelf.keep(rules::credentialsInUse);
        setup.names().subscribe(_ -> judgeAnew());
    }

    private MibNames names() {
        return setup.names().getValue();
    }

    private void use(RuleSet fresh) {
        intake.use(fresh);
        judgeAnew();
    }

    /** In the background; what is asked for meanwhile is done once more afterwards. */
    private void judgeAnew() {
        if (judging) {
            again = true;
            return;
        }
        judging = true;
        again = false;
        setup.work()
                .run(
                        "judge-notifications",
                        () -> {
                            intake.judgeAnew();
                            return true;
                        },
                        _ -> judged(),
                        _ -> judged());
    }

    private void judged() {
        judging = false;
        list.again();
        if (again) {
            judgeAnew();
        }
    }

    /** Reads the rules, and listens if the receiver did when the program ended. */
    public void begin() {
        rules.load(receiver::begin);
    }

    public NotificationsViewModel list() {
        return list;
    }

    public ReceiverViewModel receiver() {
        return receiver;
    }

    public RulesViewModel rules() {
        return rules;
    }

    public SenderViewModel sender() {
        return sender;
    }

    /** The names of stored certificates. */
    List<String> certificates() {
        return certificates.names();
    }

    CredentialShelf shelf() {
        return shelf;
    }

    /** Tells somebody of each that is kept, from now on. */
    public void onTaken(TakenListener listener) {
        intake.onTaken(listener);
    }

    /** How many came, those that rules dropped among them. */
    public long taken() {
        return intake.taken();
    }

    /** How many rules dropped. */
    long droppedByRules() {
        return intake.dropped();
    }

    /** Opens the vault, for the users in it; asks for its passphrase if it must. */
    void unlock() {
        setup.agents().unlock().withOpen(Words.text("receiver.unlock.why"), () -> {});
    }

    @Override
    public void close() {
        receiver.close();
        deliveries.close();
    }
}

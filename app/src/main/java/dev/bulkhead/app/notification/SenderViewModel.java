package dev.bulkhead.app.notification;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A notification that is to be sent: its form, made from its type, and what came of it. */
public final class SenderViewModel {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int OFFERED = 12;
    private static final int LOOKED_THROUGH = 200;

    private final JobStarter jobs;
    private final Supplier<MibNames> names;
    private final AgentDesk agents;
    private final Executor fx;
    private final long begun = System.nanoTime();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("127.0.0.1");
    private final BooleanProperty inform = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<String>> credential =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<SenderItem> items = FXCollections.observableArrayList();
    private final ObservableList<ExtraVariable> extras = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<NotificationType>> type =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Result> result =
            new ReadOnlyObjectWrapper<>(new Result("", Tone.NEUTRAL));
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();

    /**
     * What came of sending, in words.
     *
     * @param text "" for nothing yet
     */
    record Result(String text, Tone tone) {}

    SenderViewModel(JobStarter jobs, Supplier<MibNames> names, AgentDesk agents, Executor fx) {
        this.jobs = jobs;
        this.names = names;
        this.agents = agents;
        this.fx = fx;
    }

    /** The notification's name as typed. */
    public StringProperty nameProperty() {
        return name;
    }

    /** {@code host} or {@code host:port} of the receiver. */
    public StringProperty addressProperty() {
        return address;
    }

    /** Whether the receiver is to answer. */
    public BooleanProperty informProperty() {
        return inform;
    }

    /** The name of a stored credential; empty: the address bar's. */
    ObjectProperty<Optional<String>> credentialProperty() {
        return credential;
    }

    /** The type that the name names, if a module has it. */
    public ReadOnlyObjectProperty<Optional<NotificationType>> typeProperty() {
        return type.getReadOnlyProperty();
    }

    /** The variables of the type, in order. */
    ObservableList<SenderItem> items() {
        return items;
    }

    /** The variables sent after those, in order. */
    ObservableList<ExtraVariable> extras() {
        return extras;
    }

    /** One more, still without name and value. */
    void addExtra() {
        extras.add(new ExtraVariable(names));
    }

    ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /** The stored credentials that are for UDP. */
    List<String> credentials() {
        return agents.credentials().items().stream()
                .filter(item -> item.outline().fits(Transport.UDP))
                .map(item -> item.name())
                .toList();
    }

    /** What the address bar asks with, in a word. */
    String credentialOfBar() {
        return agents.target()
                .credentialNameProperty()
                .get()
                .orElseGet(() -> "v" + agents.target().credentialProperty().get().version().flag());
    }

    /** Names of notifications that fit what is typed, the best first. */
    List<String> offers(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        List<String> offers = new ArrayList<>();
        for (MibIndex.SearchHit hit : names.get().index().search(typed, LOOKED_THROUGH)) {
            if (hit.node().kind() == NodeKind.NOTIFICATION && offers.size() < OFFERED) {
                offers.add(names.get().qualifiedName(hit.node().oid()));
            }
        }
        return List.copyOf(offers);
    }

    /** Makes the form of a notification. */
    public void open(Oid notification) {
        choose(names.get().qualifiedName(notification));
    }

    /** Makes the form of what is named, and says so if nothing is. */
    public void choose(String text) {
        name.set(text.strip());
        result.set(new Result("", Tone.NEUTRAL));
        Optional<NotificationType> found = find(text.strip());
        if (found.equals(type.get()) && found.isPresent()) {
            return;
        }
        type.set(found);
        items.setAll(
                found.map(NotificationType::objects).orElse(List.of()).stream()
                        .flatMap(object -> object(object).stream())
                        .map(object -> new SenderItem(object, names))
                        .toList());
    }

    private Optional<ObjectType> object(Reference reference) {
        return names.get()
                .index()
                .definition(reference.module(), reference.name())
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast);
    }

    private Optional<NotificationType> find(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Oid oid = names.get().resolve(text);
            return names.get()
                    .index()
                    .node(oid)
                    .flatMap(MibNode::definition)
                    .filter(NotificationType.class::isInstance)
                    .map(NotificationType.class::cast);
        } catch (UnknownNameException unknown) {
            fail(Inert.text(String.valueOf(unknown.getMessage())));
            return Optional.empty();
        }
    }

    private void fail(String why) {
        result.set(new Result(why, Tone.DANGER));
    }

    /** Sends it; asks for the vault's passphrase first if the credential needs that. */
    public void send() {
        if (sending.get()) {
            return;
        }
        choose(name.get());
        Optional<NotificationType> chosen = type.get();
        if (chosen.isEmpty()) {
            if (result.get().text().isEmpty()) {
                fail(Words.text("sender.wrong.name"));
            }
            return;
        }
        try {
            HostPort at = HostPort.of(address.get(), Transport.UDP.notificationPort());
            List<VarBind> varBinds =
                    Stream.concat(
                                    items.stream().map(SenderItem::varBind),
                                    extras.stream().map(ExtraVariable::varBind))
                            .toList();
            Oid oid = chosen.get().oid();
            if (credential.get().isPresent()) {
                agents.credentials()
                        .use(credential.get().get(), found -> send(at, found, oid, varBinds));
            } else {
                send(at, agents.target().credentialProperty().get(), oid, varBinds);
            }
        } catch (IllegalArgumentException wrong) {
            fail(String.valueOf(wrong.getMessage()));
        }
    }

    private void send(HostPort at, Credential with, Oid oid, List<VarBind> varBinds) {
        if (inform.get() && with.version() == SnmpVersion.V1) {
            fail(Words.text("sender.wrong.v1-inform"));
            return;
        }
        if (with instanceof Credential.Tsm) {
            fail(Words.text("sender.wrong.certificate"));
            return;
        }
        boolean answered = inform.get();
        sending.set(true);
        result.set(new Result(Words.text("sender.sending", at.toString()), Tone.NEUTRAL));
        var _ =
                OneJob.run(
                        jobs,
                        new JobSpec.Notify(
                                new Target(at.host(), at.port(), with, TIMEOUT, 1),
                                answered,
                                upTimeTicks(),
                                oid,
                                varBinds),
                        failure -> fx.execute(() -> ended(at, answered, failure)));
    }

    /** How long this program has run, which is no secret of the machine. */
    private long upTimeTicks() {
        return (System.nanoTime() - begun) / 10_000_000 % (1L << 32);
    }

    private void ended(HostPort at, boolean answered, Optional<Failure> failure) {
        sending.set(false);
        result.set(
                failure.map(why ->
                                new Result(
                                        Inert.text(
                                                Words.text(
                                                        "sender.failed",
                                                        why.message(),
                                                        why.advice())),
                                        Tone.DANGER))
                        .orElseGet(() ->
                                new Result(
                                        Words.text(
                                                answered ? "sender.answered" : "sender.sent",
                                                at.toString()),
                                        Tone.SUCCESS)));
    }

    /** Sends to the device that the address bar names. */
    void useTarget() {
        agents.target().device().map(Device::host).ifPresent(host -> address.set(bracketed(host)));
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

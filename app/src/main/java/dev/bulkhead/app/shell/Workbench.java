package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.answered.AnsweredTree;
import dev.bulkhead.app.bookmark.Bookmark;
import dev.bulkhead.app.bookmark.Bookmarks;
import dev.bulkhead.app.change.ChangeFile;
import dev.bulkhead.app.change.ChangesViewModel;
import dev.bulkhead.app.change.Place;
import dev.bulkhead.app.change.SetViewModel;
import dev.bulkhead.app.chart.ChartViewModel;
import dev.bulkhead.app.command.UndoStack;
import dev.bulkhead.app.discovery.DiscoveryViewModel;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.instance.InstancesViewModel;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.mibtree.SearchViewModel;
import dev.bulkhead.app.notification.NotificationDesk;
import dev.bulkhead.app.packets.PacketsViewModel;
import dev.bulkhead.app.past.Historian;
import dev.bulkhead.app.polling.PollingViewModel;
import dev.bulkhead.app.preferences.Preferences;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.QueryRun.Question;
import dev.bulkhead.app.query.ResultOptions;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.app.query.ResultsViewModel;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.table.GridDevice;
import dev.bulkhead.app.table.TableViewModel;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * All of the window that is no picture: the view models and what joins them. Knows no scene and no
 * stage, so tests use it without a toolkit.
 *
 * <p>JavaFX's thread.
 */
public final class Workbench implements AutoCloseable {
    private final Services services;
    private final MibLibrary library;
    private final CurrentObject current;
    private final SearchViewModel search;
    private final TargetViewModel target;
    private final ResultsViewModel results;
    private final PollingViewModel polling;
    private final ChartViewModel chart;
    private final Historian historian;
    private final PacketsViewModel packets;
    private final MibDesk mibs;
    private final ChangesViewModel changes;
    private final SetViewModel desk;
    private final AgentDesk agents;
    private final DiscoveryViewModel discovery;
    private final StatusViewModel status = new StatusViewModel();
    private final UnsavedNotice unsaved;
    private final RecordingDesk recordings;
    private final UndoStack undo = new UndoStack();
    private final Preferences preferences;
    private final Bookmarks bookmarks;
    private final InstancesViewModel instances;
    private final AnsweredTree answered;
    private final NotificationDesk notifications;
    private final ObjectProperty<Verb> verb = new SimpleObjectProperty<>(Verb.WALK);

    public Workbench(Services services) {
        this.services = services;
        unsaved = new UnsavedNotice(services, status);
        preferences = new Preferences(services.settings());
        bookmarks = new Bookmarks(services.settings(), undo);
        library = new MibLibrary(services.mibs(), services.compiler(), services.settings());
        current = new CurrentObject(library);
        search = new SearchViewModel(library, current);
        target = new TargetViewModel(services.settings());
        results = new ResultsViewModel(services.jobs(), services.clock(), this::rowText);
        polling = new PollingViewModel(services.jobs(), library::names, services.clock());
        chart = new ChartViewModel(services.clock());
        historian = new Historian(polling::objectName, preferences::historyKept, services.clock());
        polling.observe(historian);
        preferences.historyProperty().subscribe(historian::turn);
        services.keeping().history().ifPresent(historian::keepIn);
        packets = new PacketsViewModel(services.packets(), library::names);
        mibs = new MibDesk(library, current, target, services.settings());
        changes =
                new ChangesViewModel(
                        services.jobs(),
                        library::names,
                        services.clock(),
                        Background::handOver,
                        new ChangeFile(services.settings().beside("changes.tsv")));
        desk = new SetViewModel(changes);
        agents =
                new AgentDesk(
                        target,
                        new AgentDesk.Setup(
                                services.settings().folder(),
                                services.keeping().keychain(),
                                services.jobs(),
                                Workbench::work,
                                Background::handOver,
                                status::tell));
        discovery = new DiscoveryViewModel(agents, services.jobs(), Workbench::work);
        instances = new InstancesViewModel(services.jobs(), Background::handOver);
        answered = new AnsweredTree(services.jobs(), library::names, Background::handOver);
        notifications = NotificationActions.desk(services, library, agents, Workbench::work);
        NotedEvents.follow(polling, historian, notifications);
        recordings = new RecordingDesk(this, Workbench::work);
        target.bePatient(preferences::timeout, preferences::retries);
        results.follow(
                new ResultOptions(
                        preferences::replacesResults,
                        preferences::resultsLimit,
                        preferences::repetitions));
    }

    /** Nobody ends this work early; what goes wrong is told to {@code failed}. */
    private static <T> void work(
            String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var _ = Background.run(name, work, done, failed);
    }

    private String rowText(ResultRow row) {
        return library.names().shortName(row.varBind().name())
                + '\n'
                + library.names().value(row.varBind())
                + '\n'
                + library.names().type(row.varBind());
    }

    public Services services() {
        return services;
    }

    public MibLibrary library() {
        return library;
    }

    public CurrentObject current() {
        return current;
    }

    public SearchViewModel search() {
        return search;
    }

    public TargetViewModel target() {
        return target;
    }

    /** Devices and credentials. */
    public AgentDesk agents() {
        return agents;
    }

    public DiscoveryViewModel discovery() {
        return discovery;
    }

    public ResultsViewModel results() {
        return results;
    }

    public PollingViewModel polling() {
        return polling;
    }

    public ChartViewModel chart() {
        return chart;
    }

    /** What becomes of what is polled. */
    public Historian historian() {
        return historian;
    }

    public PacketsViewModel packets() {
        return packets;
    }

    public MibDesk mibs() {
        return mibs;
    }

    /** All that is written to agents, and the log of it. */
    public ChangesViewModel changes() {
        return changes;
    }

    /** Recordings of devices, and the devices that play them. */
    public RecordingDesk recordings() {
        return recordings;
    }

    /** The variables that are to be written together. */
    public SetViewModel desk() {
        return desk;
    }

    /** Whom the address names, to write there; empty, and said so, if it names nobody. */
    Optional<Place> place() {
        Place[] found = new Place[1];
        withTarget(device -> found[0] = new Place(target.target().orElseThrow(), device.label()));
        return Optional.ofNullable(found[0]);
    }

    public StatusViewModel status() {
        return status;
    }

    public UndoStack undo() {
        return undo;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Bookmarks bookmarks() {
        return bookmarks;
    }

    /** The instances of the current column, once they were asked for. */
    public InstancesViewModel columnInstances() {
        return instances;
    }

    public AnsweredTree answered() {
        return answered;
    }

    public NotificationDesk notifications() {
        return notifications;
    }

    /** Forgets a run, which can be undone. */
    public void close(QueryRun run) {
        String verb = Words.text("command." + run.question().verb().id());
        undo.did(Words.text("undo.cleared", verb, run.question().what()), results.close(run));
    }

    /** Forgets the shown run, which can be undone. */
    public void clearShown() {
        results.shownProperty().get().ifPresent(this::close);
    }

    /** Whether the current object is a column without an instance. */
    public boolean isBareColumn() {
        return isColumn()
                && current.nodeProperty()
                        .get()
                        .filter(node -> node.oid().equals(current.oidProperty().get()))
                        .isPresent();
    }

    /** Whether the current object is a column or an instance of one. */
    public boolean isColumn() {
        NodeKind kind = current.nodeProperty().get().map(MibNode::kind).orElse(NodeKind.NODE);
        return kind == NodeKind.COLUMN || kind == NodeKind.INDEX_COLUMN;
    }

    /** Asks the target for the current column's instances; whether there is a target. */
    public boolean findInstances() {
        boolean[] asked = new boolean[1];
        withTarget(_ -> {
            instances.find(target.target().orElseThrow(), library.names(), nodeOid());
            asked[0] = true;
        });
        return asked[0];
    }

    /** Shows in the tree only what the target answers, or everything again. */
    public void toggleAnswered() {
        if (answered.viewProperty().get() instanceof AnsweredTree.View.All) {
            withTarget(device -> answered.show(target.target().orElseThrow(), device.label()));
        } else {
            answered.showAll();
        }
    }

    /** Asks the target anew what of the tree it answers. */
    public void rescanAnswered() {
        withTarget(device -> answered.scan(target.target().orElseThrow(), device.label()));
    }

    /** The current object as a bookmark of the chosen device. */
    public Bookmark currentBookmark() {
        Oid oid = current.oidProperty().get();
        boolean instance = !isExact(oid);
        return new Bookmark(
                library.names().shortName(oid),
                oid,
                instance ? target.device().map(Device::label) : Optional.empty());
    }

    private boolean isExact(Oid oid) {
        return current.nodeProperty().get().filter(node -> node.oid().equals(oid)).isPresent();
    }

    /** Makes a bookmark's object the current one, and its device the target if it has one. */
    public void open(Bookmark bookmark) {
        bookmark.device().ifPresent(target.addressProperty()::set);
        current.select(bookmark.oid());
    }

    /** The operation that Go starts. */
    public ObjectProperty<Verb> verbProperty() {
        return verb;
    }

    /** Whether the current object belongs to a table. */
    public boolean isTable() {
        return row().isPresent();
    }

    private Optional<ObjectType> row() {
        return library.names().index().rowOf(nodeOid());
    }

    private Oid nodeOid() {
        return current.nodeProperty().get().map(MibNode::oid).orElse(Oid.EMPTY);
    }

    /** Asks the target about the current object; says in the status bar if it cannot. */
    public void run(Verb asked) {
        withTarget(device -> {
            target.remember();
            Oid oid = instance(asked, current.oidProperty().get());
            results.start(
                    new Question(
                            asked,
                            library.names().shortName(oid),
                            device.label(),
                            target.target().orElseThrow(),
                            oid.toString()),
                    oid);
        });
    }

    /** A scalar's only instance is meant when the scalar is asked for (RFC 2578 §7.7). */
    private Oid instance(Verb asked, Oid oid) {
        boolean exact = isExact(oid);
        boolean scalar =
                current.nodeProperty()
                        .get()
                        .filter(node -> node.kind() == NodeKind.SCALAR)
                        .isPresent();
        return asked == Verb.GET && exact && scalar ? oid.append(0) : oid;
    }

    /** The current object's table of the target; empty, and said so, if there is none. */
    public Optional<TableViewModel> table() {
        Optional<ObjectType> row = row();
        if (row.isEmpty()) {
            status.warn(Words.text("status.no-table", library.names().shortName(nodeOid())));
            return Optional.empty();
        }
        TableViewModel[] opened = new TableViewModel[1];
        withTarget(device -> {
            target.remember();
            opened[0] = openTable(row.get(), device);
        });
        return Optional.ofNullable(opened[0]);
    }

    private TableViewModel openTable(ObjectType row, Device device) {
        String name = library.names().shortName(row.oid().parent());
        return new TableViewModel(
                services.jobs(),
                services.clock(),
                new TableViewModel.Question(
                        name, device.label(), target.target().orElseThrow(), row, library.names()),
                services.settings());
    }

    /** The known devices that can be asked with what is known. */
    List<GridDevice> gridDevices() {
        return target.devices().stream()
                .flatMap(device ->
                        target
                                .targetOf(device)
                                .map(whom -> new GridDevice(device.label(), whom))
                                .stream())
                .toList();
    }

    /** The same question to the same table, to be asked anew. */
    public TableViewModel again(TableViewModel before) {
        return new TableViewModel(services.jobs(), services.clock(), before.question());
    }

    /** Finds the current object's instances on the target: at once, or by a quick walk. */
    public void instances(Consumer<PollPlan> found) {
        withTarget(device -> {
            Target asked = target.target().orElseThrow();
            Oid oid = current.oidProperty().get();
            InstanceFinder finder = new InstanceFinder(services.jobs());
            finder.find(
                    current.nodeProperty().get(),
                    asked,
                    oid,
                    instances ->
                            Background.handOver(() ->
                                    found.accept(new PollPlan(asked, device.label(), instances))));
        });
    }

    private void withTarget(Consumer<Device> action) {
        Optional<Device> device = target.device();
        if (device.isEmpty()) {
            status.warn(
                    target.addressProperty().get().isBlank()
                            ? Words.text("status.no-address")
                            : Words.text(
                                    "status.bad-address", target.addressProperty().get().strip()));
            return;
        }
        if (!target.credentialFits()) {
            status.warn(Words.text("status.needs-certificate", device.get().address()));
            return;
        }
        action.accept(device.get());
    }

    /** Cancels the newest run; whether there was one. */
    public boolean cancelNewest() {
        return results.cancelNewest();
    }

    /** Runs the shown question again. */
    public void runAgain() {
        results.runAgain(question -> Oid.parse(question.oidText()));
    }

    /** Reads what the user keeps, and sees whether compiled modules can be kept. */
    void loadKept() {
        agents.load();
        notifications.begin();
        unsaved.checkCache();
    }

    /** Writes the settings; says once if they cannot be written. */
    void saveSettings() {
        unsaved.saveSettings();
    }

    /** Starts the demo network and puts its devices into the address list. */
    public void startDemo(Consumer<List<Device>> ready) {
        new DemoStart(services.demo(), target, status).start(ready);
    }

    /** Ends everything, on JavaFX's thread; only {@link Historian#close} waits for its end. */
    @Override
    public void close() {
        recordings.list().close();
        polling.close();
        historian.closeSoon();
        changes.close();
        notifications.close();
    }
}

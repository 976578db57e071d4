package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.chart.TimeWindow;
import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.FormulaParser;
import dev.bulkhead.app.formula.Reading;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.FormulaLookup;
import dev.bulkhead.app.polling.KeptPoll;
import dev.bulkhead.app.polling.PollAlarm;
import dev.bulkhead.app.polling.PollBook;
import dev.bulkhead.app.polling.PollReference;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.RestoredPoll;
import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;

/**
 * Brings back the polls and charts of the last time, and keeps those of now. Secrets stay where
 * they are: a poll is kept with the name of its credential, and waits until that is at hand.
 *
 * <p>JavaFX's thread; files are read and written elsewhere. Polls come back once the modules are
 * read, since formulas and companions of counters need them; until then nothing is written.
 */
final class KeptPolls {
    private static final String WINDOW = "chart.window";
    private static final String CLOSED = "polls.closed";
    private static final Credential PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));

    private final Workbench workbench;
    private final PollBook book;
    private final Map<Credential, String> names = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final AtomicReference<Optional<PollAlarm>> untold =
            new AtomicReference<>(Optional.empty());

    /** Formulas that no loaded module explains now; kept for the time when one does. */
    private List<KeptPoll> unread = List.of();

    private volatile List<KeptPoll> written = List.of();
    private State state = State.NEW;
    private Object seen = "";

    /** Whether polls may be written. */
    private enum State {
        NEW,
        READING,
        RESTORED,
        /** The window closes: that polls end then is not what the user wants to keep. */
        KEPT,
        /** The file cannot be read, nor put aside: it is not written over. */
        BROKEN
    }

    KeptPolls(Workbench workbench) {
        this.workbench = workbench;
        book = new PollBook(workbench.services().settings().folder());
        workbench.target().credentialProperty().subscribe(this::learn);
        workbench
                .library()
                .reportProperty()
                .subscribe(report -> {
                    if (report.isPresent() && report.get().problem().isEmpty()) {
                        load();
                    }
                });
        workbench.agents().credentials().items().subscribe(this::fetchAll);
        workbench
                .agents()
                .unlock()
                .openProperty()
                .subscribe(_ -> {
                    asked.clear();
                    fetchAll();
                });
        workbench.target().devices().addListener((ListChangeListener<Device>) _ -> followDevices());
        workbench.polling().onAlarm(this::alarmed);
        workbench.chart().marks(workbench.polling().marks());
    }

    /** On the engine's threads; of many alarms at once the last one is told. */
    private void alarmed(PollAlarm alarm) {
        if (untold.getAndSet(Optional.of(alarm)).isEmpty()) {
            Background.handOver(() -> untold.getAndSet(Optional.empty()).ifPresent(this::tell));
        }
    }

    private void tell(PollAlarm alarm) {
        String text = Words.text("status.alarm", alarm.row().targetLabel(), alarm.text());
        if (alarm.isRaised()) {
            workbench.status().fail(text);
        } else {
            workbench.status().say(text);
        }
    }

    /** Remembers what a credential in use is called. */
    private void learn(Credential credential) {
        Optional<String> name = workbench.target().credentialNameProperty().get();
        if (!credential.equals(PUBLIC)) {
            name.ifPresent(each -> names.put(credential, each));
        }
    }

    private void load() {
        if (state != State.NEW) {
            return;
        }
        state = State.READING;
        var _ =
                Background.run(
                        "read-polls",
                        () -> book.read(workbench.library().names()::resolve),
                        this::restore,
                        problem -> {
                            state = State.BROKEN;
                            workbench
                                    .status()
                                    .warn(
                                            Words.text(
                                                    "status.polls-unreadable",
                                                    String.valueOf(problem.getMessage())));
                        });
    }

    private void restore(PollBook.Content content) {
        state = State.RESTORED;
        content.damage()
                .ifPresent(damage ->
                        workbench
                                .status()
                                .warn(
                                        Words.text(
                                                "status.polls-damaged",
                                                damage.file().toString(),
                                                damage.reason())));
        workbench
                .services()
                .settings()
                .list(CLOSED)
                .forEach(group -> workbench.polling().open(group, false));
        restoreWindow();
        List<RestoredPoll> found = new ArrayList<>();
        List<KeptPoll> left = new ArrayList<>();
        for (KeptPoll poll : content.polls()) {
            restored(poll).ifPresentOrElse(found::add, () -> left.add(poll));
        }
        unread = List.copyOf(left);
        if (!left.isEmpty()) {
            workbench.status().warn(Words.text("status.polls-unread", left.size()));
        }
        begin(found);
        followDevices();
    }

    /** Polls more, of a file; what is polled already is left out, and what no module explains. */
    int add(List<KeptPoll> more) {
        List<KeptPoll> now = kept(workbench.polling().rows());
        List<RestoredPoll> found = new ArrayList<>();
        for (KeptPoll poll : more) {
            boolean isThere = now.stream().anyMatch(each -> isSame(each, poll));
            if (!isThere) {
                restored(poll).ifPresent(found::add);
            }
        }
        begin(found);
        return found.size();
    }

    private static boolean isSame(KeptPoll one, KeptPoll other) {
        return one.whom().equals(other.whom())
                && one.what().equals(other.what())
                && one.every().equals(other.every());
    }

    private void begin(List<RestoredPoll> found) {
        List<PollRow> rows = workbench.polling().restore(found);
        TreeMap<Integer, ChartLine> charted = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            PollRow row = rows.get(i);
            found.get(i)
                    .kept()
                    .chart()
                    .ifPresent(at -> charted.put(at, workbench.polling().line(row)));
        }
        if (!charted.isEmpty()) {
            workbench.chart().chart(List.copyOf(charted.values()));
        }
        fetchAll();
    }

    private void restoreWindow() {
        workbench
                .services()
                .settings()
                .get(WINDOW)
                .flatMap(name ->
                        Arrays.stream(TimeWindow.values())
                                .filter(each -> each.name().equals(name))
                                .findFirst())
                .ifPresent(workbench.chart()::window);
    }

    private Optional<RestoredPoll> restored(KeptPoll kept) {
        Optional<Formula> formula = Optional.empty();
        if (kept.what() instanceof KeptPoll.What.Formula(String text, String _)) {
            var reading = FormulaParser.read(text, new FormulaLookup(workbench.library().names()));
            if (!(reading instanceof Reading.Good(Formula understood))) {
                return Optional.empty();
            }
            formula = Optional.of(understood);
        }
        try {
            Device device = Device.parse(kept.whom().address());
            boolean isPublic =
                    kept.whom().credential() instanceof PollReference.Source.Public
                            && PUBLIC.fits(device.transport());
            return Optional.of(
                    new RestoredPoll(kept, standIn(kept.whom(), device), !isPublic, formula));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** A target that is good for showing, and for asking if the credential is public. */
    private static Target standIn(PollReference whom, Device device) {
        return PUBLIC.fits(device.transport())
                ? target(whom, device, PUBLIC)
                : new Target(device.host(), device.port(), PUBLIC, whom.timeout(), whom.retries());
    }

    private static Target target(PollReference whom, Device device, Credential credential) {
        return new Target(
                device.transport(),
                device.host(),
                device.port(),
                credential,
                whom.timeout(),
                whom.retries());
    }

    /** Asks for the credentials that polls wait for, each once. */
    private void fetchAll() {
        if (state != State.RESTORED) {
            return;
        }
        Set<String> wanted =
                workbench.polling().rows().stream()
                        .flatMap(row -> row.waiting().stream())
                        .flatMap(whom -> whom.credential().named().stream())
                        .filter(name -> workbench.agents().credentials().item(name).isPresent())
                        .collect(Collectors.toSet());
        for (String name : wanted) {
            // A passphrase is asked for when the user wants to go on, not at the start.
            boolean isFirst = asked.isEmpty() || workbench.agents().credentials().isAtHand(name);
            if (!workbench.agents().credentials().isLocked(name) && isFirst) {
                asked.add(name);
                workbench.agents().credentials().use(name, found -> arrived(name, found));
            }
        }
    }

    private void arrived(String name, Credential credential) {
        names.put(credential, name);
        Map<PollReference, List<PollRow>> byTarget =
                workbench.polling().rows().stream()
                        .filter(row ->
                                row.waiting()
                                        .flatMap(whom -> whom.credential().named())
                                        .filter(name::equals)
                                        .isPresent())
                        .collect(Collectors.groupingBy(row -> row.waiting().orElseThrow()));
        byTarget.forEach((whom, rows) -> {
            Device device = Device.parse(whom.address());
            if (credential.fits(device.transport())) {
                workbench.polling().ask(rows, target(whom, device, credential));
            }
        });
    }

    /** A device of a known name that has moved is asked where it is now. */
    private void followDevices() {
        if (state != State.RESTORED) {
            return;
        }
        for (Device device : List.copyOf(workbench.target().devices())) {
            List<PollRow> moved =
                    workbench.polling().rows().stream()
                            .filter(row -> row.targetLabel().equals(device.label()))
                            .filter(row -> row.waiting().isEmpty())
                            .filter(row -> !isAt(row.target(), device))
                            .filter(row -> row.target().credential().fits(device.transport()))
                            .toList();
            moved.stream()
                    .collect(Collectors.groupingBy(PollRow::target))
                    .forEach((old, rows) -> workbench.polling().ask(rows, at(old, device)));
        }
    }

    private static boolean isAt(Target target, Device device) {
        return target.transport() == device.transport()
                && target.host().equals(device.host())
                && target.port() == device.port();
    }

    private static Target at(Target old, Device device) {
        return new Target(
                device.transport(),
                device.host(),
                device.port(),
                old.credential(),
                old.timeout(),
                old.retries());
    }

    /** Writes the polls if they have changed; soon. */
    void look() {
        Object now =
                List.of(
                        workbench.polling().version(),
                        workbench.chart().lines(),
                        workbench.chart().window());
        if (state == State.RESTORED && !now.equals(seen)) {
            seen = now;
            List<KeptPoll> polls = collect();
            if (!polls.equals(written)) {
                written = polls;
                var _ =
                        Background.run(
                                "save-polls",
                                () -> write(polls),
                                problem ->
                                        problem.ifPresent(one ->
                                                workbench
                                                        .status()
                                                        .warn(
                                                                Words.text(
                                                                        "status.polls-unsaved",
                                                                        one.file().toString(),
                                                                        one.reason()))),
                                _ -> {});
            }
        }
    }

    /** Unless others are to be written by now, and perhaps are. */
    private Optional<Unsaved> write(List<KeptPoll> polls) {
        synchronized (book) {
            return polls.equals(written)
                    ? book.write(polls, workbench.library().names()::shortName)
                    : Optional.empty();
        }
    }

    /** Writes them now; as the window closes. */
    void keep() {
        if (state == State.RESTORED) {
            state = State.KEPT;
            written = collect();
            var _ = write(written);
            workbench.services().settings().save();
        }
    }

    private List<KeptPoll> collect() {
        workbench.services().settings().put(WINDOW, workbench.chart().window().name());
        workbench
                .services()
                .settings()
                .putList(
                        CLOSED,
                        workbench.polling().groups().stream()
                                .filter(group -> !workbench.polling().isOpen(group))
                                .toList());
        List<KeptPoll> polls = kept(workbench.polling().rows());
        polls.addAll(unread);
        return polls;
    }

    /** Rows as they are kept. */
    List<KeptPoll> kept(List<PollRow> rows) {
        List<ChartLine> lines = workbench.chart().lines();
        List<KeptPoll> polls = new ArrayList<>();
        for (PollRow row : rows) {
            int at = lines.stream().map(ChartLine::series).toList().indexOf(row.series());
            polls.add(
                    new KeptPoll(
                            row.waiting().orElseGet(() -> reference(row)),
                            row.formula()
                                    .<KeptPoll.What>map(
                                            f -> new KeptPoll.What.Formula(f.text(), row.title()))
                                    .orElseGet(() -> new KeptPoll.What.Instance(row.instance())),
                            row.every(),
                            row.settings(),
                            workbench.polling().jobNumber(row),
                            at < 0 ? OptionalInt.empty() : OptionalInt.of(at)));
        }
        return polls;
    }

    private PollReference reference(PollRow row) {
        Target target = row.target();
        Credential credential = target.credential();
        String name = names.get(credential);
        PollReference.Source source =
                credential.equals(PUBLIC)
                        ? new PollReference.Source.Public()
                        : name == null
                                ? new PollReference.Source.Unnamed()
                                : new PollReference.Source.Named(name);
        return new PollReference(
                row.targetLabel(),
                new Device(target.host(), target.transport(), target.host(), target.port())
                        .address(),
                source,
                target.timeout(),
                target.retries());
    }
}

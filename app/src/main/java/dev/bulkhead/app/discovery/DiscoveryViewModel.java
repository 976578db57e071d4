package dev.bulkhead.app.discovery;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.agent.SavedDevice;
import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.discovery.Sweep.State;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The Discovery tab: what to sweep, how far the sweep is, and what it found. JavaFX's thread. */
public final class DiscoveryViewModel {
    /** The name under which the well-known community is offered. */
    public static final String PUBLIC = "public";

    private static final Credential PUBLIC_COMMUNITY =
            new Credential.Community(SnmpVersion.V2C, new Secret(PUBLIC));
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final AgentDesk desk;
    private final JobStarter jobs;
    private final Work work;
    private final StringProperty blocks = new SimpleStringProperty("");
    private final StringProperty ports = new SimpleStringProperty("161");
    private final StringProperty rate =
            new SimpleStringProperty(Integer.toString(JobSpec.Discover.DEFAULT_PER_SECOND));
    private final StringProperty group = new SimpleStringProperty("");
    private final ObservableSet<String> chosen = FXCollections.observableSet(PUBLIC);
    private final ObservableList<FoundDevice> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<SweepProgress> progress =
            new ReadOnlyObjectWrapper<>(SweepProgress.ZERO);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Sweep> sweep = Optional.empty();
    private Runnable changed = () -> {};

    public DiscoveryViewModel(AgentDesk desk, JobStarter jobs, Work work) {
        this.desk = desk;
        this.jobs = jobs;
        this.work = work;
    }

    /** Called from any thread whenever a sweep has something new. */
    public void onChange(Runnable action) {
        changed = action;
    }

    /**
     * Proposes the networks of this machine, unless something was typed already.
     *
     * @param proposed called when that was done
     */
    public void propose(Runnable proposed) {
        if (blocks.get().isBlank()) {
            work.run(
                    "own-networks",
                    OwnNetworks::find,
                    own -> {
                        if (blocks.get().isBlank()) {
                            blocks.set(String.join(", ", own));
                            proposed.run();
                        }
                    },
                    _ -> {});
        }
    }

    /** Addresses, ranges, CIDR blocks or names, with commas or blanks between. */
    public StringProperty blocksProperty() {
        return blocks;
    }

    /** Ports, with commas or blanks between. */
    public StringProperty portsProperty() {
        return ports;
    }

    /** Messages a second. */
    public StringProperty rateProperty() {
        return rate;
    }

    /** The group that chosen devices are put into. */
    public StringProperty groupProperty() {
        return group;
    }

    /** The names of the credentials that are tried, in the order of {@link #offered}. */
    public ObservableSet<String> chosen() {
        return chosen;
    }

    /** The names of the credentials that can be tried: over UDP, and public first. */
    public List<String> offered() {
        return Stream.concat(
                        Stream.of(PUBLIC),
                        desk.credentials().items().stream()
                                .filter(item -> item.outline().fits(Transport.UDP))
                                .map(CredentialsViewModel.Item::name)
                                .filter(name -> !name.equals(PUBLIC)))
                .toList();
    }

    /** What was found, in the order it came. */
    public ObservableList<FoundDevice> found() {
        return found;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a sweep is under way. */
    public boolean isRunning() {
        return state.get() == State.RUNNING;
    }

    public ReadOnlyObjectProperty<SweepProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is wrong, in a sentence; "" for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Begins, unless a sweep is under way; fetches the credentials first. */
    public void start() {
        if (isRunning()) {
            return;
        }
        problem.set("");
        List<String> names = offered().stream().filter(chosen::contains).toList();
        if (blocks.get().isBlank()) {
            problem.set(Words.text("discovery.problem.blocks"));
        } else if (names.isEmpty()) {
            problem.set(Words.text("discovery.problem.credentials"));
        } else {
            fetch(names, new ArrayList<>());
        }
    }

    /** One after the other, since each may ask the user to open the vault. */
    private void fetch(List<String> names, List<Credential> had) {
        if (had.size() == names.size()) {
            sweep(names, had);
            return;
        }
        String next = names.get(had.size());
        if (next.equals(PUBLIC) && desk.credentials().item(PUBLIC).isEmpty()) {
            had.add(PUBLIC_COMMUNITY);
            fetch(names, had);
        } else {
            desk.credentials()
                    .use(
                            next,
                            credential -> {
                                had.add(credential);
                                fetch(names, had);
                            });
        }
    }

    private void sweep(List<String> names, List<Credential> credentials) {
        if (isRunning()) {
            return;
        }
        try {
            JobSpec.Discover spec = spec(credentials);
            Sweep fresh = new Sweep(names);
            found.clear();
            progress.set(SweepProgress.ZERO);
            sweep = Optional.of(fresh);
            state.set(State.RUNNING);
            fresh.submitted(
                    jobs.submit(
                            spec,
                            event -> {
                                fresh.on(event);
                                changed.run();
                            }));
        } catch (IllegalArgumentException e) {
            problem.set(Words.text("discovery.problem.spec", String.valueOf(e.getMessage())));
        }
    }

    private JobSpec.Discover spec(List<Credential> credentials) {
        return new JobSpec.Discover(
                words(blocks).map(AddressBlock::parse).toList(),
                words(ports).map(port -> number("port", port)).toList(),
                credentials,
                TIMEOUT,
                1,
                number("rate", rate.get().strip()),
                JobSpec.Discover.DEFAULT_OIDS);
    }

    private static Stream<String> words(StringProperty field) {
        return SEPARATOR.splitAsStream(field.get()).filter(word -> !word.isEmpty());
    }

    private static int number(String what, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(Words.text("discovery.problem." + what, text));
        }
        return Integer.parseInt(text);
    }

    /** Ends the sweep; what was found stays. */
    public void cancel() {
        sweep.ifPresent(Sweep::cancel);
    }

    /** Takes in what came since the last tick. */
    public void refresh() {
        sweep.ifPresent(now -> {
            found.addAll(now.drain());
            progress.set(now.progress());
            state.set(now.state());
            if (!now.problem().isEmpty()) {
                problem.set(now.problem());
            }
        });
    }

    /** Puts devices into the user's list, in the group; how many were new. */
    public int add(List<FoundDevice> some) {
        List<SavedDevice> fresh =
                some.stream().filter(one -> one.credential().isPresent()).map(this::saved).toList();
        return desk.devices().addAll(fresh);
    }

    private SavedDevice saved(FoundDevice one) {
        String credential = one.credential().orElse("");
        boolean named = desk.credentials().item(credential).isPresent();
        return SavedDevice.of(one.device())
                .inGroup(group.get().strip())
                .withCredential(named ? credential : "");
    }
}

package dev.bulkhead.app.notification;

import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rules, their file, and what they would do. JavaFX's thread. */
public final class RulesViewModel {
    private final Optional<Path> file;
    private final Work work;
    private final Surroundings around;
    private final ObservableList<RunningRule> rules = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<DryRun>> dryRun =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isReadable = true;

    /**
     * What the rules are for.
     *
     * @param use judges by these from now on
     * @param credentials the names of those that can be chosen
     */
    record Surroundings(
            Journal journal,
            Supplier<MibNames> names,
            Consumer<RuleSet> use,
            Supplier<List<String>> credentials) {}

    RulesViewModel(Optional<Path> file, Work work, Surroundings around) {
        this.file = file;
        this.work = work;
        this.around = around;
    }

    /** Reads the file, if there is one; says what cannot be read, and then never writes over it. */
    void load(Runnable then) {
        work.run(
                "load-rules",
                () -> file.isPresent() ? RuleFile.load(file.get()) : List.<Rule>of(),
                found -> {
                    use(found);
                    then.run();
                },
                why -> {
                    isReadable = false;
                    problem.set(Words.text("rules.unreadable", name(), reason(why)));
                    then.run();
                });
    }

    private String name() {
        return file.map(Path::toString).orElse("");
    }

    private static String reason(Exception why) {
        String message = why.getMessage();
        return Inert.text(message == null ? why.getClass().getSimpleName() : message);
    }

    private void use(List<Rule> now) {
        RuleSet set = new RuleSet(now, List.copyOf(rules));
        rules.setAll(set.rules());
        dryRun.set(Optional.empty());
        around.use().accept(set);
    }

    /** The rules in use, in order. */
    public ObservableList<RunningRule> rules() {
        return rules;
    }

    /** What is wrong with the file; "" if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the rules would do; empty until asked for, and once they are others. */
    public ReadOnlyObjectProperty<Optional<DryRun>> dryRunProperty() {
        return dryRun.getReadOnlyProperty();
    }

    /** The names of the credentials that rules in use need. */
    Set<String> credentialsInUse() {
        Set<String> names = new HashSet<>();
        for (RunningRule running : rules) {
            Optional<String> named =
                    switch (running.rule().action()) {
                        case Action.Forward forward -> forward.credential();
                        case Action.Webhook webhook -> webhook.credential();
                        default -> Optional.empty();
                    };
            named.filter(_ -> running.rule().on()).ifPresent(names::add);
        }
        return names;
    }

    List<String> credentials() {
        return around.credentials().get();
    }

    NotificationText texts() {
        return new NotificationText(around.names().get());
    }

    private List<Rule> plain() {
        return new ArrayList<>(rules.stream().map(RunningRule::rule).toList());
    }

    /** Adds a rule at the end. */
    public void add(Rule rule) {
        List<Rule> all = plain();
        all.add(rule);
        change(all);
    }

    /** Puts a rule into a place. */
    void replace(int place, Rule rule) {
        List<Rule> all = plain();
        all.set(place, rule);
        change(all);
    }

    /**
     * Takes a rule away.
     *
     * @return puts it back
     */
    Runnable remove(int place) {
        List<Rule> before = plain();
        List<Rule> all = plain();
        all.remove(place);
        change(all);
        return () -> change(before);
    }

    /** Moves a rule up or down; whether it could. */
    boolean move(int place, int by) {
        List<Rule> all = plain();
        int to = place + by;
        if (to < 0 || to >= all.size()) {
            return false;
        }
        all.add(to, all.remove(place));
        change(all);
        return true;
    }

    private void change(List<Rule> all) {
        use(all);
        if (file.isEmpty() || !isReadable) {
            return;
        }
        work.run(
                "save-rules",
                () -> {
                    RuleFile.save(file.get(), all);
                    return true;
                },
                _ -> problem.set(""),
                why -> problem.set(Words.text("rules.unwritable", name(), reason(why))));
    }

    /** Looks, in the background, what the rules would do with all that is kept. */
    public void tryOut() {
        List<Rule> all = plain();
        MibNames names = around.names().get();
        work.run(
                "try-rules",
                () -> DryRun.of(around.journal().from(0), all, names),
                found -> {
                    if (all.equals(plain())) {
                        dryRun.set(Optional.of(found));
                    }
                },
                why -> problem.set(reason(why)));
    }

    void closeDryRun() {
        dryRun.set(Optional.empty());
    }
}

package dev.bulkhead.app.shell;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.CredentialForm;
import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.agent.SnmpwalkText;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Examination;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.QueryRun.Question;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * What can be done about a device that does not answer, in the panel that says so: each ends in the
 * same question being asked again.
 */
final class Remedies {
    private static final Duration LONGER = Duration.ofSeconds(10);

    private final Shell shell;
    private final Workbench workbench;
    private Optional<Search> search = Optional.empty();

    /** Saved credentials that are being tried. */
    private record Search(QueryRun run, Examination examination, Map<Credential, String> names) {}

    Remedies(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
        workbench.results().shownProperty().subscribe(_ -> clear());
        workbench.agents().credentials().items().subscribe(this::clearQuestion);
    }

    /** The panel's buttons, the most likely to help first. */
    List<Button> buttons(Commands commands) {
        Button other =
                Parts.button("retry-credential", MaterialDesignK.KEY_VARIANT, this::openForm);
        other.getStyleClass().add(Styles.ACCENT);
        Button longer =
                Parts.button("longer-timeout", MaterialDesignT.TIMER_OUTLINE, this::waitLonger);
        Button walk =
                Parts.button("copy-snmpwalk", MaterialDesignC.CONSOLE_LINE, this::copyCommand);
        Button saved = Parts.button("try-saved", MaterialDesignK.KEY_CHAIN_VARIANT, this::askToTry);
        Button retry = commands.button("run-again");
        retry.setId("retry");
        retry.setText(Words.text("button.retry"));
        return List.of(other, longer, walk, saved, retry);
    }

    /** The run whose failure shows. */
    private Optional<QueryRun> failed() {
        return workbench.results().shownProperty().get().filter(run -> run.silence().isPresent());
    }

    private Optional<Pane> place() {
        return shell.lookup("#results-pane #failure-place") instanceof Pane pane
                ? Optional.of(pane)
                : Optional.empty();
    }

    private void show(Node content) {
        place().ifPresent(pane -> pane.getChildren().setAll(content));
    }

    private void clear() {
        search = Optional.empty();
        place().ifPresent(pane -> pane.getChildren().clear());
    }

    private void clearQuestion() {
        place().ifPresent(pane ->
                pane.getChildren().removeIf(node -> "try-question".equals(node.getId())));
    }

    /** Opens the credential form in the panel; whether there is a panel. */
    boolean openForm() {
        Optional<QueryRun> run = shell.tabs().isResults() ? failed() : Optional.empty();
        run.ifPresent(this::openForm);
        return run.isPresent();
    }

    private void openForm(QueryRun run) {
        search = Optional.empty();
        CredentialForm form =
                new CredentialForm(
                        workbench
                                .agents()
                                .purpose(
                                        new CredentialForm.Ends() {
                                            @Override
                                            public void use(
                                                    Credential credential,
                                                    Optional<NamedCredential> named) {
                                                tryAgain(run, credential, named);
                                            }

                                            @Override
                                            public void save(NamedCredential named) {
                                                saveAndTry(run, named);
                                            }
                                        }));
        form.titled(Words.text("credential.for", run.question().device()))
                .useWords(Words.text("button.use-and-retry"));
        form.edit(run.question().target().credential());
        form.setId("retry-form");
        show(form);
        form.focus();
    }

    private void tryAgain(QueryRun run, Credential credential, Optional<NamedCredential> named) {
        named.filter(one -> workbench.agents().credentials().item(one.name()).isEmpty())
                .ifPresent(workbench.agents().credentials()::keepForSession);
        workbench.agents().choose(credential, named.map(NamedCredential::name));
        ask(run, credential, run.question().target().timeout());
    }

    private void saveAndTry(QueryRun run, NamedCredential named) {
        CredentialsViewModel credentials = workbench.agents().credentials();
        Optional<String> instead =
                credentials.item(named.name()).map(CredentialsViewModel.Item::name);
        credentials.save(named, instead, () -> useSaved(run, named.name()));
    }

    /** A device of the list gets the credential that was saved for it. */
    private void useSaved(QueryRun run, String name) {
        workbench
                .agents()
                .target()
                .savedDevice()
                .filter(one -> one.name().equals(run.question().device()))
                .ifPresent(
                        one -> workbench.agents().devices().replace(one, one.withCredential(name)));
        workbench
                .agents()
                .credentials()
                .use(
                        name,
                        credential -> {
                            workbench.agents().choose(credential, Optional.of(name));
                            ask(run, credential, run.question().target().timeout());
                        });
    }

    private void waitLonger() {
        failed().ifPresent(run -> ask(run, run.question().target().credential(), LONGER));
    }

    /** Asks the same again. */
    private void ask(QueryRun run, Credential credential, Duration timeout) {
        Question old = run.question();
        Target was = old.target();
        if (!credential.fits(was.transport())) {
            workbench.status().warn(Words.text("credential.unfit", was.transport().name()));
            return;
        }
        Target target =
                new Target(
                        was.transport(),
                        was.host(),
                        was.port(),
                        credential,
                        timeout,
                        was.retries());
        workbench
                .results()
                .start(
                        new Question(old.verb(), old.what(), old.device(), target, old.oidText()),
                        Oid.parse(old.oidText()));
    }

    private void copyCommand() {
        failed().ifPresent(run -> {
            ClipboardContent content = new ClipboardContent();
            String oid = Oid.parse(run.question().oidText()).toDottedString();
            content.putString(SnmpwalkText.of(run.question().target(), oid));
            Clipboard.getSystemClipboard().setContent(content);
            workbench.status().done(Words.text("status.snmpwalk-copied"));
        });
    }

    /** Wrong credentials are reported by devices and may lock an account: only when told to. */
    private void askToTry() {
        failed().ifPresent(this::askToTry);
    }

    private void askToTry(QueryRun run) {
        List<String> names = names();
        boolean udp = run.question().target().transport() == Transport.UDP;
        Label words = new Label();
        words.setId("try-words");
        words.setWrapText(true);
        VBox box = new VBox(words);
        box.setId("try-question");
        box.getStyleClass().add("panel-question");
        if (names.isEmpty() || !udp) {
            words.setText(Words.text("try.none"));
        } else {
            words.setText(Words.text("try.question", names.size(), run.question().device()));
            Button yes =
                    Parts.button("try-yes", MaterialDesignK.KEY_CHAIN_VARIANT, () -> tryAll(run));
            Button no = Parts.button("not-now", MaterialDesignC.CLOSE, this::clear);
            FlowPane buttons = new FlowPane(yes, no);
            buttons.getStyleClass().add("panel-buttons");
            box.getChildren().add(buttons);
        }
        show(box);
    }

    private List<String> names() {
        return workbench.agents().credentials().items().stream()
                .filter(item -> item.outline().fits(Transport.UDP))
                .map(CredentialsViewModel.Item::name)
                .toList();
    }

    private void tryAll(QueryRun run) {
        clear();
        fetch(run, new ArrayList<>(names()), new LinkedHashMap<>());
    }

    private void fetch(QueryRun run, List<String> left, Map<Credential, String> had) {
        if (left.isEmpty()) {
            List<Credential> others = List.copyOf(had.keySet());
            Examination wider = workbench.results().examineWith(run, others);
            search = Optional.of(new Search(run, wider, had));
            return;
        }
        String name = left.removeFirst();
        workbench
                .agents()
                .credentials()
                .use(
                        name,
                        credential -> {
                            had.put(credential, name);
                            fetch(run, left, had);
                        });
    }

    /** Offers the saved credential that the device took, once that is known. */
    void refresh() {
        search.filter(now -> now.examination().takenCredential().isPresent())
                .ifPresent(now -> {
                    search = Optional.empty();
                    Credential taken = now.examination().takenCredential().orElseThrow();
                    offer(now.run(), now.names().getOrDefault(taken, ""));
                });
    }

    private void offer(QueryRun run, String name) {
        Button use =
                Parts.button("use-taken", MaterialDesignK.KEY_VARIANT, () -> useSaved(run, name));
        use.setText(Words.text("try.use", name));
        use.getStyleClass().add(Styles.ACCENT);
        VBox box = new VBox(new Label(Words.text("try.found", name)), use);
        box.setId("try-found");
        box.getStyleClass().add("panel-question");
        show(box);
    }
}

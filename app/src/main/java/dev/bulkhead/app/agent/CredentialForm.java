package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.CredentialCheckViewModel.Finding;
import dev.bulkhead.app.agent.CredentialCheckViewModel.State;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Transport;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The form for a credential of any kind. What it is saved as is tried on the device first, if one
 * is chosen; what is found is told here, and it can be saved all the same.
 */
public final class CredentialForm extends VBox {
    private final CredentialViewModel model = new CredentialViewModel();
    private final Purpose purpose;
    private final FontIcon icon = Parts.icon(MaterialDesignA.ALERT_OUTLINE, "state-icon");
    private final Label problem = Parts.label("credential-problem");
    private final HBox message = new HBox(icon, problem);
    private final Button save =
            Parts.button("save-credential", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
    private final Button use =
            Parts.button("use-credential", MaterialDesignK.KEY_VARIANT, this::use);
    private final Button test = Parts.button("test-credential", MaterialDesignP.PLAY, this::test);
    private final Label title = Parts.label("credential-title", "title");

    /**
     * What the form is for.
     *
     * @param device the one to try it on, if one is chosen
     * @param check tries it
     * @param work makes credentials of files
     * @param ends what the buttons do
     */
    public record Purpose(
            Supplier<Optional<Device>> device,
            CredentialCheckViewModel check,
            Work work,
            Ends ends) {}

    /** How a form ends. */
    public interface Ends {
        /** The credential is used and not stored. */
        void use(Credential credential, Optional<NamedCredential> named);

        /** The credential is to be stored. */
        void save(NamedCredential named);
    }

    /** An empty form; {@link #edit} fills it. */
    public CredentialForm(Purpose purpose) {
        this.purpose = purpose;
        AgentStyle.on(this);
        getStyleClass().add("credential-form");
        setId("credential-form");
        problem.setWrapText(true);
        message.getStyleClass().add("form-message");
        title.setText(Words.text("credential.title"));
        EnterKey.presses(this, use);
        use.getStyleClass().add(Styles.ACCENT);
        FlowPane buttons = new FlowPane(use, save, test);
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(title, new CredentialGrid(model), message, buttons);
        purpose.check().reset();
        for (Observable field : model.fields()) {
            field.addListener(_ -> changed());
        }
        purpose.check().findingProperty().subscribe(this::show);
    }

    /** Fills the fields from a credential without a name. */
    public CredentialForm edit(Credential credential) {
        model.edit(credential);
        return this;
    }

    /** Fills the fields. */
    public CredentialForm edit(NamedCredential named) {
        model.edit(named);
        return this;
    }

    /** Another title. */
    public CredentialForm titled(String words) {
        title.setText(words);
        return this;
    }

    /** Other words for the button that uses it without storing it. */
    public CredentialForm useWords(String words) {
        use.setText(words);
        return this;
    }

    /** Gives the focus to the field that is most likely to be changed. */
    public void focus() {
        for (String id :
                new String[] {
                    "#credential-community", "#credential-auth-pass", "#credential-user"
                }) {
            if (lookup(id) instanceof TextField field) {
                field.requestFocus();
                field.selectAll();
                return;
            }
        }
    }

    void focusName() {
        if (lookup("#credential-name") instanceof TextField field) {
            field.requestFocus();
        }
    }

    CredentialViewModel model() {
        return model;
    }

    private void changed() {
        if (purpose.check().findingProperty().get().state() != State.NONE) {
            purpose.check().reset();
        } else {
            say("", Tone.NEUTRAL);
        }
    }

    private void show(Finding finding) {
        say(
                finding.text(),
                switch (finding.state()) {
                    case NONE -> Tone.NEUTRAL;
                    case RUNNING -> Tone.ACCENT;
                    case GOOD -> Tone.SUCCESS;
                    case BAD -> Tone.WARNING;
                });
        save.setText(
                Words.text(
                        switch (finding.state()) {
                            case NONE, GOOD -> "button.save-credential";
                            case RUNNING -> "button.save-credential.now";
                            case BAD -> "button.save-credential.anyway";
                        }));
    }

    private void say(String words, Tone tone) {
        Parts.show(problem, words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
        Parts.tone(icon, tone);
        icon.setIconCode(
                switch (tone) {
                    case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                    case ACCENT, NEUTRAL -> MaterialDesignC.CLOCK_OUTLINE;
                    case WARNING, DANGER -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                });
    }

    private boolean isGood(Optional<String> wrong) {
        wrong.ifPresent(key -> say(Words.text(key), Tone.DANGER));
        return wrong.isEmpty();
    }

    private void use() {
        if (isGood(model.problem())) {
            Optional<NamedCredential> named =
                    model.problemOfStored().isEmpty()
                            ? Optional.of(model.named())
                            : Optional.empty();
            made(credential -> purpose.ends().use(credential, named));
        }
    }

    private void save() {
        if (isGood(model.problemOfStored())) {
            NamedCredential named = model.named();
            State state = purpose.check().findingProperty().get().state();
            made(credential -> {
                Optional<Device> device = testable(credential);
                if (state != State.NONE || device.isEmpty()) {
                    purpose.ends().save(named);
                } else {
                    Runnable good = () -> purpose.ends().save(named);
                    purpose.check().start(device.get(), credential, good);
                }
            });
        }
    }

    private void test() {
        if (isGood(model.problem())) {
            made(credential ->
                    testable(credential)
                            .ifPresentOrElse(
                                    device -> purpose.check().start(device, credential, () -> {}),
                                    () -> say(untestable(), Tone.WARNING)));
        }
    }

    private String untestable() {
        Optional<Transport> transport = purpose.device().get().map(Device::transport);
        return transport
                .map(t -> Words.text("credential.unfit", t.name()))
                .orElseGet(() -> Words.text("credential.no-device"));
    }

    private Optional<Device> testable(Credential credential) {
        return purpose.device().get().filter(device -> credential.fits(device.transport()));
    }

    private void made(Consumer<Credential> then) {
        purpose.work()
                .run(
                        "make-credential",
                        model.recipe()::credential,
                        then,
                        why -> say(String.valueOf(why.getMessage()), Tone.DANGER));
    }
}

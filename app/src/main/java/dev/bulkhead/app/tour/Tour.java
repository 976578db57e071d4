package dev.bulkhead.app.tour;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Themes;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/** A tour of the window: one pop-over after the other. Esc or Skip ends it. */
public final class Tour {
    private static final String TAKEN = "tour.taken";

    private static final List<TourStep> STEPS =
            List.of(
                    new TourStep(
                            "device",
                            "#address",
                            ArrowLocation.TOP_LEFT,
                            Optional.of("start-demo")),
                    new TourStep("find", "#search", ArrowLocation.TOP_LEFT, Optional.empty()),
                    new TourStep("go", "#go", ArrowLocation.TOP_RIGHT, Optional.empty()),
                    new TourStep("live", "#tab-poll", ArrowLocation.TOP_LEFT, Optional.empty()),
                    new TourStep(
                            "more",
                            "#menu-bar .menu-button",
                            ArrowLocation.TOP_LEFT,
                            Optional.of("shortcuts")));

    private final Node window;
    private final Commands commands;
    private final Settings settings;
    private final TourViewModel model = new TourViewModel(STEPS);
    private @Nullable PopOver shown;

    /** A tour of a window. */
    public Tour(Node window, Commands commands, Settings settings) {
        this.window = window;
        this.commands = commands;
        this.settings = settings;
        model.stepProperty().addListener((_, _, step) -> show(step));
    }

    /** Whether this user has been offered the tour before. */
    public static boolean wasTaken(Settings settings) {
        return settings.get(TAKEN).isPresent();
    }

    /** Shows the first step; the tour is never again offered unasked. */
    public void start() {
        settings.put(TAKEN, "true");
        model.start();
    }

    /** Ends it. */
    public void end() {
        model.end();
    }

    /** To the next step. */
    public void next() {
        model.next();
    }

    private void show(Optional<TourStep> step) {
        hide();
        step.ifPresent(now -> {
            Node anchor = window.lookup(now.anchor());
            if (anchor == null) {
                model.next();
                return;
            }
            PopOver popOver = new PopOver(sheet(now));
            popOver.setId("tour");
            popOver.setArrowLocation(now.arrow());
            popOver.setAnimated(false);
            popOver.setAutoHide(false);
            popOver.setHideOnEscape(true);
            popOver.setOnAutoHide(_ -> model.end());
            popOver.getRoot().getStylesheets().add(Themes.stylesheet());
            shown = popOver;
            popOver.show(anchor);
        });
    }

    private void hide() {
        PopOver before = shown;
        shown = null;
        if (before != null) {
            before.hide();
        }
    }

    private Node sheet(TourStep step) {
        Label text = Parts.label("tour-text", "tour-text");
        text.setText(
                Words.text(
                        "tour." + step.id() + ".text",
                        key("poll"),
                        key("graph-view"),
                        key("palette"),
                        key("shortcuts")));
        text.setWrapText(true);
        VBox sheet = new VBox(Parts.words("tour." + step.id() + ".title", "panel-title"), text);
        sheet.setId("tour-" + step.id());
        sheet.getStyleClass().addAll("sheet", "tour-sheet");
        step.command()
                .map(commands::get)
                .ifPresent(command -> sheet.getChildren().add(deed(command)));
        sheet.getChildren().add(buttons());
        return sheet;
    }

    private String key(String command) {
        return commands.get(command).key().map(KeyCombination::getDisplayText).orElse("");
    }

    private Node deed(Command command) {
        Button deed = commands.button(command.id());
        deed.setId("tour-" + command.id());
        return deed;
    }

    private Node buttons() {
        Label place = Parts.label("tour-place", "key");
        place.setText(Words.text("tour.place", model.number(), model.size()));
        Button skip = new Button(Words.text("tour.skip"));
        skip.setId("tour-skip");
        skip.getStyleClass().add(Styles.FLAT);
        skip.setOnAction(_ -> model.end());
        skip.setCancelButton(true);
        skip.setVisible(!model.isLast());
        Button next = new Button(Words.text(model.isLast() ? "tour.done" : "tour.next"));
        next.setId("tour-next");
        next.getStyleClass().add(Styles.ACCENT);
        next.setDefaultButton(true);
        next.setOnAction(_ -> model.next());
        for (Region part : new Region[] {place, skip, next}) {
            part.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox buttons = new HBox(place, Parts.spacer(), skip, next);
        buttons.getStyleClass().add("form-buttons");
        return buttons;
    }
}

package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.CredentialsView;
import dev.bulkhead.app.agent.DevicesView;
import dev.bulkhead.app.agent.Undo;
import dev.bulkhead.app.bookmark.Bookmark;
import dev.bulkhead.app.bookmark.BookmarksView;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.palette.PaletteView;
import dev.bulkhead.app.palette.PaletteViewModel;
import dev.bulkhead.app.preferences.Preferences;
import dev.bulkhead.app.preferences.PreferencesView;
import dev.bulkhead.app.tour.Tour;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Palette, preferences, bookmarks, undo, text size, tour. */
final class PageActions {
    /** A palette that opens itself, or presses the keys of a list, is of no use. */
    private static final Set<String> NOT_IN_PALETTE = Set.of("palette", "context-menu");

    private final Shell shell;
    private final Workbench workbench;
    private @Nullable PaletteView palette;
    private @Nullable Tour tour;

    PageActions(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    void register(Commands commands) {
        commands.add("palette", MaterialDesignC.CONSOLE, "Shortcut+Shift+P", this::showPalette);
        commands.add(
                "preferences",
                MaterialDesignC.COG_OUTLINE,
                "Shortcut+Comma",
                this::showPreferences);
        commands.add(
                "bookmark",
                MaterialDesignS.STAR_OUTLINE,
                "Shortcut+D",
                () -> workbench.bookmarks().toggle(workbench.currentBookmark()));
        commands.add(
                "bookmarks",
                MaterialDesignB.BOOKMARK_MULTIPLE_OUTLINE,
                "Shortcut+Shift+B",
                this::showBookmarks);
        commands.add(
                new Command(
                        "undo",
                        Optional.of(MaterialDesignU.UNDO),
                        Commands.combination("Shortcut+Z"),
                        this::undo,
                        Bindings.createBooleanBinding(
                                this::canUndo,
                                workbench.undo().latestProperty(),
                                workbench.agents().devices().undoProperty(),
                                workbench.agents().credentials().undoProperty())));
        registerTextSize(commands);
        commands.add("context-menu", null, "Shift+F10", this::showContextMenu);
        commands.add("tour", MaterialDesignH.HELP_CIRCLE_OUTLINE, null, this::startTour);
    }

    private boolean canUndo() {
        return workbench.undo().latestProperty().get().isPresent()
                || deleted(workbench.agents()).findFirst().isPresent();
    }

    private static Stream<Undo> deleted(AgentDesk desk) {
        return Stream.concat(
                desk.devices().undoProperty().get().stream(),
                desk.credentials().undoProperty().get().stream());
    }

    /** Takes back what was deleted in the tab in front, or else what was done last. */
    private void undo() {
        Tab front = shell.tabs().getSelectionModel().getSelectedItem();
        Optional<Undo> here =
                switch (front == null ? null : front.getContent()) {
                    case DevicesView _ -> workbench.agents().devices().undoProperty().get();
                    case CredentialsView _ -> workbench.agents().credentials().undoProperty().get();
                    case null, default ->
                            workbench.undo().latestProperty().get().isPresent()
                                    ? Optional.empty()
                                    : deleted(workbench.agents()).findFirst();
                };
        here.ifPresentOrElse(deletion -> deletion.back().run(), workbench.undo()::undo);
    }

    private void registerTextSize(Commands commands) {
        Preferences preferences = workbench.preferences();
        commands.add("larger-text", null, "Shortcut+Plus", () -> preferences.resizeText(1));
        commands.add("smaller-text", null, "Shortcut+Minus", () -> preferences.resizeText(-1));
        commands.add("usual-text", null, "Shortcut+0", () -> preferences.resizeText(0));
        commands.also("larger-text", "Shortcut+Equals");
        commands.also("larger-text", "Shortcut+Add");
        commands.also("smaller-text", "Shortcut+Subtract");
        commands.also("usual-text", "Shortcut+Numpad 0");
    }

    private void showPalette() {
        PaletteView view = palette;
        if (view == null) {
            view =
                    new PaletteView(
                            new PaletteViewModel(
                                    shell.commands(),
                                    workbench.library(),
                                    workbench.current(),
                                    NOT_IN_PALETTE));
            palette = view;
        }
        view.show(shell.getScene().getWindow());
    }

    private void showPreferences() {
        Node page =
                shell.tabs()
                        .page(
                                "preferences",
                                MaterialDesignC.COG_OUTLINE,
                                () -> new PreferencesView(workbench.preferences()));
        if (page instanceof PreferencesView view) {
            view.focusSearch();
        }
    }

    private void showBookmarks() {
        Node page =
                shell.tabs()
                        .page(
                                "bookmarks",
                                MaterialDesignB.BOOKMARK_MULTIPLE_OUTLINE,
                                this::bookmarksView);
        if (page instanceof BookmarksView view) {
            view.focusList();
        }
    }

    private Node bookmarksView() {
        Command mark = shell.commands().get("bookmark");
        return new BookmarksView(
                workbench.bookmarks(),
                workbench.library(),
                workbench.current(),
                new BookmarksView.Offers(
                        shell.commands().button(mark.id()),
                        mark.key().map(KeyCombination::getDisplayText).orElse(""),
                        this::open));
    }

    private void open(Bookmark bookmark) {
        workbench.open(bookmark);
        shell.actions().focus(Actions.Place.TREE);
    }

    /** What the menu key does, on keyboards that have none. */
    private void showContextMenu() {
        Node focus = shell.getScene().getFocusOwner();
        if (focus != null && Showing.isShowing(focus)) {
            Bounds box = focus.localToScreen(focus.getLayoutBounds());
            Bounds inScene = focus.localToScene(focus.getLayoutBounds());
            double x = Math.min(box.getWidth() / 2, 100);
            double y = Math.min(box.getHeight() / 2, 60);
            Event.fireEvent(
                    focus,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            inScene.getMinX() + x,
                            inScene.getMinY() + y,
                            box.getMinX() + x,
                            box.getMinY() + y,
                            true,
                            null));
        }
    }

    private void startTour() {
        Tour running = tour;
        if (running != null) {
            running.end();
        }
        Tour fresh = new Tour(shell, shell.commands(), workbench.services().settings());
        tour = fresh;
        fresh.start();
    }

    /** Shows a first user around; nobody twice. */
    void tourOnce() {
        if (!Tour.wasTaken(workbench.services().settings())) {
            startTour();
        }
    }
}

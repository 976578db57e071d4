package dev.bulkhead.app.demo;

import dev.bulkhead.app.answered.AnsweredTree;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The chapter of what is around the views: palette, preferences, bookmarks, menus, tour. */
final class ShellPictures {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration SEARCH = Duration.ofMillis(500);
    private static final double SMALL_WIDTH = 1024;
    private static final double SMALL_HEIGHT = 640;
    private static final int LARGE_TEXT = 17;

    private final Stage stage;
    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;

    ShellPictures(Stage stage, Shell shell, Workbench workbench, Scenes scenes) {
        this.stage = stage;
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    void take(Album album) {
        results(album);
        pages(album);
        if (album.isThorough()) {
            emptyTabs(album);
            tour(album);
            answered(album);
            sizes(album);
        }
    }

    private void emptyTabs(Album album) {
        TabPane tabs = tabs();
        int count = FxSteps.ask(() -> tabs.getTabs().size());
        for (int i = 0; i < count; i++) {
            int at = i;
            FxSteps.tell(() -> tabs.getSelectionModel().select(at));
            String id = FxSteps.ask(() -> tabs.getTabs().get(at).getId());
            album.takeOne("empty-" + id, ThemeChoice.LIGHT);
        }
        run("tab-1");
    }

    private void tour(Album album) {
        album.takePopUp("tour", () -> run("tour"));
        closePopUps();
    }

    private void results(Album album) {
        scenes.walk("system");
        scenes.walk("ifTable");
        scenes.walk("ifXTable");
        scenes.chooseRow();
        album.take("results-blocks");
        album.takePopUp("palette", () -> search("> co"));
        closePopUps();
        if (album.isThorough()) {
            menus(album);
        }
    }

    private void menus(Album album) {
        album.takePopUp("palette-objects", ThemeChoice.LIGHT, () -> search("ifin"));
        closePopUps();
        scenes.chooseRow();
        album.takePopUp("copy-as", ThemeChoice.LIGHT, () -> run("copy-as"));
        closePopUps();
        FxSteps.tell(() -> workbench.current().type("ifInOctets"));
        album.takePopUp("instances", ThemeChoice.LIGHT, this::getColumn);
        closePopUps();
        run("clear");
        album.takeOne("undo", ThemeChoice.DARK);
        run("undo");
    }

    private void search(String text) {
        run("palette");
        type("#palette-field", text);
        FxSteps.pass(SEARCH);
    }

    private void getColumn() {
        FxSteps.tell(() -> shell.actions().run(Verb.GET));
        FxSteps.pass(SEARCH);
    }

    private void pages(Album album) {
        run("preferences");
        album.take("preferences");
        closeTab("tab-preferences");
        run("about");
        album.take("about");
        closeTab("tab-about");
        FxSteps.tell(() -> {
            for (String name : List.of("sysUpTime.0", "ifInOctets.3", "ifTable")) {
                workbench.current().type(name);
                workbench.bookmarks().add(workbench.currentBookmark());
            }
        });
        run("bookmarks");
        album.takeOne("bookmarks", ThemeChoice.DARK);
        closeTab("tab-bookmarks");
        run("tab-1");
    }

    private void answered(Album album) {
        run("answered");
        FxSteps.until(
                "the scan",
                LONG,
                () ->
                        workbench.answered().viewProperty().get()
                                instanceof AnsweredTree.View.Answered);
        album.takeOne("answered", ThemeChoice.LIGHT);
        run("answered");
    }

    private void sizes(Album album) {
        FxSteps.tell(() -> workbench.preferences().fontSizeProperty().set(LARGE_TEXT));
        album.takeOne("large-text", ThemeChoice.LIGHT);
        FxSteps.tell(() -> workbench.preferences().resizeText(0));
        FxSteps.tell(() -> workbench.preferences().familyProperty().set("NORD"));
        album.takeOne("nord", ThemeChoice.DARK);
        FxSteps.tell(() -> workbench.preferences().familyProperty().set("CUPERTINO"));
        album.takeOne("cupertino", ThemeChoice.LIGHT);
        FxSteps.tell(() -> workbench.preferences().familyProperty().set("PRIMER"));
        FxSteps.tell(() -> {
            stage.setWidth(SMALL_WIDTH);
            stage.setHeight(SMALL_HEIGHT);
        });
        album.takeOne("results-small", ThemeChoice.LIGHT);
        run("preferences");
        album.takeOne("preferences-small", ThemeChoice.LIGHT);
        closeTab("tab-preferences");
    }

    private TabPane tabs() {
        return shell.tabPane();
    }

    private void closeTab(String id) {
        FxSteps.tell(() -> tabs().getTabs().removeIf(tab -> id.equals(tab.getId())));
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private void closePopUps() {
        scenes.closePopUps();
    }

    /** Types into a field of the window or of a pop-up. */
    private void type(String field, String text) {
        FxSteps.tell(() -> {
            Node found = shell.lookup(field);
            for (Window window : List.copyOf(Window.getWindows())) {
                if (found == null && window instanceof PopupWindow) {
                    found = window.getScene().getRoot().lookup(field);
                }
            }
            if (found instanceof TextField input) {
                input.setText(text);
            }
        });
    }
}

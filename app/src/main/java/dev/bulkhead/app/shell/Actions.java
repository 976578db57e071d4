package dev.bulkhead.app.shell;

import dev.bulkhead.app.change.ChangeCommands;
import dev.bulkhead.app.change.ChangeDeeds;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.query.Verb;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Registers every command of the window. */
final class Actions {
    /** What a tree node's menu offers. */
    static final List<String> NODE =
            List.of(
                    "get",
                    "get-next",
                    "get-bulk",
                    "get-subtree",
                    "walk",
                    "table-view",
                    Commands.LINE,
                    "poll",
                    "graph-view",
                    "set",
                    "send-notification",
                    Commands.LINE,
                    "pick-instance",
                    "bookmark",
                    "mib-source",
                    "copy-oid",
                    "copy-as");

    /** What the menu of result rows and table cells offers. */
    static final List<String> VALUE =
            List.of(
                    "edit-value",
                    "set",
                    Commands.LINE,
                    "poll",
                    "graph-view",
                    Commands.LINE,
                    "copy",
                    "copy-as",
                    "reveal-value");

    private final Commands commands;
    private final Workbench workbench;
    private final Window window;

    /** What commands do to the window; {@link Shell} does it. */
    interface Window {
        void go();

        void run(Verb verb);

        void poll(boolean chart);

        void stop();

        void again();

        void focus(Place place);

        void showTab(int index);

        void nextPane(int by);

        void copy();

        void copyOid();

        void revealValue();

        void loadMibs(boolean folder);

        void startDemo();

        void editCredential();

        void toggleTheme();

        void showJobs();

        void showSheet(Sheet sheet);

        void showMibs(MibActions.MibPlace place);

        void quit();

        ChangeDeeds changes();
    }

    /** What can take the focus by key. */
    enum Place {
        ADDRESS,
        OID,
        SEARCH,
        FILTER,
        TREE
    }

    /** Pages of the help menu. */
    enum Sheet {
        SHORTCUTS,
        ABOUT
    }

    Actions(Commands commands, Workbench workbench, Window window) {
        this.commands = commands;
        this.workbench = workbench;
        this.window = window;
    }

    void register() {
        file();
        edit();
        view();
        operations();
        help();
        MibActions.register(commands, workbench.mibs(), window::showMibs);
        ChangeCommands.register(commands, window::changes);
    }

    private void file() {
        commands.add(
                "load-mibs",
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                "Shortcut+O",
                () -> window.loadMibs(false));
        commands.add("load-folder", null, "Shortcut+Shift+L", () -> window.loadMibs(true));
        commands.add("start-demo", MaterialDesignP.PLAY, "Shortcut+Shift+D", window::startDemo);
        commands.add("quit", null, "Shortcut+Q", window::quit);
    }

    private void edit() {
        commands.add("copy", MaterialDesignC.CONTENT_COPY, "Shortcut+C", window::copy);
        commands.add("copy-oid", MaterialDesignC.CONTENT_COPY, null, window::copyOid);
        commands.add("find", MaterialDesignM.MAGNIFY, "Shortcut+F", focus(Place.SEARCH));
        commands.add("find-next", null, "F3", () -> workbench.search().next());
        commands.add("find-previous", null, "Shift+F3", () -> workbench.search().previous());
        commands.add("filter", null, "Shortcut+Shift+F", focus(Place.FILTER));
        add(
                "clear",
                MaterialDesignT.TRASH_CAN_OUTLINE,
                "Shortcut+Delete",
                workbench::clearShown,
                hasRun());
    }

    private ObservableBooleanValue hasRun() {
        return Bindings.isNotEmpty(workbench.results().runs());
    }

    private void view() {
        commands.add("focus-address", null, "Shortcut+L", focus(Place.ADDRESS));
        commands.add("focus-oid", null, "Shortcut+Shift+O", focus(Place.OID));
        commands.add("reveal", MaterialDesignC.CROSSHAIRS_GPS, "Shortcut+R", focus(Place.TREE));
        commands.add("reveal-value", MaterialDesignC.CROSSHAIRS_GPS, null, window::revealValue);
        commands.add("back", null, "Alt+Left", () -> workbench.current().goBack());
        commands.add("forward", null, "Alt+Right", () -> workbench.current().goForward());
        commands.add("next-pane", null, "F6", () -> window.nextPane(1));
        commands.add("previous-pane", null, "Shift+F6", () -> window.nextPane(-1));
        for (int tab = 1; tab <= 6; tab++) {
            int index = tab - 1;
            commands.add("tab-" + tab, null, "Shortcut+" + tab, () -> window.showTab(index));
        }
        commands.add(
                "toggle-theme",
                MaterialDesignW.WEATHER_NIGHT,
                "Shortcut+Shift+T",
                window::toggleTheme);
    }

    private void operations() {
        commands.add("go", MaterialDesignP.PLAY, "Shortcut+Enter", window::go);
        commands.add("stop", MaterialDesignS.STOP, "Esc", window::stop);
        commands.add("run-again", MaterialDesignR.REFRESH, "F5", window::again);
        verb(Verb.GET, MaterialDesignA.ARROW_DOWN, "Shortcut+G");
        verb(Verb.GET_NEXT, MaterialDesignA.ARROW_RIGHT, "Shortcut+N");
        verb(Verb.GET_BULK, null, "Shortcut+B");
        verb(Verb.GET_SUBTREE, MaterialDesignF.FILE_TREE_OUTLINE, "Shortcut+U");
        verb(Verb.WALK, MaterialDesignW.WALK, "Shortcut+W");
        add(
                Verb.TABLE_VIEW.id(),
                MaterialDesignT.TABLE,
                "Shortcut+T",
                () -> window.run(Verb.TABLE_VIEW),
                Bindings.createBooleanBinding(
                        workbench::isTable, workbench.current().nodeProperty()));
        verb(Verb.SET, MaterialDesignP.PENCIL_OUTLINE, "Shortcut+E");
        commands.add("poll", MaterialDesignP.PULSE, "Shortcut+P", () -> window.poll(false));
        commands.add(
                "graph-view", MaterialDesignC.CHART_LINE, "Shortcut+Y", () -> window.poll(true));
        commands.add(
                "credential", MaterialDesignK.KEY_VARIANT, "Shortcut+K", window::editCredential);
        commands.add("jobs", MaterialDesignF.FORMAT_LIST_CHECKS, "Shortcut+J", window::showJobs);
    }

    private void help() {
        commands.add(
                "shortcuts",
                MaterialDesignK.KEYBOARD_OUTLINE,
                "Shortcut+F1",
                () -> window.showSheet(Sheet.SHORTCUTS));
        commands.add("about", null, null, () -> window.showSheet(Sheet.ABOUT));
    }

    private void verb(Verb verb, @Nullable Ikon icon, String key) {
        commands.add(verb.id(), icon, key, () -> window.run(verb));
    }

    private Runnable focus(Place place) {
        return () -> window.focus(place);
    }

    private void add(
            String id,
            @Nullable Ikon icon,
            String key,
            Runnable action,
            ObservableBooleanValue enabled) {
        commands.add(
                new Command(
                        id, Optional.ofNullable(icon), Commands.combination(key), action, enabled));
    }
}

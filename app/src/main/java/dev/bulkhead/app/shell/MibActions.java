package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The commands about MIB files. */
final class MibActions {
    private final Commands commands;

    /** What shows of MIB files. */
    enum MibPlace {
        SOURCE,
        PROBLEMS,
        MODULES,
        EXPLANATION
    }

    private MibActions(Commands commands) {
        this.commands = commands;
    }

    /**
     * Registers them.
     *
     * @param show brings a place to the user
     */
    static void register(Commands commands, MibDesk desk, Consumer<MibPlace> show) {
        MibActions actions = new MibActions(commands);
        actions.places(show);
        actions.problems(desk, show);
    }

    private void places(Consumer<MibPlace> show) {
        commands.add(
                "mib-source",
                MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                "Shortcut+M",
                () -> show.accept(MibPlace.SOURCE));
        commands.add(
                "problems",
                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                "Shortcut+Shift+M",
                () -> show.accept(MibPlace.PROBLEMS));
        commands.add(
                "modules",
                MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                "Shortcut+Alt+M",
                () -> show.accept(MibPlace.MODULES));
        commands.add("unload-mibs", null, null, () -> show.accept(MibPlace.MODULES));
    }

    private void problems(MibDesk desk, Consumer<MibPlace> show) {
        commands.add("next-problem", MaterialDesignC.CHEVRON_DOWN, "F8", () -> step(desk, 1, show));
        commands.add(
                "previous-problem",
                MaterialDesignC.CHEVRON_UP,
                "Shift+F8",
                () -> step(desk, -1, show));
        ObservableBooleanValue chosen =
                Bindings.createBooleanBinding(
                        () -> desk.problems().chosenProperty().get().isPresent(),
                        desk.problems().chosenProperty());
        add(
                "fix-problem",
                MaterialDesignW.WRENCH_OUTLINE,
                "Alt+Enter",
                desk.mending()::fix,
                desk.mending().canFixProperty());
        add("fix-file", null, "Alt+Shift+Enter", desk.mending()::fixFile, chosen);
        add(
                "undo-fix",
                MaterialDesignU.UNDO_VARIANT,
                "Alt+Backspace",
                desk.mending()::undo,
                desk.mending().canUndoProperty());
        add(
                "explain-problem",
                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                "Shift+F1",
                () -> show.accept(MibPlace.EXPLANATION),
                chosen);
    }

    /** In the text that shows; else among all problems. */
    private static void step(MibDesk desk, int by, Consumer<MibPlace> show) {
        if (desk.source().isActive()) {
            desk.source().stepFault(by).ifPresent(desk.problems()::choose);
        } else {
            show.accept(MibPlace.PROBLEMS);
            desk.problems().step(by);
        }
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

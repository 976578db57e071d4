package dev.bulkhead.app.change;

import dev.bulkhead.app.command.Commands;
import java.util.List;
import java.util.function.Supplier;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Registers this package's commands, but for {@code set}, which is a verb like any other. */
public final class ChangeCommands {
    /** What the menu of a table's cell offers besides what that of any value does. */
    public static final List<String> ROWS =
            List.of(Commands.LINE, "insert-row", "duplicate-row", "delete-row");

    private ChangeCommands() {}

    /** Registers them; {@code deeds} is asked when one is used. */
    public static void register(Commands commands, Supplier<ChangeDeeds> deeds) {
        commands.add("edit-value", MaterialDesignP.PENCIL, "F2", () -> deeds.get().editValue());
        commands.add(
                "insert-row",
                MaterialDesignT.TABLE_ROW_PLUS_AFTER,
                "Insert",
                () -> deeds.get().insertRow());
        commands.add("duplicate-row", null, "Shortcut+Insert", () -> deeds.get().duplicateRow());
        commands.add(
                "delete-row",
                MaterialDesignT.TABLE_ROW_REMOVE,
                "Delete",
                () -> deeds.get().deleteRows());
        commands.add(
                "show-changes",
                MaterialDesignH.HISTORY,
                "Shortcut+Shift+E",
                () -> deeds.get().showChanges());
        commands.add(
                "set-back", MaterialDesignU.UNDO_VARIANT, "Shift+F2", () -> deeds.get().setBack());
    }
}

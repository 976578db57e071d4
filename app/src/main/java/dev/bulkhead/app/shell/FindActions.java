package dev.bulkhead.app.shell;

import dev.bulkhead.app.answered.AnsweredBar;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.instance.InstancePicker;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** What asks a device to find one's way: a column's instances, and the part of the tree it has. */
final class FindActions {
    private final Shell shell;
    private final Workbench workbench;
    private @Nullable InstancePicker picker;
    private boolean filtered;

    FindActions(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    void register(Commands commands) {
        commands.add(
                new Command(
                        "pick-instance",
                        Optional.of(MaterialDesignF.FORMAT_LIST_NUMBERED),
                        Commands.combination("Shortcut+I"),
                        () -> pick(workbench.current()::select),
                        Bindings.createBooleanBinding(
                                workbench::isColumn, workbench.current().nodeProperty())));
        commands.add(
                "answered",
                MaterialDesignF.FILTER_VARIANT,
                "Shortcut+Shift+A",
                workbench::toggleAnswered);
    }

    /** Puts button and bar of the answered part over the tree, and makes the tree follow. */
    void offer(Commands commands) {
        shell.tree()
                .offer(
                        commands.iconButton("answered"),
                        new AnsweredBar(workbench.answered(), workbench::rescanAnswered));
        workbench.answered().viewProperty().subscribe(_ -> filterTree());
        workbench
                .library()
                .namesProperty()
                .addListener((_, _, _) -> workbench.answered().showAll());
    }

    private void filterTree() {
        var filter = workbench.answered().filter();
        if (filter.isPresent() || filtered) {
            filtered = filter.isPresent();
            shell.tree().showOnly(filter.orElse(_ -> true));
        }
    }

    /** Asks which instance is meant; a GET of it follows. */
    void getInstance() {
        pick(oid -> {
            workbench.current().select(oid);
            shell.actions().run(Verb.GET);
        });
    }

    private void pick(Consumer<Oid> chosen) {
        if (!workbench.findInstances()) {
            return;
        }
        InstancePicker open = picker;
        if (open == null) {
            open = new InstancePicker(workbench.columnInstances());
            picker = open;
        }
        open.show(shell.topBar().oidField(), chosen);
    }
}

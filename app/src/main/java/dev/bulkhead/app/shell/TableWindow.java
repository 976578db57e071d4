package dev.bulkhead.app.shell;

import dev.bulkhead.app.table.GridDevice;
import dev.bulkhead.app.table.TableActions;
import dev.bulkhead.app.table.TableTab;
import java.util.List;
import java.util.Optional;

/** The window as its tables see it. */
final class TableWindow implements TableActions.Window {
    private final Shell shell;
    private final Workbench workbench;

    TableWindow(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    @Override
    public Optional<TableTab> table() {
        return shell.tabs().table();
    }

    @Override
    public List<GridDevice> devices() {
        return workbench.gridDevices();
    }

    @Override
    public void done(String words) {
        workbench.status().done(words);
    }

    @Override
    public void failed(String words) {
        workbench.status().fail(words);
    }
}

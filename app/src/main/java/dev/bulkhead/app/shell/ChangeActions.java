package dev.bulkhead.app.shell;

import dev.bulkhead.app.change.CellEdit;
import dev.bulkhead.app.change.CellEditor;
import dev.bulkhead.app.change.ChangeDeeds;
import dev.bulkhead.app.change.ChangeEntry;
import dev.bulkhead.app.change.ChangePlan;
import dev.bulkhead.app.change.ChangeReport;
import dev.bulkhead.app.change.ChangesView;
import dev.bulkhead.app.change.ChangesViewModel;
import dev.bulkhead.app.change.Place;
import dev.bulkhead.app.change.RowDraft;
import dev.bulkhead.app.change.RowView;
import dev.bulkhead.app.change.Rows;
import dev.bulkhead.app.change.SetView;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.table.GridDevice;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What the commands that write do in the window. */
final class ChangeActions implements ChangeDeeds {
    /** What most editors take, in pixels. */
    private static final double EDITOR_WIDTH = 420;

    private static final double EDITOR_HEIGHT = 180;

    private static final String SET = "set";
    private static final String CHANGES = "changes";

    private final Shell shell;
    private final Workbench workbench;
    private final ChangesViewModel changes;
    private final CellFinder cells;

    ChangeActions(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
        changes = workbench.changes();
        cells = new CellFinder(shell, workbench);
        changes.onReport(this::told);
    }

    /** Lets a double click on a value of results and tables open its editor, and F2. */
    void listen() {
        shell.tabs().addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        shell.tabs().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void clicked(MouseEvent event) {
        boolean twice = event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY;
        if (twice && cells.isOnValue(event)) {
            editValue();
        }
    }

    /** Tables take F2 for themselves before the window's keys are looked at. */
    private void pressed(KeyEvent event) {
        if (editKey().filter(key -> key.match(event)).isPresent() && cells.isFocusInTabs()) {
            event.consume();
            editValue();
        }
    }

    private Optional<KeyCombination> editKey() {
        return shell.commands().get("edit-value").key();
    }

    /** Puts what is chosen, or else the current object, on the Set desk and shows that. */
    void openDesk(Optional<PollPlan> chosen) {
        if (chosen.isPresent()) {
            PollPlan plan = chosen.get();
            workbench.desk().add(new Place(plan.target(), plan.device()), plan.instances());
        } else {
            addCurrent();
        }
        showDesk();
    }

    private void addCurrent() {
        NodeKind kind =
                workbench.current().nodeProperty().get().map(MibNode::kind).orElse(NodeKind.NODE);
        boolean settable =
                switch (kind) {
                    case SCALAR, COLUMN, INDEX_COLUMN -> true;
                    case TABLE, ROW, ROOT, MODULE, NOTIFICATION, CONFORMANCE, IDENTITY, TYPE ->
                            false;
                    case NODE -> !isKnownNode();
                };
        if (settable) {
            workbench
                    .place()
                    .ifPresent(place ->
                            workbench
                                    .desk()
                                    .add(place, List.of(workbench.current().oidProperty().get())));
        } else if (workbench.desk().items().isEmpty()) {
            workbench.status().warn(Words.text("status.set-what"));
        }
    }

    /** Whether the current OID is a node of the tree, not an unknown object somewhere below one. */
    private boolean isKnownNode() {
        return workbench
                .current()
                .nodeProperty()
                .get()
                .filter(node -> node.oid().equals(workbench.current().oidProperty().get()))
                .isPresent();
    }

    private void showDesk() {
        Tab tab = tab(SET, MaterialDesignP.PENCIL_OUTLINE, this::newDesk);
        shell.tabs().getSelectionModel().select(tab);
        if (tab.getContent() instanceof SetView view) {
            view.focusLast();
        }
    }

    private Node newDesk() {
        return new SetView(workbench.desk(), changes, this::addFromBar, key(SET));
    }

    private void addFromBar() {
        addCurrent();
        showDesk();
    }

    private String key(String command) {
        return shell.commands().get(command).key().map(KeyCombination::getDisplayText).orElse("");
    }

    private Tab tab(String id, Ikon icon, Supplier<Node> content) {
        return shell.tabs().getTabs().stream()
                .filter(open -> ("tab-" + id).equals(open.getId()))
                .findFirst()
                .orElseGet(() -> add("tab-" + id, Words.text("tab." + id), icon, content.get()));
    }

    private Tab add(String id, String words, Ikon icon, Node content) {
        Tab tab = new Tab(words, content);
        tab.setId(id);
        tab.setGraphic(Parts.icon(icon));
        shell.tabs().getTabs().add(tab);
        return tab;
    }

    @Override
    public void editValue() {
        Optional<CellFinder.Cell> cell = cells.focused();
        if (cell.isEmpty()) {
            workbench.status().warn(Words.text("status.edit-what"));
            return;
        }
        Optional<ObjectType> object = workbench.library().names().object(cell.get().instance());
        if (object.filter(known -> !known.maxAccess().isWritable()).isPresent()) {
            workbench
                    .status()
                    .warn(
                            Words.text(
                                    "status.not-writable",
                                    Inert.text(name(cell.get().instance())),
                                    object.get().maxAccess().rfcName(),
                                    key(SET)));
            return;
        }
        CellEdit edit =
                new CellEdit(
                        changes, cell.get().place(), cell.get().instance(), cell.get().shown());
        open(edit, cell.get().anchor());
    }

    private String name(Oid instance) {
        return workbench.library().names().shortName(instance);
    }

    private void open(CellEdit edit, Node anchor) {
        PopOver popOver = new PopOver();
        popOver.setArrowLocation(arrowAt(anchor));
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        CellEditor editor =
                new CellEditor(
                        edit,
                        changes,
                        () -> {
                            if (edit.accept(report -> edited(report, edit, anchor))) {
                                popOver.hide();
                            }
                        });
        popOver.setContentNode(editor);
        popOver.setOnHidden(_ -> popOver.setContentNode(new Region()));
        popOver.getRoot().getStylesheets().add(Themes.stylesheet());
        popOver.show(anchor);
        editor.focusValue();
    }

    /** Where an editor's arrow is: it opens to the right and down where the window has room. */
    private static PopOver.ArrowLocation arrowAt(Node anchor) {
        Bounds at = anchor.localToScene(anchor.getLayoutBounds());
        boolean left = at.getCenterX() + EDITOR_WIDTH < anchor.getScene().getWidth();
        boolean top = at.getMaxY() + EDITOR_HEIGHT < anchor.getScene().getHeight();
        if (top) {
            return left ? PopOver.ArrowLocation.TOP_LEFT : PopOver.ArrowLocation.TOP_RIGHT;
        }
        return left ? PopOver.ArrowLocation.BOTTOM_LEFT : PopOver.ArrowLocation.BOTTOM_RIGHT;
    }

    /** An error shows at the cell, where the value can be mended at once. */
    private void edited(ChangeReport report, CellEdit edit, Node anchor) {
        if (!report.isDone() && anchor.getScene() != null) {
            changes.cancel();
            open(edit, anchor);
        }
    }

    @Override
    public void insertRow() {
        cells.table()
                .ifPresentOrElse(
                        at ->
                                rows(at.row())
                                        .ifPresent(rows ->
                                                showDraft(new RowDraft(changes, at.place(), rows))),
                        this::noTable);
    }

    @Override
    public void duplicateRow() {
        Optional<CellFinder.Cell> cell = cells.focused();
        if (shell.tabs().table().isEmpty() || cell.isEmpty()) {
            noTable();
            return;
        }
        Oid instance = cell.get().instance();
        rows(instance)
                .ifPresent(rows ->
                        showDraft(RowDraft.like(changes, cell.get().place(), rows, instance)));
    }

    @Override
    public void deleteRows() {
        Optional<TableTab> table = shell.tabs().table();
        if (table.isEmpty() || !cells.isFocusInTabs()) {
            return;
        }
        List<TableTab.Selection> chosen = table.get().selection();
        if (chosen.isEmpty()) {
            noTable();
            return;
        }
        rows(table.get().model().question().row().oid())
                .ifPresent(rows ->
                        changes.propose(
                                RowDraft.removal(
                                        place(chosen.getFirst().device()),
                                        rows,
                                        chosen.getFirst().instances()),
                                _ -> {}));
    }

    private static Place place(GridDevice device) {
        return new Place(device.target(), device.label());
    }

    private void noTable() {
        workbench.status().warn(Words.text("status.row-what"));
    }

    private Optional<Rows> rows(Oid oid) {
        Oid row = workbench.library().names().object(oid).map(ObjectType::oid).orElse(oid);
        Optional<Rows> rows = Rows.of(workbench.library().names(), row);
        if (rows.isEmpty()) {
            workbench.status().warn(Words.text("status.no-row-status", name(row)));
        }
        return rows;
    }

    private void showDraft(RowDraft draft) {
        String table = name(draft.rows().row().oid().parent());
        Tab[] tab = new Tab[1];
        RowView view =
                new RowView(
                        draft,
                        changes,
                        report -> {
                            if (report.isDone()) {
                                shell.tabs().getTabs().remove(tab[0]);
                            }
                        });
        tab[0] =
                add(
                        "tab-row-" + table,
                        Words.text("tab.row", table),
                        MaterialDesignT.TABLE_ROW_PLUS_AFTER,
                        view);
        shell.tabs().getSelectionModel().select(tab[0]);
        view.focusFirst();
    }

    @Override
    public void showChanges() {
        Tab tab =
                tab(
                        CHANGES,
                        MaterialDesignH.HISTORY,
                        () -> new ChangesView(changes, this::setBack, key("set-back")));
        shell.tabs().getSelectionModel().select(tab);
        if (tab.getContent() instanceof ChangesView view) {
            view.focusLog();
        }
    }

    @Override
    public void setBack() {
        Tab selected = shell.tabs().getSelectionModel().getSelectedItem();
        if (selected != null && selected.getContent() instanceof ChangesView view) {
            view.setBackSelected();
        } else {
            setBack(lastChange());
        }
    }

    private List<ChangeEntry> lastChange() {
        Optional<ChangeEntry> last =
                changes.log().stream().filter(ChangeEntry::isReversible).findFirst();
        return last.map(entry ->
                        changes.log().stream()
                                .filter(each -> each.transaction() == entry.transaction())
                                .toList())
                .orElse(List.of());
    }

    private void setBack(List<ChangeEntry> entries) {
        if (!changes.setBack(entries, this::place, _ -> {})) {
            workbench.status().warn(Words.text("status.no-way-back"));
        }
    }

    /** Whom to ask for an entry: of an earlier session, the address bar's device if it is that. */
    private Optional<Place> place(ChangeEntry entry) {
        return entry.target()
                .or(() ->
                        workbench
                                .target()
                                .target()
                                .filter(now -> now.address().equals(entry.address())))
                .map(target -> new Place(target, entry.device()));
    }

    /** Shows everywhere what was read back. */
    private void told(ChangeReport report) {
        report.plan().steps().stream()
                .map(step -> step.place())
                .distinct()
                .forEach(place -> show(place, report));
        int count = report.plan().steps().getFirst().assignments().size();
        String device = report.plan().steps().getFirst().place().device();
        if (report.isDone()) {
            workbench.status().done(Words.text("status.changed", count, Inert.text(device)));
        } else {
            workbench.status().warn(Words.text("status.not-changed", Inert.text(device)));
        }
        shell.tabs().getTabs().stream()
                .map(Tab::getContent)
                .filter(ChangesView.class::isInstance)
                .map(ChangesView.class::cast)
                .forEach(ChangesView::refresh);
    }

    private void show(Place place, ChangeReport report) {
        List<VarBind> values = report.readBack(place);
        workbench.results().readBack(place.target(), values);
        boolean plain =
                report.plan().kind() == ChangePlan.Kind.SET
                        && values.stream().noneMatch(v -> v.value() instanceof SmiValue.Marker);
        for (Tab tab : shell.tabs().getTabs()) {
            if (tab.getContent() instanceof TableTab table
                    && table.model().gridDevices().stream()
                            .anyMatch(device -> device.target().equals(place.target()))) {
                if (plain) {
                    table.model().readBack(place.target(), values);
                } else if (concerns(table, report)) {
                    table.refresh();
                }
            }
        }
    }

    private static boolean concerns(TableTab table, ChangeReport report) {
        return report.plan().steps().stream()
                .flatMap(step -> step.assignments().stream())
                .anyMatch(each -> each.instance().startsWith(table.model().question().row().oid()));
    }
}

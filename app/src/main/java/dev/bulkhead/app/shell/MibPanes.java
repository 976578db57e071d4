package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.LoadReport;
import dev.bulkhead.app.modules.LoadReportBar;
import dev.bulkhead.app.modules.ModulesView;
import dev.bulkhead.app.problems.ExplainSheet;
import dev.bulkhead.app.problems.ProblemsView;
import dev.bulkhead.app.shell.MibActions.MibPlace;
import dev.bulkhead.app.source.SourceView;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The tabs about MIB files: the text always there, problems and modules once asked for. */
final class MibPanes {
    private final Workbench workbench;
    private final Tabs tabs;
    private final SourceView source;
    private final ProblemsView problems;
    private final ModulesView modules;
    private final Tab sourceTab;
    private final Tab problemsTab;
    private final Tab modulesTab;

    MibPanes(Workbench workbench, Commands commands, Tabs tabs) {
        this.workbench = workbench;
        this.tabs = tabs;
        MibDesk desk = workbench.mibs();
        source =
                new SourceView(
                        workbench.library(),
                        desk.source(),
                        desk.problems(),
                        desk.mending(),
                        commands);
        problems =
                new ProblemsView(
                        workbench.library(), desk.problems(), desk.mending(), commands, this::open);
        modules = new ModulesView(workbench.library(), desk.modules(), commands, new Opening());
        sourceTab = Tabs.tab("source", MaterialDesignF.FILE_DOCUMENT_OUTLINE, source);
        problemsTab = Tabs.tab("problems", MaterialDesignA.ALERT_CIRCLE_OUTLINE, problems);
        modulesTab = Tabs.tab("modules", MaterialDesignP.PACKAGE_VARIANT_CLOSED, modules);
        problemsTab.setClosable(true);
        modulesTab.setClosable(true);
        tabs.getTabs().add(sourceTab);
        sourceTab.selectedProperty().subscribe(desk.source()::setActive);
    }

    /** The tabs with the bar that tells of loaded files over them. */
    Node framed() {
        BorderPane frame = new BorderPane(tabs);
        frame.setId("tabs-frame");
        frame.setTop(
                new LoadReportBar(
                        workbench.library(), this::showProblemsOf, () -> show(MibPlace.MODULES)));
        return frame;
    }

    /** Brings a place to the user. */
    void show(MibPlace place) {
        switch (place) {
            case SOURCE -> {
                select(sourceTab);
                source.focusText();
            }
            case PROBLEMS -> {
                select(problemsTab);
                problems.focusList();
            }
            case MODULES -> {
                select(modulesTab);
                modules.focusTable();
            }
            case EXPLANATION -> explain();
        }
    }

    private void select(Tab tab) {
        if (!tabs.getTabs().contains(tab)) {
            tabs.getTabs().add(tab);
        }
        tabs.getSelectionModel().select(tab);
    }

    private void open(Diagnostic diagnostic) {
        workbench.mibs().problems().choose(diagnostic);
        workbench.mibs().source().show(diagnostic);
        show(MibPlace.SOURCE);
    }

    /** Lists what is wrong with the files a report is about; of several, with all. */
    private void showProblemsOf(LoadReport report) {
        Path only = report.added().size() == 1 ? report.added().getFirst() : null;
        problems.filter(only == null ? "" : only.toString());
        show(MibPlace.PROBLEMS);
    }

    private void explain() {
        workbench
                .mibs()
                .problems()
                .chosenProperty()
                .get()
                .ifPresent(diagnostic -> {
                    PopOver popOver = new PopOver(new ExplainSheet(diagnostic.code()));
                    popOver.setId("explanation");
                    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
                    popOver.setAnimated(false);
                    popOver.setOnHidden(_ -> popOver.setContentNode(new Region()));
                    popOver.getRoot().getStylesheets().add(Themes.stylesheet());
                    popOver.show(panelButton());
                });
    }

    /** The button in sight, or the tabs. */
    private Node panelButton() {
        String prefix = sourceTab.isSelected() ? "source" : "problem";
        Node button = tabs.lookup("#" + prefix + "-explain-problem");
        boolean inSight = button != null && button.localToScene(0, 0).getY() > 0;
        return inSight ? button : tabs;
    }

    /** Where a line of the modules leads. */
    private final class Opening implements ModulesView.Opening {
        @Override
        public void source(KnownModule module) {
            workbench.mibs().source().open(module.file(), 1);
            show(MibPlace.SOURCE);
        }

        @Override
        public void problems(KnownModule module) {
            problems.filter(module.file());
            show(MibPlace.PROBLEMS);
        }
    }
}

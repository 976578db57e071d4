package dev.bulkhead.app.shell;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.guide.Guide;
import dev.bulkhead.app.help.GuideView;
import dev.bulkhead.app.help.GuideViewModel;
import dev.bulkhead.app.help.Topics;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The guide, opened at the page about what the user looks at. */
final class HelpActions {
    private final Shell shell;

    HelpActions(Shell shell) {
        this.shell = shell;
    }

    void register(Commands commands) {
        commands.add("guide", MaterialDesignB.BOOK_OPEN_OUTLINE, "F1", () -> open(topic()));
        commands.add("guide-first", null, null, () -> open(Guide.FIRST));
        commands.add("guide-search", MaterialDesignM.MAGNIFY, null, this::search);
    }

    /** Of what has the focus, or else of the tab in front. */
    private String topic() {
        String ofFocus = Topics.of(shell.getScene().getFocusOwner());
        Tab front = shell.tabs().getSelectionModel().getSelectedItem();
        return ofFocus.equals(Guide.FIRST) && front != null
                ? Topics.of(front.getContent())
                : ofFocus;
    }

    private void open(String page) {
        view().model().open(page);
        view().focusPage();
    }

    private void search() {
        view().focusSearch();
    }

    private GuideView view() {
        Node page = shell.tabs().page("guide", MaterialDesignB.BOOK_OPEN_OUTLINE, this::fresh);
        if (page instanceof GuideView view) {
            return view;
        }
        throw new IllegalStateException("the guide's tab shows " + page);
    }

    private Node fresh() {
        return new GuideView(
                new GuideViewModel(Guide.standard()),
                new GuideView.Window(
                        shell.commands(),
                        () -> ShortcutSheet.groups(shell.commands(), shell.menus())));
    }
}

package dev.bulkhead.app.shell;

import dev.bulkhead.app.bookmark.Bookmark;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The Bookmarks menu: mark, manage, the objects passed lately, and each bookmark. */
final class BookmarkMenu extends Menu {
    private static final int PASSED = 15;

    private final Workbench workbench;
    private final Menu passed = new Menu(Words.text("menu.history"));

    BookmarkMenu(Commands commands, Workbench workbench) {
        super(Words.text("menu.bookmarks"));
        this.workbench = workbench;
        setId("menu-bookmarks");
        passed.setId("menu-history");
        passed.setGraphic(Parts.icon(MaterialDesignH.HISTORY));
        List<MenuItem> fixed = commands.items(List.of("bookmark", "bookmarks", Commands.LINE));
        getItems().setAll(fixed);
        getItems().addAll(passed, new SeparatorMenuItem());
        int before = getItems().size();
        workbench.bookmarks().all().subscribe(() -> fill(before));
        workbench.current().oidProperty().subscribe(_ -> fillPassed());
        fill(before);
    }

    private void fill(int before) {
        getItems().subList(before, getItems().size()).clear();
        List<Bookmark> all = workbench.bookmarks().all();
        all.stream().map(this::item).forEach(getItems()::add);
        if (all.isEmpty()) {
            MenuItem none = new MenuItem(Words.text("bookmark.none"));
            none.setDisable(true);
            getItems().add(none);
        }
    }

    private MenuItem item(Bookmark bookmark) {
        String device = bookmark.device().orElse("");
        MenuItem item =
                new MenuItem(
                        device.isEmpty()
                                ? bookmark.name()
                                : Words.text("bookmark.item", bookmark.name(), device));
        item.setMnemonicParsing(false);
        item.setGraphic(Parts.icon(MaterialDesignS.STAR));
        item.setOnAction(_ -> workbench.open(bookmark));
        return item;
    }

    private void fillPassed() {
        List<Oid> oids = workbench.current().passed();
        passed.setDisable(oids.isEmpty());
        passed.getItems().setAll(oids.stream().limit(PASSED).map(this::passedItem).toList());
    }

    private MenuItem passedItem(Oid oid) {
        MenuItem item = new MenuItem(workbench.library().names().shortName(oid));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> workbench.current().select(oid));
        return item;
    }
}

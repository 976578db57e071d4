package dev.bulkhead.app.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.command.UndoStack;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookmarksTest {
    private static final Oid DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2.1");
    private static final Oid UPTIME = Oid.parse("1.3.6.1.2.1.1.3.0");

    private final UndoStack undo = new UndoStack();

    private static Bookmark descr() {
        return new Bookmark("ifDescr.1", DESCR, Optional.of("demo-switch"));
    }

    private static Bookmark upTime() {
        return new Bookmark("sysUpTime.0", UPTIME, Optional.empty());
    }

    @Test
    void theyOutliveTheProgramInAFileThatPeopleCanRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("window.properties");
        Settings settings = Settings.of(file);
        Bookmarks bookmarks = new Bookmarks(settings, undo);
        bookmarks.add(descr());
        bookmarks.add(upTime());
        settings.save();
        assertThat(Files.readString(file)).contains("ifDescr.1 | .1.3.6.1.2.1.2.2.1.2.1");
        assertThat(new Bookmarks(Settings.of(file), undo).all()).containsExactly(descr(), upTime());
    }

    @Test
    void removingAndRenamingCanBeUndone() {
        Bookmarks bookmarks = new Bookmarks(Settings.inMemory(), undo);
        bookmarks.add(descr());
        bookmarks.rename(descr(), "uplink");
        assertThat(bookmarks.all()).extracting(Bookmark::name).containsExactly("uplink");
        bookmarks.remove(bookmarks.all().getFirst());
        assertThat(bookmarks.all()).isEmpty();
        undo.undo();
        undo.undo();
        assertThat(bookmarks.all()).containsExactly(descr());
    }

    @Test
    void theStarMarksAndUnmarks() {
        Settings settings = Settings.inMemory();
        Bookmarks bookmarks = new Bookmarks(settings, undo);
        bookmarks.toggle(upTime());
        assertThat(bookmarks.of(UPTIME)).contains(upTime());
        bookmarks.toggle(upTime());
        assertThat(bookmarks.of(UPTIME)).isEmpty();
        assertThat(settings.list("bookmark")).isEmpty();
    }

    @Test
    void aNameCannotBreakTheFile() {
        Bookmark odd = new Bookmark("a|b\nc", DESCR, Optional.of("x|y"));
        assertThat(Bookmark.parse(odd.line())).contains(odd);
        assertThat(Bookmark.parse("no bookmark")).isEmpty();
        assertThat(Bookmark.parse("a | not.an.oid")).isEmpty();
        assertThat(new Bookmark(" ", UPTIME, Optional.empty()).name())
                .isEqualTo(".1.3.6.1.2.1.1.3.0");
    }
}

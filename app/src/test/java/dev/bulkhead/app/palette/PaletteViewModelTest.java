package dev.bulkhead.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PaletteViewModelTest {
    private final Commands commands = new Commands();
    private final MibLibrary library = new MibLibrary(MibRepository::standard, MibCompiler::plain);
    private final AtomicInteger walked = new AtomicInteger();
    private final SimpleBooleanProperty tableThere = new SimpleBooleanProperty(false);
    private PaletteViewModel palette;

    @BeforeEach
    void fill() {
        commands.add("get-subtree", null, null, () -> {});
        commands.add("walk", null, "Shortcut+W", walked::incrementAndGet);
        commands.add("palette", null, null, () -> {});
        commands.add(
                new Command(
                        "table-view", Optional.empty(), Optional.empty(), () -> {}, tableThere));
        palette =
                new PaletteViewModel(
                        commands, library, new CurrentObject(library), Set.of("palette"));
    }

    private List<String> titles() {
        return palette.entries().stream().map(PaletteEntry::title).toList();
    }

    @Test
    void itBeginsWithAllCommandsThoseThatCannotBeDoneLast() {
        palette.open();
        assertThat(titles()).containsExactly("Get Subtree", "Walk", "Table View");
        tableThere.set(true);
        palette.open();
        assertThat(titles()).containsExactly("Get Subtree", "Walk", "Table View");
    }

    @Test
    void theBestMatchIsFirst() {
        palette.queryProperty().set(">view");
        assertThat(titles()).containsExactly("Table View");
        palette.queryProperty().set("> gs");
        assertThat(titles()).containsExactly("Get Subtree");
        palette.queryProperty().set("> nothing like it");
        assertThat(titles()).isEmpty();
    }

    @Test
    void whatCannotBeDoneNowIsNotDone() {
        palette.queryProperty().set("> table");
        assertThat(palette.run(palette.entries().getFirst())).isFalse();
        palette.queryProperty().set("> wal");
        assertThat(palette.run(palette.entries().getFirst())).isTrue();
        assertThat(walked).hasValue(1);
    }

    @Test
    void ranksAreStartThenWordThenInsideThenInitials() {
        assertThat(Ranking.of("Get Subtree", "get")).hasValue(0);
        assertThat(Ranking.of("Get Subtree", "sub")).hasValue(103);
        assertThat(Ranking.of("Get Subtree", "tree")).hasValue(207);
        assertThat(Ranking.of("Get Subtree", "tree get")).hasValue(300);
        assertThat(Ranking.of("Get Subtree", "gs")).hasValue(400);
        assertThat(Ranking.of("Get Subtree", "xyz")).isEmpty();
        assertThat(Ranking.of("Get Subtree", "")).hasValue(0);
    }
}

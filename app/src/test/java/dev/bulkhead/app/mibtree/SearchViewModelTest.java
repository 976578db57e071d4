package dev.bulkhead.app.mibtree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchViewModelTest {
    private static final Oid BEFORE = Oid.parse("1.3.6.1.4.1.32473");

    @TempDir Path folder;
    private CurrentObject current;
    private SearchViewModel search;

    @BeforeEach
    void open() throws IOException {
        StringBuilder text = new StringBuilder("ACME-MIB DEFINITIONS ::= BEGIN\n");
        text.append("IMPORTS enterprises, OBJECT-TYPE, Integer32 FROM SNMPv2-SMI;\n");
        text.append("acme OBJECT IDENTIFIER ::= { enterprises 32473 }\n");
        for (String name : new String[] {"acmeHeat", "acmeHeatLimit", "acmeNoise"}) {
            text.append(name).append(" OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only\n");
            text.append("STATUS current DESCRIPTION \"Measured by the thermocouple.\"\n");
            text.append("::= { acme ").append(name.length()).append(" }\n");
        }
        Files.writeString(folder.resolve("ACME-MIB"), text + "END\n");
        LoadedLibrary loaded = new LoadedLibrary(Settings.inMemory()).load(folder);
        FxThread.run(() -> {
            current = new CurrentObject(loaded.library());
            search = new SearchViewModel(loaded.library(), current);
            current.select(BEFORE);
        });
    }

    private void type(String text, int hits) {
        FxThread.run(() -> search.queryProperty().set(text));
        until(() -> search.hits().size() == hits);
    }

    private static void until(Callable<Boolean> isSo) {
        await().until(() -> FxThread.call(isSo));
    }

    private String node() {
        return FxThread.call(() -> current.nodeProperty().get().orElseThrow().name());
    }

    @Test
    void hitsAreSteppedThroughRoundTheEnd() {
        type("heat", 2);
        FxThread.run(search::next);
        assertThat(node()).isEqualTo("acmeHeat");
        FxThread.run(search::next);
        assertThat(node()).isEqualTo("acmeHeatLimit");
        FxThread.run(search::next);
        assertThat(node()).isEqualTo("acmeHeat");
        FxThread.run(search::previous);
        assertThat(node()).isEqualTo("acmeHeatLimit");
    }

    @Test
    void givingUpLeadsBackToWhereItBegan() {
        type("heat", 2);
        FxThread.run(search::next);
        FxThread.run(search::cancel);
        assertThat(FxThread.call(() -> current.oidProperty().get())).isEqualTo(BEFORE);
        assertThat(FxThread.call(() -> search.hits())).isEmpty();
    }

    @Test
    void aHitThatWasTakenStays() {
        type("heat", 2);
        FxThread.run(() -> search.take(1));
        FxThread.run(search::cancel);
        assertThat(node()).isEqualTo("acmeHeatLimit");
    }

    @Test
    void aDescriptionThatMatchesIsQuoted() {
        FxThread.run(() -> search.queryProperty().set("thermocouple"));
        until(() -> search.excerptsProperty().get().size() == 3);
        SearchHit hit = FxThread.call(() -> search.hits().getFirst());
        assertThat(FxThread.call(() -> search.excerptsProperty().get().get(hit)))
                .isEqualTo("Measured by the thermocouple.");
    }

    @Test
    void anExcerptIsCutAroundTheWord() {
        String text =
                "one two three ".repeat(20) + "the discontinuity of counters" + " x".repeat(99);
        assertThat(Excerpt.of(text, "discontinuities"))
                .startsWith("…")
                .endsWith("…")
                .contains("the discontinuity of counters")
                .hasSizeLessThan(100);
    }
}

package dev.bulkhead.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.LoadedLibrary;
import dev.bulkhead.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceViewModelTest {
    private static final String TEXT =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises, OBJECT-TYPE FROM SNMPv2-SMI DisplayString FROM SNMPv2-TC;
            acme OBJECT IDENTIFIER ::= { enterprises 32473 }
            acmeName OBJECT-TYPE
                SYNTAX DisplayString
                MAX-ACCESS read-only
                STATUS current
                DESCRIPTION "A name."
                ::= { acme 1 }
            wrong OBJECT IDENTIFIER := { acme 2 }
            END
            """;

    @TempDir Path folder;
    private LoadedLibrary loaded;
    private CurrentObject current;
    private SourceViewModel source;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("ACME-MIB"), TEXT);
        loaded = new LoadedLibrary(Settings.inMemory()).load(folder);
        FxThread.run(() -> {
            current = new CurrentObject(loaded.library());
            source = new SourceViewModel(loaded.library(), current);
            source.setActive(true);
        });
        show("acmeName");
    }

    private void show(String name) {
        FxThread.run(() -> current.show("ACME-MIB", name));
        until(() -> {
            Page page = source.pageProperty().get();
            return page.document().isPresent() && page.file().endsWith("ACME-MIB");
        });
    }

    private static void until(Callable<Boolean> isSo) {
        await().until(() -> FxThread.call(isSo));
    }

    private Page page() {
        return FxThread.call(() -> source.pageProperty().get());
    }

    @Test
    void theTextOpensAtTheCurrentObject() {
        assertThat(page().line()).isEqualTo(4);
        assertThat(page().isInDefinition(9)).isTrue();
        assertThat(page().isInDefinition(10)).isFalse();
    }

    @Test
    void whileHiddenItDoesNotFollowAndThenCatchesUp() {
        FxThread.run(() -> {
            source.setActive(false);
            current.show("ACME-MIB", "acme");
        });
        assertThat(page().line()).isEqualTo(4);
        FxThread.run(() -> source.setActive(true));
        until(() -> source.pageProperty().get().line() == 3);
    }

    @Test
    void aNameLeadsToItsDefinitionAndSelectsIt() {
        FxThread.run(() -> assertThat(source.jump(9, "acme")).isTrue());
        until(() -> source.pageProperty().get().line() == 3);
        assertThat(FxThread.call(() -> current.nodeProperty().get().orElseThrow().name()))
                .isEqualTo("acme");
    }

    @Test
    void anImportedTypeLeadsToItsModule() {
        FxThread.run(() -> assertThat(source.jump(5, "DisplayString")).isTrue());
        until(() -> source.pageProperty().get().file().contains("SNMPv2-TC"));
        assertThat(page().document().orElseThrow().line(page().line())).contains("DisplayString");
    }

    @Test
    void whatNobodyDefinesLeadsNowhere() {
        assertThat(FxThread.call(() -> source.jump(8, "nobody"))).isFalse();
    }

    @Test
    void faultsAreSteppedThrough() {
        assertThat(FxThread.call(() -> source.stepFault(1).orElseThrow().code().tag()))
                .isEqualTo("misspelt-assignment");
        assertThat(page().line()).isEqualTo(10);
    }

    @Test
    void foundLinesAreSteppedThroughRoundTheEnd() {
        FxThread.run(() -> source.queryProperty().set("displaystring"));
        until(() -> source.foundProperty().get().lines().size() == 2);
        FxThread.run(() -> source.stepFound(1));
        assertThat(page().line()).isEqualTo(5);
        FxThread.run(() -> source.stepFound(1));
        assertThat(page().line()).isEqualTo(2);
        FxThread.run(() -> source.stepFound(-1));
        assertThat(page().line()).isEqualTo(5);
    }
}

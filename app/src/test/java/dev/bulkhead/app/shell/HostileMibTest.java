package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.HostileTexts;
import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.LoadedLibrary;
import dev.bulkhead.app.mibtree.MibTreeView;
import dev.bulkhead.app.mibtree.SearchViewModel;
import dev.bulkhead.app.modules.ModulesView;
import dev.bulkhead.app.object.ObjectView;
import dev.bulkhead.app.problems.ProblemsView;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.source.SourceView;
import dev.bulkhead.app.theme.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A MIB made to do harm to whoever reads it. The nineteen texts are those of the rig of hostile
 * agents, {@code EVIL} in {@code hostile_agent.py}; one cannot stand in a quoted text as it is.
 */
final class HostileMibTest {
    private static final List<String> EVIL =
            HostileTexts.ALL.stream().map(text -> text.replace('"', '\'')).toList();

    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();

    @TempDir Path folder;
    private LoadedLibrary loaded;
    private CurrentObject current;
    private MibDesk desk;
    private final Commands commands = new Commands();
    private Stage stage;

    @BeforeEach
    void load() throws IOException {
        Files.writeString(folder.resolve("bidi \u202egnp.exe"), module());
        loaded = new LoadedLibrary(Settings.inMemory()).load(folder);
        FxThread.run(() -> {
            current = new CurrentObject(loaded.library());
            TargetViewModel target = new TargetViewModel(Settings.inMemory());
            desk = new MibDesk(loaded.library(), current, target, Settings.inMemory());
            for (String id : List.of("load-mibs", "load-folder")) {
                commands.add(id, null, null, () -> {});
            }
            MibActions.register(commands, desk, _ -> {});
        });
    }

    @AfterEach
    void close() {
        FxThread.run(() -> stage.close());
    }

    private static String module() {
        StringBuilder text = new StringBuilder("EVIL-MIB DEFINITIONS ::= BEGIN\n");
        text.append("IMPORTS OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI;\n");
        text.append("evil OBJECT IDENTIFIER := { enterprises 32473 }\n");
        text.append("bidi\u202e\u001b[2J OBJECT IDENTIFIER ::= { evil 99 }\n");
        for (int i = 0; i < EVIL.size(); i++) {
            text.append("evil").append(i).append(" OBJECT-TYPE SYNTAX Integer32\n UNITS \"");
            text.append(EVIL.get(i)).append("\"\n MAX-ACCESS read-only STATUS current\n");
            text.append(" DESCRIPTION \"").append(EVIL.get(i)).append("\"\n");
            text.append(" REFERENCE \"").append(EVIL.get(i)).append("\"\n");
            text.append(" -- ").append(EVIL.get(i).replaceAll("[\r\n].*", "")).append('\n');
            text.append(" ::= { evil ").append(i + 1).append(" }\n");
        }
        return text.append("END\n").toString();
    }

    private void open(Callable<Parent> view) {
        FxThread.run(() -> {
            try {
                stage = Picture.show(view.call(), LIGHT, 900, 700);
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        });
    }

    private List<String> texts() {
        return FxThread.call(() -> {
            List<String> texts = new ArrayList<>();
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            collect(stage.getScene().getRoot(), texts);
            return texts;
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Text text) {
            texts.add(text.getText());
        }
        if (node.getAccessibleText() != null) {
            texts.add(node.getAccessibleText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private void untilShown(String part) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> texts().stream().anyMatch(text -> text.contains(part)));
    }

    private void assertInert() {
        for (String text : texts()) {
            assertThat(text.codePoints().filter(c -> c != '\n'))
                    .as(text)
                    .noneMatch(Character::isISOControl)
                    .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                    .noneMatch(c -> c == 0x2028 || c == 0x2029);
        }
    }

    @Test
    void theTreeIsInert() {
        open(() ->
                new MibTreeView(
                        loaded.library(),
                        current,
                        new SearchViewModel(loaded.library(), current),
                        new Button("reveal")));
        FxThread.run(() -> current.show("EVIL-MIB", "evil9"));
        untilShown("evil9");
        assertInert();
    }

    @Test
    void aSearchHitIsInert() {
        SearchViewModel search =
                FxThread.call(() -> new SearchViewModel(loaded.library(), current));
        open(() -> new MibTreeView(loaded.library(), current, search, new Button("reveal")));
        FxThread.run(() -> search.queryProperty().set("evil"));
        untilShown("evil9");
        assertInert();
    }

    @Test
    void theDetailsAreInert() {
        open(() -> new ObjectView(loaded.library(), current));
        for (int i = 0; i < EVIL.size(); i++) {
            String name = "evil" + i;
            FxThread.run(() -> current.show("EVIL-MIB", name));
            untilShown(name);
            assertInert();
        }
        FxThread.run(() -> current.show("EVIL-MIB", "evil9"));
        untilShown("bidi <U+202E>gnp.exe");
        FxThread.run(() -> current.show("EVIL-MIB", "evil5"));
        untilShown("<script>alert(1)</script>");
    }

    @Test
    void theSourceIsInert() {
        open(() ->
                new SourceView(
                        loaded.library(),
                        desk.source(),
                        desk.problems(),
                        desk.mending(),
                        commands));
        FxThread.run(() -> desk.source().setActive(true));
        FxThread.run(() -> current.show("EVIL-MIB", "evil9"));
        untilShown("<U+202E>gnp.exe");
        assertInert();
    }

    @Test
    void theProblemsAreInert() {
        open(() ->
                new ProblemsView(
                        loaded.library(), desk.problems(), desk.mending(), commands, _ -> {}));
        untilShown("bidi <U+202E>gnp.exe");
        FxThread.run(() ->
                desk.problems().choose(loaded.library().diagnosticsProperty().get().getFirst()));
        untilShown(":=");
        assertInert();
    }

    @Test
    void theModulesAreInert() {
        open(() ->
                new ModulesView(
                        loaded.library(),
                        desk.modules(),
                        commands,
                        new ModulesView.Opening() {
                            @Override
                            public void source(KnownModule module) {}

                            @Override
                            public void problems(KnownModule module) {}
                        }));
        untilShown("bidi <U+202E>gnp.exe");
        assertInert();
    }
}

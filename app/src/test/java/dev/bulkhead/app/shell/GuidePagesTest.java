package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.guide.Guide;
import dev.bulkhead.app.guide.GuidePage;
import dev.bulkhead.app.help.GuideView;
import dev.bulkhead.app.help.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages of the guide name commands and keys as the window has them; {@code UPDATE_GOLDEN=1}
 * writes them into the pages.
 */
final class GuidePagesTest {
    private static final Path PAGES = Path.of("src/main/resources/dev/bulkhead/app/guide");
    private static final Pattern COMMAND = Pattern.compile("\\[[^]]+]\\(command:([^)]+)\\)");
    private static final boolean UPDATE = System.getenv("UPDATE_GOLDEN") != null;

    private static UiTicker ticker;
    private static Shell shell;

    @BeforeAll
    static void open() {
        ticker = new UiTicker();
        shell = FxThread.call(() -> new Shell(TestBench.create(), ticker, () -> {}));
    }

    @AfterAll
    static void close() {
        ticker.close();
    }

    @Test
    void commandsAndKeysOnThePagesAreTheWindows() throws IOException {
        List<String> stale = new ArrayList<>();
        for (GuidePage page : Guide.standard().pages()) {
            Path file = PAGES.resolve(page.name() + ".md");
            String text = Files.readString(file);
            String fresh = COMMAND.matcher(text).replaceAll(GuidePagesTest::asTheWindowHasIt);
            if (UPDATE) {
                Files.writeString(file, fresh);
            } else if (!fresh.equals(text)) {
                stale.add(page.name());
            }
        }
        assertThat(stale).as("UPDATE_GOLDEN=1 writes these pages anew").isEmpty();
    }

    private static String asTheWindowHasIt(MatchResult link) {
        Commands commands = shell.commands();
        return "[%s](command:%s)".formatted(commands.get(link.group(1)).hint(), link.group(1));
    }

    @Test
    void everyPageOfTheFolderIsInTheGuide() throws IOException {
        try (var files = Files.list(PAGES)) {
            List<String> names =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".md"))
                            .map(name -> name.replace(".md", ""))
                            .toList();
            assertThat(Guide.standard().pages())
                    .extracting(GuidePage::name)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void f1OpensThePageAboutWhatIsInFront() {
        FxThread.run(() -> {
            new Scene(shell);
            shell.commands().get("history").run();
            shell.commands().get("guide").run();
        });
        assertThat(shown()).isEqualTo("history");
        FxThread.run(() -> {
            shell.commands().get("tab-2").run();
            shell.commands().get("guide").run();
        });
        assertThat(shown()).isEqualTo("poll-and-chart");
        FxThread.run(() -> shell.commands().get("guide-first").run());
        assertThat(shown()).isEqualTo(Guide.FIRST);
    }

    private static String shown() {
        return FxThread.call(() ->
                shell.tabPane().getTabs().stream()
                        .map(tab -> tab.getContent())
                        .filter(GuideView.class::isInstance)
                        .map(GuideView.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .model()
                        .pageProperty()
                        .get()
                        .name());
    }

    @Test
    void whatNoPageIsAboutOpensTheFirst() {
        Pane strange = new Pane();
        strange.setId("strange");
        assertThat(Topics.of(strange)).isEqualTo(Guide.FIRST);
        assertThat(Topics.of(null)).isEqualTo(Guide.FIRST);
    }
}

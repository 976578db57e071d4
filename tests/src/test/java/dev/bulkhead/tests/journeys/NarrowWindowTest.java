package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.app.preferences.Appearance;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long words in a narrow window, and large text. */
class NarrowWindowTest {
    private static OpenWindow window;

    @BeforeAll
    static void open() throws Exception {
        window = OpenWindow.open();
        window.ask(() -> {
            Appearance.follow(
                    window.workbench().preferences(),
                    new Themes(ThemeChoice.LIGHT),
                    window.shell().tabPane());
            return true;
        });
        window.startDemoByKey();
        new Sight(window).awaitFinished();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1180, 1440})
    void theTopBarHoldsTheLongestWords(int width) {
        HBox bar =
                topBar(width, Optional.of("the network operation centre's read-only credential"));
        double end = window.ask(() -> end(bar));
        assertThat(end).isLessThanOrEqualTo(width);
        assertThat(window.<Double>ask(() -> bar.lookup("#oid").getBoundsInParent().getWidth()))
                .isGreaterThanOrEqualTo(160);
        assertThat(window.<Boolean>ask(() -> bar.lookup("#oid-name").isVisible()))
                .isEqualTo(width >= 1180);
    }

    /** Room alone is not enough: below this width the OID needs it more. */
    @ParameterizedTest
    @ValueSource(ints = {1179, 1180})
    void labelsAndTheNameNeed1180PixelsHoweverShortTheWords(int width) {
        HBox bar = topBar(width, Optional.empty());
        assertThat(window.<Boolean>ask(() -> bar.lookup("#oid-name").isVisible()))
                .isEqualTo(width >= 1180);
        assertThat(window.<Long>ask(() -> captions(bar))).isEqualTo(width >= 1180 ? 3L : 0L);
    }

    private static long captions(HBox bar) {
        return bar.lookupAll(".key").stream().filter(Node::isVisible).count();
    }

    /** The bar of a window so wide, with a credential of this name. */
    private static HBox topBar(int width, Optional<String> credential) {
        window.typeOid("ifInOctets");
        window.ask(() -> {
            window.stage().setWidth(width);
            window.workbench()
                    .target()
                    .choose(
                            new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                            credential);
            return true;
        });
        window.until(() -> window.shell().getWidth() == width);
        window.pulse();
        return window.ask(() -> (HBox) window.shell().lookup("#top-bar"));
    }

    private static double end(HBox bar) {
        return bar.getChildren().stream()
                .filter(Node::isManaged)
                .mapToDouble(node -> node.getBoundsInParent().getMaxX())
                .max()
                .orElse(0);
    }

    private static List<Double> widths() {
        TableView<?> results = (TableView<?>) window.shell().lookup("#results");
        return results.getColumns().stream()
                .filter(column -> !"results-value".equals(column.getId()))
                .map(TableColumn::getPrefWidth)
                .toList();
    }

    @Test
    void columnsGrowWithTheTextAndShrinkAgain() {
        List<Double> usual = window.ask(NarrowWindowTest::widths);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        List<Double> large = window.ask(NarrowWindowTest::widths);
        for (int i = 0; i < usual.size(); i++) {
            assertThat(large.get(i)).isGreaterThan(usual.get(i) * 1.1);
        }
        window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        List<Double> again = window.ask(NarrowWindowTest::widths);
        for (int i = 0; i < usual.size(); i++) {
            assertThat(again.get(i)).isCloseTo(usual.get(i), within(1.0));
        }
    }
}

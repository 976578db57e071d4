package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.chart.ChartView;
import dev.bulkhead.app.chart.ChartViewModel;
import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.theme.Picture;
import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.JobEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The views of polls and charts as they come out of the toolkit, on its headless platform. */
class PollingViewTest {
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();

    private final LiveDemo demo = new LiveDemo();
    private final List<ChartLine> charted = new ArrayList<>();
    private UiTicker ticker;
    private Stage stage;

    @BeforeEach
    void open() {
        FxThread.start();
        ticker = new UiTicker();
    }

    @AfterEach
    void close() {
        ticker.close();
        FxThread.run(() -> stage.close());
    }

    private PollingView polls(String theme) {
        return FxThread.call(() -> {
            PollingView view = new PollingView(demo.model, ticker, charted::addAll);
            stage = Picture.show(view, theme, 1080, 500);
            return view;
        });
    }

    private ChartView chart(ChartViewModel model, String theme) {
        return FxThread.call(() -> {
            ChartView view = new ChartView(model, ticker, () -> {});
            stage = Picture.show(view, theme, 1080, 700);
            view.layout();
            return view;
        });
    }

    private ChartViewModel charts() {
        ChartViewModel model = new ChartViewModel(demo.clock);
        model.chart(demo.model.rows().stream().limit(2).map(demo.model::line).toList());
        return model;
    }

    private WritableImage picture(String name, Runnable repaint) {
        return FxThread.call(() -> {
            repaint.run();
            WritableImage image = Picture.take(stage.getScene());
            Picture.save(image, name);
            return image;
        });
    }

    private List<String> texts(Node root) {
        return FxThread.call(() ->
                root.lookupAll(".table-cell").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private TableView<PollRow> table(PollingView view) {
        return (TableView<PollRow>) view.lookup("#poll-table");
    }

    @Test
    void rowsShowStateValueRateAndAge() {
        demo.run(300);
        PollingView view = polls(DARK);
        FxThread.run(() -> table(view).getSelectionModel().select(0));
        picture("polls-dark", view::repaint);
        assertThat(texts(view)).contains("ok", "late", "no answer", "ifHCInOctets.9", "89 s");
        assertThat(texts(view)).anyMatch(text -> text != null && text.endsWith(" Mb/s"));
    }

    @Test
    void aLostWorkerIsToldInTheTab() {
        demo.run(300);
        PollingView view = polls(LIGHT);
        RecordedJobs.Job job = demo.jobs.jobs.get(0);
        Instant now = demo.clock.instant();
        job.say(
                new JobEvent.Restarting(
                        job.id(),
                        now,
                        4201,
                        ExitReason.KILLED,
                        "signal 9",
                        Duration.ofMillis(100),
                        List.of()));
        picture("polls-restarting-light", view::repaint);
        assertThat(texts(view)).contains("restarting");
        job.started(now.plusMillis(1_200), 4_301, 1);
        job.say(new JobEvent.Gap(job.id(), now, now, now.plusMillis(2_000), "worker killed"));
        demo.run(20);
        picture("polls-restarted-light", view::repaint);
        Labeled notice = (Labeled) view.lookup("#poll-notice-text");
        assertThat(notice.getText()).contains("killed", "back after 1.2 s");
        FxThread.run(() -> ((Button) view.lookup("#poll-dismiss")).fire());
        assertThat(view.lookup("#poll-notice").isVisible()).isFalse();
    }

    @Test
    void enterChartsAndDeleteRemoves() {
        demo.run(3);
        PollingView view = polls(LIGHT);
        FxThread.run(() -> {
            table(view).getSelectionModel().selectIndices(0, 1);
            Event.fireEvent(table(view), key(KeyCode.ENTER));
            Event.fireEvent(table(view), key(KeyCode.DELETE));
        });
        assertThat(charted)
                .extracting(ChartLine::name)
                .containsExactly("ifHCInOctets.9", "ifHCOutOctets.9");
        assertThat(demo.model.rows()).hasSize(4);
        assertThat(table(view).getItems()).hasSize(4);
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void withoutPollsThereIsAWayOn() {
        PollingView view = polls(LIGHT);
        List<String> added = new ArrayList<>();
        FxThread.run(() -> {
            demo.model.close();
            view.onAdd(() -> added.add("poll"), "Ctrl+P");
        });
        picture("polls-empty-light", view::repaint);
        FxThread.run(() -> ((Button) view.lookup("#poll-empty-add")).fire());
        assertThat(added).containsExactly("poll");
    }

    @Test
    void chartsShowLinesLegendAndCrossHair() {
        ChartViewModel model = charts();
        demo.run(650);
        for (String theme : List.of(LIGHT, DARK)) {
            String name = theme.equals(LIGHT) ? "chart-light" : "chart-dark";
            ChartView view = chart(model, theme);
            picture(name + "-plain", view::repaint);
            FxThread.run(() -> moveMouse(view.lookup("#chart-plot"), 760, 200));
            picture(name, view::repaint);
            assertThat(view.lookup("#chart-readout").isVisible()).isTrue();
            assertThat(texts(view)).contains("ifHCInOctets.9", "core-sw-01");
            assertThat(view.lookup("#chart-plot").getAccessibleText())
                    .contains("ifHCOutOctets.9", "Mb/s, min ");
            FxThread.run(stage::close);
        }
    }

    @Test
    void aGapInAChartSaysWhy() {
        ChartViewModel model = charts();
        demo.run(400);
        RecordedJobs.Job job = demo.jobs.jobs.get(0);
        Instant lost = demo.clock.instant();
        demo.clock.advance(Duration.ofSeconds(60));
        job.say(
                new JobEvent.Gap(
                        job.id(),
                        demo.clock.instant(),
                        lost,
                        demo.clock.instant(),
                        "worker killed"));
        demo.run(140);
        ChartView view = chart(model, DARK);
        picture("chart-gap-plain", view::repaint);
        FxThread.run(() -> moveMouse(view.lookup("#chart-plot"), 795, 200));
        picture("chart-gap-dark", view::repaint);
        assertThat(
                        view.lookup("#chart-readout").lookupAll(".label").stream()
                                .map(node -> ((Labeled) node).getText()))
                .contains("worker killed");
    }

    private static void moveMouse(Node node, double x, double y) {
        Point2D at = node.localToScene(x, y);
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    @Test
    void withoutLinesAChartLeadsToThePolls() {
        List<String> led = new ArrayList<>();
        ChartViewModel model = new ChartViewModel(demo.clock);
        ChartView view =
                FxThread.call(() -> {
                    ChartView made = new ChartView(model, ticker, () -> led.add("polls"));
                    stage = Picture.show(made, LIGHT, 1080, 700);
                    return made;
                });
        picture("chart-empty-light", view::repaint);
        FxThread.run(() -> ((Button) view.lookup("#chart-choose-polls")).fire());
        assertThat(led).containsExactly("polls");
    }

    @Test
    void everyControlHasATextForThoseWhoCannotSeeIt() {
        demo.run(3);
        PollingView polls = polls(LIGHT);
        assertThat(mute(polls)).isEmpty();
        FxThread.run(stage::close);
        ChartView chart = chart(charts(), LIGHT);
        assertThat(mute(chart)).isEmpty();
    }

    private static List<Node> mute(Node root) {
        return FxThread.call(() ->
                root.lookupAll("*").stream()
                        .filter(Node::isFocusTraversable)
                        .filter(node -> node.getAccessibleText() == null)
                        .filter(node ->
                                !(node instanceof Labeled labeled)
                                        || labeled.getText() == null
                                        || labeled.getText().isEmpty())
                        .toList());
    }
}

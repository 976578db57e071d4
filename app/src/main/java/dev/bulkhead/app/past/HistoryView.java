package dev.bulkhead.app.past;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.StoredSeries;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The History page: what is kept, and what can be done with it. */
public final class HistoryView extends BorderPane {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration WORK = Duration.ofMillis(300);
    private static final int NEWS_TICKS = 10;

    private final HistoryViewModel model;
    private final Offers offers;
    private final HistoryBar bar;
    private final NoticeBar problem = new NoticeBar("history-problem");
    private final NoticeBar notice = new NoticeBar("history-notice");
    private final NoticeBar news = new NoticeBar("history-news");
    private final WorkBar work;
    private final ExportForm export;
    private final DeleteBar delete = new DeleteBar();
    private final SeriesTable table;
    private final HistoryEmpty empty;
    private int ticksOfNews;

    /**
     * What the page needs of the window.
     *
     * @param chart draws lines
     * @param showPolls leads to where something can be polled
     * @param menu the menu of chosen series, made anew for each use
     */
    public record Offers(
            Consumer<List<ChartLine>> chart, Runnable showPolls, Supplier<ContextMenu> menu) {}

    public HistoryView(HistoryViewModel model, UiTicker ticker, Offers offers) {
        this.model = model;
        this.offers = offers;
        setId("history-pane");
        getStyleClass().add("history-view");
        getStylesheets()
                .add(
                        Objects.requireNonNull(HistoryView.class.getResource("past.css"))
                                .toExternalForm());
        bar =
                new HistoryBar(
                        model,
                        new HistoryBar.Deeds(
                                this::openFile,
                                model::check,
                                this::chart,
                                this::export,
                                this::delete));
        table = new SeriesTable(model);
        empty = new HistoryEmpty(offers.showPolls(), this::openFile);
        export = new ExportForm(order -> model.export(toExport(), order));
        work = new WorkBar(model);
        setTop(new VBox(bar, problem, notice, news, work, export.bar(), delete));
        setCenter(new StackPane(table, empty));
        table.getSelectionModel().getSelectedItems().subscribe(this::enable);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                chart();
            }
        });
        Parts.contextMenu(table, offers.menu());
        model.overviewProperty().subscribe(_ -> repaint());
        model.shown().subscribe(this::repaint);
        model.newsProperty().subscribe(this::tell);
        model.busyProperty().subscribe(_ -> enable());
        model.errandProperty().subscribe(_ -> work.repaint());
        ticker.registerEvery(WORK, work::repaint);
        ticker.registerEvery(LOOK, this::tick);
        model.refresh();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            chart();
        } else if (event.getCode() == KeyCode.DELETE && !event.isShortcutDown()) {
            delete();
        } else {
            return;
        }
        event.consume();
    }

    private void tick() {
        if (Showing.isShowing(this)) {
            model.refresh();
            forgetOldNews();
            repaint();
        }
    }

    private void repaint() {
        bar.repaint();
        problem.show(HistoryWords.problem(model.state()), Tone.DANGER);
        List<HistoryState.Notice> notices =
                model.state().map(HistoryState::notices).orElse(List.of());
        notice.show(notices.isEmpty() ? "" : HistoryWords.notice(notices.getLast()), Tone.WARNING);
        table.repaint();
        why().ifPresent(empty::show);
        empty.setVisible(why().isPresent());
        table.setVisible(why().isEmpty());
        enable();
    }

    private Optional<HistoryEmpty.Why> why() {
        if (!model.shown().isEmpty()) {
            return Optional.empty();
        }
        if (!model.filterProperty().get().isBlank() && !model.shown().getSource().isEmpty()) {
            return Optional.of(HistoryEmpty.Why.NO_MATCH);
        }
        if (!model.hasPlace()) {
            return Optional.of(HistoryEmpty.Why.NO_PLACE);
        }
        return Optional.of(model.isOn() ? HistoryEmpty.Why.NOTHING_POLLED : HistoryEmpty.Why.OFF);
    }

    private void tell(Optional<HistoryNews> latest) {
        Tone tone =
                switch (latest.orElse(null)) {
                    case HistoryNews.Failed _ -> Tone.DANGER;
                    case HistoryNews.Cancelled _ -> Tone.NEUTRAL;
                    case HistoryNews.Checked(List<String> wrong) when !wrong.isEmpty() ->
                            Tone.DANGER;
                    case null, default -> Tone.SUCCESS;
                };
        news.show(latest.map(HistoryWords::news).orElse(""), tone);
    }

    /** Good news need not stand for ever. */
    private void forgetOldNews() {
        ticksOfNews = model.newsProperty().get().isEmpty() ? 0 : ticksOfNews + 1;
        boolean good =
                switch (model.newsProperty().get().orElse(null)) {
                    case HistoryNews.Failed _ -> false;
                    case HistoryNews.Checked checked -> checked.wrong().isEmpty();
                    case null, default -> true;
                };
        if (good && ticksOfNews > NEWS_TICKS) {
            model.newsProperty().set(Optional.empty());
        }
    }

    private void enable() {
        bar.enable(table.chosen().size(), !model.shown().isEmpty());
    }

    private void openFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("history.open.title"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.choose(chosen.toPath().toAbsolutePath());
        }
    }

    /** Draws the chosen series. */
    public void chart() {
        List<StoredSeries> chosen = table.chosen();
        if (!chosen.isEmpty()) {
            offers.chart().accept(model.lines(chosen));
        }
    }

    /** The chosen series, or all that are listed. */
    private List<StoredSeries> toExport() {
        List<StoredSeries> chosen = table.chosen();
        return chosen.isEmpty() ? model.shown().stream().map(SeriesRow::now).toList() : chosen;
    }

    /** Asks where to export the chosen series to; all listed if none is chosen. */
    public void export() {
        List<StoredSeries> what = toExport().stream().filter(series -> !series.isEmpty()).toList();
        if (!what.isEmpty()) {
            delete.close();
            export.open(
                    what.size(),
                    what.stream().mapToLong(StoredSeries::oldest).min().orElseThrow(),
                    what.stream().mapToLong(StoredSeries::newest).max().orElseThrow());
        }
    }

    /** Asks whether the chosen series shall be deleted. */
    public void delete() {
        List<StoredSeries> chosen = table.chosen();
        if (!chosen.isEmpty()) {
            export.close();
            delete.ask(chosen.size(), chosen.getFirst().key().name(), () -> model.delete(chosen));
        }
    }

    /** Looks through the whole file. */
    public void check() {
        model.check();
    }

    /** Gives the list the focus, or what leads on while there is none. */
    public void focusTable() {
        repaint();
        if (table.isVisible()) {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
            table.requestFocus();
        } else if (empty.action().isVisible()) {
            empty.action().requestFocus();
        } else {
            bar.focusFilter();
        }
    }
}

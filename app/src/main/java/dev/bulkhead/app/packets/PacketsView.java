package dev.bulkhead.app.packets;

import dev.bulkhead.app.export.PacketText;
import dev.bulkhead.app.export.PcapngWriter;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.trace.Packet;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The packets of a job: the list, and below it the chosen one taken apart. */
public final class PacketsView extends BorderPane implements AutoCloseable {
    private static final Duration REPAINT = Duration.ofMillis(200);
    private static final double LIST_SHARE = 0.5;

    private final PacketsViewModel model;
    private final Surroundings around;
    private final PacketsBar bar;
    private final PacketTable table;
    private final DetailPane detail;
    private final PacketsEmpty empty;
    private final SaveBar<PcapngWriter.Form> save;
    private final SplitPane body;
    private final UiTicker.Painter painter;

    /**
     * What the view needs of the window.
     *
     * @param title a job in a few words
     * @param recordAgain records, and runs again what is asked for
     * @param key the key that opens this, in words; may be empty
     * @param copy puts a text into the clipboard
     * @param told says something in the status bar
     */
    public record Surroundings(
            Function<JobSpec, String> title,
            Runnable recordAgain,
            String key,
            Consumer<String> copy,
            Consumer<String> told) {}

    public PacketsView(PacketsViewModel model, UiTicker ticker, Surroundings around) {
        this.model = model;
        this.around = around;
        setId("packets-pane");
        getStyleClass().add("packets-pane");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PacketsView.class.getResource("packets.css"))
                                .toExternalForm());
        save = SaveForm.bar(this::listed, around.told());
        bar =
                new PacketsBar(
                        model,
                        around.title(),
                        Parts.iconButton("packets-copy", MaterialDesignC.CONTENT_COPY, this::copy),
                        Parts.iconButton(
                                "packets-clear", MaterialDesignT.TRASH_CAN_OUTLINE, this::clear),
                        saveButton());
        table = new PacketTable(model);
        detail = new DetailPane(model);
        empty = new PacketsEmpty(around.recordAgain(), this::recordNow, around.key());
        body = new SplitPane(table, detail);
        body.setId("packets-body");
        body.setOrientation(Orientation.VERTICAL);
        body.setDividerPositions(LIST_SHARE);
        setTop(new VBox(bar, save));
        setCenter(new StackPane(body, empty));
        model.shownProperty()
                .subscribe(_ -> {
                    save.close();
                    repaint();
                });
        painter = ticker.registerEvery(REPAINT, this::tick);
    }

    private Button saveButton() {
        Button button =
                Parts.button("packets-save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save);
        button.setMinWidth(USE_PREF_SIZE);
        Parts.explain(button, Words.text("button.packets-save.hint"));
        return button;
    }

    private void tick() {
        if (Showing.isShowing(this)) {
            model.refresh();
            repaint();
        }
    }

    private void repaint() {
        Optional<Recording> shown = model.shownProperty().get();
        boolean nothing = shown.isEmpty() || shown.get().count() == 0;
        boolean wasWaiting = empty.isFocusWithin();
        bar.paint();
        body.setVisible(!nothing);
        empty.setVisible(nothing);
        if (wasWaiting && !nothing) {
            table.requestFocus();
        }
        if (nothing) {
            empty.show(model);
        }
    }

    private void clear() {
        model.clear();
        repaint();
    }

    private void recordNow() {
        model.recordNow();
        repaint();
    }

    private List<Packet> listed() {
        return model.rows().stream().map(PacketLine::packet).toList();
    }

    /** Asks where to save what is listed. */
    public void save() {
        if (!model.rows().isEmpty()) {
            save.open();
        }
    }

    private void copy() {
        around.copy().accept(selectedText());
    }

    /** The chosen field where the focus is in it, else the chosen packets, as text. */
    public String selectedText() {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        if (focus != null && detail.hasFocus()) {
            return detail.text();
        }
        return table.selected().stream()
                .flatMap(line -> PacketText.lines(line.packet()).stream())
                .collect(Collectors.joining("\n"));
    }

    /** Gives the list the focus, so that arrows move in it. */
    public void focusList() {
        repaint();
        if (!model.rows().isEmpty()) {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
            table.requestFocus();
        } else {
            requestFocusOfEmpty();
        }
    }

    private void requestFocusOfEmpty() {
        empty.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Button && node.isManaged())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    public void focusFilter() {
        bar.focusFilter();
    }

    public PacketsViewModel model() {
        return model;
    }

    @Override
    public void close() {
        painter.close();
    }
}

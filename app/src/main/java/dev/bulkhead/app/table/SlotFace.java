package dev.bulkhead.app.table;

import dev.bulkhead.app.chart.Sparkline;
import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.table.GridColumn.Kind;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * What a cell of a grid shows: text, number, dot and word for a state, a rate, a line; and what
 * happened to it. A change has a mark in its corner besides a background that fades; rows that
 * came, went or are old have an icon before their index.
 *
 * @param <S> what a line of the table stands for
 */
final class SlotFace<S> implements LiveCells.Face<S> {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass CAME = PseudoClass.getPseudoClass("came");
    private static final PseudoClass[] FRESH = {
        PseudoClass.getPseudoClass("fresh-1"),
        PseudoClass.getPseudoClass("fresh-2"),
        PseudoClass.getPseudoClass("fresh-3"),
    };

    private final TableViewModel model;
    private final Function<S, Slot> place;
    private final boolean isFirst;
    private final boolean isMixed;
    private @Nullable Region dot;
    private @Nullable FontIcon icon;
    private @Nullable Sparkline line;
    private @Nullable Slot shown;
    private @Nullable Look look;

    /**
     * A face of one cell.
     *
     * @param isFirst whether it tells of its whole row
     * @param isMixed whether cells of its column may be numbers or not
     */
    SlotFace(TableViewModel model, Function<S, Slot> place, boolean isFirst, boolean isMixed) {
        this.model = model;
        this.place = place;
        this.isFirst = isFirst;
        this.isMixed = isMixed;
    }

    /** What decides how a cell looks: the same looks the same, and is left alone. */
    private record Look(int stamp, int freshness, boolean isOld, boolean isNew) {}

    @Override
    public void show(S of, IndexedCell<?> cell) {
        Slot slot = place.apply(of);
        GridRow row = slot.row();
        GridColumn column = slot.column();
        Instant now = model.now();
        Look wanted =
                new Look(
                        row.stamp(),
                        freshness(row, column, now),
                        model.isOld(row),
                        isNew(row, now));
        boolean same = slot.equals(shown) && wanted.equals(look);
        if (same && column.kind() != Kind.TREND) {
            return;
        }
        shown = slot;
        look = wanted;
        if (column.kind() == Kind.TREND) {
            draw(row, column, cell, now);
        } else {
            write(row, column, cell, wanted.freshness());
        }
        boolean old = wanted.isOld();
        cell.pseudoClassStateChanged(OLD, old);
        cell.pseudoClassStateChanged(GONE, row.gone().isPresent());
        cell.pseudoClassStateChanged(CAME, wanted.isNew());
        fade(cell, wanted.freshness());
        if (isMixed) {
            style(cell, column.isNumber());
        }
        if (isFirst) {
            cell.setGraphic(icon(row, wanted));
        }
        if (cell.getOnMouseEntered() == null) {
            cell.setOnMouseEntered(_ -> explain(cell));
        }
    }

    private static void style(IndexedCell<?> cell, boolean number) {
        if (number != cell.getStyleClass().contains("number-cell")) {
            if (number) {
                cell.getStyleClass().add("number-cell");
            } else {
                cell.getStyleClass().remove("number-cell");
            }
        }
    }

    private static boolean isNew(GridRow row, Instant now) {
        return row.came().filter(at -> CellChange.freshness(at, now) > 0).isPresent();
    }

    private int freshness(GridRow row, GridColumn column, Instant now) {
        return change(row, column).map(change -> change.freshness(now)).orElse(0);
    }

    private Optional<CellChange> change(GridRow row, GridColumn column) {
        return column.kind() == Kind.VALUE
                ? row.change(model.shape().place(column))
                : Optional.empty();
    }

    private void write(GridRow row, GridColumn column, IndexedCell<?> cell, int freshness) {
        String words = Inert.text(model.text().of(row, column));
        cell.setText(words);
        if (column.isState()) {
            Region mark = dot == null ? newDot() : dot;
            Parts.tone(mark, StateWords.tone(words));
            cell.setGraphic(words.isEmpty() ? null : mark);
        } else if (!isFirst) {
            cell.setGraphic(null);
        }
        cell.setAccessibleText(freshness > 0 ? Words.text("table.cell.changed", words) : null);
    }

    private Region newDot() {
        Region made = new Region();
        made.getStyleClass().add("dot");
        dot = made;
        return made;
    }

    private void draw(GridRow row, GridColumn column, IndexedCell<?> cell, Instant now) {
        cell.setText(null);
        Optional<CounterTrace> trace = model.text().trace(row, column);
        if (trace.isEmpty() || trace.get().series().isEmpty()) {
            cell.setGraphic(null);
            cell.setAccessibleText(null);
            return;
        }
        Sparkline drawn = line == null ? new Sparkline() : line;
        line = drawn;
        drawn.show(trace.get().series(), now.toEpochMilli());
        cell.setGraphic(drawn);
        cell.setAccessibleText(drawn.getAccessibleText());
    }

    private static void fade(IndexedCell<?> cell, int freshness) {
        for (int i = 0; i < FRESH.length; i++) {
            cell.pseudoClassStateChanged(FRESH[i], freshness == i + 1);
        }
    }

    private @Nullable Node icon(GridRow row, Look wanted) {
        if (row.gone().isPresent()) {
            return icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, Tone.DANGER);
        }
        if (wanted.isNew()) {
            return icon(MaterialDesignP.PLUS_CIRCLE_OUTLINE, Tone.SUCCESS);
        }
        return wanted.isOld() ? icon(MaterialDesignC.CLOCK_OUTLINE, Tone.WARNING) : null;
    }

    private Node icon(Ikon code, Tone tone) {
        FontIcon made = icon == null ? Parts.icon(code, "row-mark") : icon;
        icon = made;
        if (!made.getIconCode().equals(code)) {
            made.setIconCode(code);
        }
        Parts.tone(made, tone);
        return made;
    }

    /** Tooltips are made when the mouse comes: most cells never need one. */
    private void explain(IndexedCell<?> cell) {
        Slot slot = shown;
        if (slot == null || cell.isEmpty()) {
            return;
        }
        String words = new SlotWords(model).tooltip(slot);
        cell.setTooltip(words.isEmpty() ? null : new Tooltip(words));
    }

    @Override
    public void clear(IndexedCell<?> cell) {
        shown = null;
        look = null;
        cell.pseudoClassStateChanged(OLD, false);
        cell.pseudoClassStateChanged(GONE, false);
        cell.pseudoClassStateChanged(CAME, false);
        fade(cell, 0);
        cell.setAccessibleText(null);
    }
}

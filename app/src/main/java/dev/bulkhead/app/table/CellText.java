package dev.bulkhead.app.table;

import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigInteger;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/** Cells as texts: for the eye, by the user's locale, and for files, without one. */
final class CellText {
    private static final Oid IF_SPEED = Oid.parse("1.3.6.1.2.1.2.2.1.5");

    /** ifSpeed of what is faster than it can say (RFC 2863). */
    private static final long SPEED_UNTOLD = 0xFFFF_FFFFL;

    private final TableShape shape;

    CellText(TableShape shape) {
        this.shape = shape;
    }

    private MibNames names() {
        return shape.names();
    }

    /** A cell's text: numbers with their digits grouped, labels without number. */
    String of(GridRow row, GridColumn column) {
        return switch (column.kind()) {
            case DEVICE -> row.device().label();
            case INDEX -> key(row, column);
            case VALUE -> row.value(shape.place(column)).map(v -> value(column, row, v)).orElse("");
            case RATE -> trace(row, column).map(CellText::rate).orElse("");
            case TREND -> "";
        };
    }

    /** How fast a cell's counter grows; empty if that is not followed. */
    Optional<CounterTrace> trace(GridRow row, GridColumn column) {
        return row.trace(shape.place(column));
    }

    private static String rate(CounterTrace trace) {
        return Double.isNaN(trace.rate())
                ? UnitScale.NONE
                : UnitScale.alone(trace.series().unit(), trace.rate());
    }

    private static String key(GridRow row, GridColumn column) {
        int part = column.indexPart().orElse(0);
        return part < row.key().size() ? row.key().get(part) : "";
    }

    private String value(GridColumn column, GridRow row, SmiValue value) {
        ObjectType object = column.object().orElseThrow();
        return value(object, row, value);
    }

    /** A value in the column of an object, for the eye. */
    String value(ObjectType object, GridRow row, SmiValue value) {
        return switch (value) {
            case SmiValue.Counter32 counter -> grouped(counter.value());
            case SmiValue.Counter64 counter ->
                    counter.value() < 0
                            ? NumberFormat.getIntegerInstance(Locale.getDefault())
                                    .format(unsigned(counter.value()))
                            : grouped(counter.value());
            case SmiValue.Gauge32 gauge when object.oid().equals(IF_SPEED) -> speed(gauge.value());
            case SmiValue.Gauge32 gauge when object.syntax().displayHint().isEmpty() ->
                    grouped(gauge.value());
            case SmiValue.Integer32 number ->
                    object.syntax()
                            .label(number.value())
                            .orElseGet(() -> plain(object, row, value));
            default -> plain(object, row, value);
        };
    }

    private static String speed(long bits) {
        if (bits == 0) {
            return UnitScale.NONE;
        }
        String text = UnitScale.alone("b/s", (double) bits).replaceFirst("[.,]0 ", " ");
        return bits == SPEED_UNTOLD ? "> " + text : text;
    }

    private String plain(ObjectType object, GridRow row, SmiValue value) {
        return names().value(new VarBind(object.oid().append(row.instance()), value));
    }

    private static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.getDefault()).format(number);
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    /**
     * Puts a cell into a line of a file: numbers as numbers, in base units, nothing else rounded.
     */
    void put(Row line, String name, GridRow row, GridColumn column) {
        switch (column.kind()) {
            case DEVICE, INDEX -> line.put(name, of(row, column));
            case VALUE ->
                    row.value(shape.place(column)).ifPresent(v -> put(line, name, row, column, v));
            case RATE ->
                    trace(row, column)
                            .map(CounterTrace::rate)
                            .filter(rate -> !Double.isNaN(rate))
                            .ifPresent(rate -> line.put(name, rate));
            case TREND -> {}
        }
    }

    private void put(Row line, String name, GridRow row, GridColumn column, SmiValue value) {
        ObjectType object = column.object().orElseThrow();
        switch (value) {
            case SmiValue.Counter32 counter -> line.put(name, counter.value());
            case SmiValue.Counter64 counter -> line.put(name, unsigned(counter.value()));
            case SmiValue.Gauge32 gauge when object.syntax().displayHint().isEmpty() ->
                    line.put(name, gauge.value());
            case SmiValue.Integer32 number
                    when object.syntax().displayHint().isEmpty()
                            && object.syntax().namedNumbers().isEmpty() ->
                    line.put(name, number.value());
            default -> line.put(name, value(object, row, value));
        }
    }

    /** What to sort a cell by: a number, or a text; NaN and "" stand for nothing. */
    Object order(GridRow row, GridColumn column) {
        return switch (column.kind()) {
            case DEVICE -> row.device().label();
            case INDEX -> order(key(row, column), column);
            case VALUE ->
                    row.value(shape.place(column))
                            .<Object>map(value -> order(row, column, value))
                            .orElse("");
            case RATE -> trace(row, column).map(CounterTrace::rate).orElse(Double.NaN);
            case TREND -> "";
        };
    }

    private Object order(GridRow row, GridColumn column, SmiValue value) {
        boolean labelled =
                column.object().filter(o -> !o.syntax().namedNumbers().isEmpty()).isPresent();
        double number = labelled ? Double.NaN : Quantity.raw(value);
        return Double.isNaN(number) ? value(column, row, value) : Double.valueOf(number);
    }

    private static Object order(String key, GridColumn column) {
        return column.isNumber() && key.matches("-?\\d{1,18}") ? Double.valueOf(key) : key;
    }
}

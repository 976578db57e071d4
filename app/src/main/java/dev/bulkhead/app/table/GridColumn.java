package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import java.util.Optional;

/**
 * One column of a grid.
 *
 * @param name of the object; of a derived column, the object it is made of
 * @param indexPart which part of the index it shows; empty for a column that is asked for
 */
record GridColumn(
        String name, Kind kind, Optional<ObjectType> object, Optional<Integer> indexPart) {

    /** What a column shows. */
    enum Kind {
        /** Which device a row is of. */
        DEVICE(""),
        INDEX(""),
        VALUE(""),
        /** How fast a counter grows. */
        RATE(".rate"),
        /** The same over the last minutes, drawn. */
        TREND(".trend");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        /** Whether its cells show instances, or what is made of them. */
        boolean isOfObject() {
            return this == VALUE || this == RATE || this == TREND;
        }
    }

    /** The column that tells whose a row is. */
    static GridColumn device() {
        return new GridColumn("device", Kind.DEVICE, Optional.empty(), Optional.empty());
    }

    static GridColumn index(String name, Optional<ObjectType> object, int part) {
        return new GridColumn(name, Kind.INDEX, object, Optional.of(part));
    }

    /** A column of values, or one that is made of them. */
    static GridColumn of(Kind kind, ObjectType object) {
        return new GridColumn(object.name(), kind, Optional.of(object), Optional.empty());
    }

    /** What settings and tests know it by. */
    String id() {
        return name + kind.suffix;
    }

    /** What stands in its header. */
    String title() {
        return switch (kind) {
            case DEVICE -> Words.text("table.column.device");
            case INDEX, VALUE -> name;
            case RATE -> rateTitle();
            case TREND -> Words.text("table.column.trend");
        };
    }

    private String rateTitle() {
        return switch (name) {
            case "ifInOctets", "ifHCInOctets" -> Words.text("table.column.in-rate");
            case "ifOutOctets", "ifHCOutOctets" -> Words.text("table.column.out-rate");
            default -> Words.text("table.column.rate", name);
        };
    }

    /** What tells it from all others, for lists of columns and for those who hear it. */
    String fullTitle() {
        return switch (kind) {
            case DEVICE, INDEX, VALUE -> title();
            case RATE -> Words.text("table.column.rate", name);
            case TREND -> Words.text("table.column.trend-of", name);
        };
    }

    /** Whether it stays at the left while the others scroll. */
    boolean isFrozen() {
        return kind == Kind.DEVICE || kind == Kind.INDEX;
    }

    /** Whether its values are numbers, shown at the right in the fixed-width font. */
    boolean isNumber() {
        return switch (kind) {
            case DEVICE, TREND -> false;
            case RATE -> true;
            case INDEX, VALUE ->
                    object.map(o ->
                                    isNumber(
                                            o.syntax().base(), o.syntax().namedNumbers().isEmpty()))
                            .orElse(false);
        };
    }

    private static boolean isNumber(BaseType base, boolean plain) {
        return switch (base) {
            case INTEGER32 -> plain;
            case UNSIGNED32, GAUGE32, COUNTER32, COUNTER64, TIME_TICKS -> true;
            default -> false;
        };
    }

    /** Whether it counts, so that a rate says more than the value. */
    boolean isCounter() {
        return object.map(o -> o.syntax().base())
                .filter(base -> base == BaseType.COUNTER32 || base == BaseType.COUNTER64)
                .isPresent();
    }

    /** Whether it changes with time alone, so that a change is no news. */
    boolean isClock() {
        return object.map(o -> o.syntax().base() == BaseType.TIME_TICKS).orElse(false);
    }

    boolean isWritable() {
        return kind == Kind.VALUE && object.map(o -> o.maxAccess().isWritable()).orElse(false);
    }

    /** Whether its values are states such as up and down. */
    boolean isState() {
        return kind == Kind.VALUE
                && object.map(o -> StateWords.areStates(o.syntax())).orElse(false);
    }
}

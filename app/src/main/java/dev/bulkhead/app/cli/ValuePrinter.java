package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.sample.VarBind;
import java.util.List;

/** Prints variable bindings one after the other, in the format asked for. One thread at a time. */
interface ValuePrinter {
    void print(VarBind varBind);

    /** Prints what must stand at the end; once. */
    void end();

    /** What prints values in this format, with these names. */
    static ValuePrinter of(Format format, TextStyle style, MibNames names, Output output) {
        return switch (format) {
            case TEXT -> new Text(style, names, output);
            case CSV -> new Rows(new CsvWriter(ValueRow.COLUMNS), names, output);
            case JSON -> new Rows(JsonWriter.array(), names, output);
            case JSONL -> new Rows(JsonWriter.lines(), names, output);
        };
    }

    /** {@code IF-MIB::ifDescr.1 = STRING: lo}, as net-snmp's tools. */
    final class Text implements ValuePrinter {
        private final TextStyle style;
        private final MibNames names;
        private final ValueWriter values;
        private final Output output;

        Text(TextStyle style, MibNames names, Output output) {
            this.style = style;
            this.names = names;
            this.values = new ValueWriter(names, style);
            this.output = output;
        }

        @Override
        public void print(VarBind varBind) {
            output.println(InertText.of(line(varBind)));
        }

        String line(VarBind varBind) {
            String value = values.write(varBind);
            if (style.valuesOnly()) {
                return value;
            }
            String between = style.equalsSign() ? " = " : " ";
            return names.name(varBind.name(), style.oids()) + between + value;
        }

        @Override
        public void end() {}
    }

    /** One row a value. */
    record Rows(RowWriter rows, MibNames names, Output output) implements ValuePrinter {
        @Override
        public void print(VarBind varBind) {
            output.print(rows.next(ValueRow.add(new Row(), varBind, names)));
        }

        @Override
        public void end() {
            output.print(rows.end());
        }
    }

    /** Prints some. */
    default void printAll(List<VarBind> varBinds) {
        varBinds.forEach(this::print);
    }
}

package dev.bulkhead.app.query;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.MarkdownWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.export.TsvWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.sample.VarBind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** As what rows can be copied. */
public enum CopyFormat {
    OID,
    NAME,
    NAME_VALUE,
    VALUE,
    CSV,
    TSV,
    JSON,
    MARKDOWN,
    NET_SNMP,
    BULKHEAD;

    private static final List<String> SHORT = List.of("name", "text", "type");

    /** Whether this can be made of what is chosen. */
    public boolean fits(Copied copied) {
        return switch (this) {
            case OID, NAME -> !copied.oids().isEmpty();
            case NET_SNMP, BULKHEAD ->
                    !copied.oids().isEmpty()
                            && copied.target().filter(AgentCommand::isSpeakable).isPresent();
            default -> !copied.values().isEmpty();
        };
    }

    /** The text. Any thread; takes its time with many rows. */
    public String text(Copied copied, MibNames names) {
        return switch (this) {
            case OID -> lines(copied.oids(), oid -> oid.toDottedString());
            case NAME -> lines(copied.oids(), names::qualifiedName);
            case NAME_VALUE -> lines(copied.values(), value -> nameAndValue(value, names));
            case VALUE -> lines(copied.values(), value -> text(value, names));
            case CSV -> write(new CsvWriter(ValueRow.COLUMNS), copied, names);
            case TSV -> write(new TsvWriter(SHORT), copied, names);
            case JSON -> write(JsonWriter.array(), copied, names);
            case MARKDOWN -> write(new MarkdownWriter(SHORT), copied, names);
            case NET_SNMP -> AgentCommand.netSnmp(copied);
            case BULKHEAD -> AgentCommand.bulkhead(copied);
        };
    }

    /** {@code IF-MIB::ifDescr.1 = eth0}, on one line. */
    static String nameAndValue(VarBind value, MibNames names) {
        return names.qualifiedName(value.name()) + " = " + text(value, names);
    }

    private static String text(VarBind value, MibNames names) {
        return InertText.line(names.value(value));
    }

    private static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String write(RowWriter writer, Copied copied, MibNames names) {
        StringBuilder text = new StringBuilder();
        for (VarBind value : copied.values()) {
            text.append(writer.next(ValueRow.add(new Row(), value, names)));
        }
        return text.append(writer.end()).toString();
    }
}

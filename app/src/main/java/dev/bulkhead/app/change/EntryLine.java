package dev.bulkhead.app.change;

import dev.bulkhead.app.change.ChangeEntry.Result;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An entry as one line of a file: fields between tabs. Credentials are no part of it. */
final class EntryLine {
    private static final int FIELDS = 11;
    private static final String UNKNOWN = "-";

    private EntryLine() {}

    static String write(ChangeEntry entry) {
        return String.join(
                "\t",
                Long.toString(entry.transaction()),
                entry.time().toString(),
                plain(entry.address()),
                plain(entry.device()),
                entry.instance().toString(),
                entry.before().map(ValueCode::write).orElse(UNKNOWN),
                entry.after().map(ValueCode::write).orElse(UNKNOWN),
                entry.result().name(),
                Integer.toString(entry.errorStatus()),
                row(entry.row()),
                entry.undone() ? "undone" : "");
    }

    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }

    private static String row(RowEffect effect) {
        return switch (effect) {
            case RowEffect.None() -> "";
            case RowEffect.Created(Oid status) -> "c=" + status;
            case RowEffect.Destroyed(Oid status, List<VarBind> cells) ->
                    "d="
                            + status
                            + cells.stream()
                                    .map(cell ->
                                            "|" + cell.name() + "=" + ValueCode.write(cell.value()))
                                    .collect(Collectors.joining());
        };
    }

    /** The entry; empty if the line is damaged. */
    static Optional<ChangeEntry> read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ChangeEntry(
                            Long.parseLong(fields[0]),
                            Instant.parse(fields[1]),
                            Optional.empty(),
                            fields[2],
                            fields[3],
                            Oid.parse(fields[4]),
                            ValueCode.read(fields[5]),
                            ValueCode.read(fields[6]),
                            Result.valueOf(fields[7]),
                            Integer.parseInt(fields[8]),
                            rowOf(fields[9]),
                            !fields[10].isEmpty()));
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private static RowEffect rowOf(String text) {
        if (text.isEmpty()) {
            return new RowEffect.None();
        }
        String[] parts = text.substring(2).split("\\|", -1);
        Oid status = Oid.parse(parts[0]);
        if (text.startsWith("c=")) {
            return new RowEffect.Created(status);
        }
        List<VarBind> cells = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            Oid name = Oid.parse(parts[i].substring(0, Math.max(0, equals)));
            ValueCode.read(parts[i].substring(equals + 1))
                    .ifPresent(value -> cells.add(new VarBind(name, value)));
        }
        return new RowEffect.Destroyed(status, cells);
    }
}

package dev.bulkhead.app.cli;

import dev.bulkhead.app.history.HistoryExport;
import dev.bulkhead.app.history.HistoryExport.Form;
import dev.bulkhead.app.history.HistoryFiles;
import dev.bulkhead.app.history.HistoryProblem;
import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.Level;
import dev.bulkhead.app.history.StoredSeries;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code export}: what a history keeps, for other programs; also what is in it, and its check. */
final class ExportVerb implements Verb {
    private static final List<String> COLUMNS =
            List.of(
                    "device", "address", "name", "oid", "syntax", "unit", "every", "oldest",
                    "newest");

    private final Clock clock;

    ExportVerb(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Flag> flags() {
        return Flag.join(
                Flag.withValue(
                        "--format", "--out", "--series", "--device", "--from", "--to", "--by"),
                List.of(
                        new Flag("--replace", false, false),
                        new Flag("--list", false, false),
                        new Flag("--check", false, false)));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        Path file = file(arguments, terminal);
        try {
            if (arguments.has("--check")) {
                return check(file, terminal);
            }
            return arguments.has("--list")
                    ? list(file, arguments, terminal)
                    : export(file, arguments, terminal);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "--out " + e.getFile() + " is there already: --replace overwrites it");
        } catch (SQLException e) {
            terminal.say("bulkhead: " + file + ": " + words(HistoryProblem.of(e)));
            return ExitCode.FAILED;
        } catch (IOException e) {
            terminal.say(
                    "bulkhead: --out "
                            + arguments.value("--out").orElse("")
                            + ": "
                            + words(HistoryProblem.of(e)));
            return ExitCode.FAILED;
        }
    }

    private static String words(HistoryProblem problem) {
        return problem.kind().words() + " (" + problem.detail() + ")";
    }

    /** The history that is named, or the window's. */
    private static Path file(Arguments arguments, Terminal terminal) throws UsageException {
        List<String> operands = arguments.operands();
        if (operands.size() > 1) {
            throw new UsageException("one history at a time, not also " + operands.get(1));
        }
        Path file =
                operands.isEmpty()
                        ? HistoryFiles.ofUser(
                                terminal.environment(),
                                terminal.home(),
                                System.getProperty("os.name", ""))
                        : path(operands.getFirst(), "");
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    operands.isEmpty()
                            ? "the window keeps no history in "
                                    + file
                                    + " so far: name the file of bulkhead poll --history"
                            : "there is no history " + file);
        }
        return file;
    }

    private static Path path(String name, String flag) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException(flag + " \"" + name + "\" is no name of a file");
        }
    }

    private static int check(Path file, Terminal terminal) throws SQLException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            List<String> wrong = reader.check();
            wrong.forEach(terminal.out()::println);
            terminal.say(
                    wrong.isEmpty()
                            ? file + " is whole: " + reader.series().size() + " series"
                            : file + " is damaged; what can be read can be exported");
            return wrong.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILED;
        }
    }

    private int list(Path file, Arguments arguments, Terminal terminal)
            throws SQLException, UsageException {
        Format format = Format.of(arguments);
        ExportChoice choice = ExportChoice.of(arguments, clock);
        try (HistoryReader reader = HistoryReader.open(file)) {
            List<List<Object>> rows = new ArrayList<>();
            for (StoredSeries series : choice.of(reader.series())) {
                rows.add(
                        List.of(
                                series.key().device(),
                                series.key().address(),
                                series.key().name(),
                                series.key().oid(),
                                series.key().syntax(),
                                series.key().unit(),
                                seconds(series.key().every().toMillis()),
                                series.isEmpty() ? "" : time(series.oldest()),
                                series.isEmpty() ? "" : time(series.newest())));
            }
            new Listing(COLUMNS, rows).print(format, terminal.out());
            return rows.isEmpty() ? none(file, terminal) : ExitCode.SUCCESS;
        }
    }

    private static Number seconds(long millis) {
        return millis % 1000 == 0 ? (Number) (millis / 1000) : (Number) (millis / 1000.0);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static int none(Path file, Terminal terminal) {
        terminal.say(
                "bulkhead: no series in " + file + " is asked for; --list shows what there is");
        return ExitCode.FAILED;
    }

    private int export(Path file, Arguments arguments, Terminal terminal)
            throws SQLException, IOException, UsageException {
        Optional<String> named = arguments.value("--out");
        Optional<Path> out =
                named.isEmpty() ? Optional.empty() : Optional.of(path(named.get(), "--out"));
        Form form = form(arguments, out);
        ExportChoice choice = ExportChoice.of(arguments, clock);
        Level level = level(arguments);
        try (HistoryReader reader = HistoryReader.open(file)) {
            List<StoredSeries> chosen = choice.of(reader.series());
            if (chosen.isEmpty()) {
                return none(file, terminal);
            }
            HistoryExport.What what =
                    new HistoryExport.What(chosen, choice.from(), choice.to(chosen), level);
            HistoryExport export = new HistoryExport(reader);
            if (out.isEmpty()) {
                try (OutputStream stream = new BufferedOutputStream(terminal.out().stream())) {
                    export.write(what, stream, form);
                }
                return ExitCode.SUCCESS;
            }
            long rows = export.write(what, out.get(), form, arguments.has("--replace"));
            terminal.say("Wrote " + rows + " rows of " + chosen.size() + " series to " + out.get());
            return ExitCode.SUCCESS;
        }
    }

    /** As {@code --format} says, else the file's ending, else CSV. */
    private static Form form(Arguments arguments, Optional<Path> out) throws UsageException {
        Optional<String> word = arguments.value("--format");
        Form form = Form.CSV;
        boolean found = word.isEmpty() && out.isEmpty();
        String name = out.map(Path::toString).orElse("").toLowerCase(Locale.ROOT);
        for (Form each : Form.values()) {
            if (word.isPresent()
                    ? word.get().equals(each.ending())
                    : name.endsWith("." + each.ending())) {
                form = each;
                found = true;
            }
        }
        if (!found) {
            throw new UsageException(
                    word.isPresent()
                            ? "--format is csv, xlsx or jsonl, not \"" + word.get() + "\""
                            : "--out "
                                    + name
                                    + " ends with none of .csv, .xlsx and .jsonl: give"
                                    + " --format");
        }
        if (form == Form.XLSX && out.isEmpty()) {
            throw new UsageException("--format xlsx needs a file: give --out FILE.xlsx");
        }
        return form;
    }

    private static Level level(Arguments arguments) throws UsageException {
        String word = arguments.value("--by").orElse("sample");
        return switch (word) {
            case "sample" -> Level.SAMPLES;
            case "minute" -> Level.MINUTES;
            case "hour" -> Level.HOURS;
            default ->
                    throw new UsageException(
                            "--by is sample, minute or hour, not \"" + word + "\"");
        };
    }
}

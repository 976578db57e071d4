package dev.bulkhead.app.polling;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetException;
import dev.bulkhead.app.pollset.PollSetFile;
import dev.bulkhead.app.pollset.PollSetWriter;
import dev.bulkhead.app.settings.Sections;
import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The file of the user's polls, {@value #FILE} beside the settings: a poll set, without secrets.
 * Blocks; any thread.
 */
public final class PollBook {
    static final String FILE = "polls.yaml";

    /** Where they were before they were kept as a poll set; read once, and left as it is. */
    static final String OLD_FILE = "polls.conf";

    private static final List<String> HEAD =
            List.of(
                    "The polls of Bulkhead's window, which it writes anew whenever they change.",
                    "Credentials are named here, and kept elsewhere.");

    private final Optional<Path> file;
    private final Optional<Sections> old;

    /**
     * A book in a folder.
     *
     * @param folder empty: nothing is kept
     */
    public PollBook(Optional<Path> folder) {
        file = folder.map(in -> in.resolve(FILE));
        old = folder.map(in -> new Sections(in.resolve(OLD_FILE), "poll", ""));
    }

    /**
     * What was read.
     *
     * @param damage where a file that made no sense was put, and what was wrong with it
     */
    public record Content(List<KeptPoll> polls, Optional<Damage> damage) {}

    /** A file that was put aside. */
    public record Damage(Path file, String reason) {}

    /**
     * All polls, in order.
     *
     * @param names what names mean that the user wrote into the file
     * @throws IOException if the file makes no sense and cannot be put aside either
     */
    public Content read(PollSets.Names names) throws IOException {
        if (file.isEmpty()) {
            return new Content(List.of(), Optional.empty());
        }
        if (!Files.exists(file.get())) {
            return readOld();
        }
        try {
            PollSets.Content content = PollSets.polls(PollSetFile.read(file.get()), names);
            return new Content(content.polls(), Optional.empty());
        } catch (IOException | PollSetException | UnknownNameException e) {
            Path aside = Sections.putAside(file.get());
            return new Content(
                    List.of(), Optional.of(new Damage(aside, String.valueOf(e.getMessage()))));
        }
    }

    private Content readOld() throws IOException {
        Sections before = old.orElseThrow();
        try {
            List<KeptPoll> polls = new ArrayList<>();
            for (Map<String, String> entries : before.read()) {
                polls.add(poll(entries));
            }
            return new Content(polls, Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            Path aside = before.putAside();
            return new Content(
                    List.of(), Optional.of(new Damage(aside, String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Writes all polls in place of those before.
     *
     * @param remarks the name of an instance, to stand beside its OID
     */
    public synchronized Optional<Unsaved> write(
            List<KeptPoll> polls, Function<Oid, String> remarks) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        PollSet set = PollSets.of("", polls, Oid::toString);
        String text =
                PollSetWriter.write(
                        set,
                        HEAD,
                        object ->
                                Character.isDigit(object.charAt(0))
                                        ? Optional.of(remarks.apply(Oid.parse(object)))
                                        : Optional.empty());
        try {
            PollSetFile.write(file.get(), text);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Unsaved.of(file.get(), e));
        }
    }

    private static KeptPoll poll(Map<String, String> entries) {
        String address = needed(entries, "address");
        PollReference whom =
                new PollReference(
                        entries.getOrDefault("device", address),
                        address,
                        credential(entries),
                        millis(entries, "timeout-ms", 2_000, 600_000),
                        (int) number(entries, "retries", 1, 20));
        String chart = entries.getOrDefault("chart", "");
        return new KeptPoll(
                whom,
                what(entries),
                millis(entries, "every-ms", 1_000, 86_400_000),
                new PollSettings(
                        entries.getOrDefault("group", ""),
                        threshold(entries),
                        entries.containsKey("paused")),
                (int) number(entries, "job", 0, Integer.MAX_VALUE),
                chart.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(chart)));
    }

    private static String needed(Map<String, String> entries, String key) {
        String value = entries.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a poll has no " + key);
        }
        return value;
    }

    private static PollReference.Source credential(Map<String, String> entries) {
        if (entries.containsKey("credential-unnamed")) {
            return new PollReference.Source.Unnamed();
        }
        String name = entries.getOrDefault("credential", "");
        return name.isEmpty()
                ? new PollReference.Source.Public()
                : new PollReference.Source.Named(name);
    }

    private static KeptPoll.What what(Map<String, String> entries) {
        String formula = entries.get("formula");
        return formula == null
                ? new KeptPoll.What.Instance(Oid.parse(needed(entries, "oid")))
                : new KeptPoll.What.Formula(formula, entries.getOrDefault("name", formula));
    }

    private static Optional<Threshold> threshold(Map<String, String> entries) {
        String alarm = entries.get("alarm");
        if (alarm == null) {
            return Optional.empty();
        }
        Threshold.Side side =
                alarm.equals(Threshold.Side.BELOW.key())
                        ? Threshold.Side.BELOW
                        : Threshold.Side.ABOVE;
        double limit = Double.parseDouble(needed(entries, "limit"));
        String clear = entries.getOrDefault("clear", "");
        return Optional.of(
                new Threshold(side, limit, clear.isEmpty() ? limit : Double.parseDouble(clear)));
    }

    private static Duration millis(Map<String, String> entries, String key, long usual, long most) {
        return Duration.ofMillis(Math.max(1, number(entries, key, usual, most)));
    }

    private static long number(Map<String, String> entries, String key, long usual, long most) {
        long value = Long.parseLong(entries.getOrDefault(key, Long.toString(usual)));
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(key + " of " + value);
        }
        return value;
    }
}

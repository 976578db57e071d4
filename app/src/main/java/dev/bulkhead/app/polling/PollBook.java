package dev.bulkhead.app.polling;

import dev.bulkhead.app.settings.Sections;
import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The file of the user's polls, {@value #FILE} beside the settings: readable, and without secrets.
 * Blocks; any thread.
 */
public final class PollBook {
    static final String FILE = "polls.conf";

    private final Optional<Sections> file;

    /**
     * A book in a folder.
     *
     * @param folder empty: nothing is kept
     */
    public PollBook(Optional<Path> folder) {
        file =
                folder.map(in ->
                        new Sections(
                                in.resolve(FILE),
                                "poll",
                                "Bulkhead's polls. Credentials are named here, and kept"
                                        + " elsewhere."));
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
     * @throws IOException if the file makes no sense and cannot be put aside either
     */
    public Content read() throws IOException {
        if (file.isEmpty()) {
            return new Content(List.of(), Optional.empty());
        }
        try {
            List<KeptPoll> polls = new ArrayList<>();
            for (Map<String, String> entries : file.get().read()) {
                polls.add(poll(entries));
            }
            return new Content(polls, Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            Path aside = file.get().putAside();
            return new Content(
                    List.of(), Optional.of(new Damage(aside, String.valueOf(e.getMessage()))));
        }
    }

    /** Writes all polls in place of those before. */
    public synchronized Optional<Unsaved> write(List<KeptPoll> polls) {
        return file.flatMap(to -> to.write(polls.stream().map(PollBook::entries).toList()));
    }

    private static Map<String, String> entries(KeptPoll poll) {
        Map<String, String> entries = new LinkedHashMap<>();
        PollReference whom = poll.whom();
        entries.put("device", whom.label());
        entries.put("address", whom.address());
        switch (whom.credential()) {
            case PollReference.Source.Public _ -> {}
            case PollReference.Source.Named(String name) -> entries.put("credential", name);
            case PollReference.Source.Unnamed _ -> entries.put("credential-unnamed", "yes");
        }
        entries.put("timeout-ms", Long.toString(whom.timeout().toMillis()));
        entries.put("retries", Integer.toString(whom.retries()));
        switch (poll.what()) {
            case KeptPoll.What.Instance(Oid oid) -> entries.put("oid", oid.toDottedString());
            case KeptPoll.What.Formula(String text, String title) -> {
                entries.put("formula", text);
                entries.put("name", title);
            }
        }
        entries.put("every-ms", Long.toString(poll.every().toMillis()));
        entries.put("job", Integer.toString(poll.job()));
        if (!poll.settings().group().isEmpty()) {
            entries.put("group", poll.settings().group());
        }
        poll.settings()
                .threshold()
                .ifPresent(edge -> {
                    entries.put("alarm", edge.side().key());
                    entries.put("limit", Double.toString(edge.limit()));
                    entries.put("clear", Double.toString(edge.clear()));
                });
        if (poll.settings().isPaused()) {
            entries.put("paused", "yes");
        }
        poll.chart().ifPresent(place -> entries.put("chart", Integer.toString(place)));
        return entries;
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

package dev.bulkhead.app.pollset;

import dev.bulkhead.app.pollset.PollItem.What;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes poll sets as YAML 1.2 in a fixed order: a text that people read, and that gives the same
 * set when it is read. Any thread.
 */
public final class PollSetWriter {
    /** Texts that YAML, 1.1 too, reads as nothing but themselves. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/.\\p{L}](?:[\\w./()+*\\p{L}@-]|:(?=\\S)| (?=[^\\s#]))*");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}|\\d+(?:\\.\\d+){2,}");
    private static final Pattern WORD =
            Pattern.compile("(?i)yes|no|on|off|true|false|null|y|n|all|\\.?inf|\\.?nan");

    private final StringBuilder text = new StringBuilder(1000);
    private final Function<String, Optional<String>> remarks;

    private PollSetWriter(Function<String, Optional<String>> remarks) {
        this.remarks = remarks;
    }

    /** The text of a set that somebody saves. */
    public static String write(PollSet set) {
        return write(
                set,
                List.of(
                        "A Bulkhead poll set: what is polled of which devices, and how often.",
                        "Run it without a window:  bulkhead poll FILE --csv values.csv",
                        "Credentials are named here and kept elsewhere: bulkhead poll --help"),
                _ -> Optional.empty());
    }

    /**
     * The text of a set.
     *
     * @param head lines of remark at its top
     * @param remarks what to say of an object beside its text, such as the name of an OID
     */
    public static String write(
            PollSet set, List<String> head, Function<String, Optional<String>> remarks) {
        PollSetWriter writer = new PollSetWriter(remarks);
        head.forEach(line -> writer.line("# " + Quoted.remark(line)));
        writer.set(set);
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void set(PollSet set) {
        line("version: " + PollSet.VERSION);
        if (!set.name().isEmpty()) {
            line("name: " + scalar(set.name()));
        }
        if (!set.description().isEmpty()) {
            line("description: " + scalar(set.description()));
        }
        line("");
        line(set.devices().isEmpty() ? "devices: []" : "devices:");
        set.devices().forEach(this::device);
        line("");
        line(set.polls().isEmpty() ? "polls: []" : "polls:");
        set.polls().forEach(this::block);
    }

    private void device(PollDevice device) {
        line("  - name: " + scalar(device.name()));
        line("    address: " + scalar(device.address()));
        device.version()
                .ifPresent(version ->
                        line(
                                "    version: "
                                        + switch (version) {
                                            case V1 -> "1";
                                            case V2C -> "2c";
                                            case V3 -> "3";
                                        }));
        switch (device.credential()) {
            case CredentialName.Usual _ -> {}
            case CredentialName.Named(String name) -> line("    credential: " + scalar(name));
            case CredentialName.Unnamed _ ->
                    line("    credential: ~  # it has no name: the command line has to give it");
        }
        if (!device.context().isEmpty()) {
            line("    context: " + scalar(device.context()));
        }
        if (!device.timeout().equals(PollDevice.DEFAULT_TIMEOUT)) {
            line("    timeout: " + Times.text(device.timeout()));
        }
        if (device.retries() != PollDevice.DEFAULT_RETRIES) {
            line("    retries: " + device.retries());
        }
    }

    private void block(PollBlock block) {
        String begin = "  - ";
        if (!block.group().isEmpty()) {
            line(begin + "group: " + scalar(block.group()));
            begin = "    ";
        }
        line(begin + "devices: " + list(block.devices()));
        line("    every: " + Times.text(block.every()));
        block.process().ifPresent(number -> line("    process: " + number));
        line("    items:");
        block.items().forEach(this::item);
    }

    private static String list(List<String> texts) {
        return texts.stream()
                .map(PollSetWriter::scalar)
                .map(each ->
                        each.contains(",") && !each.startsWith("\"") ? Quoted.text(each) : each)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void item(PollItem item) {
        switch (item.what()) {
            case What.ObjectName(String object, Instances instances) -> {
                String remark =
                        remarks.apply(object).map(r -> "  # " + Quoted.remark(r)).orElse("");
                boolean alone =
                        instances instanceof Instances.Written
                                && remark.isEmpty()
                                && item.equals(PollItem.of(item.what()));
                line("      - " + (alone ? "" : "object: ") + scalar(object) + remark);
                switch (instances) {
                    case Instances.Written _ -> {}
                    case Instances.Listed(List<String> texts) ->
                            line("        instances: " + list(texts));
                    case Instances.All _ -> line("        instances: all");
                }
            }
            case What.Formula(String formula, String name, String unit) -> {
                line("      - formula: " + scalar(formula));
                if (!name.isEmpty()) {
                    line("        name: " + scalar(name));
                }
                if (!unit.isEmpty()) {
                    line("        unit: " + scalar(unit));
                }
            }
        }
        item.alarm().ifPresent(alarm -> line("        alarm: " + text(alarm)));
        if (item.isPaused()) {
            line("        paused: yes");
        }
        item.chart().ifPresent(place -> line("        chart: " + place));
    }

    private static String text(Alarm alarm) {
        String key = alarm.side() == Alarm.Side.ABOVE ? "above" : "below";
        String clear = alarm.clear() == alarm.limit() ? "" : ", clear: " + number(alarm.clear());
        return "{" + key + ": " + number(alarm.limit()) + clear + "}";
    }

    private static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() > -16 && exact.scale() < 16
                ? exact.toPlainString()
                : Double.toString(value);
    }

    /** A text as one YAML value. */
    static String scalar(String value) {
        boolean plain =
                (PLAIN.matcher(value).matches() && !WORD.matcher(value).matches())
                        || NUMBER.matcher(value).matches();
        return plain ? value : Quoted.text(value);
    }
}

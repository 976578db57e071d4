package dev.bulkhead.app.pollset;

import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.engine.job.SnmpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads poll sets from YAML 1.2. Tells all that is wrong at once, each with line and column, what
 * was found and what to do.
 *
 * <p>Only plain data is read: the parser builds a tree of texts and no objects; anchors, aliases
 * and tags are refused, so that a text is never larger than it looks.
 */
public final class PollSetReader {
    private static final int MAX_PROBLEMS = 50;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 16 << 20;
    private static final String TIME = "it is a time such as 250ms, 1s, 5m or 1h";

    private final List<PollSetProblem> problems = new ArrayList<>();

    /** All that devices are called, those too that are not understood. */
    private final Set<String> names = new HashSet<>();

    /**
     * The poll set of a text.
     *
     * @throws PollSetException with at most 50 problems
     */
    public static PollSet read(String text) throws PollSetException {
        PollSetReader reader = new PollSetReader();
        Optional<Node> root = reader.compose(text);
        Optional<PollSet> set = root.filter(reader::isPlain).map(reader::set);
        if (!reader.problems.isEmpty() || set.isEmpty()) {
            throw new PollSetException(
                    reader.problems.stream()
                            .sorted(
                                    Comparator.comparingInt(PollSetProblem::line)
                                            .thenComparingInt(PollSetProblem::column))
                            .limit(MAX_PROBLEMS)
                            .toList());
        }
        return set.get();
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel("poll set")
                        .setCodePointLimit(LONGEST)
                        .setUseMarks(true)
                        .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(
                        new PollSetProblem(
                                1, 1, "the file is empty", "a poll set begins with version: 1"));
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            problems.add(
                    new PollSetProblem(
                            mark.map(Mark::getLine).orElse(0) + 1,
                            mark.map(Mark::getColumn).orElse(0) + 1,
                            "this is no YAML: " + YamlMap.shown(String.valueOf(e.getProblem())),
                            "look at the indentation and quotes here and above"));
        } catch (YamlEngineException | StackOverflowError e) {
            problems.add(
                    new PollSetProblem(
                            1,
                            1,
                            "this is no YAML: " + YamlMap.shown(String.valueOf(e.getMessage())),
                            ""));
        }
        return Optional.empty();
    }

    private boolean isPlain(Node root) {
        return isPlain(root, 0, new HashSet<>());
    }

    private boolean isPlain(Node node, int depth, Set<Node> seen) {
        if (node.getAnchor().isPresent() || !seen.add(node)) {
            problems.add(
                    YamlMap.problemAt(
                            node,
                            "anchors and aliases are not read here",
                            "write the value where it is needed"));
            return false;
        }
        if (depth > DEEPEST) {
            problems.add(YamlMap.problemAt(node, "this is nested too deeply", ""));
            return false;
        }
        List<Node> inside = new ArrayList<>();
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    inside.add(tuple.getKeyNode());
                    inside.add(tuple.getValueNode());
                }
            }
            case SequenceNode list -> inside.addAll(list.getValue());
            default -> {
                // A text has nothing inside.
            }
        }
        boolean plain = true;
        for (Node each : inside) {
            plain &= isPlain(each, depth + 1, seen);
        }
        return plain;
    }

    private PollSet set(Node root) {
        YamlMap map =
                new YamlMap(
                        root,
                        "a poll set",
                        problems,
                        "version",
                        "name",
                        "description",
                        "devices",
                        "polls");
        if (!(root instanceof MappingNode)) {
            return PollSet.EMPTY;
        }
        String version = map.needed("version", "the poll set", "write version: 1 at its top");
        if (!version.isBlank() && !version.equals(Integer.toString(PollSet.VERSION))) {
            map.problem(
                    map.node("version").orElse(root),
                    "the version is \"" + YamlMap.shown(version) + "\"",
                    "this program reads version " + PollSet.VERSION);
            return PollSet.EMPTY;
        }
        Map<String, PollDevice> devices = devices(map);
        List<PollBlock> blocks = new ArrayList<>();
        for (Node node : map.list("polls")) {
            block(node, names).ifPresent(blocks::add);
        }
        if (!map.has("polls")) {
            map.problem(root, "the poll set has no \"polls\"", "list what is to be polled");
        }
        return problems.isEmpty()
                ? new PollSet(
                        map.text("name").orElse(""),
                        map.text("description").orElse("").strip(),
                        List.copyOf(devices.values()),
                        blocks)
                : PollSet.EMPTY;
    }

    private Map<String, PollDevice> devices(YamlMap set) {
        Map<String, PollDevice> devices = new LinkedHashMap<>();
        for (Node node : set.list("devices")) {
            device(node)
                    .ifPresent(device -> {
                        if (devices.putIfAbsent(device.name(), device) != null) {
                            set.problem(
                                    node,
                                    "two devices are called \""
                                            + YamlMap.shown(device.name())
                                            + "\"",
                                    "give one another name");
                        }
                    });
        }
        return devices;
    }

    private Optional<PollDevice> device(Node node) {
        YamlMap map =
                new YamlMap(
                        node,
                        "a device",
                        problems,
                        "name",
                        "address",
                        "version",
                        "credential",
                        "context",
                        "timeout",
                        "retries");
        int before = problems.size();
        String address =
                map.needed(
                        "address", "the device", "write address: HOST, HOST:PORT or [IPV6]:PORT");
        String name = map.text("name").filter(n -> !n.isBlank()).orElse(address);
        names.add(name);
        Optional<SnmpVersion> version =
                map.value(
                        "version",
                        text -> version(text).map(Optional::of),
                        Optional.empty(),
                        "it is 1, 2c or 3");
        Duration timeout =
                map.value(
                        "timeout",
                        text -> time(text, Duration.ofMillis(1), PollDevice.MAX_TIMEOUT),
                        PollDevice.DEFAULT_TIMEOUT,
                        TIME + ", at most 10m");
        int retries =
                map.value(
                        "retries",
                        text -> number(text, PollDevice.MAX_RETRIES),
                        PollDevice.DEFAULT_RETRIES,
                        "it is a number from 0 to " + PollDevice.MAX_RETRIES);
        CredentialName credential = credential(map);
        String context = map.text("context").orElse("");
        return problems.size() > before || !map.has("address")
                ? Optional.empty()
                : Optional.of(
                        new PollDevice(
                                name, address, version, credential, context, timeout, retries));
    }

    private static CredentialName credential(YamlMap map) {
        if (map.isNull("credential")) {
            return new CredentialName.Unnamed();
        }
        return map.text("credential")
                .filter(name -> !name.isBlank())
                .<CredentialName>map(CredentialName.Named::new)
                .orElseGet(CredentialName.Usual::new);
    }

    private static Optional<SnmpVersion> version(String text) {
        return switch (text) {
            case "1", "v1" -> Optional.of(SnmpVersion.V1);
            case "2", "2c", "v2c" -> Optional.of(SnmpVersion.V2C);
            case "3", "v3" -> Optional.of(SnmpVersion.V3);
            default -> Optional.empty();
        };
    }

    private Optional<PollBlock> block(Node node, Set<String> known) {
        YamlMap map =
                new YamlMap(
                        node, "a poll", problems, "group", "devices", "every", "process", "items");
        int before = problems.size();
        Map<String, Node> devices = map.texts("devices");
        devices.forEach((name, at) -> {
            if (!known.contains(name)) {
                map.problem(
                        at,
                        "there is no device \"" + YamlMap.shown(name) + "\"",
                        YamlMap.nearest(name, List.copyOf(known))
                                .map(near -> "do you mean \"" + near + "\"?")
                                .orElse("name one of those under devices"));
            }
        });
        if (devices.isEmpty()) {
            map.problem(node, "the poll has no \"devices\"", "name those to ask");
        }
        Duration every =
                map.value(
                        "every",
                        text -> time(text, PollBlock.MIN_EVERY, PollBlock.MAX_EVERY),
                        PollBlock.DEFAULT_EVERY,
                        TIME + ", from 10ms to 1d");
        Optional<Integer> process =
                map.value(
                        "process",
                        text -> number(text, 999_999).map(Optional::of),
                        Optional.empty(),
                        "it is a number");
        List<PollItem> items = new ArrayList<>();
        map.list("items").forEach(each -> item(each).ifPresent(items::add));
        if (!map.has("items") || map.list("items").isEmpty()) {
            map.problem(node, "the poll has no \"items\"", "list objects or formulas");
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(
                        new PollBlock(
                                map.text("group").orElse(""),
                                List.copyOf(devices.keySet()),
                                every,
                                process.map(OptionalInt::of).orElse(OptionalInt.empty()),
                                items));
    }

    private Optional<PollItem> item(Node node) {
        Optional<String> alone = YamlMap.text(node).filter(text -> !text.isBlank());
        if (alone.isPresent()) {
            return Optional.of(
                    PollItem.of(new What.ObjectName(alone.get(), new Instances.Written())));
        }
        YamlMap map =
                new YamlMap(
                        node,
                        "an item",
                        problems,
                        "object",
                        "instances",
                        "formula",
                        "name",
                        "unit",
                        "alarm",
                        "paused",
                        "chart");
        int before = problems.size();
        boolean isFormula = map.has("formula");
        if (isFormula == map.has("object")) {
            map.problem(
                    node,
                    "the item has " + (isFormula ? "an object and a formula" : "no \"object\""),
                    "give either object: NAME or formula: TEXT");
        }
        for (String key : isFormula ? List.of("instances") : List.of("name", "unit")) {
            map.node(key)
                    .ifPresent(at ->
                            map.problem(
                                    at,
                                    "\"" + key + "\" does not go with this item",
                                    isFormula
                                            ? "write instances into the formula: ifInOctets.1"
                                            : "it is for formulas"));
        }
        Optional<Alarm> alarm = map.node("alarm").flatMap(this::alarm);
        boolean paused =
                map.value("paused", PollSetReader::truth, Boolean.FALSE, "it is yes or no");
        Optional<Integer> chart =
                map.value(
                        "chart",
                        text -> number(text, 999_999).map(Optional::of),
                        Optional.empty(),
                        "it is the place in the chart, a number from 0");
        String text = isFormula ? map.needed("formula", "the item", "") : objectText(map);
        if (problems.size() > before || text.isBlank()) {
            return Optional.empty();
        }
        What what =
                isFormula
                        ? new What.Formula(
                                text, map.text("name").orElse(""), map.text("unit").orElse(""))
                        : new What.ObjectName(text, instances(map));
        return Optional.of(
                new PollItem(
                        what,
                        alarm,
                        paused,
                        chart.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private static String objectText(YamlMap map) {
        return map.has("object") ? map.needed("object", "the item", "name an object or OID") : "";
    }

    private static Instances instances(YamlMap map) {
        List<String> texts = List.copyOf(map.texts("instances").keySet());
        if (texts.isEmpty()) {
            return new Instances.Written();
        }
        boolean isAll =
                texts.equals(List.of("all"))
                        && !(map.node("instances").get() instanceof SequenceNode);
        return isAll ? new Instances.All() : new Instances.Listed(texts);
    }

    private Optional<Alarm> alarm(Node node) {
        YamlMap map = new YamlMap(node, "an alarm", problems, "above", "below", "clear");
        if (map.has("above") == map.has("below")) {
            map.problem(node, "the alarm has no limit, or two", "give either above or below");
            return Optional.empty();
        }
        Alarm.Side side = map.has("above") ? Alarm.Side.ABOVE : Alarm.Side.BELOW;
        String key = map.has("above") ? "above" : "below";
        double limit = map.value(key, PollSetReader::real, Double.NaN, "it is a number");
        double clear = map.value("clear", PollSetReader::real, limit, "it is a number");
        if (Double.isNaN(limit)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Alarm(side, limit, clear));
        } catch (IllegalArgumentException e) {
            map.problem(
                    map.node("clear").orElse(node),
                    "the alarm would never be over",
                    side == Alarm.Side.ABOVE
                            ? "clear is at most the limit"
                            : "clear is at least the limit");
            return Optional.empty();
        }
    }

    private static Optional<Duration> time(String text, Duration least, Duration most) {
        return Times.parse(text)
                .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0);
    }

    private static Optional<Integer> number(String text, int most) {
        return text.matches("\\d{1,6}") && Integer.parseInt(text) <= most
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private static Optional<Double> real(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "yes", "true", "on" -> Optional.of(true);
            case "no", "false", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}

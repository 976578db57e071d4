package dev.bulkhead.app.pollset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML text whose keys are known; what is wrong with it goes to a list of problems,
 * and reading goes on. For one thread.
 */
final class YamlMap {
    private static final int SHOWN = 60;

    private final Node place;
    private final List<PollSetProblem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** Reads the keys of a node. */
    YamlMap(Node node, String what, List<PollSetProblem> problems, String... known) {
        this.place = node;
        this.problems = problems;
        List<String> keys = Arrays.asList(known);
        if (!(node instanceof MappingNode mapping)) {
            problem(
                    node,
                    what + " is " + kind(node),
                    "it is written as keys and values: " + String.join(", ", keys));
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode()).orElse("");
            if (!keys.contains(key)) {
                problem(
                        tuple.getKeyNode(),
                        what + " has no key \"" + shown(key) + "\"",
                        nearest(key, keys)
                                .map(near -> "do you mean \"" + near + "\"?")
                                .orElse("its keys are " + String.join(", ", keys)));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "the key \"" + key + "\" stands twice", "keep one");
            }
        }
    }

    Node place() {
        return place;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key; empty if it is not there. */
    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether a key is there and its value is nothing: {@code key: ~}. */
    boolean isNull(String key) {
        return node(key).filter(YamlMap::isNull).isPresent();
    }

    /** The text of a key; empty if it is not there, or no single value. */
    Optional<String> text(String key) {
        Optional<Node> node = node(key);
        Optional<String> text = node.flatMap(YamlMap::text);
        if (node.isPresent() && text.isEmpty()) {
            problem(node.get(), "\"" + key + "\" is " + kind(node.get()), "give one value");
        }
        return text;
    }

    /** The text of a key that must be there; "" if it is not. */
    String needed(String key, String what, String help) {
        Optional<String> text = text(key);
        if (node(key).isEmpty()) {
            problem(place, what + " has no \"" + key + "\"", help);
        } else if (text.isPresent() && text.get().isBlank()) {
            problem(node(key).get(), "\"" + key + "\" is empty", help);
        }
        return text.orElse("");
    }

    /** A value that is read from text; {@code otherwise} if it is not there or wrong. */
    <T> T value(String key, Function<String, Optional<T>> reader, T otherwise, String help) {
        return value(key, reader, help).orElse(otherwise);
    }

    /** A value that is read from text; empty if it is not there or wrong. */
    <T> Optional<T> value(String key, Function<String, Optional<T>> reader, String help) {
        Optional<String> text = text(key);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            problem(
                    node(key).orElse(place),
                    "\"" + key + "\" is \"" + shown(text.get()) + "\"",
                    help);
        }
        return value;
    }

    /** The members of a list, or the one value that stands in its place. */
    List<Node> list(String key) {
        Optional<Node> node = node(key).filter(n -> !isNull(n));
        return node.map(n -> n instanceof SequenceNode list ? list.getValue() : List.of(n))
                .orElse(List.of());
    }

    /** The texts of a list, with their places. */
    Map<String, Node> texts(String key) {
        Map<String, Node> texts = new LinkedHashMap<>();
        for (Node node : list(key)) {
            Optional<String> text = text(node);
            if (text.isEmpty() || text.get().isBlank()) {
                problem(node, "\"" + key + "\" has " + kind(node), "give plain values");
            } else if (texts.putIfAbsent(text.get(), node) != null) {
                problem(node, "\"" + shown(text.get()) + "\" stands twice", "keep one");
            }
        }
        return texts;
    }

    void problem(Node at, String found, String help) {
        problems.add(problemAt(at, found, help));
    }

    static PollSetProblem problemAt(Node at, String found, String help) {
        return at.getStartMark()
                .map(mark ->
                        new PollSetProblem(mark.getLine() + 1, mark.getColumn() + 1, found, help))
                .orElseGet(() -> new PollSetProblem(1, 1, found, help));
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(isNull(node) ? "" : scalar.getValue())
                : Optional.empty();
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && List.of("", "~", "null").contains(scalar.getValue());
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            default -> isNull(node) ? "empty" : "\"" + shown(text(node).orElse("")) + "\"";
        };
    }

    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** The key that is spelt most like another, if one is. */
    static Optional<String> nearest(String typed, List<String> keys) {
        Map<String, Integer> far =
                keys.stream().collect(Collectors.toMap(key -> key, key -> distance(typed, key)));
        return keys.stream()
                .filter(key -> far.getOrDefault(key, 99) <= Math.max(1, key.length() / 3))
                .min((a, b) -> far.getOrDefault(a, 99) - far.getOrDefault(b, 99));
    }

    /** How many letters have to be changed, put in or left out. */
    private static int distance(String one, String other) {
        if (one.length() > SHOWN) {
            return one.length();
        }
        List<Integer> before = new ArrayList<>();
        for (int j = 0; j <= other.length(); j++) {
            before.add(j);
        }
        for (int i = 1; i <= one.length(); i++) {
            List<Integer> now = new ArrayList<>(List.of(i));
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int swap = before.get(j - 1) + same;
                now.add(Math.min(swap, 1 + Math.min(before.get(j), now.get(j - 1))));
            }
            before = now;
        }
        return before.getLast();
    }
}

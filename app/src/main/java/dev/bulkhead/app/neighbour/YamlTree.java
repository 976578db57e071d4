package dev.bulkhead.app.neighbour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML as a tree with places. Only what is asked for is looked at, so aliases cost nothing. */
final class YamlTree {
    private static final int LONGEST = 16 << 20;

    private YamlTree() {}

    /**
     * The root of a text; empty for an empty text.
     *
     * @throws GeneratorException if it is no YAML
     */
    static Optional<Node> root(String text) throws GeneratorException {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel("generator.yml")
                        .setCodePointLimit(LONGEST)
                        .setUseMarks(true)
                        .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
            throw new GeneratorException(line, "this is no YAML");
        } catch (YamlEngineException | StackOverflowError e) {
            throw new GeneratorException(1, "this is no YAML");
        }
    }

    /** The line a node begins at, from 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The entries of a mapping in order; none of another node. */
    static Map<String, Node> entries(Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                text(tuple.getKeyNode())
                        .ifPresent(key -> entries.putIfAbsent(key, tuple.getValueNode()));
            }
        }
        return entries;
    }

    /** The members of a list; a single value as a list of one. */
    static List<Node> members(Node node) {
        return switch (node) {
            case SequenceNode list -> new ArrayList<>(list.getValue());
            case ScalarNode _ -> text(node).isEmpty() ? List.of() : List.of(node);
            default -> List.of();
        };
    }

    /** A single value; empty for others, and for nothing. */
    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? Optional.of(scalar.getValue().strip())
                : Optional.empty();
    }
}

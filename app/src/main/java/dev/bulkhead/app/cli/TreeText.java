package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The tree below a node, as {@code snmptranslate -Tp} draws it.
 *
 * <p>It differs where the compilers do: an INTEGER behind a textual convention is an {@code
 * Integer32} (RFC 2578 §7.1.1), and sub-identifiers that nothing defines are drawn too.
 */
final class TreeText {
    private final Consumer<String> lines;

    private TreeText(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Draws line by line, since a tree can have a million of them. */
    static void draw(MibNode top, Consumer<String> lines) {
        new TreeText(lines).node(top, "", true);
    }

    private void node(MibNode node, String indent, boolean isLast) {
        String below = indent + (isLast ? "   " : "|  ");
        List<MibNode> children = node.children();
        String label = node.name() + "(" + (node.oid().size() == 0 ? 0 : node.oid().last()) + ")";
        if (node.definition().orElse(null) instanceof ObjectType object) {
            object(object, indent, below, label);
        } else {
            lines.accept(indent + "+--" + label);
        }
        boolean spaced = true;
        for (int i = 0; i < children.size(); i++) {
            MibNode child = children.get(i);
            boolean parent = !child.isLeaf();
            if (spaced || parent) {
                lines.accept(below + "|");
            }
            node(child, below, i == children.size() - 1);
            spaced = parent;
        }
    }

    private void object(ObjectType object, String indent, String below, String label) {
        if (object.kind() == ObjectKind.SCALAR || object.kind() == ObjectKind.COLUMN) {
            String type = String.format(Locale.ROOT, "%-9s", type(object.syntax()));
            lines.accept(indent + "+-- " + access(object.maxAccess()) + " " + type + " " + label);
            facts(object.syntax(), below + "      ");
            return;
        }
        lines.accept(indent + "+--" + label);
        if (object.augments().isEmpty() && !object.index().isEmpty()) {
            lines.accept(below + "|  Index: " + index(object.index()));
        }
    }

    private void facts(Syntax syntax, String indent) {
        syntax.textualConvention()
                .map(Reference::name)
                .ifPresent(name -> lines.accept(indent + "Textual Convention: " + name));
        if (!syntax.namedNumbers().isEmpty()) {
            lines.accept(indent + "Values: " + DefinitionText.labels(syntax));
        } else if (!syntax.ranges().isEmpty()) {
            boolean octets = syntax.base() == BaseType.OCTET_STRING;
            lines.accept(indent + (octets ? "Size: " : "Range: ") + DefinitionText.ranges(syntax));
        }
    }

    private static String access(MaxAccess access) {
        return switch (access) {
            case NOT_ACCESSIBLE -> "----";
            case ACCESSIBLE_FOR_NOTIFY -> "---N";
            case READ_ONLY -> "-R--";
            case READ_WRITE -> "-RW-";
            case READ_CREATE -> "CR--";
            case WRITE_ONLY -> "--W-";
        };
    }

    private static String type(Syntax syntax) {
        return switch (syntax.base()) {
            case OCTET_STRING -> "String";
            case OBJECT_IDENTIFIER -> "ObjID";
            case BITS -> "BitString";
            case COUNTER32 -> "Counter";
            case GAUGE32 -> "Gauge";
            case IP_ADDRESS -> "IpAddr";
            case NETWORK_ADDRESS -> "NetAddr";
            case INTEGER32 -> integer(syntax);
            default -> syntax.base().rfcName();
        };
    }

    private static String integer(Syntax syntax) {
        if (!syntax.namedNumbers().isEmpty()) {
            return "EnumVal";
        }
        return syntax.declaredType().equals("INTEGER") ? "INTEGER" : "Integer32";
    }

    private static String index(List<IndexPart> parts) {
        return parts.stream().map(part -> part.object().name()).collect(Collectors.joining(", "));
    }
}

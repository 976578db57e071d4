package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A definition in full, as {@code snmptranslate -Td -OS} shows it.
 *
 * <p>On purpose it tells more: the STATUS of what is no object, and IMPLIED. A plain node is an
 * OBJECT IDENTIFIER, not an OBJECT-TYPE. The compiler takes the indentation off a description's
 * lines, and no blank ends a line.
 */
final class DefinitionText {
    private final StringBuilder text = new StringBuilder();

    private DefinitionText() {}

    /** The definition that this OID is, or is an instance of; "" if nothing defines it. */
    static String of(Oid oid, MibNames names) {
        Oid place = names.object(oid).map(ObjectType::oid).orElse(oid);
        Optional<OidDefinition> definition = names.index().node(place).flatMap(MibNode::definition);
        if (definition.isEmpty()) {
            return "";
        }
        DefinitionText page = new DefinitionText();
        page.head(definition.get());
        if (definition.get() instanceof ObjectType object) {
            page.object(object);
        }
        page.body(definition.get());
        page.path(names, place);
        return page.text.toString();
    }

    private void head(OidDefinition definition) {
        text.append(definition.name()).append(' ').append(macro(definition)).append('\n');
        line("-- FROM", definition.module());
        if (definition instanceof ObjectType object && hasValue(object)) {
            object.syntax()
                    .textualConvention()
                    .ifPresent(tc -> line("-- TEXTUAL CONVENTION", tc.name()));
        }
    }

    private static String macro(OidDefinition definition) {
        if (definition instanceof ObjectType) {
            return "OBJECT-TYPE";
        }
        if (definition instanceof NotificationType notification && notification.isTrapType()) {
            return "TRAP-TYPE";
        }
        String kind = DefinitionLine.kind(definition);
        return kind.equals("node") ? "OBJECT IDENTIFIER" : kind;
    }

    private void object(ObjectType object) {
        if (hasValue(object)) {
            line("SYNTAX", syntax(object.syntax()));
        }
        object.syntax().displayHint().ifPresent(hint -> line("DISPLAY-HINT", quoted(hint)));
        object.units().ifPresent(units -> line("UNITS", quoted(units)));
        line("MAX-ACCESS", object.maxAccess().rfcName());
    }

    private static boolean hasValue(ObjectType object) {
        return object.kind() == ObjectKind.SCALAR || object.kind() == ObjectKind.COLUMN;
    }

    private static String syntax(Syntax syntax) {
        String labels = labels(syntax);
        String ranges = ranges(syntax);
        String declared = syntax.declaredType();
        return (declared.equals("Integer32") ? declared : syntax.base().rfcName())
                + (ranges.isEmpty() || !labels.isEmpty() ? "" : " (" + ranges + ")")
                + (labels.isEmpty() ? "" : " {" + labels + "}");
    }

    /** {@code up(1), down(2)}. */
    static String labels(Syntax syntax) {
        return syntax.namedNumbers().stream()
                .map(n -> n.label() + "(" + n.number() + ")")
                .collect(Collectors.joining(", "));
    }

    /** {@code 0 | 8..11}. */
    static String ranges(Syntax syntax) {
        return syntax.ranges().stream()
                .map(DefinitionText::range)
                .collect(Collectors.joining(" | "));
    }

    private static String range(Syntax.Range range) {
        if (range.min() == range.max()) {
            return Long.toString(range.min());
        }
        boolean signed = range.min() < 0;
        String max = signed ? "" + range.max() : Long.toUnsignedString(range.max());
        return range.min() + ".." + max;
    }

    private void body(OidDefinition definition) {
        line("STATUS", definition.status().rfcName());
        if (definition instanceof NotificationType notification
                && !notification.objects().isEmpty()) {
            line("OBJECTS", names(notification.objects()));
        }
        if (definition instanceof ObjectType object) {
            object.augments().ifPresent(row -> line("AUGMENTS", "{ " + row.name() + " }"));
            if (!object.index().isEmpty() && object.augments().isEmpty()) {
                line("INDEX", index(object.index()));
            }
            object.defaultValue().ifPresent(value -> line("DEFVAL", "{ " + value + " }"));
        }
        if (!definition.description().isEmpty()) {
            line("DESCRIPTION", quoted(definition.description()));
        }
    }

    private static String names(List<Reference> objects) {
        return "{ "
                + objects.stream().map(Reference::name).collect(Collectors.joining(", "))
                + " }";
    }

    private static String index(List<IndexPart> parts) {
        return "{ "
                + parts.stream()
                        .map(p -> (p.implied() ? "IMPLIED " : "") + p.object().name())
                        .collect(Collectors.joining(", "))
                + " }";
    }

    /** {@code ::= { iso(1) org(3) ... 1 }}. */
    private void path(MibNames names, Oid place) {
        text.append("::= { ");
        for (int i = 1; i < place.size(); i++) {
            String name = names.index().node(place.prefix(i)).map(MibNode::name).orElse("");
            boolean named = !name.isEmpty() && !Character.isDigit(name.charAt(0));
            String number = Long.toString(place.get(i - 1));
            text.append(named ? name + "(" + number + ") " : number + " ");
        }
        text.append(place.last()).append(" }\n");
    }

    private void line(String clause, String value) {
        boolean isShort = clause.length() < 6;
        boolean isComment = clause.startsWith("-- TEXTUAL");
        text.append("  ").append(clause).append(isComment ? " " : isShort ? "\t\t" : "\t");
        text.append(value).append('\n');
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}

package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import java.util.regex.Pattern;

/** DEFVAL fits the syntax (RFC 2578 §7.9). */
final class DefaultRules {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern BYTES = Pattern.compile("'[0-9A-Fa-f\\s]*'[hHbB]");
    private static final Pattern HEX = Pattern.compile("'[0-9A-Fa-f\\s]*'[hH]");

    private DefaultRules() {}

    static void check(CheckedModule module) {
        for (Invocation object : module.invocations(Macro.OBJECT_TYPE)) {
            if (CheckedModule.clause(object, Keyword.DEFVAL) instanceof Clause.Raw raw) {
                module.object(object.name()).ifPresent(o -> value(module, raw, o));
            }
        }
    }

    private static void value(CheckedModule module, Clause.Raw raw, ObjectType object) {
        String value = module.sink().file().text(raw.start(), raw.end()).strip();
        Syntax syntax = object.syntax();
        if (value.isEmpty()) {
            return;
        }
        if (!fits(value, syntax)) {
            module.report(DiagnosticCode.DEFAULT_SYNTAX, raw, value, object.name());
        } else if (HEX.matcher(value).matches()) {
            long digits = value.chars().filter(c -> Character.digit(c, 16) >= 0).count();
            if (digits % 2 != 0 && syntax.base() == BaseType.OCTET_STRING) {
                module.report(DiagnosticCode.ODD_HEX, raw, value);
            }
        } else if (LABEL.matcher(value).matches() && syntax.base() == BaseType.INTEGER32) {
            if (syntax.number(value).isEmpty()) {
                module.report(DiagnosticCode.DEFAULT_LABEL, raw, value, object.name());
            }
        } else if (NUMBER.matcher(value).matches() && isRanged(syntax)) {
            long number = Long.parseLong(value);
            boolean inRange =
                    syntax.ranges().stream().anyMatch(r -> r.min() <= number && number <= r.max());
            if (!inRange) {
                module.report(DiagnosticCode.DEFAULT_RANGE, raw, value, object.name());
            }
        }
    }

    /** Whether a value is written as values of this type are. */
    private static boolean fits(String value, Syntax syntax) {
        char first = value.charAt(0);
        boolean bytes = BYTES.matcher(value).matches();
        boolean braces = first == '{';
        boolean label = LABEL.matcher(value).matches();
        boolean number = first == '-' || (first >= '0' && first <= '9');
        return switch (syntax.base()) {
            case INTEGER32 -> syntax.namedNumbers().isEmpty() ? number || bytes : label;
            case UNSIGNED32, GAUGE32, COUNTER32, COUNTER64, TIME_TICKS -> number || bytes;
            case OCTET_STRING -> bytes || first == '"';
            case OBJECT_IDENTIFIER -> braces || label;
            case BITS -> braces;
            case IP_ADDRESS -> bytes;
            case NETWORK_ADDRESS, OPAQUE, SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> true;
        };
    }

    private static boolean isRanged(Syntax syntax) {
        boolean number =
                syntax.base() == BaseType.INTEGER32
                        || syntax.base() == BaseType.UNSIGNED32
                        || syntax.base() == BaseType.GAUGE32;
        return number && !syntax.ranges().isEmpty();
    }
}

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
        if (HEX.matcher(value).matches()) {
            long digits = value.chars().filter(c -> Character.digit(c, 16) >= 0).count();
            if (digits % 2 != 0 && syntax.base() == BaseType.OCTET_STRING) {
                module.report(DiagnosticCode.ODD_HEX, raw, value);
            }
        } else if (syntax.base() == BaseType.INTEGER32 && !syntax.namedNumbers().isEmpty()) {
            if (LABEL.matcher(value).matches() && syntax.number(value).isEmpty()) {
                module.report(DiagnosticCode.DEFAULT_LABEL, raw, value, object.name());
            }
        } else if (NUMBER.matcher(value).matches() && isRanged(syntax)) {
            long number = Long.parseLong(value);
            boolean fits =
                    syntax.ranges().stream().anyMatch(r -> r.min() <= number && number <= r.max());
            if (!fits) {
                module.report(DiagnosticCode.DEFAULT_RANGE, raw, value, object.name());
            }
        }
    }

    private static boolean isRanged(Syntax syntax) {
        boolean number =
                syntax.base() == BaseType.INTEGER32
                        || syntax.base() == BaseType.UNSIGNED32
                        || syntax.base() == BaseType.GAUGE32;
        return number && !syntax.ranges().isEmpty();
    }
}

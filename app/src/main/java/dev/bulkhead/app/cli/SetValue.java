package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.RawType;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;

/** A value to set, by snmpset's type letters. */
final class SetValue {
    private static final String TYPES =
            "i INTEGER, u unsigned, t TimeTicks, a IpAddress, o OID, s string, x hex octets,"
                    + " d decimal octets, b BITS, n NULL, = by the object's syntax";

    private SetValue() {}

    static boolean isNumber(String text) {
        return text.matches("-?\\d+");
    }

    /** Whether BITS are given by their positions: {@code 0,3,7}. */
    static boolean isBitList(String text) {
        return text.matches("[\\d, ]*");
    }

    static SmiValue oid(Oid oid) {
        return new SmiValue.ObjectIdentifier(oid);
    }

    /** The value; a label of the object's syntax may stand for a number. */
    static SmiValue parse(String type, String text, Oid oid, MibNames names) throws UsageException {
        try {
            boolean named =
                    type.equals("=")
                            || (type.equals("i") && !isNumber(text))
                            || (type.equals("b") && !isBitList(text));
            if (named) {
                return ValueText.parse(text, syntax(oid, names));
            }
            return RawType.of(type)
                    .orElseThrow(
                            () -> new UsageException("no type " + type + "; there are " + TYPES))
                    .read(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "\""
                            + text
                            + "\" is no value of type "
                            + type
                            + " for "
                            + names.qualifiedName(oid)
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        }
    }

    private static Syntax syntax(Oid oid, MibNames names) throws UsageException {
        Optional<Syntax> syntax = names.object(oid).map(ObjectType::syntax);
        return syntax.orElseThrow(() ->
                new UsageException(
                        "no loaded module knows the syntax of "
                                + names.qualifiedName(oid)
                                + ": give its type instead of ="));
    }
}

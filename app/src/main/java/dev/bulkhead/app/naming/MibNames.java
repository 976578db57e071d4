package dev.bulkhead.app.naming;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;

/** Names to OIDs and OIDs and values to text, over one set of loaded modules. Immutable. */
public final class MibNames {
    private final MibIndex index;
    private final NameReader reader;
    private final NameWriter writer;

    public MibNames(MibIndex index) {
        this.index = index;
        this.reader = new NameReader(index);
        this.writer = new NameWriter(index);
    }

    public MibIndex index() {
        return index;
    }

    /** Whether a user's text is a plain numeric OID, which needs no module to be understood. */
    public static boolean isNumeric(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
            digits |= c != '.';
        }
        return digits || text.equals(".");
    }

    /**
     * What a user's text names: {@code .1.3.6.1}, {@code 1.3.6.1}, {@code ifDescr}, {@code
     * ifDescr.1}, {@code IF-MIB::ifDescr.1}, {@code iso.3.6.1}, {@code mib-2.interfaces}, an
     * instance with {@code "text"} or {@code 'text'} parts, with labels, or in brackets.
     *
     * @throws UnknownNameException with the nearest names known
     */
    public Oid resolve(String text) throws UnknownNameException {
        return reader.read(text);
    }

    /** {@code IF-MIB::ifDescr.1}; index parts as net-snmp prints them, such as {@code "text"}. */
    public String qualifiedName(Oid oid) {
        return writer.write(oid, OidStyle.MODULE);
    }

    /** {@code ifDescr.1}. */
    public String shortName(Oid oid) {
        return writer.write(oid, OidStyle.SHORT);
    }

    /** The OID in any style. What comes out can be resolved again but for {@code -Ou}'s. */
    public String name(Oid oid, OidStyle style) {
        return writer.write(oid, style);
    }

    /** The scalar or column this is, or is an instance of. */
    public Optional<ObjectType> object(Oid oid) {
        return NameWriter.leaf(writer.named(oid));
    }

    /** The value as the window shows it: {@code up(1)}, {@code 3 days, 4:05:06.07}, text. */
    public String value(VarBind varBind) {
        return switch (varBind.value()) {
            case SmiValue.ObjectIdentifier(Oid oid) -> qualifiedName(oid);
            case SmiValue.Marker marker ->
                    switch (marker) {
                        case UNSPECIFIED -> "";
                        case NO_SUCH_OBJECT -> "no such object";
                        case NO_SUCH_INSTANCE -> "no such instance";
                        case END_OF_MIB_VIEW -> "end of MIB view";
                    };
            default -> ValueText.format(varBind.value(), syntax(varBind.name()));
        };
    }

    /** The value's type as the window shows it: {@code OCTET STRING (DisplayString)}. */
    public String type(VarBind varBind) {
        String base = varBind.value().typeName();
        return syntax(varBind.name())
                .flatMap(Syntax::textualConvention)
                .map(Reference::name)
                .filter(name -> !name.equals(base))
                .map(name -> base + " (" + name + ")")
                .orElse(base);
    }

    /** The decoded parts of an instance's index as texts; the numeric instance if it has none. */
    public List<String> indexParts(Oid instance) {
        MibNode node = writer.named(instance);
        Oid rest = instance.suffix(node.oid().size());
        if (rest.size() == 0) {
            return List.of();
        }
        Optional<ObjectType> object = NameWriter.leaf(node);
        if (object.isEmpty() || index.rowOf(node.oid()).isEmpty()) {
            return List.of(rest.toString());
        }
        return InstanceParts.of(index, object.get()).texts(rest).stream()
                .map(MibNames::unquoted)
                .toList();
    }

    private static String unquoted(String part) {
        boolean quoted = part.startsWith("\"") || part.startsWith("'");
        return quoted ? part.substring(1, part.length() - 1) : part;
    }

    private Optional<Syntax> syntax(Oid oid) {
        return object(oid).map(ObjectType::syntax);
    }
}

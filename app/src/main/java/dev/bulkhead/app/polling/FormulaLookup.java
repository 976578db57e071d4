package dev.bulkhead.app.polling;

import dev.bulkhead.app.formula.FormulaNames;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What names in formulas mean by the loaded modules. Any thread. */
public final class FormulaLookup implements FormulaNames {
    private static final int SEARCHED = 60;

    private final MibNames names;

    public FormulaLookup(MibNames names) {
        this.names = names;
    }

    @Override
    public Meaning of(String name) {
        Oid oid;
        try {
            oid = names.resolve(name);
        } catch (UnknownNameException unknown) {
            return new Meaning.Nothing(String.valueOf(unknown.getMessage()));
        }
        Optional<ObjectType> object = names.index().objectOf(oid);
        if (object.isEmpty()) {
            boolean isKnown = names.index().node(oid).isPresent();
            return isKnown
                    ? new Meaning.Nothing(Words.text("formula.problem.no-object", name))
                    : new Meaning.Instance(names.shortName(oid), oid, "", false);
        }
        return of(name, oid, object.get());
    }

    private Meaning of(String name, Oid oid, ObjectType object) {
        boolean exact = object.oid().equals(oid);
        if (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.ROW) {
            return new Meaning.Nothing(Words.text("formula.problem.no-object", name));
        }
        if (exact && object.kind() == ObjectKind.COLUMN) {
            return new Meaning.Nothing(Words.text("formula.problem.instance", name));
        }
        if (!isNumber(object.syntax().base())) {
            return new Meaning.Nothing(
                    Words.text("formula.problem.text", name, object.syntax().base().rfcName()));
        }
        Oid instance = exact ? oid.append(0) : oid;
        return new Meaning.Instance(
                names.shortName(instance), instance, unit(object), isCounter(object));
    }

    private static boolean isCounter(ObjectType object) {
        BaseType base = object.syntax().base();
        return base == BaseType.COUNTER32 || base == BaseType.COUNTER64;
    }

    /** In short; octets are B even where only the name says that they are counted. */
    private static String unit(ObjectType object) {
        String told = Quantity.shortUnit(Optional.of(object));
        boolean octets =
                told.isEmpty()
                        && isCounter(object)
                        && object.head().name().toLowerCase(Locale.ROOT).contains("octets");
        return octets ? "B" : told;
    }

    private static boolean isNumber(BaseType base) {
        return switch (base) {
            case INTEGER32, UNSIGNED32, GAUGE32, COUNTER32, COUNTER64, TIME_TICKS, UNKNOWN -> true;
            case OCTET_STRING,
                    OBJECT_IDENTIFIER,
                    IP_ADDRESS,
                    NETWORK_ADDRESS,
                    OPAQUE,
                    BITS,
                    SEQUENCE,
                    SEQUENCE_OF,
                    CHOICE ->
                    false;
        };
    }

    /** Objects whose names go on from {@code start}, the best first. May take some ms. */
    public List<FormulaHit> complete(String start, int limit) {
        List<FormulaHit> hits = new ArrayList<>();
        String word = start.substring(start.lastIndexOf(':') + 1);
        for (var hit : names.index().search(word, SEARCHED)) {
            if (hits.size() < limit) {
                hit(hit.node()).ifPresent(hits::add);
            }
        }
        return hits;
    }

    private Optional<FormulaHit> hit(MibNode node) {
        return node.definition()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .filter(object -> isNumber(object.syntax().base()))
                .filter(object ->
                        object.kind() == ObjectKind.COLUMN || object.kind() == ObjectKind.SCALAR)
                .map(object ->
                        new FormulaHit(
                                node.name(),
                                object.kind() == ObjectKind.COLUMN ? "." : ".0",
                                object.head().module(),
                                object.syntax().base().rfcName(),
                                isCounter(object) ? unit(object) + "/s" : unit(object)));
    }
}

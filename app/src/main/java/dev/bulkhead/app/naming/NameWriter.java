package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** OIDs to names, in each {@link OidStyle}. */
final class NameWriter {
    /** What {@code -Ou} cuts off; net-snmp's own list. */
    private static final List<String> UCD_PREFIXES =
            List.of(
                    ".iso.org.dod.internet.mgmt.mib-2.",
                    ".iso.org.dod.internet.experimental.",
                    ".iso.org.dod.internet.private.",
                    ".iso.org.dod.internet.snmpParties.",
                    ".iso.org.dod.internet.snmpSecrets.");

    private final MibIndex index;

    NameWriter(MibIndex index) {
        this.index = index;
    }

    String write(Oid oid, OidStyle style) {
        MibNode node = named(oid);
        if (style.form() == OidStyle.Form.NUMERIC || node.oid().size() == 0) {
            return oid.toDottedString();
        }
        StringBuilder text = new StringBuilder(head(node, style.form()));
        Oid rest = oid.suffix(node.oid().size());
        Optional<ObjectType> object = leaf(node);
        if (object.isPresent() && style.breakDown()) {
            boolean brackets = style.brackets() && object.get().kind() == ObjectKind.COLUMN;
            InstanceParts parts = InstanceParts.of(index, object.get());
            for (String part : brackets ? parts.texts(rest, style.typed()) : parts.texts(rest)) {
                text.append(brackets ? "[" + part + "]" : "." + part);
            }
        } else if (rest.size() > 0) {
            text.append('.').append(rest);
        }
        return style.form() == OidStyle.Form.UCD ? withoutPrefix(text.toString()) : text.toString();
    }

    private static String head(MibNode node, OidStyle.Form form) {
        return switch (form) {
            case MODULE -> node.definition().map(d -> d.module() + "::").orElse("") + node.name();
            case SUFFIX -> node.name();
            case FULL, UCD -> path(node);
            case NUMERIC -> node.oid().toDottedString();
        };
    }

    private static String path(MibNode node) {
        List<String> names = new ArrayList<>();
        Optional<MibNode> at = Optional.of(node);
        while (at.isPresent() && at.get().oid().size() > 0) {
            names.add(at.get().name());
            at = at.get().parent();
        }
        Collections.reverse(names);
        return "." + String.join(".", names);
    }

    private static String withoutPrefix(String path) {
        for (String prefix : UCD_PREFIXES) {
            if (path.startsWith(prefix)) {
                return path.substring(prefix.length());
            }
        }
        return path;
    }

    /**
     * The node an OID is named after: the scalar or column it is an instance of, even where a
     * module names that one instance too (DISMAN-EVENT-MIB::sysUpTimeInstance); else the nearest
     * node that a module defines; else {@code iso} and its like.
     */
    MibNode named(Oid oid) {
        MibNode nearest = index.nearest(oid);
        Optional<MibNode> at = Optional.of(nearest);
        while (at.isPresent()) {
            if (leaf(at.get()).isPresent()) {
                return at.get();
            }
            at = at.get().parent();
        }
        MibNode named = nearest;
        while (named.definition().isEmpty() && named.oid().size() > 1) {
            named = named.parent().orElseThrow();
        }
        return named;
    }

    /** The scalar or column at this node. */
    static Optional<ObjectType> leaf(MibNode node) {
        return node.definition()
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast)
                .filter(o -> o.kind() == ObjectKind.SCALAR || o.kind() == ObjectKind.COLUMN);
    }
}

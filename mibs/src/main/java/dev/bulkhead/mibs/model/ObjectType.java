package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/**
 * OBJECT-TYPE (RFC 2578 §7; RFC 1212 for SMIv1).
 *
 * @param kind scalar, table, row or column, by its place in the tree and its syntax
 * @param index the INDEX clause of a row; for a row that AUGMENTS another, that row's; for an SMIv1
 *     or broken row without either, empty. Empty for all that are no rows
 * @param augments for a row: the row it augments
 * @param defaultValue DEFVAL as written between its braces
 */
public record ObjectType(
        DefinitionHead head,
        Oid oid,
        ObjectKind kind,
        Syntax syntax,
        Optional<String> units,
        MaxAccess maxAccess,
        List<IndexPart> index,
        Optional<Reference> augments,
        Optional<String> defaultValue)
        implements OidDefinition {
    public ObjectType {
        index = List.copyOf(index);
    }
}

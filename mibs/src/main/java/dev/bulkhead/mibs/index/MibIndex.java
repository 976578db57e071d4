package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about a set of compiled modules: the OID tree, names and search. Immutable; any
 * thread may use it, none of its methods blocks.
 */
public final class MibIndex {
    /** The index of no modules; its tree has the well-known roots only. */
    public static MibIndex empty() {
        return of(List.of());
    }

    /** Builds the index of these modules. */
    public static MibIndex of(Collection<MibModule> modules) {
        throw new UnsupportedOperationException();
    }

    /** The modules, by name. */
    public List<MibModule> modules() {
        throw new UnsupportedOperationException();
    }

    public Optional<MibModule> module(String name) {
        throw new UnsupportedOperationException();
    }

    /** How many OBJECT-TYPEs there are. */
    public int objectCount() {
        throw new UnsupportedOperationException();
    }

    /** The root of the tree: its OID is empty, its children are ccitt, iso, joint-iso-ccitt. */
    public MibNode root() {
        throw new UnsupportedOperationException();
    }

    /** The node at exactly this OID. */
    public Optional<MibNode> node(Oid oid) {
        throw new UnsupportedOperationException();
    }

    /** The deepest known node at or above this OID; the root if nothing is known. */
    public MibNode nearest(Oid oid) {
        throw new UnsupportedOperationException();
    }

    /** The object an instance's OID belongs to: the nearest node if it is a scalar or column. */
    public Optional<ObjectType> objectOf(Oid instance) {
        throw new UnsupportedOperationException();
    }

    /** The definition {@code module::name}. */
    public Optional<Definition> definition(String module, String name) {
        throw new UnsupportedOperationException();
    }

    /** All definitions of this name in any module; those in current use first. */
    public List<Definition> definitions(String name) {
        throw new UnsupportedOperationException();
    }

    /** The row object of a table, row or column's OID; empty for others. */
    public Optional<ObjectType> rowOf(Oid oid) {
        throw new UnsupportedOperationException();
    }

    /** The columns of a table, row or column's OID, by sub-identifier; empty for others. */
    public List<ObjectType> columnsOf(Oid oid) {
        throw new UnsupportedOperationException();
    }

    /**
     * Definitions matching what a user typed: part of a name, {@code MODULE::name}, a numeric OID's
     * beginning, or words of a description. Best first: exact name, name's start, word start in a
     * name, inside a name, OID, description.
     *
     * @param limit how many at most
     */
    public List<SearchHit> search(String query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One result of a search: the node and what of it matched. */
    public record SearchHit(MibNode node, Match match) {
        /** What matched, best first. */
        public enum Match {
            EXACT_NAME,
            NAME_START,
            WORD_START,
            INSIDE_NAME,
            OID,
            DESCRIPTION
        }
    }
}

package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;

/** A row's INDEX to and from the instance part of an OID (RFC 2578 §7.7). Immutable. */
public final class IndexCodec {
    private IndexCodec() {}

    /** The codec of a row's INDEX (an augmenting row has that of the row it augments). */
    public static IndexCodec of(ObjectType row) {
        throw new UnsupportedOperationException();
    }

    public List<IndexPart> parts() {
        throw new UnsupportedOperationException();
    }

    /** The typed key parts; empty if the instance does not fit the INDEX clause. */
    public Optional<List<SmiValue>> decode(Oid instance) {
        throw new UnsupportedOperationException();
    }

    /**
     * The instance of these key parts.
     *
     * @throws IllegalArgumentException if their number or types do not fit the INDEX clause
     */
    public Oid encode(List<SmiValue> key) {
        throw new UnsupportedOperationException();
    }
}

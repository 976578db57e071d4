package dev.bulkhead.app.naming;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/** Names to OIDs and OIDs and values to text, over one set of loaded modules. Immutable. */
public final class MibNames {
    private final MibIndex index;

    public MibNames(MibIndex index) {
        this.index = index;
    }

    public MibIndex index() {
        return index;
    }

    /**
     * What a user's text names: {@code .1.3.6.1}, {@code 1.3.6.1}, {@code ifDescr}, {@code
     * ifDescr.1}, {@code IF-MIB::ifDescr.1}, {@code iso.3.6.1}, {@code mib-2.interfaces}, an
     * instance with {@code "text"} or {@code 'text'} parts.
     *
     * @throws UnknownNameException with the nearest names known
     */
    public Oid resolve(String text) throws UnknownNameException {
        throw new UnsupportedOperationException();
    }

    /** {@code IF-MIB::ifDescr.1}; index parts as net-snmp prints them, such as {@code "text"}. */
    public String qualifiedName(Oid oid) {
        throw new UnsupportedOperationException();
    }

    /** {@code ifDescr.1}. */
    public String shortName(Oid oid) {
        throw new UnsupportedOperationException();
    }

    /** The value as the window shows it: {@code up(1)}, {@code 3 days, 4:05:06.07}, text. */
    public String value(VarBind varBind) {
        throw new UnsupportedOperationException();
    }

    /** The value's type as the window shows it: {@code OctetString (DisplayString)}. */
    public String type(VarBind varBind) {
        throw new UnsupportedOperationException();
    }

    /** The decoded parts of an instance's index as texts; the numeric instance if it has none. */
    public List<String> indexParts(Oid instance) {
        throw new UnsupportedOperationException();
    }
}

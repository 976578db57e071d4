package dev.bulkhead.app.naming;

/**
 * How OIDs are written, as net-snmp's {@code -O} letters.
 *
 * @param form which of the names stand there
 * @param breakDown whether index parts are read by the INDEX clause ({@code -Ob}: not)
 * @param brackets whether index parts stand in brackets ({@code -OX})
 * @param typed whether a text in brackets has its type before it, as net-snmp writes it without
 *     {@code -Oq}
 */
public record OidStyle(Form form, boolean breakDown, boolean brackets, boolean typed) {
    /** {@code IF-MIB::ifDescr.1}. */
    public static final OidStyle MODULE = new OidStyle(Form.MODULE, true, false, true);

    /** {@code ifDescr.1}. */
    public static final OidStyle SHORT = new OidStyle(Form.SUFFIX, true, false, true);

    /** Which names of an OID stand there. */
    public enum Form {
        /** {@code IF-MIB::ifDescr.1} ({@code -OS}). */
        MODULE,
        /** {@code ifDescr.1} ({@code -Os}). */
        SUFFIX,
        /** {@code .iso.org.dod.internet.mgmt.mib-2.interfaces.ifTable...} ({@code -Of}). */
        FULL,
        /** {@code interfaces.ifTable.ifEntry.ifDescr.1} ({@code -Ou}). */
        UCD,
        /** {@code .1.3.6.1.2.1.2.2.1.2.1} ({@code -On}). */
        NUMERIC
    }

    public OidStyle withForm(Form other) {
        return new OidStyle(other, breakDown, brackets, typed);
    }

    public OidStyle withBreakDown(boolean breaks) {
        return new OidStyle(form, breaks, brackets, typed);
    }

    public OidStyle withBrackets(boolean bracketed) {
        return new OidStyle(form, breakDown, bracketed, typed);
    }

    public OidStyle withTyped(boolean type) {
        return new OidStyle(form, breakDown, brackets, type);
    }
}

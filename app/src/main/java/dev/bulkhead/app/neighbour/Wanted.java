package dev.bulkhead.app.neighbour;

import dev.bulkhead.mibs.smi.Oid;

/**
 * Something that is polled, by its number.
 *
 * @param oid of an instance, or of a column or subtree whose instances are all wanted
 * @param isAll whether all below it is wanted
 * @param name the object's with its module, and the instance if it is one: {@code IF-MIB::ifMtu.1}
 */
record Wanted(Oid oid, boolean isAll, String name) {
    /** The name without its module. */
    String shortName() {
        int colons = name.indexOf("::");
        return colons < 0 ? name : name.substring(colons + 2);
    }
}

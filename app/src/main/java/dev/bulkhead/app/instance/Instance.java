package dev.bulkhead.app.instance;

import dev.bulkhead.mibs.smi.Oid;
import java.util.Locale;

/**
 * An instance of a column.
 *
 * @param index its index, decoded
 * @param label what the device calls its row; "" if it does not
 */
public record Instance(Oid oid, String index, String label) {
    boolean matches(String wanted) {
        String all = index + ' ' + label;
        return all.toLowerCase(Locale.ROOT).contains(wanted.strip().toLowerCase(Locale.ROOT));
    }
}

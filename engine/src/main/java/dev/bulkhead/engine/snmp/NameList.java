package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names to be asked for together, perhaps of many agents and often. On the loop's thread. */
final class NameList {
    private final List<Oid> names;
    private @Nullable Question whole;

    NameList(List<Oid> names) {
        this.names = names;
    }

    int size() {
        return names.size();
    }

    Oid get(int place) {
        return names.get(place);
    }

    /** A GET of all of them. */
    Question whole() {
        if (whole == null) {
            whole = Question.get(names);
        }
        return whole;
    }

    /** Whether variables have these names, in order. */
    boolean areThoseOf(List<VarBind> varBinds) {
        if (varBinds.size() != names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!varBinds.get(i).name().equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }
}

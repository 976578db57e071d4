package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The variables of a frame's samples, names shortened: polled names are those of the sample before,
 * walked ones differ from the variable before in their last sub-identifiers. Saves most of the time
 * that names take at both ends, and the reader shares what is the same.
 *
 * <p>A name is 0 if it is that of the variable at the same place of the sample before; else one
 * more than how many sub-identifiers it has in common with the variable before, how many follow,
 * and those. Both ends begin anew with each frame.
 */
final class NameCodec {
    /**
     * Sub-identifiers that may be taken from other names: a frame's values have 256,000 at most.
     */
    private static final int MAX_TAKEN = 4_000_000;

    /** Longer names are written out: only a hostile agent has them. */
    private static final int MAX_SAME = 128;

    private List<VarBind> before = List.of();
    private int taken;
    private Oid last = Oid.EMPTY;

    @SuppressWarnings(
            "ReferenceEquality") // an equal name that is another object costs a few octets
    void write(WireOut out, List<VarBind> varBinds) {
        int count = varBinds.size();
        out.unsigned(count);
        for (int i = 0; i < count; i++) {
            VarBind varBind = varBinds.get(i);
            Oid name = varBind.name();
            if (i < before.size() && before.get(i).name() == name) {
                out.octet(0);
            } else {
                writeName(out, name);
            }
            last = name;
            ValueCodec.writeValue(out, varBind.value());
        }
        before = varBinds;
    }

    private void writeName(WireOut out, Oid name) {
        int size = name.size();
        int most = Math.min(Math.min(size, last.size()), MAX_SAME);
        int same = 0;
        while (same < most && name.get(same) == last.get(same)) {
            same++;
        }
        out.unsigned(same + 1L);
        out.unsigned(size - same);
        for (int i = same; i < size; i++) {
            out.unsigned(name.get(i));
        }
    }

    List<VarBind> read(WireIn in) throws MalformedFrameException {
        int count = in.elements();
        List<VarBind> varBinds = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            Oid name = readName(in, i);
            last = name;
            SmiValue value = ValueCodec.readValue(in);
            varBinds.add(new VarBind(name, value));
        }
        before = varBinds;
        return varBinds;
    }

    private Oid readName(WireIn in, int place) throws MalformedFrameException {
        int code = in.count(Integer.MAX_VALUE);
        if (code == 0) {
            if (place >= before.size()) {
                throw new MalformedFrameException("a name as before where there was none");
            }
            return before.get(place).name();
        }
        int same = code - 1;
        taken += same;
        if (same > last.size() || same > MAX_SAME || taken > MAX_TAKEN) {
            throw new MalformedFrameException("a name that has more in common than there is");
        }
        return in.oid(last, same);
    }
}

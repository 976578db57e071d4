package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketField.Kind;
import java.util.ArrayList;
import java.util.List;

/** The fields of one message, as they are read. Bounded; on the loop's thread. */
final class FieldLog {
    private final List<PacketField> fields = new ArrayList<>();
    private int depth;
    private boolean opened;

    void clear() {
        fields.clear();
        depth = 0;
        opened = false;
    }

    /** What follows stands in the decrypted octets. */
    void open() {
        opened = true;
    }

    /** A field that is read. */
    void add(Kind kind, int from, int end, String text) {
        if (fields.size() < PacketField.MOST) {
            fields.add(new PacketField(kind, depth, opened, from, end - from, text));
        } else if (fields.size() == PacketField.MOST) {
            fields.add(new PacketField(Kind.MORE, 0, opened, from, end - from, ""));
        }
    }

    /** A field whose parts follow, up to {@link #leave}. */
    void enter(Kind kind, int from, int end) {
        enter(kind, from, end, "");
    }

    /** The same, where its beginning says something of its own. */
    void enter(Kind kind, int from, int end, String text) {
        add(kind, from, end, text);
        depth++;
    }

    void leave() {
        depth--;
    }

    List<PacketField> fields() {
        return fields;
    }
}

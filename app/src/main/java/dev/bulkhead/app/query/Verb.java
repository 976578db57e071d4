package dev.bulkhead.app.query;

import dev.bulkhead.mibs.index.MibNode;

/** What can be asked of an agent. */
public enum Verb {
    GET("get"),
    GET_NEXT("get-next"),
    GET_BULK("get-bulk"),
    /** All below, by GETNEXT: slow, and works where an agent's GETBULK does not. */
    GET_SUBTREE("get-subtree"),
    /** All below, by GETBULK. */
    WALK("walk"),
    TABLE_VIEW("table-view"),
    /** Opens the Set desk. */
    SET("set");

    private final String id;

    Verb(String id) {
        this.id = id;
    }

    /** Its command's id. */
    public String id() {
        return id;
    }

    /** What Enter on a node does. */
    public static Verb usual(MibNode node) {
        return switch (node.kind()) {
            case SCALAR -> GET;
            case TABLE, ROW -> TABLE_VIEW;
            default -> WALK;
        };
    }
}

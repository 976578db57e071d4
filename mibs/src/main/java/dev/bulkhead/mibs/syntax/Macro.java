package dev.bulkhead.mibs.syntax;

import java.util.Optional;

/** The macros that define values (RFC 2578-2580, RFC 1212, RFC 1215). */
public enum Macro {
    MODULE_IDENTITY("MODULE-IDENTITY"),
    OBJECT_IDENTITY("OBJECT-IDENTITY"),
    OBJECT_TYPE("OBJECT-TYPE"),
    NOTIFICATION_TYPE("NOTIFICATION-TYPE"),
    TRAP_TYPE("TRAP-TYPE"),
    OBJECT_GROUP("OBJECT-GROUP"),
    NOTIFICATION_GROUP("NOTIFICATION-GROUP"),
    MODULE_COMPLIANCE("MODULE-COMPLIANCE"),
    AGENT_CAPABILITIES("AGENT-CAPABILITIES");

    private final String keyword;

    Macro(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }

    /** The macro of this keyword, if it is one. */
    public static Optional<Macro> of(String keyword) {
        for (Macro macro : values()) {
            if (macro.keyword.equals(keyword)) {
                return Optional.of(macro);
            }
        }
        return Optional.empty();
    }
}

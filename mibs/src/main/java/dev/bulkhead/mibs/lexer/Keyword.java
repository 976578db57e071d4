package dev.bulkhead.mibs.lexer;

import org.jspecify.annotations.Nullable;

/** The words with a meaning of their own in SMI (RFC 2578 §3.7, RFC 1212, RFC 1215). */
public enum Keyword {
    MODULE_IDENTITY("MODULE-IDENTITY", Role.MACRO),
    OBJECT_IDENTITY("OBJECT-IDENTITY", Role.MACRO),
    OBJECT_TYPE("OBJECT-TYPE", Role.MACRO),
    NOTIFICATION_TYPE("NOTIFICATION-TYPE", Role.MACRO),
    TRAP_TYPE("TRAP-TYPE", Role.MACRO),
    OBJECT_GROUP("OBJECT-GROUP", Role.MACRO),
    NOTIFICATION_GROUP("NOTIFICATION-GROUP", Role.MACRO),
    MODULE_COMPLIANCE("MODULE-COMPLIANCE", Role.MACRO),
    AGENT_CAPABILITIES("AGENT-CAPABILITIES", Role.MACRO),

    DESCRIPTION("DESCRIPTION", Role.TEXT_CLAUSE),
    REFERENCE("REFERENCE", Role.TEXT_CLAUSE),
    UNITS("UNITS", Role.TEXT_CLAUSE),
    DISPLAY_HINT("DISPLAY-HINT", Role.TEXT_CLAUSE),
    LAST_UPDATED("LAST-UPDATED", Role.TEXT_CLAUSE),
    ORGANIZATION("ORGANIZATION", Role.TEXT_CLAUSE),
    CONTACT_INFO("CONTACT-INFO", Role.TEXT_CLAUSE),
    REVISION("REVISION", Role.TEXT_CLAUSE),
    PRODUCT_RELEASE("PRODUCT-RELEASE", Role.TEXT_CLAUSE),

    STATUS("STATUS", Role.WORD_CLAUSE),
    ACCESS("ACCESS", Role.WORD_CLAUSE),
    MAX_ACCESS("MAX-ACCESS", Role.WORD_CLAUSE),
    MIN_ACCESS("MIN-ACCESS", Role.WORD_CLAUSE),
    GROUP("GROUP", Role.WORD_CLAUSE),
    VARIATION("VARIATION", Role.WORD_CLAUSE),
    /** The clause of MODULE-COMPLIANCE, and the first word of OBJECT IDENTIFIER. */
    OBJECT("OBJECT", Role.WORD_CLAUSE),

    INDEX("INDEX", Role.LIST_CLAUSE),
    AUGMENTS("AUGMENTS", Role.LIST_CLAUSE),
    OBJECTS("OBJECTS", Role.LIST_CLAUSE),
    NOTIFICATIONS("NOTIFICATIONS", Role.LIST_CLAUSE),
    VARIABLES("VARIABLES", Role.LIST_CLAUSE),
    MANDATORY_GROUPS("MANDATORY-GROUPS", Role.LIST_CLAUSE),
    INCLUDES("INCLUDES", Role.LIST_CLAUSE),
    CREATION_REQUIRES("CREATION-REQUIRES", Role.LIST_CLAUSE),
    ENTERPRISE("ENTERPRISE", Role.LIST_CLAUSE),
    MODULE("MODULE", Role.LIST_CLAUSE),
    SUPPORTS("SUPPORTS", Role.LIST_CLAUSE),

    SYNTAX("SYNTAX", Role.TYPE_CLAUSE),
    WRITE_SYNTAX("WRITE-SYNTAX", Role.TYPE_CLAUSE),
    DEFVAL("DEFVAL", Role.VALUE_CLAUSE),

    TEXTUAL_CONVENTION("TEXTUAL-CONVENTION", Role.WORD),
    MACRO("MACRO", Role.WORD),
    DEFINITIONS("DEFINITIONS", Role.WORD),
    BEGIN("BEGIN", Role.WORD),
    END("END", Role.WORD),
    IMPORTS("IMPORTS", Role.WORD),
    EXPORTS("EXPORTS", Role.WORD),
    FROM("FROM", Role.WORD),
    IDENTIFIER("IDENTIFIER", Role.WORD),
    INTEGER("INTEGER", Role.WORD),
    OCTET("OCTET", Role.WORD),
    STRING("STRING", Role.WORD),
    BITS("BITS", Role.WORD),
    SEQUENCE("SEQUENCE", Role.WORD),
    OF("OF", Role.WORD),
    CHOICE("CHOICE", Role.WORD),
    SIZE("SIZE", Role.WORD),
    MIN("MIN", Role.WORD),
    MAX("MAX", Role.WORD),
    IMPLIED("IMPLIED", Role.WORD),
    IMPLICIT("IMPLICIT", Role.WORD),
    EXPLICIT("EXPLICIT", Role.WORD);

    private enum Role {
        MACRO,
        TEXT_CLAUSE,
        WORD_CLAUSE,
        LIST_CLAUSE,
        TYPE_CLAUSE,
        VALUE_CLAUSE,
        WORD
    }

    private static final Keyword[] ALL = values();
    private static final int SLOTS = 512;
    private static final @Nullable Keyword[] TABLE = new Keyword[SLOTS];

    static {
        for (Keyword keyword : ALL) {
            int slot = slot(hash(keyword.bytes, 0, keyword.bytes.length));
            while (TABLE[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            TABLE[slot] = keyword;
        }
    }

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final byte[] bytes;

    private final Role role;

    Keyword(String word, Role role) {
        this.word = word;
        this.bytes = word.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        this.role = role;
    }

    /** As it is written. */
    public String word() {
        return word;
    }

    public boolean isMacro() {
        return role == Role.MACRO;
    }

    /** Whether a clause begins with it. */
    public boolean isClause() {
        return role != Role.MACRO && role != Role.WORD;
    }

    /** Whether a quoted text follows it. */
    public boolean isTextClause() {
        return role == Role.TEXT_CLAUSE;
    }

    public boolean isWordClause() {
        return role == Role.WORD_CLAUSE;
    }

    public boolean isTypeClause() {
        return role == Role.TYPE_CLAUSE;
    }

    static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (SLOTS - 1);
    }

    /** The keyword that stands there and has this hash, if it is one. */
    static @Nullable Keyword of(byte[] text, int start, int end, int hash) {
        int slot = slot(hash);
        for (Keyword keyword = TABLE[slot]; keyword != null; keyword = TABLE[slot]) {
            if (keyword.matches(text, start, end)) {
                return keyword;
            }
            slot = (slot + 1) % SLOTS;
        }
        return null;
    }

    /** The keyword of this word, if it is one. */
    public static @Nullable Keyword of(String word) {
        for (Keyword keyword : ALL) {
            if (keyword.word.equals(word)) {
                return keyword;
            }
        }
        return null;
    }

    private boolean matches(byte[] text, int start, int end) {
        if (end - start != bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (text[start + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

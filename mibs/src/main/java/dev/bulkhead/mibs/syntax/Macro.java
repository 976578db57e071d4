package dev.bulkhead.mibs.syntax;

import dev.bulkhead.mibs.lexer.Keyword;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The macros that define values (RFC 2578-2580, RFC 1212, RFC 1215). */
public enum Macro {
    MODULE_IDENTITY(Keyword.MODULE_IDENTITY),
    OBJECT_IDENTITY(Keyword.OBJECT_IDENTITY),
    OBJECT_TYPE(Keyword.OBJECT_TYPE),
    NOTIFICATION_TYPE(Keyword.NOTIFICATION_TYPE),
    TRAP_TYPE(Keyword.TRAP_TYPE),
    OBJECT_GROUP(Keyword.OBJECT_GROUP),
    NOTIFICATION_GROUP(Keyword.NOTIFICATION_GROUP),
    MODULE_COMPLIANCE(Keyword.MODULE_COMPLIANCE),
    AGENT_CAPABILITIES(Keyword.AGENT_CAPABILITIES);

    private static final Map<Keyword, Macro> BY_KEYWORD = new EnumMap<>(Keyword.class);

    static {
        for (Macro macro : values()) {
            BY_KEYWORD.put(macro.keyword, macro);
        }
    }

    private final Keyword keyword;

    Macro(Keyword keyword) {
        this.keyword = keyword;
    }

    public Keyword keyword() {
        return keyword;
    }

    /** The macro of a keyword that {@linkplain Keyword#isMacro is one}. */
    public static Macro of(Keyword keyword) {
        return Objects.requireNonNull(BY_KEYWORD.get(keyword));
    }

    /** Whether a word names a macro. */
    public static boolean isMacro(String word) {
        @Nullable Keyword keyword = Keyword.of(word);
        return keyword != null && keyword.isMacro();
    }
}

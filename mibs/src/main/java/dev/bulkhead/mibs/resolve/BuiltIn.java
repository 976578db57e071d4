package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.syntax.Macro;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What needs no definition: the base types of RFC 2578 §7.1 and RFC 1155 §3.2, and macro names. */
final class BuiltIn {
    private static final Map<String, BaseType> TYPES =
            Map.ofEntries(
                    Map.entry("INTEGER", BaseType.INTEGER32),
                    Map.entry("Integer32", BaseType.INTEGER32),
                    Map.entry("Unsigned32", BaseType.UNSIGNED32),
                    Map.entry("UInteger32", BaseType.UNSIGNED32),
                    Map.entry("Gauge", BaseType.GAUGE32),
                    Map.entry("Gauge32", BaseType.GAUGE32),
                    Map.entry("Counter", BaseType.COUNTER32),
                    Map.entry("Counter32", BaseType.COUNTER32),
                    Map.entry("Counter64", BaseType.COUNTER64),
                    Map.entry("TimeTicks", BaseType.TIME_TICKS),
                    Map.entry("OCTET STRING", BaseType.OCTET_STRING),
                    Map.entry("OBJECT IDENTIFIER", BaseType.OBJECT_IDENTIFIER),
                    Map.entry("IpAddress", BaseType.IP_ADDRESS),
                    Map.entry("NetworkAddress", BaseType.NETWORK_ADDRESS),
                    Map.entry("Opaque", BaseType.OPAQUE),
                    Map.entry("BITS", BaseType.BITS),
                    Map.entry("SEQUENCE", BaseType.SEQUENCE),
                    Map.entry("SEQUENCE OF", BaseType.SEQUENCE_OF),
                    Map.entry("CHOICE", BaseType.CHOICE));

    private BuiltIn() {}

    private static final Set<String> PRIMITIVE =
            Set.of(
                    "INTEGER",
                    "OCTET STRING",
                    "OBJECT IDENTIFIER",
                    "BITS",
                    "SEQUENCE",
                    "SEQUENCE OF",
                    "CHOICE");
    private static final Set<String> FIRST_VERSION = Set.of("Counter", "Gauge", "NetworkAddress");

    static @Nullable BaseType type(String name) {
        return TYPES.get(name);
    }

    /** Whether a base type must be imported before it is used (RFC 2578 §3.2). */
    static boolean needsImport(String type) {
        return !PRIMITIVE.contains(type);
    }

    /** The module that defines a base type. */
    static String home(String type) {
        return FIRST_VERSION.contains(type) ? "RFC1155-SMI" : "SNMPv2-SMI";
    }

    /** All base types' names. */
    static Set<String> types() {
        return TYPES.keySet();
    }

    /** Whether a word can be imported although no text defines it. */
    static boolean isWord(String name) {
        return TYPES.containsKey(name)
                || Macro.isMacro(name)
                || name.equals("TEXTUAL-CONVENTION")
                || name.equals("ObjectName")
                || name.equals("ObjectSyntax")
                || name.equals("NotificationName")
                || name.equals("SimpleSyntax")
                || name.equals("ApplicationSyntax");
    }
}

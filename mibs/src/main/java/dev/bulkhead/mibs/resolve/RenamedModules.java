package dev.bulkhead.mibs.resolve;

import java.util.Map;

/** Modules that were renamed or replaced, by the name old modules import them under. */
final class RenamedModules {
    private static final Map<String, String> CURRENT =
            Map.ofEntries(
                    Map.entry("RFC1065-SMI", "RFC1155-SMI"),
                    Map.entry("RFC-1155", "RFC1155-SMI"),
                    Map.entry("RFC1155", "RFC1155-SMI"),
                    Map.entry("SNMPv2-SMI-v1", "SNMPv2-SMI"),
                    Map.entry("SNMPv2-TC-v1", "SNMPv2-TC"),
                    Map.entry("RFC1212", "RFC-1212"),
                    Map.entry("RFC1215", "RFC-1215"),
                    Map.entry("RFC-1213", "RFC1213-MIB"),
                    Map.entry("RFC-1213-MIB", "RFC1213-MIB"),
                    Map.entry("RFC1213", "RFC1213-MIB"),
                    Map.entry("RFC1158-MIB", "RFC1213-MIB"),
                    Map.entry("RFC1156-MIB", "RFC1213-MIB"),
                    Map.entry("RFC1066-MIB", "RFC1213-MIB"),
                    Map.entry("MIB-II", "RFC1213-MIB"),
                    Map.entry("RFC1271-MIB", "RMON-MIB"),
                    Map.entry("RFC1286-MIB", "BRIDGE-MIB"),
                    Map.entry("RFC1315-MIB", "FRAME-RELAY-DTE-MIB"),
                    Map.entry("RFC1316-MIB", "CHARACTER-MIB"),
                    Map.entry("RFC1406-MIB", "DS1-MIB"),
                    Map.entry("RFC1407-MIB", "DS3-MIB"),
                    Map.entry("RFC1398-MIB", "EtherLike-MIB"),
                    Map.entry("RFC1573-MIB", "IF-MIB"),
                    Map.entry("RFC1595-MIB", "SONET-MIB"));

    private RenamedModules() {}

    static String current(String name) {
        return CURRENT.getOrDefault(name, name);
    }
}

package dev.bulkhead.mibs.resolve;

import java.util.Map;

/** Modules that were renamed or replaced, by the name old modules import them under. */
final class RenamedModules {
    private static final Map<String, String> CURRENT =
            Map.ofEntries(
                    Map.entry("RFC1065-SMI", "RFC1155-SMI"),
                    Map.entry("RFC-1155", "RFC1155-SMI"),
                    Map.entry("RFC1155", "RFC1155-SMI"),
                    Map.entry("RFC-1155-SMI", "RFC1155-SMI"),
                    Map.entry("SNMPv2-SMI-v1", "SNMPv2-SMI"),
                    Map.entry("SNMPv2-TC-v1", "SNMPv2-TC"),
                    Map.entry("SNMPV2-SMI", "SNMPv2-SMI"),
                    Map.entry("SNMPV2-TC", "SNMPv2-TC"),
                    Map.entry("SNMPv2-CONF-v1", "SNMPv2-CONF"),
                    Map.entry("RFC1212", "RFC-1212"),
                    Map.entry("RFC1212-MIB", "RFC-1212"),
                    Map.entry("RFC1215", "RFC-1215"),
                    Map.entry("RFC1215-MIB", "RFC-1215"),
                    Map.entry("RFC-1213", "RFC1213-MIB"),
                    Map.entry("RFC-1213-MIB", "RFC1213-MIB"),
                    Map.entry("RFC1213", "RFC1213-MIB"),
                    Map.entry("RFC1213-MIB-II", "RFC1213-MIB"),
                    Map.entry("RFC1158-MIB", "RFC1213-MIB"),
                    Map.entry("RFC1156-MIB", "RFC1213-MIB"),
                    Map.entry("RFC1066-MIB", "RFC1213-MIB"),
                    Map.entry("MIB-II", "RFC1213-MIB"),
                    Map.entry("MIB-2", "RFC1213-MIB"),
                    Map.entry("RFC1229-MIB", "IF-MIB"),
                    Map.entry("RFC1231-MIB", "TOKENRING-MIB"),
                    Map.entry("RFC1253-MIB", "OSPF-MIB"),
                    Map.entry("RFC1269-MIB", "BGP4-MIB"),
                    Map.entry("RFC1271-MIB", "RMON-MIB"),
                    Map.entry("RFC1284-MIB", "EtherLike-MIB"),
                    Map.entry("RFC1286-MIB", "BRIDGE-MIB"),
                    Map.entry("RFC1304-MIB", "SIP-MIB"),
                    Map.entry("RFC1315-MIB", "FRAME-RELAY-DTE-MIB"),
                    Map.entry("RFC1316-MIB", "CHARACTER-MIB"),
                    Map.entry("RFC1317-MIB", "RS-232-MIB"),
                    Map.entry("RFC1318-MIB", "PARALLEL-MIB"),
                    Map.entry("RFC1354-MIB", "IP-FORWARD-MIB"),
                    Map.entry("RFC1389-MIB", "RIPv2-MIB"),
                    Map.entry("RFC1398-MIB", "EtherLike-MIB"),
                    Map.entry("RFC1406-MIB", "DS1-MIB"),
                    Map.entry("RFC1407-MIB", "DS3-MIB"),
                    Map.entry("RFC1493-MIB", "BRIDGE-MIB"),
                    Map.entry("RFC1573-MIB", "IF-MIB"),
                    Map.entry("RFC1595-MIB", "SONET-MIB"),
                    Map.entry("RFC1650-MIB", "EtherLike-MIB"),
                    Map.entry("RFC1697-MIB", "RDBMS-MIB"),
                    Map.entry("RFC1757-MIB", "RMON-MIB"),
                    Map.entry("RFC1759-MIB", "Printer-MIB"),
                    Map.entry("RFC2233-MIB", "IF-MIB"),
                    Map.entry("RFC2737-MIB", "ENTITY-MIB"),
                    Map.entry("RFC2819-MIB", "RMON-MIB"),
                    Map.entry("RFC2863-MIB", "IF-MIB"));

    private RenamedModules() {}

    static String current(String name) {
        return CURRENT.getOrDefault(name, name);
    }
}

package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which objects hold names and addresses: some by their OIDs, so that they are known without
 * modules, the others by the textual conventions of loaded modules.
 */
final class SensitiveObjects {
    private static final String MIB_2 = "1.3.6.1.2.1.";
    private static final String SNMP_MODULES = "1.3.6.1.6.3.";

    private static final List<String> NAMES =
            List.of(
                    MIB_2 + "1.4", // sysContact
                    MIB_2 + "1.5", // sysName
                    MIB_2 + "1.6", // sysLocation
                    MIB_2 + "31.1.1.1.18", // ifAlias
                    MIB_2 + "17.7.1.4.3.1.1", // dot1qVlanStaticName
                    MIB_2 + "33.1.1.5", // upsIdentName
                    MIB_2 + "43.5.1.1.4", // prtGeneralCurrentOperator
                    MIB_2 + "43.5.1.1.5", // prtGeneralServicePerson
                    MIB_2 + "43.5.1.1.16", // prtGeneralPrinterName
                    MIB_2 + "43.5.1.1.17", // prtGeneralSerialNumber
                    MIB_2 + "47.1.1.1.1.11", // entPhysicalSerialNum
                    MIB_2 + "47.1.1.1.1.14", // entPhysicalAlias
                    MIB_2 + "47.1.1.1.1.15", // entPhysicalAssetID
                    "1.0.8802.1.1.2.1.3.3", // lldpLocSysName
                    "1.0.8802.1.1.2.1.4.1.1.9", // lldpRemSysName
                    "1.3.6.1.4.1.9.9.23.1.2.1.1.6", // cdpCacheDeviceId
                    "1.3.6.1.4.1.9.9.23.1.3.4", // cdpGlobalDeviceId
                    SNMP_MODULES + "12.1.2.1.1", // snmpTargetAddrName
                    SNMP_MODULES + "12.1.3.1.4", // snmpTargetParamsSecurityName
                    SNMP_MODULES + "15.1.2.2.1.2", // usmUserName
                    SNMP_MODULES + "15.1.2.2.1.3", // usmUserSecurityName
                    SNMP_MODULES + "16.1.2.1.3", // vacmGroupName
                    SNMP_MODULES + "18.1.1.1.2", // snmpCommunityName
                    SNMP_MODULES + "18.1.1.1.3"); // snmpCommunitySecurityName

    private static final List<String> ENGINE_IDS =
            List.of(SNMP_MODULES + "10.2.1.1", SNMP_MODULES + "18.1.1.1.4");

    private static final List<String> MACS =
            List.of(
                    MIB_2 + "2.2.1.6",
                    MIB_2 + "3.1.1.2",
                    MIB_2 + "4.22.1.2",
                    MIB_2 + "4.35.1.4",
                    MIB_2 + "17.1.1",
                    MIB_2 + "17.4.3.1.1");

    private static final List<String> ADDRESSES = List.of("1.3.6.1.4.1.9.9.23.1.2.1.1.4");

    private final MibNames names;
    private final Map<Oid, Kind> built = new HashMap<>();
    private final int longest;

    /** What an object's octets are. */
    enum Kind {
        NAME,
        MAC,
        ADDRESS,
        ENGINE_ID,
        /** Not known: what they look like decides. */
        ANY,
        /** Known, and nobody's. */
        NOTHING
    }

    SensitiveObjects(MibNames names) {
        this.names = names;
        NAMES.forEach(oid -> built.put(Oid.parse(oid), Kind.NAME));
        ENGINE_IDS.forEach(oid -> built.put(Oid.parse(oid), Kind.ENGINE_ID));
        MACS.forEach(oid -> built.put(Oid.parse(oid), Kind.MAC));
        ADDRESSES.forEach(oid -> built.put(Oid.parse(oid), Kind.ADDRESS));
        longest = built.keySet().stream().mapToInt(Oid::size).max().orElseThrow();
    }

    Kind kind(Oid instance) {
        for (int length = Math.min(longest, instance.size()); length > 6; length--) {
            Kind kind = built.get(instance.prefix(length));
            if (kind != null) {
                return kind;
            }
        }
        return names.object(instance)
                .map(ObjectType::syntax)
                .map(SensitiveObjects::kind)
                .orElse(Kind.ANY);
    }

    /** By the syntax of an object or of a part of an index. */
    static Kind kind(Syntax syntax) {
        String convention = syntax.textualConvention().map(Reference::name).orElse("");
        return switch (convention) {
            case "MacAddress", "PhysAddress", "LldpChassisId", "LldpPortId" -> Kind.MAC;
            case "InetAddress",
                    "InetAddressIPv4",
                    "InetAddressIPv6",
                    "InetAddressIPv4z",
                    "InetAddressIPv6z",
                    "Ipv6Address",
                    "LldpManAddress" ->
                    Kind.ADDRESS;
            case "SnmpEngineID" -> Kind.ENGINE_ID;
            case "OwnerString" -> Kind.NAME;
            case "DateAndTime", "TruthValue" -> Kind.NOTHING;
            default ->
                    switch (syntax.base()) {
                        case BITS -> Kind.NOTHING;
                        case IP_ADDRESS -> Kind.ADDRESS;
                        default -> Kind.ANY;
                    };
        };
    }

    /** Where the object's own OID ends and the instance begins, as well as that can be known. */
    int instanceStart(Oid oid) {
        Optional<ObjectType> object = names.object(oid);
        return Math.min(oid.size(), object.map(o -> o.oid().size()).orElse(UNKNOWN_START));
    }

    /** Columns of mib-2 have ten numbers, and others more. */
    private static final int UNKNOWN_START = 9;
}

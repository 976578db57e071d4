package dev.bulkhead.engine.simulator;

import java.util.List;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;

/** The system and snmp groups (SNMPv2-MIB, RFC 3418) and the engine's own (RFC 3411, RFC 3414). */
final class SystemObjects {
    private static final String SYSTEM = "1.3.6.1.2.1.1.";
    private static final String SNMP = "1.3.6.1.2.1.11.";
    private static final String ENGINE = "1.3.6.1.6.3.10.2.1.";
    private static final String USM_STATS = "1.3.6.1.6.3.15.1.1.";
    private static final Syntax DISPLAY_STRING = new Syntax.Octets(0, 255);

    private SystemObjects() {}

    static void addTo(Layout.Builder layout, String descr, String objectId) {
        layout.scalar(SYSTEM + 1, device -> new OctetString(descr))
                .scalar(SYSTEM + 2, device -> new OID(objectId))
                .scalar(SYSTEM + 3, device -> new TimeTicks(device.clock().timeTicks()))
                .kept(SYSTEM + 4, new OctetString("noc@example.net"), DISPLAY_STRING)
                .scalar(
                        SYSTEM + 5,
                        device -> device.kept(SYS_NAME, DeviceRights.text(device.name())),
                        new Cell.Writing(
                                DISPLAY_STRING, (device, value) -> device.keep(SYS_NAME, value)))
                .kept(SYSTEM + 6, new OctetString("Demo network, rack 1"), DISPLAY_STRING)
                .scalar(SYSTEM + 7, device -> new Integer32(74))
                .scalar(SYSTEM + 8, device -> new TimeTicks(0));
        for (int object : List.of(1, 3, 4, 5, 6, 31, 32)) {
            counted(layout, SNMP + object);
        }
        layout.kept(SNMP + 30, new Integer32(2), new Syntax.Range(1, 2));
        layout.scalar(ENGINE + 1, device -> new OctetString(EngineIds.of(device.name())))
                .scalar(ENGINE + 2, device -> new Integer32((int) device.boots()))
                .scalar(ENGINE + 3, device -> new Integer32((int) device.upSeconds()))
                .scalar(ENGINE + 4, device -> new Integer32(65_507));
        for (int object = 1; object <= 6; object++) {
            counted(layout, USM_STATS + object);
        }
    }

    private static final OID SYS_NAME = new OID(SYSTEM + "5.0");

    private static void counted(Layout.Builder layout, String object) {
        OID instance = new OID(object + ".0");
        layout.scalar(object, device -> new Counter32(device.packets().count(instance)));
    }
}

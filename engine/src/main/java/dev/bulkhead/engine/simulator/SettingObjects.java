package dev.bulkhead.engine.simulator;

import java.util.HexFormat;
import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** BULKHEAD-DEMO-MIB's settings: writable objects of each type, and tasks made step by step. */
final class SettingObjects {
    private static final String SETTINGS = DemoObjects.MODULE + ".1.6.";
    private static final OID TASK_ENTRY = new OID(DemoObjects.MODULE + ".1.7.1.1");
    private static final int DATE_SHORT = 8;
    private static final int DATE_LONG = 11;

    private SettingObjects() {}

    static void addTo(Layout.Builder layout) {
        layout.kept(SETTINGS + 1, octets("07ea010203040500"), SettingObjects::dateError)
                .kept(SETTINGS + 2, octets("02005e10000a"), new Syntax.Octets(6, 6))
                .kept(SETTINGS + 3, new Integer32(250), new Syntax.Range(-400, 1250))
                .kept(SETTINGS + 4, new Integer32(1), new Syntax.Range(0, 16))
                .kept(SETTINGS + 5, octets("c0000235"), new Syntax.Octets(0, 20))
                .kept(
                        SETTINGS + 6,
                        new OID(DemoObjects.PRODUCTS + ".1"),
                        value -> typeError(value, SMIConstants.SYNTAX_OBJECT_IDENTIFIER))
                .kept(
                        SETTINGS + 7,
                        new TimeTicks(30_000),
                        value -> typeError(value, SMIConstants.SYNTAX_TIMETICKS))
                .kept(SETTINGS + 8, octets("0011223344556677"), new Syntax.Octets(8, 8))
                .kept(
                        SETTINGS + 9,
                        new Counter64(5_000_000_000L),
                        value -> typeError(value, SMIConstants.SYNTAX_COUNTER64))
                .kept(
                        SETTINGS + 10,
                        new Gauge32(90),
                        value -> typeError(value, SMIConstants.SYNTAX_GAUGE32));
    }

    private static int typeError(Variable value, int type) {
        return value.getSyntax() == type ? PDU.noError : PDU.wrongType;
    }

    private static int dateError(Variable value) {
        int error = new Syntax.Octets(DATE_SHORT, DATE_LONG).errorFor(value);
        if (error != PDU.noError) {
            return error;
        }
        OctetString octets = (OctetString) value;
        int length = octets.length();
        if (length != DATE_SHORT && length != DATE_LONG) {
            return PDU.wrongLength;
        }
        boolean month = octets.get(2) >= 1 && octets.get(2) <= 12;
        boolean day = octets.get(3) >= 1 && octets.get(3) <= 31;
        return month && day ? PDU.noError : PDU.wrongValue;
    }

    private static OctetString octets(String hex) {
        return new OctetString(HexFormat.of().parseHex(hex));
    }

    /** demoTaskTable with one task in it; it knows no createAndGo. */
    static RowTable tasks() {
        RowTable table =
                new RowTable(
                                TASK_ENTRY,
                                List.of(
                                        new RowTable.Column(3, new Syntax.Octets(1, 64), null),
                                        new RowTable.Column(
                                                4, new Syntax.Range(1, 2), new Integer32(2)),
                                        new RowTable.Column(
                                                5, new Syntax.Octets(0, 20), octets("c0000201"))),
                                6,
                                18)
                        .withoutCreateAndGo();
        table.add(
                new OID("3.110.111.99.1"),
                List.of(DeviceRights.text("collect"), new Integer32(1), octets("c0000202")));
        return table;
    }
}

package dev.bulkhead.engine.simulator;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * BULKHEAD-DEMO-MIB: controls that make things happen, values of many kinds, and the truth about
 * the ports against which a manager's rates can be checked.
 */
final class DemoObjects {
    static final String MODULE = "1.3.6.1.4.1.32473.1";
    static final OID ALARM = new OID(MODULE + ".0.1");
    static final String CONTROL = MODULE + ".1.1.";
    static final String VALUES = MODULE + ".1.2.";
    static final String PORT_ENTRY = MODULE + ".1.3.1.1.";
    static final OID NOTE_ENTRY = new OID(MODULE + ".1.4.1.1");
    static final String PEER_ENTRY = MODULE + ".1.5.1.1.";
    static final String PRODUCTS = MODULE + ".3";

    private static final String TEXT = VALUES + 1;
    private static final String FEATURES = VALUES + 4;
    private static final String CLOCK = VALUES + 5;
    private static final String TEMPERATURE = VALUES + 8;
    private static final OctetString FIRST_TEXT = DeviceRights.text("Grüße from the demo network");
    private static final OctetString FIRST_FEATURES = new OctetString(new byte[] {(byte) 0xA0});

    private static final int FLAP_SECONDS_AT_MOST = 3600;

    private DemoObjects() {}

    static void addTo(Layout.Builder layout, List<PortPlan> plans) {
        addControls(layout);
        addWritable(layout);
        addMoving(layout);
        addTruth(layout, plans);
        SettingObjects.addTo(layout);
        addPeer(layout, "1.4.192.0.2.1.162", 3, 900);
        addPeer(layout, "2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1.10161", 3, 70);
        addPeer(layout, "4.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.0.3.161", 1, 0);
    }

    /** A peer with its index (type, length, address, port), its state and its messages. */
    private static void addPeer(Layout.Builder layout, String index, int state, long perMinute) {
        layout.cell(PEER_ENTRY + 4, index, device -> new Integer32(state));
        layout.cell(
                PEER_ENTRY + 5,
                index,
                device -> new Counter32(device.tick() * perMinute / 6000 & 0xFFFF_FFFFL));
    }

    private static void addControls(Layout.Builder layout) {
        layout.action(CONTROL + 1, DeviceState::rebootAfterAnswer);
        layout.scalar(
                CONTROL + 2,
                device -> new Integer32((int) device.silenceSeconds()),
                new Cell.Writing(
                        new Syntax.Range(0, 3600),
                        (device, value) -> device.silenceSeconds(value.toLong())));
        layout.action(CONTROL + 3, DeviceState::wrapCountersSoon);
        layout.action(CONTROL + 4, DeviceState::resetCounters);
        layout.scalar(
                CONTROL + 5,
                device -> new Integer32((int) device.flapSeconds()),
                new Cell.Writing(
                        new Syntax.Range(0, FLAP_SECONDS_AT_MOST),
                        (device, value) -> device.flapEvery(value.toLong())));
        layout.action(CONTROL + 6, device -> device.notices().alarmAsked());
    }

    private static void addWritable(Layout.Builder layout) {
        layout.kept(TEXT, FIRST_TEXT, new Syntax.Octets(0, 64))
                .kept(VALUES + 2, new Integer32(21), new Syntax.Range(-100, 100))
                .kept(VALUES + 3, new Integer32(2), new Syntax.Range(1, 3))
                .kept(FEATURES, FIRST_FEATURES, new Syntax.Bits(5))
                .kept(VALUES + 9, new Gauge32(45), new Syntax.UnsignedRange(0, 100))
                .kept(VALUES + 13, new Integer32(1), new Syntax.Range(1, 2));
    }

    private static void addMoving(Layout.Builder layout) {
        layout.scalar(CLOCK, DemoObjects::clock)
                .scalar(VALUES + 6, device -> InterfaceObjects.mac(device, 0))
                .scalar(VALUES + 7, DemoObjects::uuid)
                .scalar(TEMPERATURE, DemoObjects::temperature)
                .scalar(
                        VALUES + 10,
                        device -> new Gauge32(Swing.between(38, 71, 7_000, device.tick())))
                .scalar(VALUES + 11, device -> new Integer32(2))
                .scalar(VALUES + 12, device -> octets("20010db8000000000000000000000001"))
                .scalar(VALUES + 14, device -> new OID("1.3.6.1.2.1.2.2.1.1.1"))
                .scalar(VALUES + 15, device -> new TimeTicks(0))
                .scalar(VALUES + 16, device -> new Counter64(Long.MIN_VALUE + device.tick() * 50));
    }

    /** The objects of a demoAlarm as they are now, in the notification's order. */
    static List<VariableBinding> alarm(DeviceState device) {
        OID text = new OID(TEXT + ".0");
        OID features = new OID(FEATURES + ".0");
        return List.of(
                new VariableBinding(new OID(TEMPERATURE + ".0"), temperature(device)),
                new VariableBinding(new OID(CLOCK + ".0"), clock(device)),
                new VariableBinding(features, device.kept(features, FIRST_FEATURES)),
                new VariableBinding(text, device.kept(text, FIRST_TEXT)));
    }

    private static OctetString octets(String hex) {
        return new OctetString(HexFormat.of().parseHex(hex));
    }

    private static OctetString uuid(DeviceState device) {
        String own = HexFormat.of().toHexDigits(device.within(Long.MAX_VALUE));
        return octets("b01c4ead00004000" + own);
    }

    /** Tenths of a degree Celsius. */
    static Variable temperature(DeviceState device) {
        return new Integer32((int) Swing.between(184, 263, 36_000, device.tick()));
    }

    /** DateAndTime (RFC 2579) in UTC, eleven octets. */
    static OctetString clock(DeviceState device) {
        OffsetDateTime now = device.clock().timeOfDay().atOffset(ZoneOffset.UTC);
        return new OctetString(
                new byte[] {
                    (byte) (now.getYear() >> 8),
                    (byte) now.getYear(),
                    (byte) now.getMonthValue(),
                    (byte) now.getDayOfMonth(),
                    (byte) now.getHour(),
                    (byte) now.getMinute(),
                    (byte) now.getSecond(),
                    (byte) (now.getNano() / 100_000_000),
                    '+',
                    0,
                    0
                });
    }

    private static void addTruth(Layout.Builder layout, List<PortPlan> plans) {
        layout.ports(PORT_ENTRY + 1, plans, (port, tick) -> new Gauge32(port.trueRate(true, tick)));
        layout.ports(
                PORT_ENTRY + 2, plans, (port, tick) -> new Gauge32(port.trueRate(false, tick)));
        layout.ports(
                PORT_ENTRY + 3, plans, (port, tick) -> new Counter64(port.trueOctets(true, tick)));
        layout.ports(
                PORT_ENTRY + 4, plans, (port, tick) -> new Counter64(port.trueOctets(false, tick)));
        layout.ports(
                PORT_ENTRY + 5,
                plans,
                (port, tick) -> new Counter32(port.changes(tick) & 0xFFFF_FFFFL));
    }

    /** demoNoteTable with one note in it. */
    static RowTable notes() {
        RowTable table =
                new RowTable(
                        NOTE_ENTRY,
                        List.of(
                                new RowTable.Column(2, new Syntax.Octets(1, 255), null),
                                new RowTable.Column(3, new Syntax.Range(1, 3), new Integer32(2)),
                                new RowTable.Column(
                                        4, new Syntax.UnsignedRange(0, 86_400), new Gauge32(0))),
                        5,
                        32);
        table.add(
                new OID("119.101.108.99.111.109.101"),
                List.of(
                        DeviceRights.text("Rows of this table can be made and removed."),
                        new Integer32(1),
                        new Gauge32(0)));
        return table;
    }
}

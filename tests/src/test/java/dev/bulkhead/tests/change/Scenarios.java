package dev.bulkhead.tests.change;

import static dev.bulkhead.tests.change.Agents.Who.CLOSED;
import static dev.bulkhead.tests.change.Agents.Who.DEMO_LOSING_ANSWERS;
import static dev.bulkhead.tests.change.Agents.Who.DEMO_READER;
import static dev.bulkhead.tests.change.Agents.Who.DEMO_V1;
import static dev.bulkhead.tests.change.Agents.Who.DEMO_V3;
import static dev.bulkhead.tests.change.Agents.Who.DEMO_WRITER;
import static dev.bulkhead.tests.change.Agents.Who.SILENT;
import static dev.bulkhead.tests.change.Agents.Who.SNMPD_READER;
import static dev.bulkhead.tests.change.Agents.Who.SNMPD_V1;
import static dev.bulkhead.tests.change.Agents.Who.SNMPD_WRITER;
import static dev.bulkhead.tests.change.Scenario.cell;
import static dev.bulkhead.tests.change.Scenario.refusedHere;
import static dev.bulkhead.tests.change.Scenario.refusedThere;
import static dev.bulkhead.tests.change.Scenario.writes;

import dev.bulkhead.app.change.ValueForm;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.tests.change.Scenario.Expected;
import java.util.ArrayList;
import java.util.List;

/** The scenarios of the desk; those of rows stand in their test. */
final class Scenarios {
    private Scenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(types());
        all.addAll(refusedByTheDesk());
        all.addAll(refusedByTheAgent());
        all.addAll(several());
        all.addAll(lost());
        all.addAll(netSnmp());
        return all;
    }

    private static List<Scenario> types() {
        return List.of(
                writes("a text", DEMO_WRITER, "demoText.0", " Grüße ", " Grüße "),
                writes("an empty text", DEMO_WRITER, "demoText.0", "", ""),
                writes("a negative number", DEMO_WRITER, "demoLevel.0", "-100", "-100"),
                writes("a label", DEMO_WRITER, "demoMode.0", "manual", "manual(3)"),
                writes("the beginning of a label", DEMO_WRITER, "demoMode.0", "au", "automatic(2)"),
                writes("a label by its number", DEMO_WRITER, "demoMode.0", "1", "off(1)"),
                writes("a truth value", DEMO_WRITER, "demoEnabled.0", "false", "false(2)"),
                writes(
                        "bits",
                        DEMO_WRITER,
                        "demoFeatures.0",
                        "mirroring energySaving",
                        "mirroring(1) energySaving(4)"),
                writes("no bits", DEMO_WRITER, "demoFeatures.0", "", ""),
                writes("an unsigned number", DEMO_WRITER, "demoHumidity.0", "100", "100"),
                writes(
                        "a date with an offset",
                        DEMO_WRITER,
                        "demoAlarmTime.0",
                        "2027-12-31,23:59:58.9,-9:30",
                        "2027-12-31,23:59:58.9,-9:30"),
                writes(
                        "a MAC address",
                        DEMO_WRITER,
                        "demoNeighbour.0",
                        "00:1b:54:A2:0:4e",
                        "00:1B:54:A2:00:4E"),
                writes("a number with decimals", DEMO_WRITER, "demoThreshold.0", "31.5", "31.5"),
                writes(
                        "ticks as a time",
                        DEMO_WRITER,
                        "demoDelay.0",
                        "1 day, 2:03:04.05",
                        "1 day, 2:03:04.05"),
                writes(
                        "octets in hexadecimal",
                        DEMO_WRITER,
                        "demoKey.0",
                        "0xff00ff00ff00ff00",
                        "FF:00:FF:00:FF:00:FF:00"),
                writes(
                        "an object by its name",
                        DEMO_WRITER,
                        "demoProfile.0",
                        "demoServer",
                        "BULKHEAD-DEMO-MIB::demoServer"),
                writes(
                        "a number of 64 bits",
                        DEMO_WRITER,
                        "demoQuota.0",
                        "18446744073709551615",
                        "18446744073709551615"),
                writes("a gauge", DEMO_WRITER, "demoAlarmLevel.0", "4294967295", "4294967295"),
                writes(
                        "an address of version 6",
                        DEMO_WRITER,
                        "demoServerAddress.0",
                        "2001:db8::1",
                        "20:01:0D:B8:00:00:00:00:00:00:00:00:00:00:00:01"),
                writes("a column of a table", DEMO_WRITER, "ifAdminStatus.3", "down", "down(2)"),
                writes("a text by v3", DEMO_V3, "sysLocation.0", "attic", "attic"),
                writes("a text by v1", DEMO_V1, "sysContact.0", "me", "me"));
    }

    private static List<Scenario> refusedByTheDesk() {
        return List.of(
                refusedHere("a number out of range", "demoLevel.0", "101", "-100..100"),
                refusedHere("a label that is none", "demoMode.0", "sideways", "manual(3)"),
                refusedHere("a text that is too long", "demoText.0", "x".repeat(65), "0..64"),
                refusedHere("too few octets", "demoKey.0", "0x0011", "size"),
                refusedHere("a date that is none", "demoAlarmTime.0", "2026-2-30,0:0:0.0", "date"),
                refusedHere("no value", "demoLevel.0", "", "needs a value"),
                refusedHere("an address that is none", "demoServerAddress.0", "1:2", "address"),
                refusedHere("a column without instance", "ifAdminStatus", "up", "no instance"));
    }

    private static List<Scenario> refusedByTheAgent() {
        return List.of(
                refusedThere(
                        "a reader writes",
                        DEMO_READER,
                        ErrorStatus.NO_ACCESS,
                        0,
                        cell("demoText.0", "intruder")),
                refusedThere(
                        "what is read-only",
                        DEMO_WRITER,
                        ErrorStatus.NOT_WRITABLE,
                        0,
                        cell("sysDescr.0", "new")),
                refusedThere(
                        "a wrong type by hand",
                        DEMO_WRITER,
                        ErrorStatus.WRONG_TYPE,
                        0,
                        cell("demoText.0", ValueForm.RAW_IP_ADDRESS, "192.0.2.1")),
                refusedThere(
                        "a wrong length by hand",
                        DEMO_WRITER,
                        ErrorStatus.WRONG_LENGTH,
                        0,
                        cell("demoKey.0", ValueForm.RAW_HEX, "00:11")),
                refusedThere(
                        "a wrong value by hand",
                        DEMO_WRITER,
                        ErrorStatus.WRONG_VALUE,
                        0,
                        cell("demoMode.0", ValueForm.RAW_INTEGER, "7")),
                refusedThere(
                        "an instance that is not there",
                        DEMO_WRITER,
                        ErrorStatus.NO_CREATION,
                        0,
                        cell("ifAdminStatus.999", "up")),
                refusedThere(
                        "a v1 agent says noSuchName",
                        DEMO_V1,
                        ErrorStatus.NO_SUCH_NAME,
                        0,
                        cell("sysDescr.0", "new")));
    }

    private static List<Scenario> several() {
        return List.of(
                new Scenario(
                        "three at once",
                        DEMO_WRITER,
                        List.of(
                                cell("demoText.0", "three"),
                                cell("demoLevel.0", "3"),
                                cell("ifAlias.3", "uplink")),
                        new Expected.Written(List.of("three", "3", "uplink"))),
                refusedThere(
                        "the second of three is refused, and none is written",
                        DEMO_WRITER,
                        ErrorStatus.WRONG_VALUE,
                        1,
                        cell("demoText.0", "never"),
                        cell("demoMode.0", ValueForm.RAW_INTEGER, "9"),
                        cell("demoLevel.0", "9")),
                refusedThere(
                        "the last of two is refused",
                        DEMO_WRITER,
                        ErrorStatus.NOT_WRITABLE,
                        1,
                        cell("sysName.0", "never"),
                        cell("sysDescr.0", "never")));
    }

    private static List<Scenario> lost() {
        return List.of(
                new Scenario(
                        "nobody answers",
                        SILENT,
                        List.of(cell("sysName.0", "who")),
                        new Expected.Unknown()),
                new Scenario(
                        "the answer is lost",
                        DEMO_LOSING_ANSWERS,
                        List.of(cell("demoText.0", "arrived")),
                        new Expected.ReadBack()),
                new Scenario(
                        "nobody is there",
                        CLOSED,
                        List.of(cell("sysName.0", "who")),
                        new Expected.NotSent()));
    }

    private static List<Scenario> netSnmp() {
        return List.of(
                writes("snmpd: a text", SNMPD_WRITER, "sysName.0", "new name", "new name"),
                writes("snmpd: a text by v1", SNMPD_V1, "sysName.0", "older name", "older name"),
                refusedThere(
                        "snmpd: a reader writes",
                        SNMPD_READER,
                        ErrorStatus.NO_ACCESS,
                        0,
                        cell("sysName.0", "intruder")),
                refusedThere(
                        "snmpd: what its configuration fixes",
                        SNMPD_WRITER,
                        ErrorStatus.NOT_WRITABLE,
                        0,
                        cell("sysLocation.0", "elsewhere")),
                refusedThere(
                        "snmpd: a wrong type by hand",
                        SNMPD_WRITER,
                        ErrorStatus.WRONG_TYPE,
                        0,
                        cell("sysName.0", ValueForm.RAW_INTEGER, "5")),
                refusedThere(
                        "snmpd: the first of two is refused",
                        SNMPD_WRITER,
                        ErrorStatus.NOT_WRITABLE,
                        0,
                        cell("sysLocation.0", "never"),
                        cell("sysName.0", "never")),
                writes(
                        "snmpd: an enumeration",
                        SNMPD_WRITER,
                        "snmpEnableAuthenTraps.0",
                        "disabled",
                        "disabled(2)"),
                new Scenario(
                        "snmpd: an object no module knows",
                        SNMPD_WRITER,
                        List.of(cell("1.3.6.1.4.1.8072.1.7.1.2.0", ValueForm.RAW_INTEGER, "1")),
                        new Expected.Written(List.of("1"))));
    }
}

package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

class RecordingReaderTest {
    @TempDir Path folder;

    private Recording read(String... lines) throws IOException {
        Path file = folder.resolve("device.snmprec");
        Files.write(file, List.of(lines), StandardCharsets.ISO_8859_1);
        return RecordingReader.read(file);
    }

    private Variable value(String tagAndText) throws IOException {
        Variable value = read("1.3.6.1|" + tagAndText).get(new OID("1.3.6.1"));
        assertThat(value).isNotNull();
        return value;
    }

    @Test
    void everyTagBecomesItsType() throws IOException {
        assertThat(value("2|-17")).isEqualTo(new Integer32(-17));
        assertThat(value("4|a|b")).isEqualTo(new OctetString("a|b"));
        assertThat(value("4|")).isEqualTo(new OctetString());
        assertThat(value("4x|00fF")).isEqualTo(new OctetString(new byte[] {0, -1}));
        assertThat(value("4e|a\\n\\x00\\\\")).isEqualTo(new OctetString("a\n\0\\"));
        assertThat(value("5|")).isEqualTo(new Null());
        assertThat(value("6|1.3.6.4294967295")).isEqualTo(new OID("1.3.6.4294967295"));
        assertThat(value("64|192.0.2.1")).isEqualTo(new IpAddress("192.0.2.1"));
        assertThat(value("64x|c0000201")).isEqualTo(new IpAddress("192.0.2.1"));
        assertThat(value("65|4294967295")).isEqualTo(new Counter32(4294967295L));
        assertThat(value("66|4294967295")).isEqualTo(new Gauge32(4294967295L));
        assertThat(value("67|1")).isEqualTo(new TimeTicks(1));
        assertThat(value("68x|9f78")).isEqualTo(new Opaque(new byte[] {(byte) 0x9f, 0x78}));
        assertThat(value("70|18446744073709551615")).isEqualTo(new Counter64(-1));
    }

    @Test
    void linesAreServedInOrderHoweverTheyCome() throws IOException {
        Recording recording = read("1.3.10|2|3", "1.3.4294967295|2|4", "1.3|2|1", "1.3.9.1|2|2");
        List<String> names = new ArrayList<>();
        OID at = new OID("0");
        for (VariableBinding next = recording.next(at); next != null; next = recording.next(at)) {
            at = next.getOid();
            names.add(at.toDottedString());
        }
        assertThat(names).containsExactly("1.3", "1.3.9.1", "1.3.10", "1.3.4294967295");
        assertThat(recording.next(new OID("1.3.9"))).extracting("oid").hasToString("1.3.9.1");
    }

    @Test
    void brokenLinesAreNotedAndTheRestIsUsed() throws IOException {
        Recording recording =
                read(
                        "# a comment",
                        "1.3.1|2|1",
                        "1.3.2|2|one",
                        "",
                        "1.3.3|99|1",
                        "nonsense",
                        "1.3.4|64|1.2.3",
                        "1.3.5|65|-1",
                        "1.3.6:numeric|2|1",
                        "1.3.7|4x|0",
                        "1.3.8|67:numeric|rate=100",
                        "1.3.1|2|7");
        assertThat(recording.size()).isEqualTo(1);
        assertThat(recording.get(new OID("1.3.1"))).isEqualTo(new Integer32(1));
        assertThat(recording.notes())
                .map(note -> note.substring(note.indexOf(".snmprec") + 8))
                .satisfiesExactly(
                        note -> assertThat(note).startsWith(":3: ").contains("one"),
                        note -> assertThat(note).startsWith(":5: ").contains("99"),
                        note -> assertThat(note).startsWith(":6: ").contains("OID|TAG|VALUE"),
                        note -> assertThat(note).startsWith(":7: ").contains("1.2.3"),
                        note -> assertThat(note).startsWith(":8: ").contains("-1"),
                        note -> assertThat(note).startsWith(":9: "),
                        note -> assertThat(note).startsWith(":10: "),
                        note -> assertThat(note).startsWith(":11: ").contains("numeric"),
                        note -> assertThat(note).contains("twice"));
    }

    @Test
    void fileOfNothingUsableSaysWhatIsExpected() {
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> read("nonsense"))
                .withMessageContaining("device.snmprec:1")
                .withMessageContaining("OID|TAG|VALUE");
    }

    @Test
    void missingFileIsNamed() {
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> RecordingReader.read(folder.resolve("none.snmprec")))
                .withMessageContaining("none.snmprec")
                .withMessageContaining("check that the file exists");
    }

    @Test
    void notesAreBounded() throws IOException {
        List<String> lines = new ArrayList<>(List.of("1.3.1|2|1"));
        for (int i = 0; i < 500; i++) {
            lines.add("broken");
        }
        Recording recording = read(lines.toArray(new String[0]));
        assertThat(recording.notes()).hasSize(RecordingReader.MAX_NOTES + 1);
        assertThat(recording.notes().getLast()).contains("400 more");
    }

    @Test
    void hundredThousandLinesAreFoundOneAfterTheOther() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            lines.add("1.3.6.1.4.1.32473.9." + i / 317 + "." + i + "|65|" + i);
        }
        Recording recording = read(lines.toArray(new String[0]));
        OID at = new OID("1");
        long sum = 0;
        int count = 0;
        for (VariableBinding next = recording.next(at); next != null; next = recording.next(at)) {
            at = next.getOid();
            sum += next.getVariable().toLong();
            count++;
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(sum).isEqualTo(4_999_950_000L);
    }
}

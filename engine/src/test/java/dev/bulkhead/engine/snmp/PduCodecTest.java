package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PduCodecTest {
    private static final Oid ONE = Oid.parse("1.3.6.1.2.1.1.1");
    private static final Oid TWO = Oid.parse("1.3.6.1.2.1.1.2");
    private static final Oid THREE = Oid.parse("1.3.6.1.2.1.1.3");
    private static final String SEVEN = "020107";

    private final PduCodec codec = new PduCodec();
    private final BerReader reader = new BerReader();

    /** A variable with a value of any octets. */
    private static String varBind(Oid name, String value) {
        return element("30", element("06", nameOf(name)) + value);
    }

    private static String nameOf(Oid name) {
        BerWriter writer = new BerWriter();
        writer.varBinds(List.of(new VarBind(name, SmiValue.Marker.UNSPECIFIED)));
        byte[] octets = writer.toByteArray();
        // SEQUENCE, SEQUENCE, name with tag and length, NULL.
        return HexFormat.of().formatHex(octets, 6, octets.length - 2);
    }

    private static String element(String tag, String content) {
        return tag + String.format("%02x", content.length() / 2) + content;
    }

    private List<VarBind> read(String... varBinds) throws MalformedMessageException {
        byte[] list = HexFormat.of().parseHex(element("30", String.join("", varBinds)));
        reader.reset(list, 0, list.length);
        return codec.readVarBinds(reader, Question.get(List.of(ONE, TWO, THREE)));
    }

    @ParameterizedTest
    @CsvSource({
        "0200, a number of 0 octets",
        "4100, a number of 0 octets",
        "410800000001000000ff, a 32-bit number of 8 octets",
        "020500fffffc18, which has 32 bits",
        "4b0101, type 0x4B",
        "1f0101, type 0x1F",
        "060588808080 80, ends too early",
        "06012b80, length",
        "020201, length",
        "0204, length",
    })
    void aBrokenValueIsNamedAndTheOthersAreUsed(String value, String problem) throws Exception {
        List<VarBind> read =
                read(
                        varBind(ONE, SEVEN),
                        varBind(TWO, value.replace(" ", "")),
                        varBind(THREE, SEVEN));
        assertThat(read).extracting(VarBind::name).containsExactly(ONE, TWO, THREE);
        assertThat(read.get(0).value()).isEqualTo(new SmiValue.Integer32(7));
        assertThat(read.get(2).value()).isEqualTo(new SmiValue.Integer32(7));
        assertThat(read.get(1).value()).isInstanceOf(SmiValue.Malformed.class);
        SmiValue.Malformed malformed = (SmiValue.Malformed) read.get(1).value();
        assertThat(HexFormat.of().formatHex(malformed.bytes())).isEqualTo(value.replace(" ", ""));
        assertThat(malformed.problem()).contains(problem);
        assertThat(codec.loss()).isEmpty();
    }

    @Test
    void aVariableWithABrokenNameIsLeftOutAndTold() throws Exception {
        String over = element("30", element("06", "2b9080808000") + SEVEN);
        assertThat(read(varBind(ONE, SEVEN), over, varBind(THREE, SEVEN)))
                .extracting(VarBind::name)
                .containsExactly(ONE, THREE);
        assertThat(codec.loss()).get().asString().contains("32 bits");
    }

    @Test
    void whatFollowsAVariableWithoutAnEndIsLostAndTold() throws Exception {
        assertThat(read(varBind(ONE, SEVEN), "307f0601", varBind(THREE, SEVEN)))
                .extracting(VarBind::name)
                .containsExactly(ONE);
        assertThat(codec.loss()).isPresent();
    }

    @Test
    void aListOfWhichNothingCanBeReadIsNoAnswer() {
        assertThatThrownBy(() -> read("307f0601")).isInstanceOf(MalformedMessageException.class);
    }

    /** Nothing but the one exception, and no read that leaves the list. */
    @Test
    void anyOctetsAreReadOrRefused() {
        Random random = new Random(5);
        byte[] good =
                HexFormat.of()
                        .parseHex(
                                element(
                                        "30",
                                        varBind(ONE, SEVEN)
                                                + varBind(TWO, "040361626f")
                                                + varBind(THREE, "43020100")));
        for (int i = 0; i < 200_000; i++) {
            byte[] mixed = good.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                mixed[random.nextInt(mixed.length)] = (byte) random.nextInt(256);
            }
            int end = random.nextInt(8) == 0 ? random.nextInt(mixed.length) : mixed.length;
            reader.reset(mixed, 0, end);
            try {
                assertThat(codec.readVarBinds(reader, Question.get(List.of(ONE, TWO))))
                        .hasSizeLessThanOrEqualTo(mixed.length / 2);
            } catch (MalformedMessageException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}

package dev.bulkhead.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of a v2c response with sysUpTime.0. */
class FuzzCasesTest {
    private static final byte[] MESSAGE =
            HexFormat.of()
                    .parseHex(
                            "302a020101" // SEQUENCE, version 1
                                    + "04067075626c6963" // "public"
                                    + "a21d020412345678020100020100" // Response-PDU, ID, 0, 0
                                    + "300f300d06082b06010201010300430105");

    private final FuzzCases cases = FuzzCases.like(MESSAGE, 1);

    @Test
    void whatIsNotSpoiltIsWhatWasRead() {
        assertThat(Element.read(MESSAGE).octets(Map.of())).isEqualTo(MESSAGE);
    }

    @Test
    void theSameNumberGivesTheSameOctets() {
        FuzzCases others = FuzzCases.like(MESSAGE.clone(), 1);
        for (int number = 0; number < cases.systematic() + 1_000; number++) {
            assertThat(others.octets(number, MESSAGE)).isEqualTo(cases.octets(number, MESSAGE));
        }
    }

    @Test
    void anotherSeedGivesOtherMixes() {
        FuzzCases others = FuzzCases.like(MESSAGE, 2);
        long different =
                IntStream.range(cases.systematic(), cases.systematic() + 100)
                        .filter(i -> !Arrays.equals(others.octets(i, MESSAGE), octets(i)))
                        .count();
        assertThat(different).isGreaterThan(80);
    }

    private byte[] octets(int number) {
        return cases.octets(number, MESSAGE);
    }

    @Test
    void nearlyAllSystematicCasesSpoilAndFewAreTheSame() {
        Set<String> different = new HashSet<>();
        for (int number = 0; number < cases.systematic(); number++) {
            different.add(HexFormat.of().formatHex(octets(number)));
        }
        different.remove(HexFormat.of().formatHex(MESSAGE));
        assertThat(different).hasSizeGreaterThan(cases.systematic() * 8 / 10);
    }

    @Test
    void everyOctetIsChangedAndEveryBeginningIsSent() {
        Set<Integer> changed = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        for (int number = 0; number < cases.systematic(); number++) {
            byte[] spoilt = octets(number);
            int place = Arrays.mismatch(spoilt, MESSAGE);
            changed.add(place);
            if (place == spoilt.length) {
                ends.add(place);
            }
        }
        assertThat(changed).containsAll(IntStream.range(0, MESSAGE.length).boxed().toList());
        assertThat(ends).containsAll(IntStream.range(0, MESSAGE.length).boxed().toList());
    }

    @Test
    void noneIsLongerThanADatagram() {
        for (int number = 0; number < cases.systematic() + 2_000; number++) {
            assertThat(octets(number).length).isLessThanOrEqualTo(65_507);
        }
    }

    @Test
    void everyCaseHasALabel() {
        for (int number = 0; number < cases.systematic() + 1; number++) {
            assertThat(cases.label(number)).isNotBlank();
        }
        assertThat(cases.label(0)).isEqualTo("element 0 length zero");
    }
}

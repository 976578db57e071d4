package dev.bulkhead.mibs.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCollectorTest {
    /** What a name and a description give, as {@code word:weight}. */
    private static List<String> words(WordCollector collector, String name, String text) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteSink sink = new ByteSink(16);
        collector.begin();
        collector.name(nameBytes, 0, nameBytes.length);
        collector.text(bytes, 0, bytes.length);
        collector.finish(sink);
        ByteView view = new ByteView(ByteBuffer.wrap(sink.toArray()), 0);
        List<String> words = new ArrayList<>();
        for (int left = view.readInt(); left > 0; left--) {
            int entry = view.readInt();
            words.add(collector.table().word(entry >>> 2) + ":" + (entry & 3));
        }
        assertThat(view.position()).isEqualTo(sink.size());
        return words;
    }

    @ParameterizedTest
    @CsvSource({
        "ifInErrors, if:3 in:3 errors:3",
        "ifHCInOctets, if:3 hc:3 in:3 octets:3",
        "sysORTable, sys:3 or:3 table:3",
        "ifInNUcastPkts, if:3 in:3 n:3 ucast:3 pkts:3",
        "dot1dBasePort, dot1d:3 base:3 port:3",
        "mib-2, mib:3 2:3",
        "a_b, a:3 b:3",
        "IFEntry, if:3 entry:3",
        "aBcABC, a:3 bc:3 abc:3",
        "xX, x:3"
    })
    void aNameFallsApartByCase(String name, String expected) {
        assertThat(words(new WordCollector(), name, "")).containsExactly(expected.split(" "));
    }

    @Test
    void aDescriptionsWordsAreFoldedAndThoseThatTellNothingDropped() {
        assertThat(words(new WordCollector(), "x", "The number of IN-octets,\r\n\tX.25 (grüße)."))
                .containsExactly("x:3", "number:2", "octets:2", "25:2", "gr:2", "e:2");
    }

    @Test
    void anEarlyWordCountsMoreThanALateOne() {
        StringBuilder text = new StringBuilder("first ");
        for (int i = 0; i < 30; i++) {
            text.append("w").append(i).append(' ');
        }
        List<String> words = words(new WordCollector(), "x", text.append("first last") + "");

        assertThat(words).contains("first:2", "w4:2", "w5:1", "w22:1", "w23:0", "last:0");
        assertThat(words).doesNotHaveDuplicates().hasSize(33);
    }

    @Test
    void aLongWordIsCutWithoutBeingSplit() {
        String cut = "a".repeat(WordCollector.MAX_LENGTH);

        assertThat(words(new WordCollector(), "x", "a".repeat(100) + " b"))
                .containsExactly("x:3", cut + ":2", "b:2");
    }

    @Test
    void manyWordsKeepTheirNumbers() {
        WordCollector collector = new WordCollector();
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>(List.of("x:3"));
        for (int i = 0; i < 50_000; i++) {
            text.append("w").append(i).append(' ');
            expected.add("w" + i + (i < 6 ? ":2" : i < 24 ? ":1" : ":0"));
        }

        assertThat(words(collector, "x", text.toString())).isEqualTo(expected);
        assertThat(words(collector, "x", text.toString())).isEqualTo(expected);
        assertThat(words(collector, "w49999", "")).containsExactly("w49999:3");
    }
}

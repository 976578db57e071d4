package dev.bulkhead.app.packets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HexDumpTest {
    private static final byte[] OCTETS = new byte[20];

    static {
        for (int i = 0; i < OCTETS.length; i++) {
            OCTETS[i] = (byte) (0x3D + i);
        }
    }

    private static String marked(HexDump dump, int row) {
        HexDump.Row parts = dump.row(row);
        return "%s %s[%s]%s|%s[%s]%s"
                .formatted(
                        parts.offset(),
                        parts.hex().before(),
                        parts.hex().marked(),
                        parts.hex().after(),
                        parts.ascii().before(),
                        parts.ascii().marked(),
                        parts.ascii().after());
    }

    @Test
    void aMarkMayReachFromOneRowIntoTheNext() {
        HexDump dump = new HexDump(OCTETS, 14, 18);
        assertThat(dump.rows()).isEqualTo(2);
        assertThat(dump.firstMarked()).isZero();
        assertThat(marked(dump, 0))
                .isEqualTo(
                        "0000 3D 3E 3F 40 41 42 43 44 45 46 47 48 49 4A [4B 4C]"
                                + "|=>?@ABCDEFGHIJ[KL]");
        assertThat(marked(dump, 1)).isEqualTo("0010 [4D 4E] 4F 50" + "   ".repeat(12) + "|[MN]OP");
    }

    @Test
    void aMarkThatTheOctetsDoNotHaveIsCut() {
        assertThat(marked(new HexDump(OCTETS, 17, Integer.MAX_VALUE), 1))
                .isEqualTo("0010 4D [4E 4F 50]" + "   ".repeat(12) + "|M[NOP]");
        assertThat(new HexDump(OCTETS, 500, 600).row(1).hex().marked()).isEmpty();
        assertThat(new HexDump(new byte[0], 0, 5).rows()).isZero();
    }
}

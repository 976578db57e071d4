package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueOrderTest {
    @Test
    void numbersGoBySizeWhateverTheirTypeAndTextsAfterThem() {
        List<SmiValue> ordered =
                List.of(
                        new SmiValue.Integer32(-7),
                        new SmiValue.Integer32(3),
                        new SmiValue.Counter32(20),
                        new SmiValue.Gauge32(100),
                        new SmiValue.Counter64(-1),
                        new SmiValue.IpAddress(new byte[] {(byte) 192, 0, 2, 1}),
                        new SmiValue.OctetString(new byte[] {'a'}),
                        new SmiValue.OctetString(new byte[] {'b'}),
                        new SmiValue.ObjectIdentifier(Oid.parse("1.3.6")),
                        SmiValue.Marker.NO_SUCH_INSTANCE);
        List<SmiValue> shuffled = new ArrayList<>(ordered);
        Collections.reverse(shuffled);
        shuffled.sort(ValueOrder.NATURAL);
        assertThat(shuffled).isEqualTo(ordered);
    }
}

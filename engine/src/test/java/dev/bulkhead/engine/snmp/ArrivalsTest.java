package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.snmp.Arrivals.Arrival;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OctetString;

class ArrivalsTest {
    private static final byte[] MESSAGE = new byte[60_000];

    private final Arrivals arrivals = new Arrivals();

    private boolean offer(String source) {
        InetSocketAddress from = new InetSocketAddress(InetAddress.ofLiteral(source), 162);
        Origin origin = new Origin(Transport.TCP, from, new OctetString(), answer -> {});
        return arrivals.offer(new Arrival(origin, Instant.EPOCH, MESSAGE));
    }

    private int fill(String source) {
        int taken = 0;
        while (offer(source)) {
            taken++;
        }
        return taken;
    }

    @Test
    void aSourceThatFloodsLeavesRoomForOthers() {
        int taken = fill("192.0.2.1");

        assertThat(taken).isBetween(100, 1000);
        assertThat(offer("192.0.2.2")).isTrue();
    }

    @Test
    void allTogetherHaveALimit() {
        fill("192.0.2.1");
        fill("192.0.2.2");

        assertThat(fill("192.0.2.3")).isLessThan(2);
    }

    @Test
    void whatWasTakenMakesRoom() throws InterruptedException {
        int taken = fill("192.0.2.1");
        for (int i = 0; i < taken; i++) {
            assertThat(arrivals.take()).isNotNull();
        }

        assertThat(fill("192.0.2.1")).isEqualTo(taken);
    }
}

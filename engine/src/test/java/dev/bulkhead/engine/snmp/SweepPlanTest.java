package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AddressBlock;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private static SweepPlan plan(List<Integer> ports, long start, String... blocks) {
        return new SweepPlan(Stream.of(blocks).map(AddressBlock::parse).toList(), ports, start);
    }

    private static List<String> rest(SweepPlan plan) {
        List<String> spots = new ArrayList<>();
        for (SweepPlan.Spot spot = plan.next(); spot != null; spot = plan.next()) {
            spots.add(spot.position() + " " + spot.host() + ":" + spot.port());
        }
        return spots;
    }

    @Test
    void eachPortOfAnAddressComesBeforeTheNextAddress() {
        SweepPlan plan = plan(List.of(161, 1161), 0, "10.0.0.9-10", "sw1");

        assertThat(plan.total()).isEqualTo(6);
        assertThat(rest(plan))
                .containsExactly(
                        "0 10.0.0.9:161",
                        "1 10.0.0.9:1161",
                        "2 10.0.0.10:161",
                        "3 10.0.0.10:1161",
                        "4 sw1:161",
                        "5 sw1:1161");
        assertThat(plan.position()).isEqualTo(6);
    }

    @Test
    void whatSeveralBlocksHoldComesOnceWithTheFirst() {
        SweepPlan plan =
                plan(
                        List.of(161),
                        0,
                        "10.0.0.4-5",
                        "10.0.0.8",
                        "10.0.0.3-9",
                        "sw1",
                        "10.0.0.5-6",
                        "sw1");

        assertThat(rest(plan))
                .containsExactly(
                        "0 10.0.0.4:161",
                        "1 10.0.0.5:161",
                        "2 10.0.0.8:161",
                        "3 10.0.0.3:161",
                        "4 10.0.0.6:161",
                        "5 10.0.0.7:161",
                        "6 10.0.0.9:161",
                        "7 sw1:161");
        assertThat(plan.total()).isEqualTo(8);
    }

    @Test
    void anotherProcessGoesOnByTheNumberAlone() {
        String[] blocks = {"10.0.0.1-3", "10.0.0.0/29", "2001:db8::1-2"};
        List<String> whole = rest(plan(List.of(161, 1161), 0, blocks));

        for (int start = 0; start <= whole.size(); start++) {
            assertThat(rest(plan(List.of(161, 1161), start, blocks)))
                    .isEqualTo(whole.subList(start, whole.size()));
        }
    }

    @Test
    void aNameForAnAddressOfARangeIsKnownAsSuch() throws Exception {
        SweepPlan plan = plan(List.of(161), 0, "10.0.0.4-5", "2001:db8::1");

        assertThat(plan.contains(InetAddress.ofLiteral("10.0.0.3"))).isFalse();
        assertThat(plan.contains(InetAddress.ofLiteral("10.0.0.4"))).isTrue();
        assertThat(plan.contains(InetAddress.ofLiteral("10.0.0.5"))).isTrue();
        assertThat(plan.contains(InetAddress.ofLiteral("10.0.0.6"))).isFalse();
        assertThat(plan.contains(InetAddress.ofLiteral("2001:db8::1"))).isTrue();
        assertThat(plan.contains(InetAddress.ofLiteral("::1"))).isFalse();
    }
}

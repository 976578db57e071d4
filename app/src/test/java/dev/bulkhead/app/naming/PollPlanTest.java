package dev.bulkhead.app.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PollPlanTest {
    private static final Oid IF_HC_IN_OCTETS_7 = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.7");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    @Test
    void anInterfacesCounterComesWithItsDiscontinuityNameAndSpeed() {
        PollPlan plan = PollPlan.of(Library.NAMES, List.of(IF_HC_IN_OCTETS_7, SYS_NAME));
        assertThat(plan.oids())
                .containsExactly(
                        IF_HC_IN_OCTETS_7,
                        SYS_NAME,
                        Oid.parse("1.3.6.1.2.1.31.1.1.1.19.7"),
                        Oid.parse("1.3.6.1.2.1.31.1.1.1.1.7"),
                        Oid.parse("1.3.6.1.2.1.31.1.1.1.15.7"),
                        Oid.parse("1.3.6.1.2.1.2.2.1.5.7"));
        assertThat(plan.objects().get(0).octets()).isTrue();
        assertThat(plan.objects().get(1)).isEqualTo(PolledObject.alone(SYS_NAME));
    }

    @Test
    void interfacesAreKnownWithoutTheirModule() {
        PollPlan plan =
                PollPlan.of(
                        new MibNames(MibIndex.empty()),
                        List.of(Oid.parse("1.3.6.1.2.1.2.2.1.14.3")));
        assertThat(plan.objects().get(0).discontinuity())
                .contains(Oid.parse("1.3.6.1.2.1.31.1.1.1.19.3"));
        assertThat(plan.objects().get(0).octets()).isFalse();
        assertThat(plan.objects().get(0).speed()).isEmpty();
    }

    @Test
    void otherCountersFindTheirRowsDiscontinuityTime() {
        Oid ipSystemStatsInReceives = Oid.parse("1.3.6.1.2.1.4.31.1.1.3.1");
        PollPlan plan = PollPlan.of(Library.NAMES, List.of(ipSystemStatsInReceives));
        assertThat(plan.objects().get(0).discontinuity())
                .isEqualTo(Optional.of(Oid.parse("1.3.6.1.2.1.4.31.1.1.46.1")));
    }

    @Test
    void countersOfAnotherTableThatIsIndexedByInterfaceAreKnownByItsName() {
        Oid demoPortTotal = Oid.parse("1.3.6.1.4.1.32473.1.1.3.1.1.3.7");
        PollPlan plan = PollPlan.of(Library.NAMES, List.of(demoPortTotal));
        assertThat(plan.objects().get(0).identity())
                .contains(Oid.parse("1.3.6.1.2.1.31.1.1.1.1.7"));
    }

    @Test
    void gaugesOfAnInterfaceNeedNothing() {
        Oid ifOutQLen = Oid.parse("1.3.6.1.2.1.2.2.1.21.1");
        Oid ifSpeed = Oid.parse("1.3.6.1.2.1.2.2.1.5.1");
        assertThat(PollPlan.of(Library.NAMES, List.of(ifOutQLen, ifSpeed)).oids())
                .containsExactly(ifOutQLen, ifSpeed);
    }

    @Test
    void companionsOfOneInterfaceAreAskedOnce() {
        Oid out = Oid.parse("1.3.6.1.2.1.31.1.1.1.10.7");
        PollPlan plan = PollPlan.of(Library.NAMES, List.of(IF_HC_IN_OCTETS_7, out));
        assertThat(plan.oids()).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aBarePlanAsksNothingElse() {
        assertThat(PollPlan.bare(List.of(IF_HC_IN_OCTETS_7)).oids())
                .containsExactly(IF_HC_IN_OCTETS_7);
    }
}

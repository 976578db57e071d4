package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final long SECOND = 1_000_000_000;

    private static int taken(RequestBudget budget, long seconds, int each) {
        int taken = 0;
        for (long now = 0; now < seconds * SECOND; ) {
            long wait = budget.take(each, now);
            if (wait == 0) {
                taken += each;
            } else {
                now += wait;
            }
        }
        return taken;
    }

    @Test
    void noMoreThanTheRateAndOneBurstGo() {
        assertThat(taken(new RequestBudget(50), 10, 1)).isBetween(500, 510);
    }

    @Test
    void requestsOfOneRoundGoTogetherAndAreCounted() {
        assertThat(taken(new RequestBudget(50), 10, 7)).isBetween(500, 518);
    }

    @Test
    void whatWasNotUsedIsNotSavedUp() {
        RequestBudget budget = new RequestBudget(50);
        long now = 100 * SECOND;
        int atOnce = 0;
        while (budget.take(1, now) == 0) {
            atOnce++;
        }
        assertThat(atOnce).isEqualTo(10);
    }
}

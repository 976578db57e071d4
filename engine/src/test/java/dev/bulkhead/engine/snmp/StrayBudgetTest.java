package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StrayBudgetTest {
    private static final long START = 77;

    private final StrayBudget budget = new StrayBudget();

    private int untilExceeded(long nanos) {
        int count = 0;
        while (!budget.isExceededBy(nanos)) {
            count++;
        }
        return count;
    }

    @Test
    void someThousandsAtOnceAreReadAndThenNoMore() {
        assertThat(untilExceeded(START)).isEqualTo(5_000);
        assertThat(budget.isExceededBy(START)).isTrue();
    }

    @Test
    void afterEachRestSomeAreReadAgain() {
        untilExceeded(START);
        assertThat(untilExceeded(START + StrayBudget.REST_NANOS)).isBetween(398, 400);
        assertThat(untilExceeded(START + TimeUnit.HOURS.toNanos(1))).isEqualTo(5_000);
    }

    @Test
    void fewerThanTwentyThousandASecondAreAlwaysRead() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(budget.isExceededBy(START + i * 50_001L)).isFalse();
        }
    }
}

package dev.bulkhead.engine.supervisor;

import static dev.bulkhead.engine.supervisor.WorkerState.ENDED;
import static dev.bulkhead.engine.supervisor.WorkerState.IDLE;
import static dev.bulkhead.engine.supervisor.WorkerState.RUNNING;
import static dev.bulkhead.engine.supervisor.WorkerState.STARTING;
import static dev.bulkhead.engine.supervisor.WorkerState.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerStateTest {
    @Test
    void theTableIsThis() {
        assertThat(STARTING.next()).isEqualTo(Set.of(IDLE, RUNNING, ENDED));
        assertThat(IDLE.next()).isEqualTo(Set.of(RUNNING, ENDED));
        assertThat(RUNNING.next()).isEqualTo(Set.of(STOPPING, IDLE, ENDED));
        assertThat(STOPPING.next()).isEqualTo(Set.of(ENDED));
        assertThat(ENDED.next()).isEmpty();
    }

    @Test
    void everyStateCanEnd() {
        for (WorkerState state : WorkerState.values()) {
            assertThat(state == ENDED || state.mayBecome(ENDED)).as(state.word()).isTrue();
        }
    }
}

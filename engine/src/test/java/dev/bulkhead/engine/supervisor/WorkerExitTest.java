package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.supervisor.WorkerExit.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerExitTest {
    private static final List<String> MEMORY =
            List.of("x", "Terminating due to java.lang.OutOfMemoryError: Java heap space");

    @Test
    void status3WithItsLineIsOutOfMemory() {
        assertThat(WorkerExit.of(3, MEMORY).kind()).isEqualTo(Kind.OUT_OF_MEMORY);
    }

    @Test
    void status3WithoutThatLineIsACrash() {
        assertThat(WorkerExit.of(3, List.of("bye")).kind()).isEqualTo(Kind.CRASHED);
        assertThat(WorkerExit.of(1, MEMORY).kind()).isEqualTo(Kind.CRASHED);
    }

    @Test
    void aSignalIsAKillThatNamesIt() {
        WorkerExit exit = WorkerExit.of(137, List.of());
        assertThat(exit.kind()).isEqualTo(Kind.KILLED);
        assertThat(exit.detail()).isEqualTo("signal 9");
    }

    @Test
    void aSignalTheJvmGaveItselfIsACrash() {
        assertThat(WorkerExit.of(134, List.of()).kind()).isEqualTo(Kind.CRASHED);
        assertThat(WorkerExit.of(139, List.of()).kind()).isEqualTo(Kind.CRASHED);
    }

    @Test
    void aCrashSaysWhatTheWorkerSaidFirst() {
        assertThat(WorkerExit.of(70, List.of("thread snmp failed: x", "  at y")).detail())
                .isEqualTo("exit status 70: thread snmp failed: x");
    }

    @Test
    void aWarningOfTheJvmIsNotWhyAWorkerCrashed() {
        List<String> words = List.of("[0.012s][warning][gc] small", "thread snmp failed: x");
        assertThat(WorkerExit.of(70, words).detail())
                .isEqualTo("exit status 70: thread snmp failed: x");
        assertThat(WorkerExit.of(70, words.subList(0, 1)).detail()).isEqualTo("exit status 70");
    }
}

package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked first where places are few. */
class PollWindowTest {
    private final Loop loop = new Loop();
    private final PollWindow window = new PollWindow(loop);
    private final List<String> asked = new ArrayList<>();

    private void ask(String who) {
        window.enter();
        asked.add(who);
    }

    /** Gives turns on the loop, as a poll does, and lets the loop end. */
    private void inOneTurn(Runnable turns) {
        loop.execute(() -> {
            turns.run();
            loop.execute(loop::close);
        });
        loop.run();
    }

    @Test
    void whoWasSilentStandsBehindAllWhoHaveTheirTurnWithHim() {
        inOneTurn(() -> {
            for (int i = 0; i < 3; i++) {
                window.whenFreeOfOthers(() -> ask("silent"));
                window.whenFree(() -> ask("live"));
            }
        });
        assertThat(asked).containsExactly("live", "live", "live", "silent", "silent", "silent");
    }

    @Test
    void everyEighthPlaceIsForTheSilentHoweverManyOthersWait() {
        inOneTurn(() -> {
            for (int i = 0; i < 100; i++) {
                window.whenFreeOfOthers(() -> ask("silent"));
            }
            for (int i = 0; i < 2 * PollWindow.SIZE; i++) {
                window.whenFree(() -> ask("live"));
            }
        });
        assertThat(asked).hasSize(PollWindow.SIZE);
        assertThat(Collections.frequency(asked, "silent")).isEqualTo(PollWindow.SIZE / 8);
    }
}

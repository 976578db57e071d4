package dev.bulkhead.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.guide.Guide;
import dev.bulkhead.app.guide.GuidePage;
import org.junit.jupiter.api.Test;

/** Turning pages and looking for them. */
final class GuideViewModelTest {
    private final Guide guide = Guide.standard();
    private final GuideViewModel model = new GuideViewModel(guide);

    @Test
    void pagesAreTurnedFromTheFirstToTheLast() {
        assertThat(model.canTurn(-1)).isFalse();
        int turns = 0;
        while (model.canTurn(1)) {
            model.turn(1);
            turns++;
        }
        assertThat(turns).isEqualTo(guide.pages().size() - 1);
        GuidePage last = model.pageProperty().get();
        assertThat(last).isEqualTo(guide.pages().getLast());
        model.turn(1);
        assertThat(model.pageProperty().get()).isEqualTo(last);
    }

    @Test
    void aSearchLeavesThePageThatIsRead() {
        model.open("history");
        model.queryProperty().set("passphrase");
        assertThat(model.hits()).isNotEmpty().hasSizeLessThan(guide.pages().size());
        assertThat(model.pageProperty().get().name()).isEqualTo("history");
        model.queryProperty().set(" ");
        assertThat(model.hits()).hasSameSizeAs(guide.pages());
    }

    @Test
    void aPageThatIsNotThereOpensNothing() {
        model.open("history");
        model.open("nowhere");
        assertThat(model.pageProperty().get().name()).isEqualTo("history");
    }

    @Test
    void whoListensToTheHitsIsHeld() {
        int[] told = new int[1];
        model.hits().subscribe(() -> told[0]++);
        System.gc();
        model.queryProperty().set("passphrase");
        assertThat(told[0]).isPositive();
    }
}

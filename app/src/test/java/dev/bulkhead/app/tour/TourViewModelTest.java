package dev.bulkhead.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.junit.jupiter.api.Test;

final class TourViewModelTest {
    private static TourStep step(String id) {
        return new TourStep(id, "#" + id, ArrowLocation.TOP_LEFT, Optional.empty());
    }

    private final TourViewModel tour = new TourViewModel(List.of(step("a"), step("b")));

    @Test
    void itGoesThroughAllStepsAndEnds() {
        assertThat(tour.number()).isZero();
        tour.start();
        tour.back();
        assertThat(tour.number()).isEqualTo(1);
        tour.next();
        assertThat(tour.isLast()).isTrue();
        tour.next();
        assertThat(tour.stepProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void itCanBeSkipped() {
        tour.start();
        tour.end();
        assertThat(tour.stepProperty().get()).isEqualTo(Optional.empty());
    }
}

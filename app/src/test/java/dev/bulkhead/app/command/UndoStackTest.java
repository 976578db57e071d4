package dev.bulkhead.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UndoStackTest {
    private final UndoStack undo = new UndoStack();
    private final List<String> undone = new ArrayList<>();

    private void did(String what) {
        undo.did(what, () -> undone.add(what));
    }

    @Test
    void theLatestIsTakenBackFirst() {
        did("one");
        did("two");
        undo.undo();
        undo.undo();
        undo.undo();
        assertThat(undone).containsExactly("two", "one");
        assertThat(undo.latestProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void newsAreOnlyWhatWasJustDone() {
        did("one");
        did("two");
        assertThat(undo.newsProperty().get()).map(UndoStack.Step::what).contains("two");
        undo.undo();
        assertThat(undo.newsProperty().get()).isEmpty();
        assertThat(undo.latestProperty().get()).map(UndoStack.Step::what).contains("one");
    }

    @Test
    void moreThanTheLimitIsForgotten() {
        for (int i = 0; i < UndoStack.LIMIT + 3; i++) {
            did("step " + i);
        }
        while (undo.latestProperty().get().isPresent()) {
            undo.undo();
        }
        assertThat(undone).hasSize(UndoStack.LIMIT).endsWith("step 3");
    }
}

package dev.bulkhead.app.polling;

import dev.bulkhead.app.formula.FormulaNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the editor of formulas needs from outside. JavaFX's thread. */
public interface FormulaDesk {
    /** What names mean by the modules loaded now. */
    FormulaNames names();

    /** Finds what a name may become; the answer comes on JavaFX's thread, or never if late. */
    void complete(String start, Consumer<List<FormulaHit>> found);

    /** Whom a new formula asks; empty, and said so elsewhere, if that is nobody. */
    Optional<PollItem> whom();

    /** How often a new formula is asked for. */
    Duration every();
}

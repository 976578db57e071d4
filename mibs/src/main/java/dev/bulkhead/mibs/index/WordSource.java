package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import java.nio.ByteBuffer;

/** Where an index gets its words from when a search in descriptions is wanted. */
@FunctionalInterface
public interface WordSource {
    /**
     * What {@link WordIndexBuilder} made of the same store; blocks.
     *
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    ByteBuffer words(Cancellation cancellation, Progress progress);
}

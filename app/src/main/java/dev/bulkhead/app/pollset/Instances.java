package dev.bulkhead.app.pollset;

import java.util.List;

/** Which instances of an object are asked for. */
public sealed interface Instances {
    /** The one that the object's text ends with, or the only one of a scalar. */
    record Written() implements Instances {}

    /**
     * These.
     *
     * @param texts each as it would stand after the object's name and a dot
     */
    record Listed(List<String> texts) implements Instances {
        public Listed {
            texts = List.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("no instance is listed");
            }
        }
    }

    /** All that the device has when the run starts, of a column or of each column of a table. */
    record All() implements Instances {}
}

package dev.bulkhead.engine;

/** A job's number, 1 and up, unique in one {@link Engine}. */
public record JobId(long number) {
    @Override
    public String toString() {
        return "job-" + number;
    }
}

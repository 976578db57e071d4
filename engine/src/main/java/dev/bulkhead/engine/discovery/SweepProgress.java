package dev.bulkhead.engine.discovery;

/**
 * How far a sweep is. Counted are endpoints: an address with a port.
 *
 * @param total all that are to be asked, each once however often the blocks name it
 * @param done answered, refused, or given up: {@code total - done} are left
 * @param answered found, with values
 * @param refused found, with no credential that they take
 * @param unsent those to which this machine could send nothing, for want of a route or of leave;
 *     what was asked again after a worker's end may count twice
 */
public record SweepProgress(long total, long done, long answered, long refused, long unsent) {
    public static final SweepProgress ZERO = new SweepProgress(0, 0, 0, 0, 0);

    /** Done in parts of the whole, 0 to 1; 1 if there is nothing to do. */
    public double fraction() {
        return total == 0 ? 1 : (double) done / total;
    }
}

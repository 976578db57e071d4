package dev.bulkhead.app.export;

/** Where rows go. */
public interface RowWriter {
    /**
     * The text of one more row, its line end included.
     *
     * @return also what has to stand before it, such as CSV's header
     */
    String next(Row row);

    /** What has to stand after the last row. */
    String end();
}

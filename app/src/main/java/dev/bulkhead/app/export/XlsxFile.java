package dev.bulkhead.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows as an Excel workbook (ECMA-376): a header in bold on each sheet, numbers as numbers, texts
 * as texts that are no formulas. A full sheet is followed by another one. Blocks.
 */
public final class XlsxFile implements AutoCloseable {
    /** What Excel can show. */
    private static final int SHEET_ROWS = 1_048_576;

    /** Integers beyond it would lose digits as Excel's numbers, so they are texts. */
    private static final long EXACT = 999_999_999_999_999L;

    private static final int FLUSH_EVERY = 1_000;

    private final Workbook workbook;
    private final String name;
    private final List<String> columns;
    private int sheets;
    private @Nullable Worksheet sheet;
    private int row;

    /**
     * A workbook.
     *
     * @param name of its sheets
     * @param columns the fields to write, in this order; others are left out
     */
    public XlsxFile(OutputStream out, String name, List<String> columns) {
        workbook = new Workbook(out, "Bulkhead", null);
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** Appends a row. */
    public void write(Row fields) throws IOException {
        Worksheet current = sheet;
        if (current == null || row == SHEET_ROWS) {
            current = begin();
        }
        for (int i = 0; i < columns.size(); i++) {
            Object value = fields.fields().get(columns.get(i));
            if (value != null) {
                put(current, i, value);
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            current.flush();
        }
    }

    private void put(Worksheet current, int column, Object value) {
        if (value instanceof Number number && isExact(number)) {
            current.value(row, column, number);
        } else {
            current.value(row, column, FormulaGuard.of(value.toString()));
        }
    }

    private static boolean isExact(Number number) {
        return number instanceof Double
                || (!(number instanceof BigInteger) && Math.abs(number.longValue()) <= EXACT);
    }

    private Worksheet begin() throws IOException {
        Worksheet before = sheet;
        if (before != null) {
            before.finish();
        }
        sheets++;
        Worksheet fresh = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int i = 0; i < columns.size(); i++) {
            fresh.value(0, i, columns.get(i));
            fresh.style(0, i).bold().set();
        }
        fresh.freezePane(0, 1);
        sheet = fresh;
        row = 1;
        return fresh;
    }

    /** Ends the workbook; the stream stays open. */
    @Override
    public void close() throws IOException {
        Worksheet last = sheet;
        if (last == null) {
            last = begin();
        }
        last.finish();
        workbook.finish();
    }
}

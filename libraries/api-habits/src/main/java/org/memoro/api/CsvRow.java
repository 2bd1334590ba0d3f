package org.memoro.api;

import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table for spreadsheets, as RFC 4180 writes it.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with an
 * apostrophe: whoever takes the first apostrophe away from every field has exactly what was there.
 */
public final class CsvRow {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    /** What begins a formula somewhere, in full width too, and the apostrophe itself. */
    private static final String DANGEROUS = "=+-@\t\r\n\0'\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvRow() {}

    public static String of(@Nullable Object... fields) {
        Object[] texts = Arrays.stream(fields).map(CsvRow::harmless).toArray();
        return FORMAT.format(texts) + "\r\n";
    }

    private static String harmless(@Nullable Object field) {
        String text = field == null ? "" : field.toString();
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

package org.memoro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link CsvRow}. */
class CsvRowTests {

    @Test
    void quotesWhatWouldEndAField() {
        assertThat(CsvRow.of("Anna", "a,b", "say \"hi\"", "two\nlines", null, 7))
                .isEqualTo("Anna,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+43 1 234",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "'quoted'",
                "''",
                "＝1",
                "plain",
                "",
                "a=b",
                "\nx"
            })
    void makesFormulasHarmlessAndLosesNothing(String text) throws IOException {
        String field = parsed(CsvRow.of(text, "end")).getFirst();

        assertThat(field)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
        assertThat(field.startsWith("'") ? field.substring(1) : field).isEqualTo(text);
    }

    private static List<String> parsed(String line) throws IOException {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            return parser.getRecords().getFirst().toList();
        }
    }
}

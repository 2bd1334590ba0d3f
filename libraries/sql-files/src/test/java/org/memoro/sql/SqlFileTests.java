package org.memoro.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** Tests for {@link SqlFile}. */
class SqlFileTests {

    @Test
    void loadsAStatementWhoseNamesAreDeclared() {
        assertThat(SqlFile.load("example/find_thing", "userId", "name").text()).contains("SELECT");
    }

    @Test
    void refusesAMissingFile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SqlFile.load("example/no_such_file"))
                .withMessageContaining("is missing");
    }

    @Test
    void refusesANameTheFileLacks() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SqlFile.load("example/find_thing", "userId", "name", "colour"))
                .withMessageContaining("colour");
    }

    @Test
    void refusesANameTheStoreForgot() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SqlFile.load("example/find_thing", "userId"))
                .withMessageContaining("[name, userId]");
    }

    @Test
    void refusesTwoStatements() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SqlFile.load("example/two_statements"))
                .withMessageContaining("holds 2");
    }

    @Test
    void refusesAFileWithoutItsQuestion() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SqlFile.load("example/no_question"))
                .withMessageContaining("which question");
    }

    @Test
    void readsNamesOnlyOutsideCommentsLiteralsAndCasts() {
        SqlText text =
                SqlText.parse("-- :no\nSELECT ':no', \":no\" /* :no */, :yes::text, a ? 'k' FROM t WHERE b <=> :also");

        assertThat(text.parameters()).containsExactly("also", "yes");
        assertThat(text.statements()).isOne();
    }
}

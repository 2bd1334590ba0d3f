package org.memoro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.problems.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link MergePatch}, {@link Etags}, {@link Limits}, {@link Page} and {@link Ids}. */
class HabitsTests {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void mergesAsTheStandardsExamples(String target, String patch, String expected) {
        assertThat(MergePatch.apply(JSON.readTree(target), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "null", "1"})
    void refusesAPatchThatIsNoObject(String patch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> MergePatch.apply(JSON.createObjectNode(), JSON.readTree(patch)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "*", "\"7\"", "'\"6\", \"7\"'"})
    void acceptsTheCurrentVersion(String ifMatch) {
        Etags.requireMatch(ifMatch, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\""})
    void refusesAStaleVersion(String ifMatch) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Etags.requireMatch(ifMatch, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void refusesALimitOutOfRange(int limit) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Limits.of(limit));
    }

    @Test
    void cutsAPageAndContinuesAfterItsLastItem() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, item -> "after " + item);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).isEqualTo("after b");
        assertThat(Page.of(List.of("a", "b"), 2, item -> item).nextCursor()).isNull();
        assertThat(JSON.writeValueAsString(Page.of(List.of(), 2, item -> ""))).contains("\"nextCursor\":null");
    }

    @Test
    void makesIdsThatSortByTime() {
        List<String> ids =
                List.of(Ids.next().toString(), Ids.next().toString(), Ids.next().toString());

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(Ids.next().version()).isEqualTo(7);
    }
}

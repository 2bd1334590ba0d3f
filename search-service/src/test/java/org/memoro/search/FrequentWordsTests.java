package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words that many of an account's notes have: they bring no note into an answer, and count all the same. */
class FrequentWordsTests {
    private static final int WANTED = 100;
    private static RunningSearch search;

    private final UUID account = UUID.randomUUID();
    private final UUID anna = UUID.randomUUID();

    @BeforeAll
    static void start() {
        search = new RunningSearch();
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    /** A note, and the stems of the one before it in its thread that it has not itself. */
    private record Filled(UUID id, Set<String> stems, Set<String> before) {
        static Filled with(Stream<String> stems) {
            return new Filled(UUID.randomUUID(), stems.collect(Collectors.toSet()), Set.of());
        }

        Set<String> inThread() {
            return Stream.concat(stems.stream(), before.stream()).collect(Collectors.toSet());
        }
    }

    @Test
    void decideAmongTheNotesOfRarerOnes() throws SQLException {
        List<Filled> notes = fill(sample());

        List<String> found = found("river garden coffee");

        assertThat(found).hasSize(WANTED);
        assertThat(found.subList(0, 50)).containsExactlyInAnyOrderElementsOf(ids(notes, "river", "garden"));
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids(notes, "river"));
    }

    @Test
    void findByThemselvesWhenNothingElseIsAskedFor() throws SQLException {
        List<Filled> notes = fill(sample());

        assertThat(found("coffee")).hasSize(WANTED);
        assertThat(ids(notes, "garden")).containsAll(found("coffee garden")).hasSizeGreaterThan(WANTED);
    }

    @Test
    void fillUpWhatTooFewNotesHaveTheRareWordFor() throws SQLException {
        List<Filled> notes = fill(sample());

        List<String> found = found("lighthouse garden");

        assertThat(found).hasSize(WANTED);
        assertThat(found.subList(0, 2)).containsExactlyInAnyOrderElementsOf(ids(notes, "lighthous", "garden"));
        assertThat(found.subList(0, 3)).containsExactlyInAnyOrderElementsOf(ids(notes, "lighthous"));
        assertThat(ids(notes, "garden")).containsAll(found.subList(3, WANTED));
    }

    @Test
    void keepToTheFilters() throws SQLException {
        List<Filled> notes = fill(sample());
        List<Filled> annas = notes.subList(40, 60);
        belongTo(annas);

        for (String[] filter :
                new String[][] {{"contactId", anna.toString()}, {"tag", "club"}, {"from", "2026-02-01"}}) {
            List<String> found = found("river garden coffee", filter);

            assertThat(found).as(filter[0]).hasSize(20).containsExactlyInAnyOrderElementsOf(ids(annas));
            assertThat(found.subList(0, 10)).containsExactlyInAnyOrderElementsOf(ids(annas, "garden"));
        }
    }

    /** Against the same answer counted here, note by note, for words as frequent as those of a language are. */
    @Test
    void changeNothingAboutWhatIsFound() throws SQLException {
        List<Filled> notes = fill(invented(700));
        Random random = new Random(5);

        for (int i = 0; i < 40; i++) {
            List<String> asked = random.doubles(2 + i % 6)
                    .mapToObj(chance -> word((int) (60 * chance * chance * chance)))
                    .distinct()
                    .toList();

            Set<String> expected = new HashSet<>(best(notes, asked, Filled::stems));
            expected.addAll(best(notes, asked, Filled::inThread));

            assertThat(found(String.join(" ", asked))).as("%s", asked).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> best(List<Filled> notes, List<String> asked, Function<Filled, Set<String>> stems) {
        Map<String, Long> weights = new HashMap<>();
        for (String word : asked) {
            double with = notes.stream()
                    .filter(note -> stems.apply(note).contains(word))
                    .count();
            weights.put(
                    word, Math.max(1, Math.round(100_000 * Math.log(1 + (notes.size() - with + 0.5) / (with + 0.5)))));
        }
        Map<Filled, Long> scores = notes.stream()
                .collect(Collectors.toMap(Function.identity(), note -> stems.apply(note).stream()
                        .mapToLong(stem -> weights.getOrDefault(stem, 0L))
                        .sum()));
        return scores.entrySet().stream()
                .filter(scored -> scored.getValue() > 0)
                .sorted(Map.Entry.<Filled, Long>comparingByValue()
                        .thenComparing(scored -> scored.getKey().id().toString())
                        .reversed())
                .limit(WANTED)
                .map(scored -> scored.getKey().id().toString())
                .toList();
    }

    /** Every note has coffee, six of ten a garden, a quarter the river, half of these both, and three the lighthouse. */
    private static List<Filled> sample() {
        return IntStream.range(0, 400)
                .mapToObj(i -> Filled.with(Stream.of(
                                "coffe",
                                i < 100 ? "river" : "",
                                i % 2 == 0 || (i > 100 && i < 180) ? "garden" : "",
                                i >= 180 && i < 183 ? "lighthous" : "")
                        .filter(stem -> !stem.isEmpty())))
                .toList();
    }

    private static List<Filled> invented(int count) {
        Random random = new Random(3);
        List<Filled> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Filled note = Filled.with(IntStream.range(0, 60)
                    .filter(rank -> random.nextDouble() < 1.0 / (1 + rank))
                    .mapToObj(FrequentWordsTests::word));
            Set<String> before = i % 10 == 0 ? Set.of() : notes.get(i - 1).stems();
            notes.add(new Filled(
                    note.id(),
                    note.stems(),
                    before.stream().filter(stem -> !note.stems().contains(stem)).collect(Collectors.toSet())));
        }
        return notes;
    }

    /** Its own stem. */
    private static String word(int rank) {
        return "zq" + (char) ('a' + rank / 10) + (char) ('k' + rank % 10) + "x";
    }

    private static List<String> ids(List<Filled> notes, String... stems) {
        return notes.stream()
                .filter(note -> note.stems().containsAll(List.of(stems)))
                .map(note -> note.id().toString())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<String> found(String question, String... filter) {
        List<String> parameters = new ArrayList<>(List.of("mode", "lexical", "type", "interaction", "limit", "200"));
        parameters.addAll(List.of(filter));
        return search.search(account, question, parameters.toArray(String[]::new))
                .ids();
    }

    private List<Filled> fill(List<Filled> notes) throws SQLException {
        try (Connection connection = search.database.superuser()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO search.document (user_id, interaction_id, version, read_at, occurred_on, created_at, lexemes)
                    VALUES (?, ?, 1, now(), '2026-01-01', '2026-01-01', ?)""")) {
                for (Filled note : notes) {
                    insert.setObject(1, account);
                    insert.setObject(2, note.id());
                    insert.setArray(
                            3, connection.createArrayOf("text", note.stems().toArray()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                        INSERT INTO search.posting (user_id, lexeme, interaction_id)
                        SELECT user_id, unnest(lexemes), interaction_id FROM search.document WHERE user_id = '%s'""".formatted(account));
            }
            insertBefore(connection, notes);
        }
        return notes;
    }

    private void insertBefore(Connection connection, List<Filled> notes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO search.context_posting (user_id, lexeme, interaction_id) VALUES (?, ?, ?)""")) {
            for (Filled note : notes) {
                for (String stem : note.before()) {
                    insert.setObject(1, account);
                    insert.setString(2, stem);
                    insert.setObject(3, note.id());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** These are about Anna, who is in the club, and of February. */
    private void belongTo(List<Filled> notes) throws SQLException {
        try (Connection connection = search.database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO search.contact (user_id, contact_id, version, read_at, tags)
                    VALUES ('%s', '%s', 1, now(), '{club}')""".formatted(account, anna));
            for (Filled note : notes) {
                statement.execute("""
                        INSERT INTO search.document_contact (user_id, interaction_id, contact_id, display_name, position)
                        VALUES ('%s', '%s', '%s', 'A', 1)""".formatted(account, note.id(), anna));
                statement.execute("UPDATE search.document SET occurred_on = '2026-02-02' WHERE interaction_id = '%s'"
                        .formatted(note.id()));
            }
        }
    }
}

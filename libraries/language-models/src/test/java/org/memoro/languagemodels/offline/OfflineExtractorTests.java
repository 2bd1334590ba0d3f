package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.ExtractionAnswer;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.FactExtractor;
import org.memoro.languagemodels.FactExtractorContract;
import org.memoro.languagemodels.KnownContact;

class OfflineExtractorTests extends FactExtractorContract {

    private static final OfflineExtractor EXTRACTOR = new OfflineExtractor();

    @Override
    protected FactExtractor extractor() {
        return EXTRACTOR;
    }

    @Test
    void readsOnlyNamesAndDatesFromANoteInAnotherLanguageAndSaysSo() {
        ExtractionAnswer answer = answer("18.05.2026 Abendessen mit Anna, und sie ist sehr nett. Anna is pregnant.");

        Extraction read = answer.extraction();
        assertThat(read.people()).extracting(Person::mention).containsExactly("Anna");
        assertThat(read.people()).allSatisfy(person -> {
            assertThat(person.facts()).isEmpty();
            assertThat(person.contactMatch().contactId()).isEqualTo("anna");
            assertThat(person.news()).isNull();
        });
        assertThat(read.interactionDate()).satisfies(date -> {
            assertThat(date.date()).isEqualTo("2026-05-18");
            assertThat(date.needsConfirmation()).isTrue();
        });
        assertThat(answer.usage().model()).isEqualTo(EXTRACTOR.engine() + "-names-and-dates");
    }

    @Test
    void takesNoBirthdayFarBackAndNoAppointmentForTheDayOfANoteInAnotherLanguage() {
        assertThat(answer("Anna wurde am 18.05.1990 in Linz geboren, sie ist nett.")
                        .extraction()
                        .interactionDate())
                .isNull();
        assertThat(answer("Am 28.05.2026 Essen mit Anna, und sie bringt Kuchen mit.")
                        .extraction()
                        .interactionDate())
                .isNull();
    }

    @Test
    void saysNothingOfLanguagesWhereTheNoteIsEnglish() {
        assertThat(answer("Anna is pregnant.").usage().model()).isEqualTo(EXTRACTOR.engine());
    }

    private static ExtractionAnswer answer(String note) {
        KnownContact anna = new KnownContact("anna", "Anna", "Petrova", List.of());
        return EXTRACTOR.answer(new ExtractionRequest(
                note, Instant.parse("2026-05-20T18:00:00Z"), ZoneId.of("Europe/Vienna"), List.of(anna)));
    }
}

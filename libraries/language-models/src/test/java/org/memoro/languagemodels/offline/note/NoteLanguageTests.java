package org.memoro.languagemodels.offline.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteLanguageTests {

    private static final NoteLanguage LANGUAGE = new NoteLanguage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gestern mit Jana im Park gewesen, sie hat einen neuen Hund.",
                "Déjeuner avec Luc hier, il part pour Lyon.",
                "Ayer comí con Marta. Su hermana se casa en junio.",
                "Almoço com o Rui ontem, a filha dele entrou na escola.",
                "Ieri cena con Paolo, sua sorella è incinta.",
                "Gisteren koffie met Bram in Utrecht. Zijn vrouw is zwanger.",
                "Wczoraj kawa z Olą, jej brat przeprowadza się do Gdańska.",
                "Dün Ayşe ile kahve içtik, kızı çok iyi.",
                "Träffade Nils igår, han har köpt ett hus och väntar barn.",
                "昨日さくらさんと東京でランチ。",
                "Вчера пил кофе с Олегом, его дочь пошла в школу.",
                "قابلت ليلى أمس في القاهرة.",
                "Χθες είδα τον Νίκο στην Αθήνα."
            })
    void knowsNotesInAnotherLanguage(String note) {
        assertThat(LANGUAGE.isEnglish(note)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lunch with Tom yesterday, his sister is pregnant.",
                "tom bday 3 may",
                "Tom",
                "",
                "Met Birgit gestern im Café, sehr nett! Her daughter is moving to Hamburg.",
                "Dinner at La Casa de la Abuela with Ana and Luis, they got the flat in Madrid.",
                "Anna bought a van. Tom is in Den Haag on business.",
                "Read Über den Fluss und in die Wälder for the book club at Petra's."
            })
    void takesEnglishNotesForEnglishWhateverNamesAndQuotesTheyHold(String note) {
        assertThat(LANGUAGE.isEnglish(note)).isTrue();
    }
}

package org.memoro.embedding.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.note.ContactName;
import org.memoro.languagemodels.KnownContact;

class NamedContactsTests {

    @Test
    void picksWhoIsNamedByFirstNameLastNameOrNickname() {
        assertThat(picked("anna called", contact("Anna", "Petrova", null))).hasSize(1);
        assertThat(picked("Saw the Petrovas", contact("Anna", "Petrova", null))).hasSize(1);
        assertThat(picked("Saw Nushi", contact("Anna", "Petrova", "Nushi"))).hasSize(1);
    }

    @Test
    void leavesOutWhoIsNot() {
        assertThat(picked("Also rained", contact("Al", "Gore", null))).isEmpty();
        assertThat(picked("Nobody came", contact("Anna", null, null))).isEmpty();
    }

    @Test
    void takesAccentsAndUmlautsLightly() {
        assertThat(picked("Tea with Joerg Mueller", contact("Jörg", "Müller", null)))
                .hasSize(1);
        assertThat(picked("Tea with Zoe", contact("Zoë", null, null))).hasSize(1);
        assertThat(picked("今天见了王伟", contact("王伟", null, null))).hasSize(1);
    }

    private static List<KnownContact> picked(String text, ContactName contact) {
        return NamedContacts.of(text, List.of(contact));
    }

    private static ContactName contact(@Nullable String first, @Nullable String last, @Nullable String nickname) {
        return new ContactName(UUID.randomUUID(), first, last, nickname, "x");
    }
}

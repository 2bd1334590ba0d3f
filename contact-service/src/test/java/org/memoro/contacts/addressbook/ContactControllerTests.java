package org.memoro.contacts.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.items;
import static org.memoro.contacts.Owner.names;
import static org.memoro.contacts.Owner.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class ContactControllerTests {
    private static final String CONTACTS = "/api/v1/contacts";

    private final Owner owner = new Owner();

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec postsText(String json) {
        return owner.client()
                .post()
                .uri(CONTACTS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec patchesText(
            JsonNode contact, String json) {
        return owner.client()
                .patch()
                .uri(path(contact))
                .header("Content-Type", "application/merge-patch+json")
                .bodyValue(json)
                .exchange();
    }

    @Nested
    class Creating {
        @Test
        void answersTheContactAndWhereItIs() {
            JsonNode created = body(postsText("""
                    {"firstName":" Anna ","lastName":"Petrova","birthday":{"month":2,"day":29},
                     "emails":[{"label":"work","value":"anna@example.org"}],"tags":["chess"],"company":"Red Bull"}""")
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectHeader()
                    .valueMatches("Location", CONTACTS + "/[0-9a-f-]{36}"));

            assertThat(created.get("displayName").asString()).isEqualTo("Anna Petrova");
            assertThat(created.get("birthday").toString()).isEqualTo("{\"month\":2,\"day\":29}");
            assertThat(created.get("emails").toString())
                    .isEqualTo("[{\"label\":\"work\",\"value\":\"anna@example.org\"}]");
            assertThat(created.get("latestNews").isNull()).isTrue();
            assertThat(owner.reads(created)).isEqualTo(created);
            assertThat(owner.awaits(ContactChanged.class, 1))
                    .singleElement()
                    .satisfies(event -> assertThat(event.nameChanged()).isTrue());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}|/firstName",
                    "{\"firstName\":\"  \"}|/firstName",
                    "{\"firstName\":\"A\",\"birthday\":{\"month\":2,\"day\":30}}|/birthday",
                    "{\"firstName\":\"A\",\"birthday\":{\"year\":2023,\"month\":2,\"day\":29}}|/birthday",
                    "{\"firstName\":\"A\",\"birthday\":{\"year\":3000,\"month\":1,\"day\":1}}|/birthday",
                    "{\"firstName\":\"A\",\"birthday\":{\"month\":1}}|/birthday/day",
                    "{\"firstName\":\"A\",\"birthday\":\"1 May\"}|/birthday",
                    "{\"firstName\":\"A\",\"emails\":[{\"value\":\"nobody\"}]}|/emails/0",
                    "{\"firstName\":\"A\",\"emails\":[{\"value\":null}]}|/emails/0",
                    "{\"firstName\":\"A\",\"links\":[{\"value\":\"javascript:alert(1)\"}]}|/links/0",
                    "{\"firstName\":\"A\",\"phones\":\"123\"}|/phones",
                    "{\"firstName\":\"A\\u0000\"}|/firstName",
                    "{\"firstName\":\"A\",\"tags\":[\"x\\u0000\"]}|/tags/0",
                    "{\"firstName\":[\"A\"]}|/firstName"
                })
        void namesTheFieldThatIsWrong(String json, String pointer) {
            JsonNode problem = body(postsText(json).expectStatus().isEqualTo(422));

            assertThat(problem.get("code").asString()).isEqualTo("validation-failed");
            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
            assertThat(owner.finds("")).isEmpty();
        }

        @Test
        void takesNamePartsOfUpTo200Characters() {
            postsText("{\"lastName\":\"" + "ü".repeat(200) + "\"}")
                    .expectStatus()
                    .isCreated();
            postsText("{\"lastName\":\"" + "ü".repeat(201) + "\"}")
                    .expectStatus()
                    .isEqualTo(422);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "[]", "\"Anna\"", ""})
        void refusesWhatIsNoContact(String json) {
            JsonNode problem = body(postsText(json).expectStatus().isBadRequest());

            assertThat(problem.get("code").asString()).isEqualTo("malformed");
        }

        @Test
        void refusesMoreThanOneMebibyte() {
            JsonNode problem = body(postsText("{\"firstName\":\"A\",\"notes\":\"" + "x".repeat(1_100_000) + "\"}")
                    .expectStatus()
                    .isEqualTo(413));

            assertThat(problem.get("code").asString()).isEqualTo("too-large");
        }

        @Test
        void takesEmojiAndRightToLeftNames() {
            JsonNode created = body(postsText("{\"firstName\":\"שרה\",\"nickname\":\"🦊\"}")
                    .expectStatus()
                    .isCreated());

            assertThat(names(owner.finds("שר"))).containsExactly("שרה");
            assertThat(created.get("nickname").asString()).isEqualTo("🦊");
        }

        @Test
        void answersTheSameRequestOnceOnly() {
            for (int i = 0; i < 2; i++) {
                owner.client()
                        .post()
                        .uri(CONTACTS)
                        .header("Idempotency-Key", "once")
                        .bodyValue(Map.of("firstName", "Ada"))
                        .exchange()
                        .expectStatus()
                        .isCreated();
            }

            assertThat(names(owner.finds(""))).containsExactly("Ada");
        }
    }

    @Nested
    class Editing {
        @Test
        void changesOnlyWhatThePatchNames() {
            JsonNode anna = body(postsText("{\"firstName\":\"Anna\",\"location\":\"Wien\",\"tags\":[\"chess\"]}"));

            JsonNode edited = body(patchesText(anna, "{\"location\":null,\"lastName\":\"Petrova\"}")
                    .expectStatus()
                    .isOk());

            assertThat(edited.get("location").isNull()).isTrue();
            assertThat(edited.get("displayName").asString()).isEqualTo("Anna Petrova");
            assertThat(edited.get("tags").get(0).asString()).isEqualTo("chess");
            assertThat(edited.get("version").asLong()).isEqualTo(2);
            assertThat(owner.reads(anna)).isEqualTo(edited);
        }

        @Test
        void keepsTheVersionWhenNothingChanges() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");

            assertThat(owner.edits(anna, Map.of("firstName", "Anna"))
                            .get("version")
                            .asLong())
                    .isEqualTo(1);
        }

        @Test
        void refusesAStaleVersion() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");
            owner.edits(anna, Map.of("nickname", "Anjuschka"));

            JsonNode problem = body(owner.client()
                    .patch()
                    .uri(path(anna))
                    .header("If-Match", "\"1\"")
                    .bodyValue(Map.of("nickname", "Anni"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(412));

            assertThat(problem.get("code").asString()).isEqualTo("stale-version");
        }

        @Test
        void neverLeavesAContactNameless() {
            JsonNode anna = owner.writesDown("Anna", null);

            patchesText(anna, "{\"firstName\":null}").expectStatus().isEqualTo(422);

            assertThat(owner.reads(anna).get("firstName").asString()).isEqualTo("Anna");
        }
    }

    @Nested
    class Finding {
        @ParameterizedTest
        @CsvSource({
            "ann, Anna Petrová",
            "pet, Anna Petrová",
            "petrova, Anna Petrová",
            "PETROVA anna, Anna Petrová",
            "Petrva, Anna Petrová",
            "bjorn, Björn Åkesson",
            "akeson, Björn Åkesson",
            "kjaergaard, Søren Kjærgaard",
            "brien, Niamh O'Brien"
        })
        void matchesAsOneTypes(String query, String expected) {
            owner.writesDown("Anna", "Petrová");
            owner.writesDown("Björn", "Åkesson");
            owner.writesDown("Søren", "Kjærgaard");
            owner.writesDown("Niamh", "O'Brien");

            assertThat(names(owner.finds(query))).containsExactly(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"xyz", "nna", "%", "_", "anna petrova kim"})
        void leavesOutWhatDoesNotMatch(String query) {
            owner.writesDown("Anna", "Petrova");

            assertThat(owner.finds(query)).isEmpty();
        }

        @Test
        void narrowsToATag() {
            postsText("{\"firstName\":\"Anna\",\"tags\":[\"chess\",\"work\"]}");
            postsText("{\"firstName\":\"Berta\",\"tags\":[\"work\"]}");

            assertThat(names(items(body(owner.gets(CONTACTS + "?tag=chess"))))).containsExactly("Anna");
        }

        @ParameterizedTest
        @ValueSource(strings = {"name", "created", "lastInteraction"})
        void pagesWithoutLosingOrRepeatingAnybody(String sort) {
            for (String name : List.of("Éva", "anna", "Zoë", "Björn", "Clara")) {
                owner.writesDown(name, null);
            }

            List<String> seen = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                JsonNode page = body(owner.gets(CONTACTS + "?limit=2&sort=" + sort + "&cursor=" + cursor)
                        .expectStatus()
                        .isOk());
                seen.addAll(names(items(page)));
                cursor = page.get("nextCursor").isNull()
                        ? null
                        : page.get("nextCursor").asString();
            }

            assertThat(seen).containsExactlyInAnyOrder("anna", "Björn", "Clara", "Éva", "Zoë");
            if (sort.equals("name")) {
                assertThat(seen).containsExactly("anna", "Björn", "Clara", "Éva", "Zoë");
            }
        }

        @ParameterizedTest
        @CsvSource({"?sort=age, 400", "?limit=0, 422", "?limit=201, 422", "?limit=x, 400", "?cursor=!!, 400"})
        void refusesWhatItCannotRead(String query, int status) {
            owner.gets(CONTACTS + query).expectStatus().isEqualTo(status);
        }
    }

    @Nested
    class Deleting {
        @Test
        void takesTheContactAwayUntilItIsRestored() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");

            owner.deletes(path(anna)).expectStatus().isNoContent();

            owner.gets(path(anna)).expectStatus().isNotFound();
            assertThat(owner.finds("")).isEmpty();
            assertThat(owner.awaits(ContactDeleted.class, 1)).hasSize(1);

            JsonNode back = body(owner.client()
                    .post()
                    .uri(path(anna) + "/restore")
                    .exchange()
                    .expectStatus()
                    .isOk());
            assertThat(id(back)).isEqualTo(id(anna));
            assertThat(names(owner.finds(""))).containsExactly("Anna Petrova");
        }

        @Test
        void answersTheSecondTimeThatNobodyIsThere() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");
            owner.deletes(path(anna)).expectStatus().isNoContent();

            owner.deletes(path(anna)).expectStatus().isNotFound();
        }
    }

    @Nested
    class SomebodyElse {
        @Test
        void cannotTellAForeignContactFromNone() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");
            Owner other = new Owner();

            JsonNode foreign = body(other.gets(path(anna)).expectStatus().isNotFound());
            JsonNode unknown = body(other.gets(CONTACTS + "/" + UUID.randomUUID())
                    .expectStatus()
                    .isNotFound());

            assertThat(foreign.get("code").asString()).isEqualTo("contact-not-found");
            for (String field : List.of("type", "title", "status", "detail", "code")) {
                assertThat(foreign.get(field)).isEqualTo(unknown.get(field));
            }
        }

        @Test
        void canNeitherSeeNorChangeAnything() {
            JsonNode anna = owner.writesDown("Anna", "Petrova");
            Owner other = new Owner();

            assertThat(other.finds("anna")).isEmpty();
            other.patches(path(anna), Map.of("firstName", "X")).expectStatus().isNotFound();
            other.deletes(path(anna)).expectStatus().isNotFound();
            other.client()
                    .post()
                    .uri(path(anna) + "/restore")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            other.gets(path(anna) + "/context").expectStatus().isNotFound();
            other.gets(path(anna) + "/relationships").expectStatus().isNotFound();

            assertThat(owner.reads(anna)).isEqualTo(anna);
        }

        @Test
        void mustSignIn() {
            JsonNode problem = body(RunningService.shared()
                    .anonymous()
                    .get()
                    .uri(CONTACTS)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized());

            assertThat(problem.get("code").asString()).isEqualTo("not-signed-in");
        }

        @Test
        void learnsNothingFromAnIdThatIsNone() {
            owner.gets(CONTACTS + "/not-an-id").expectStatus().isBadRequest();
        }
    }
}

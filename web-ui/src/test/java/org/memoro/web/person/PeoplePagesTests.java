package org.memoro.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;
import org.memoro.web.Sample;
import tools.jackson.databind.node.ObjectNode;

class PeoplePagesTests {

    private final ObjectNode anna = Sample.contact(Sample.ANNA, "Anna", "Petrova");
    private final ObjectNode tom = Sample.contact(Sample.TOM, "Tom", "Okafor");
    private RunningPages pages;

    @BeforeEach
    void start() {
        pages = RunningPages.fresh();
    }

    @Test
    void listsPeopleUnderTheirLetters() {
        pages.contacts.on("GET", "/api/v1/contacts", 200, Sample.list(anna, tom));

        assertThat(pages.get("/people").body())
                .containsSubsequence(">A</h2>", "Anna Petrova", ">T</h2>", "Tom Okafor")
                .contains("2 people");
    }

    @Test
    void searchesAsOneTypesAndKeepsTheListAlone() {
        pages.contacts.on("GET", "/api/v1/contacts", 200, Sample.list(anna));

        String list = pages.fragment("/people?query=an%26&sort=name").body();

        assertThat(list).doesNotContain("<html").contains("id=\"people-list\"").contains("1 person for “an&amp;”");
        assertThat(pages.contacts.requests().getLast().query())
                .contains("query=an%26")
                .contains("sort=name");
    }

    @Test
    void saysWhenNobodyMatchesAndOffersToAddThem() {
        assertThat(pages.get("/people?query=%3Cwanda%3E&tag=uppsala").body())
                .contains("No “&lt;wanda&gt;” with the tag uppsala")
                .contains("Remove the tag filter")
                .contains("href=\"/people/new?name=%3Cwanda%3E\"");
    }

    @Test
    void startsWithAnInvitationWhenNobodyIsKnown() {
        assertThat(pages.get("/people").body()).contains("Nobody here yet").doesNotContain("id=\"people-q\"");
    }

    @Test
    void goesOnWhereThePageEnded() {
        pages.contacts.on("GET", "/api/v1/contacts", 200, Sample.page("next", anna));

        assertThat(pages.get("/people?tag=friends").body()).contains("/people?tag=friends&amp;cursor=next");
        assertThat(pages.fragment("/people?tag=friends&cursor=next").body())
                .doesNotContain("id=\"people-list\"")
                .contains("Anna Petrova");
    }

    @Test
    void treatsAnUnknownOrderAsByName() {
        pages.get("/people?sort=%27drop");

        assertThat(pages.contacts.requests())
                .anySatisfy(request ->
                        assertThat(request.query()).contains("limit=100").contains("sort=name"));
    }

    @Test
    void saysSoWhenTheServiceIsDown() {
        pages.contacts.down();

        assertThat(pages.get("/people").status()).isEqualTo(503);
        assertThat(pages.fragment("/people?query=a").status()).isEqualTo(503);
    }
}

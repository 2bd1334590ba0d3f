package org.memoro.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.web.RunningPages;
import org.memoro.web.RunningPages.Answer;
import org.memoro.web.Sample;
import tools.jackson.databind.node.ObjectNode;

/** What can be decided about a fact while its page stays open. */
class FactFragmentsTests {

    private static final String NOTE = "/notes/" + Sample.id(10);

    private final ObjectNode note = Sample.note(Sample.id(10), "Coffee with Tom, his sister marries in Cork.", "done");
    private final String fact = NOTE + "/facts/" + Sample.id(20);
    private RunningPages pages;

    @BeforeEach
    void start() {
        pages = RunningPages.fresh();
        pages.interactions.on("GET", "/api/v1/interactions/" + Sample.id(10), 200, note.toString());
        pages.contacts.on("PATCH", "/api/v1/facts/" + Sample.id(20), 200, lives().toString());
        facts(lives());
    }

    @Test
    void saysAloudWhatWasDoneToWhichFact() {
        assertThat(announced(pages.postFragment(fact + "/confirm")))
                .isEqualTo("Confirmed: Someone lives in Cork. 1 still to check.");
        assertThat(announced(pages.postFragment(fact + "/undo")))
                .startsWith("Removed: Someone lives in Cork. Undo is available.");
        assertThat(announced(pages.postFragment(fact + "/restore"))).startsWith("Put back: ");
        assertThat(announced(pages.postFragment(fact, "place", "Dublin"))).startsWith("Saved: ");
        assertThat(announced(pages.postFragment(fact + "/person/" + Sample.TOM)))
                .startsWith("Chosen: ");
    }

    private String announced(Answer answer) {
        String mark = "<div id=\"announce\" hx-swap-oob=\"innerHTML\">";
        assertThat(answer.body()).contains(mark);
        String after = answer.body().substring(answer.body().indexOf(mark) + mark.length());
        return after.substring(0, after.indexOf("</div>"));
    }

    @Test
    void savesOnEnterInsteadOfRemoving() {
        String form = pages.fragment(fact + "/fix").body();

        assertThat(form.indexOf("<button type=\"submit\" hidden>")).isPositive().isLessThan(form.indexOf("/undo"));
    }

    @Test
    void tellsInWordsWhatIsPlannedUnsureAndDenied() {
        String news = "{\"text\":\"Tom sells his boat\"}";
        facts(
                Sample.fact(Sample.id(20), "news", "suggested", note, "Tom", news)
                        .put("status", "planned"),
                lives().put("id", Sample.id(21).toString()).put("status", "uncertain"),
                Sample.fact(Sample.id(22), "job", "suggested", note, "Tom", "{\"text\":\"Tom got the job\"}")
                        .put("status", "negated"),
                Sample.fact(
                                Sample.id(23),
                                "location",
                                "kept",
                                note,
                                "Cork",
                                "{\"place\":\"Cork\",\"when\":\"planned\"}")
                        .put("status", "planned"));

        assertThat(pages.get(NOTE).body())
                .contains("Planned: Tom sells his boat")
                .contains("Maybe: Someone lives in <b>Cork</b>")
                .contains("Not so: Tom got the job")
                .contains("<span>Someone is moving to <b>Cork</b>");
    }

    private ObjectNode lives() {
        return Sample.fact(
                Sample.id(20), "location", "suggested", note, "Cork", "{\"place\":\"Cork\",\"when\":\"current\"}");
    }

    private void facts(ObjectNode... facts) {
        pages.contacts.on("GET", "/api/v1/facts", 200, Sample.list(facts));
    }
}

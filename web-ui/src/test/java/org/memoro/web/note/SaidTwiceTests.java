package org.memoro.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.web.neighbour.Fact;

/** Tests for {@link SaidTwice}. */
class SaidTwiceTests {
    private static final UUID ANNA = UUID.randomUUID();
    private static final String MOVE = "Anna is moving to Graz in May";

    private final Fact move = fact("move", ANNA, MOVE, "kept");
    private final Fact news = fact("news", ANNA, MOVE, "kept");
    private final Fact plan = fact("follow-up", ANNA, MOVE, "kept");

    @Test
    void letsTheNewsStandForTheFactItTells() {
        List<Fact> understood = List.of(move, news, plan);

        assertThat(understood.stream().filter(fact -> !SaidTwice.isToldBy(fact, understood)))
                .containsExactly(news);
        assertThat(SaidTwice.with(news, understood)).containsExactlyInAnyOrder(move, news, plan);
    }

    @Test
    void letsTheFirstStandForTheOthersWithoutNews() {
        assertThat(SaidTwice.isToldBy(move, List.of(move, plan))).isFalse();
        assertThat(SaidTwice.isToldBy(plan, List.of(move, plan))).isTrue();
    }

    @Test
    void keepsApartWhatIsAboutSomebodyElseOrWasDecidedApart() {
        Fact ofMia = fact("news", UUID.randomUUID(), MOVE, "kept");
        Fact undone = fact("news", ANNA, MOVE, "off");

        assertThat(SaidTwice.isToldBy(move, List.of(move, ofMia, undone))).isFalse();
        assertThat(SaidTwice.with(move, List.of(move, ofMia, undone))).containsExactly(move);
    }

    private static Fact fact(String kind, UUID person, String text, String state) {
        Fact.Value value = new Fact.Value(
                null, null, null, null, null, null, null, null, null, null, text, null, null, null, null, null);
        Fact.Evidence evidence = new Fact.Evidence(text, 0, text.length());
        return new Fact(
                UUID.randomUUID(), kind, person, null, value, evidence, 0.9, "happened", state, "machine", null, null);
    }
}

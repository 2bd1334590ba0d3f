package org.memoro.web.note;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Face;

/** Everything a page shows of one note. */
public record NoteCard(
        UUID id,
        long version,
        Layout layout,
        State state,
        LocalDate day,
        Heading heading,
        String text,
        List<Mark> words,
        List<Question> questions,
        List<Chip> chips,
        boolean namesAndDatesOnly,
        String failure,
        @Nullable String reader) {

    /** Where the card stands: in the timeline of all notes, or as an entry on one person's page. */
    public enum Layout {
        NOTE,
        ENTRY
    }

    /** How far the note has come. */
    public enum State {
        UNDERSTANDING,
        REVIEW,
        KEPT,
        SETTLED,
        FAILED,
        OFF;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Who the note is about and when it was written. */
    public record Heading(
            String who,
            @Nullable UUID person,
            int others,
            @Nullable Face face,
            String meta,
            String datetime,
            String dayOfMonth,
            String weekday,
            String full) {}

    /** A name that could be several people. */
    public record Question(UUID fact, String name, List<Choice> choices) {}

    /** One of the people it could be. */
    public record Choice(UUID person, String name, Face face) {}

    /** A fact, small enough to stand in a row with others. */
    public record Chip(
            UUID fact,
            String color,
            String icon,
            String kind,
            String state,
            Phrase phrase,
            @Nullable Face face) {}

    public long kept() {
        return chips.stream().filter(chip -> chip.state().equals("kept")).count();
    }

    /** The address of something to do with this note, so that the answer comes back in the same layout. */
    public String url(String what) {
        return "/notes/" + id + what + (layout == Layout.ENTRY ? "?as=entry" : "");
    }

    /** Where a browser asks whether the note was understood, in case nothing tells it. */
    public String waitingUrl() {
        String card = url("");
        return card + (card.contains("?") ? "&" : "?") + "once=understood";
    }

    /** Another one for a card that shows anything else; the same at every replica. */
    public String print() {
        CRC32 sum = new CRC32();
        sum.update(toString().getBytes(StandardCharsets.UTF_8));
        return Long.toString(sum.getValue(), 36);
    }

    public String element() {
        return "note-" + id;
    }
}

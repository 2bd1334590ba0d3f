package org.memoro.search.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.search.document.EmbedPassages;
import org.memoro.search.part.NoteText;

/**
 * A note that is to be read again, and since which change.
 *
 * @param note null when it is gone
 */
record StaleNote(UUID id, UUID mark, @Nullable NoteInThread note) {

    /** It and the one before it as one text; empty when there is nothing to be read, or nothing new. */
    Optional<String> passage() {
        return note == null || note.isRead() ? Optional.empty() : note.passage();
    }

    /** All that is to be read of it. */
    List<String> passages() {
        Stream<String> parts = note == null ? Stream.empty() : note.parts().unread().stream();
        return Stream.concat(passage().stream(), parts).toList();
    }

    /** The note before it in its thread; null when there is none. */
    @Nullable
    UUID before() {
        return note == null || note.before() == null ? null : note.before().id();
    }

    NoteText text() {
        return note == null ? NoteText.GONE : note.parts();
    }

    /** The same notes in the same order, as many together as one request may ask for. */
    static List<List<StaleNote>> inRequests(List<StaleNote> notes) {
        List<List<StaleNote>> requests = new ArrayList<>();
        int texts = 0;
        int characters = 0;
        for (StaleNote each : notes) {
            List<String> passages = each.passages();
            int length = passages.stream().mapToInt(String::length).sum();
            texts += passages.size();
            characters += length;
            if (requests.isEmpty() || texts > EmbedPassages.MOST_TEXTS || characters > EmbedPassages.MOST_CHARACTERS) {
                requests.add(new ArrayList<>());
                texts = passages.size();
                characters = length;
            }
            requests.getLast().add(each);
        }
        return requests;
    }
}

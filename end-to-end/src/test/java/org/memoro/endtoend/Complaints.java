package org.memoro.endtoend;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The errors in a page's console. */
final class Complaints {
    /**
     * All that htmx says of a stream of events that broke off, which comes back by itself: it prints the error of what went
     * wrong, and of nothing else is that an event.
     */
    private static final String STREAM_BROKE_OFF = "[object Event]";

    private final List<String> texts = new ArrayList<>();

    private Complaints() {}

    static Complaints of(Page page) {
        Complaints complaints = new Complaints();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().equals(STREAM_BROKE_OFF)) {
                complaints.texts.add(message.text());
            }
        });
        return complaints;
    }

    /** Forgets those with this word, because the test provoked them. */
    void excuse(String word) {
        texts.removeIf(text -> text.contains(word));
    }

    List<String> texts() {
        return List.copyOf(texts);
    }
}

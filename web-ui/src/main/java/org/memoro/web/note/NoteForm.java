package org.memoro.web.note;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.WrongInput;

/** What was typed into a note's form; browsers send line ends as CR LF, notes keep LF. */
public record NoteForm(
        String text,
        String occurredOn,
        @Nullable Long version,
        @Nullable String back) {

    /** More than anyone writes about a day; the services refuse it too. */
    static final int LONGEST = 20_000;

    public NoteForm(@Nullable String text, @Nullable String occurredOn, @Nullable Long version, @Nullable String back) {
        this.text = Objects.requireNonNullElse(text, "").replace("\r\n", "\n").replace('\r', '\n');
        this.occurredOn = Objects.requireNonNullElse(occurredOn, "");
        this.version = version;
        this.back = back;
    }

    /** Refuses what no service would take, in words that help. */
    public void check() {
        if (text.isBlank()) {
            throw new WrongInput("There is nothing to save yet. Write a few words first.");
        }
        if (text.length() > LONGEST) {
            throw new WrongInput("This note is longer than 20,000 characters. Split it in two.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new WrongInput("This note contains a character that cannot be kept.");
        }
        if (!occurredOn.isEmpty() && !isDate(occurredOn)) {
            throw new WrongInput("“" + occurredOn + "” is not a date.");
        }
    }

    private static boolean isDate(String day) {
        try {
            return LocalDate.parse(day) != null;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}

package org.memoro.web.note;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Birthday;
import org.memoro.web.neighbour.Fact;

/** Turns the filled-in form of a fact into the change that contact-service understands. */
final class FixedFact {

    private static final Set<String> TEXTS = Set.of("text", "name", "city", "place", "when", "relation", "date");

    private FixedFact() {}

    /** What a person puts right is thereby confirmed. */
    static Map<String, Object> patch(Fact fact, Map<String, String> typed) {
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("state", "kept");
        String person = typed.getOrDefault("person", "");
        if (person.equals(FixForm.SOMEONE_NEW)) {
            patch.put("newContact", true);
        } else if (!person.isEmpty() && !person.equals(Objects.toString(fact.contactId(), ""))) {
            patch.put("contactId", person);
        }
        Map<String, @Nullable Object> value = value(fact, typed);
        if (!value.isEmpty()) {
            patch.put("value", value);
        }
        return patch;
    }

    private static Map<String, @Nullable Object> value(Fact fact, Map<String, String> typed) {
        Map<String, @Nullable Object> value = new HashMap<>();
        typed.forEach((field, text) -> {
            if (TEXTS.contains(field)) {
                value.put(field, text.isBlank() ? null : text.strip());
            }
        });
        if (value.get("date") instanceof String date && !isDate(date)) {
            throw new WrongInput("This is not a date.");
        }
        if (fact.kind().equals("birthday")) {
            Birthday birthday = birthday(typed);
            value.put("day", birthday.day());
            value.put("month", birthday.month());
            value.put("year", birthday.year());
        }
        return value;
    }

    private static Birthday birthday(Map<String, String> typed) {
        try {
            String year = typed.getOrDefault("year", "").strip();
            Birthday birthday = new Birthday(
                    year.isEmpty() ? null : Integer.valueOf(year),
                    Integer.parseInt(typed.getOrDefault("month", "").strip()),
                    Integer.parseInt(typed.getOrDefault("day", "").strip()));
            if (birthday.exists()) {
                return birthday;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a day that no month has
        }
        throw new WrongInput("There is no such day. Check the day and the month.");
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}

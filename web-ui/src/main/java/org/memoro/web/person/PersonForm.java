package org.memoro.web.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.web.neighbour.Birthday;
import org.memoro.web.neighbour.Contact;
import org.springframework.util.MultiValueMap;

/** The form about a person as it was filled in, with what is wrong in it. */
public record PersonForm(
        @Nullable UUID id,
        @Nullable Long version,
        String title,
        Map<String, String> values,
        Map<String, List<Contact.Labelled>> lists,
        Map<String, String> problems) {

    private static final List<String> TEXTS = List.of(
            "firstName",
            "lastName",
            "nickname",
            "relationToMe",
            "howWeMet",
            "location",
            "company",
            "jobTitle",
            "notes");
    private static final List<String> LISTS = List.of("phones", "emails", "addresses", "links");

    static PersonForm empty(String firstName) {
        return new PersonForm(null, null, "Add a person", Map.of("firstName", firstName), Map.of(), Map.of());
    }

    static PersonForm of(Contact contact) {
        Map<String, String> values = new HashMap<>();
        put(values, "firstName", contact.firstName());
        put(values, "lastName", contact.lastName());
        put(values, "nickname", contact.nickname());
        put(values, "relationToMe", contact.relationToMe());
        put(values, "howWeMet", contact.howWeMet());
        put(values, "location", contact.location());
        put(values, "company", contact.company());
        put(values, "jobTitle", contact.jobTitle());
        put(values, "notes", contact.notes());
        put(values, "tags", String.join(", ", Objects.requireNonNull(contact.tags())));
        Birthday birthday = contact.birthday();
        if (birthday != null) {
            put(values, "birthdayDay", birthday.day());
            put(values, "birthdayMonth", birthday.month());
            put(values, "birthdayYear", birthday.year());
        }
        return new PersonForm(
                contact.id(), contact.version(), "Edit " + contact.displayName(), values, lists(contact), Map.of());
    }

    static PersonForm typed(@Nullable UUID id, String title, MultiValueMap<String, String> form) {
        Map<String, List<Contact.Labelled>> lists = new HashMap<>();
        LISTS.forEach(list -> lists.put(list, rows(form, list)));
        Map<String, String> values = new HashMap<>(form.toSingleValueMap());
        String version = values.getOrDefault("version", "");
        return new PersonForm(
                id, version.matches("\\d{1,18}") ? Long.valueOf(version) : null, title, values, lists, Map.of());
    }

    PersonForm with(Map<String, String> wrong) {
        return new PersonForm(id, version, title, values, lists, new LinkedHashMap<>(wrong));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable String problem(String name) {
        return problems.get(name);
    }

    /** What is filled in, and one row to fill in more. */
    public List<Contact.Labelled> rows(String list) {
        List<Contact.Labelled> rows = new ArrayList<>(lists.getOrDefault(list, List.of()));
        rows.add(new Contact.Labelled("", ""));
        return rows;
    }

    public String action() {
        return id == null ? "/people" : "/people/" + id;
    }

    /** Finds what no service needs to be asked about. */
    Map<String, String> check() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (value("firstName").isBlank()
                && value("lastName").isBlank()
                && value("nickname").isBlank()) {
            wrong.put("firstName", "Give at least one name.");
        }
        if (hasBirthday() && birthday() == null) {
            wrong.put("birthdayDay", "There is no such day. Check the day, the month and the year.");
        }
        return wrong;
    }

    /** The contact as contact-service takes it; what was emptied is removed. */
    Map<String, @Nullable Object> contact() {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        TEXTS.forEach(text ->
                contact.put(text, value(text).isBlank() ? null : value(text).strip()));
        contact.put("birthday", hasBirthday() ? birthday() : null);
        LISTS.forEach(list -> contact.put(list, lists.getOrDefault(list, List.of())));
        contact.put(
                "tags",
                Arrays.stream(value("tags").split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList());
        return contact;
    }

    private boolean hasBirthday() {
        return !value("birthdayDay").isBlank()
                || !value("birthdayMonth").isBlank()
                || !value("birthdayYear").isBlank();
    }

    private @Nullable Birthday birthday() {
        try {
            String year = value("birthdayYear").strip();
            Birthday birthday = new Birthday(
                    year.isEmpty() ? null : Integer.valueOf(year),
                    Integer.parseInt(value("birthdayMonth").strip()),
                    Integer.parseInt(value("birthdayDay").strip()));
            return birthday.exists() ? birthday : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Map<String, List<Contact.Labelled>> lists(Contact contact) {
        return Map.of(
                "phones", Objects.requireNonNull(contact.phones()),
                "emails", Objects.requireNonNull(contact.emails()),
                "addresses", Objects.requireNonNull(contact.addresses()),
                "links", Objects.requireNonNull(contact.links()));
    }

    private static List<Contact.Labelled> rows(MultiValueMap<String, String> form, String list) {
        List<String> labels = form.getOrDefault(list + "Label", List.of());
        List<String> values = form.getOrDefault(list, List.of());
        return IntStream.range(0, values.size())
                .filter(row -> !values.get(row).isBlank())
                .mapToObj(row -> new Contact.Labelled(
                        row < labels.size() ? labels.get(row).strip() : "",
                        values.get(row).strip()))
                .toList();
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}

package org.memoro.contacts.contact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblems;

/** Everything about a contact that can be typed; blank texts count as none. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContactFields(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String nickname,
        @Nullable Birthday birthday,
        @Nullable String location,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String relationToMe,
        List<Labelled> emails,
        List<Labelled> phones,
        List<Labelled> addresses,
        List<Labelled> links,
        @Nullable String howWeMet,
        @Nullable String notes,
        List<String> tags) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_EMAIL = 320;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_ENTRIES = 100;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>.]+(\\.[^\\s@<>.]+)+");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!\\d).*", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    public ContactFields {
        firstName = tidy(firstName);
        lastName = tidy(lastName);
        nickname = tidy(nickname);
        location = tidy(location);
        company = tidy(company);
        jobTitle = tidy(jobTitle);
        relationToMe = tidy(relationToMe);
        emails = tidyAll(emails);
        phones = tidyAll(phones);
        addresses = tidyAll(addresses);
        links = tidyAll(links);
        howWeMet = tidy(howWeMet);
        notes = tidy(notes);
        tags = tidyTags(tags);
    }

    /** A contact of whom nothing but the name is known. */
    public static ContactFields named(PersonName name) {
        return new ContactFields(
                name.first(),
                name.last(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    /**
     * Checks every rule at once.
     *
     * @param today where it is latest on earth, so that nobody's birthday is refused
     */
    public void check(LocalDate today) {
        FieldProblems problems = new FieldProblems();
        problems.check(
                Stream.of(firstName, lastName, nickname).anyMatch(Objects::nonNull),
                "/firstName",
                "A contact needs a first name, a last name or a nickname.");
        shortTexts().forEach((field, text) -> checkText(problems, "/" + field, text, LONGEST_NAME));
        checkText(problems, "/howWeMet", howWeMet, LONGEST_TEXT);
        checkText(problems, "/notes", notes, LONGEST_TEXT);
        problems.check(birthday == null || birthday.isReal(today), "/birthday", "must be a day that has been.");
        checkAll(problems, "/emails", emails, ContactFields::isEmail, "must be an e-mail address.");
        checkAll(problems, "/phones", phones, ContactFields::isLine, "must be a phone number.");
        checkAll(problems, "/addresses", addresses, ContactFields::isLine, "must be an address.");
        checkAll(problems, "/links", links, ContactFields::isLink, "must be a link to a page.");
        checkTags(problems);
        problems.throwIfAny();
    }

    private Map<String, @Nullable String> shortTexts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("firstName", firstName);
        texts.put("lastName", lastName);
        texts.put("nickname", nickname);
        texts.put("location", location);
        texts.put("company", company);
        texts.put("jobTitle", jobTitle);
        texts.put("relationToMe", relationToMe);
        return texts;
    }

    private static void checkText(FieldProblems problems, String pointer, @Nullable String text, int longest) {
        problems.check(text == null || text.length() <= longest, pointer, "may have up to " + longest + " characters.");
        problems.check(text == null || isKeepable(text), pointer, "holds a NUL character.");
    }

    private static void checkAll(
            FieldProblems problems, String pointer, List<Labelled> entries, Predicate<String> rule, String detail) {
        problems.check(entries.size() <= MOST_ENTRIES, pointer, "may have up to " + MOST_ENTRIES + " entries.");
        for (int i = 0; i < entries.size(); i++) {
            String value = entries.get(i).value();
            problems.check(value != null && isKeepable(value) && rule.test(value), pointer + "/" + i, detail);
            checkText(problems, pointer + "/" + i + "/label", entries.get(i).label(), LONGEST_TAG);
        }
    }

    private void checkTags(FieldProblems problems) {
        problems.check(tags.size() <= MOST_ENTRIES, "/tags", "may have up to " + MOST_ENTRIES + " entries.");
        for (int i = 0; i < tags.size(); i++) {
            checkText(problems, "/tags/" + i, tags.get(i), LONGEST_TAG);
        }
    }

    private static boolean isEmail(String value) {
        return value.length() <= LONGEST_EMAIL && EMAIL.matcher(value).matches();
    }

    private static boolean isLine(String value) {
        return value.length() <= LONGEST_LINE;
    }

    /** A page's address, with or without http; never another scheme, which a page of ours would have to run. */
    private static boolean isLink(String value) {
        return isLine(value)
                && (WEB.matcher(value).matches() || !SCHEME.matcher(value).matches());
    }

    private static boolean isKeepable(String text) {
        return text.indexOf('\0') < 0;
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<Labelled> tidyAll(@Nullable List<Labelled> entries) {
        return entries == null
                ? List.of()
                : entries.stream()
                        .map(entry -> entry == null
                                ? new Labelled(null, null)
                                : new Labelled(tidy(entry.label()), tidy(entry.value())))
                        .toList();
    }

    private static List<String> tidyTags(@Nullable List<String> tags) {
        return tags == null
                ? List.of()
                : tags.stream()
                        .filter(tag -> tag != null && !tag.isBlank())
                        .map(String::strip)
                        .distinct()
                        .toList();
    }

    /** What a contact is called. */
    public record Name(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String nickname) {

        public static Name of(ContactFields fields) {
            return new Name(fields.firstName, fields.lastName, fields.nickname);
        }
    }
}

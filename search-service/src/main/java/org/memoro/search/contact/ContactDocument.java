package org.memoro.search.contact;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.search.text.Folding;

/** A contact as contact-service tells it to search. */
record ContactDocument(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String nickname,
        String displayName,
        @Nullable String location,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String relationToMe,
        @Nullable List<String> tags,
        @Nullable LatestNews latestNews,
        @Nullable LocalDate lastInteractionOn,
        long version) {

    /** The newest news of a contact. */
    record LatestNews(@Nullable String text) {}

    /** What a result says about the contact. */
    String about() {
        return Stream.of(newsText(), location, work(), relationToMe)
                .filter(ContactDocument::isGiven)
                .collect(Collectors.joining(" · "));
    }

    /** The names a question may call the contact by; a last name alone is not one. */
    Set<String> callNames() {
        return folded(displayName, joined(firstName, lastName), firstName, nickname);
    }

    /** Every name, with a blank before each word, so that a beginning of any word can be found. */
    String foldedNames() {
        return folded(displayName, firstName, lastName, nickname).stream()
                .map(name -> " " + name)
                .collect(Collectors.joining());
    }

    List<String> tagList() {
        return tags == null ? List.of() : tags;
    }

    private @Nullable String newsText() {
        return latestNews == null ? null : latestNews.text();
    }

    private String work() {
        return Stream.of(jobTitle, company).filter(ContactDocument::isGiven).collect(Collectors.joining(", "));
    }

    private static String joined(@Nullable String first, @Nullable String last) {
        return Stream.of(first, last).filter(ContactDocument::isGiven).collect(Collectors.joining(" "));
    }

    private static Set<String> folded(@Nullable String... names) {
        return Stream.of(names)
                .filter(ContactDocument::isGiven)
                .map(Folding::fold)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}

package org.memoro.contacts.contact;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name as somebody wrote it: a first name, a last name, or both. */
public record PersonName(@Nullable String first, @Nullable String last) {
    private static final int LONGEST_PART = 200;

    /** The first word as first name, the others as last name. */
    public static PersonName parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        return new PersonName(cut(words[0]), words.length == 1 ? null : cut(words[1]));
    }

    /** The name made of parts some of which may be missing; the mention stands in where all are. */
    public static PersonName of(@Nullable String first, @Nullable String last, String mention) {
        String firstName = blankToNull(first);
        String lastName = blankToNull(last);
        return firstName == null && lastName == null
                ? parse(mention)
                : new PersonName(firstName == null ? null : cut(firstName), lastName == null ? null : cut(lastName));
    }

    /** Whether only one part is known, so that it may mean several people. */
    public boolean isBare() {
        return first == null || last == null;
    }

    /** The parts in their order. */
    public String text() {
        return Stream.of(first, last).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    /** Whether both may be meant for one person: each word of one name is a word of the other. */
    public boolean mayBe(PersonName other) {
        var mine = Arrays.asList(FoldedText.of(text()).split(" "));
        var theirs = Arrays.asList(FoldedText.of(other.text()).split(" "));
        return mine.containsAll(theirs) || theirs.containsAll(mine);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String cut(String part) {
        return part.length() <= LONGEST_PART ? part : part.substring(0, LONGEST_PART);
    }
}

package org.memoro.languagemodels.offline.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.text.Folding;

/** Finds the names of the known contacts, however they are cased and accented. */
public final class ContactNames {

    private final Map<String, List<Name>> namesByFirstWord = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<String, String> initials = new HashMap<>();
    private final Map<String, String> firstNames = new HashMap<>();

    public ContactNames(List<KnownContact> contacts) {
        for (KnownContact contact : contacts) {
            addNames(contact);
        }
    }

    /** How a contact was named. */
    public enum Kind {
        FULL,
        NICKNAME,
        FIRST,
        LAST
    }

    /** The contacts that a stretch of words names, best kind only; {@code end} is exclusive. */
    public record Match(int end, Kind kind, Set<String> contactIds) {}

    /** Whether the word is part of any contact's name. */
    public boolean hasWord(String word) {
        return words.contains(Folding.foldUmlauts(word));
    }

    /** The longest name of contacts that starts at {@code from}; {@code wordAt} gives folded words by position. */
    public @Nullable Match longestAt(int from, IntFunction<String> wordAt) {
        Match best = null;
        String first = Folding.foldUmlauts(wordAt.apply(from));
        for (Name name : namesByFirstWord.getOrDefault(first, List.of())) {
            int end = from + name.words.size();
            if ((best == null || end >= best.end) && name.standsAt(from, wordAt)) {
                best = better(best, end, name);
            }
        }
        return best;
    }

    /** The contacts with this family name, as it stands behind a title. */
    public Set<String> withLastName(String word) {
        String folded = Folding.foldUmlauts(word);
        Set<String> ids = new LinkedHashSet<>();
        for (Name name : namesByFirstWord.getOrDefault(folded, List.of())) {
            if (name.kind == Kind.LAST && name.words.equals(List.of(folded))) {
                ids.add(name.contactId);
            }
        }
        return ids;
    }

    /** Those of the contacts whose family name begins with this letter. */
    public Set<String> withInitial(Set<String> ids, String letter) {
        Set<String> fitting = new LinkedHashSet<>(ids);
        fitting.removeIf(id -> !letter.equals(initials.get(id)));
        return fitting;
    }

    /** Those of the contacts whose first name may be borne by this gender: Mrs Novak is not Karel Novak. */
    public Set<String> withGender(Set<String> ids, Gender gender, Gazetteer gazetteer) {
        Set<String> fitting = new LinkedHashSet<>(ids);
        fitting.removeIf(
                id -> !gazetteer.genderOf(firstNames.getOrDefault(id, "")).fits(gender));
        return fitting;
    }

    /** Whether the first names of all these contacts may be borne by anybody. */
    public boolean areOfUnknownGender(Set<String> ids, Gazetteer gazetteer) {
        return ids.stream().allMatch(id -> gazetteer.genderOf(firstNames.getOrDefault(id, "")) == Gender.UNKNOWN);
    }

    private static Match better(@Nullable Match best, int end, Name name) {
        if (best == null || end > best.end || (name.kind != Kind.LAST && best.kind == Kind.LAST)) {
            return new Match(end, name.kind, new LinkedHashSet<>(Set.of(name.contactId)));
        }
        if (name.kind != Kind.LAST || best.kind == Kind.LAST) {
            best.contactIds.add(name.contactId);
        }
        return best;
    }

    private void addNames(KnownContact contact) {
        List<String> first = split(contact.firstName());
        List<String> last = split(contact.lastName());
        if (!last.isEmpty()) {
            initials.put(contact.id(), last.getFirst().substring(0, 1));
        }
        if (contact.firstName() != null && !first.isEmpty()) {
            firstNames.put(
                    contact.id(), Folding.fold(contact.firstName().strip().split("\\s+")[0]));
        }
        if (!first.isEmpty() && !last.isEmpty()) {
            add(contact, Kind.FULL, joined(first, last));
            add(contact, Kind.FULL, joined(last, first));
            add(contact, Kind.FULL, joined(joined(last, List.of(",")), first));
            if (first.size() > 1) {
                add(contact, Kind.FULL, joined(first.subList(0, 1), last));
            }
        }
        add(contact, Kind.FIRST, first);
        if (first.size() > 1) {
            add(contact, Kind.FIRST, first.subList(0, 1));
        }
        add(contact, Kind.LAST, last);
        for (String nickname : contact.nicknames()) {
            add(contact, Kind.NICKNAME, split(nickname));
        }
    }

    private void add(KnownContact contact, Kind kind, List<String> name) {
        if (!name.isEmpty()) {
            namesByFirstWord
                    .computeIfAbsent(name.getFirst(), word -> new ArrayList<>())
                    .add(new Name(contact.id(), kind, name));
            words.addAll(name);
        }
    }

    private static List<String> split(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return List.of();
        }
        return Arrays.stream(name.strip().split("\\s+"))
                .map(Folding::foldUmlauts)
                .toList();
    }

    private static List<String> joined(List<String> one, List<String> two) {
        List<String> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    private record Name(String contactId, Kind kind, List<String> words) {

        private boolean standsAt(int from, IntFunction<String> wordAt) {
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).equals(Folding.foldUmlauts(wordAt.apply(from + i)))) {
                    return false;
                }
            }
            return true;
        }
    }
}

package org.memoro.languagemodels.offline.note;

import java.util.List;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.text.Token;

/**
 * Decides which words are written as names. A capital does it; in lower case a known contact's name does too, and where
 * the writer uses no capitals at all, any common first name or town.
 */
final class LowerCaseNames {

    private final Gazetteer gazetteer;

    LowerCaseNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    boolean[] named(List<Token> tokens, List<Sentence> sentences, ContactNames contacts) {
        boolean[] named = new boolean[tokens.size()];
        boolean typedWithCapitals = hasCapitalsInside(tokens, sentences);
        int fullEnd = 0;
        for (int i = 0; i < named.length; i++) {
            fullEnd = Math.max(fullEnd, endOfFullName(tokens, i, contacts));
            Token token = tokens.get(i);
            named[i] = token.isWord()
                    && (token.isCapitalised()
                            ? !token.text().equals("I")
                            : i < fullEnd || isLowerCaseName(tokens, i, contacts, typedWithCapitals));
        }
        return named;
    }

    /** The token after a contact's whole name, which is no chance even where its words are ordinary: "will turner". */
    private static int endOfFullName(List<Token> tokens, int at, ContactNames contacts) {
        ContactNames.Match match =
                contacts.longestAt(at, i -> i < tokens.size() ? tokens.get(i).word() : "");
        return match != null && match.kind() == ContactNames.Kind.FULL ? match.end() : 0;
    }

    private boolean isLowerCaseName(List<Token> tokens, int at, ContactNames contacts, boolean typedWithCapitals) {
        String word = tokens.get(at).word();
        boolean ordinary = gazetteer.isWordLike(word) || gazetteer.isCommonWord(word);
        if (isFamilyName(tokens, at, contacts)) {
            return true;
        }
        if (contacts.hasWord(word)) {
            return !ordinary || standsLikeAName(tokens, at) || isListed(tokens, at, contacts);
        }
        if (typedWithCapitals || ordinary) {
            return false;
        }
        if (gazetteer.isPlace(word)) {
            return at > 0 && tokens.get(at - 1).is("in", "to", "at", "from", "near", "around");
        }
        return gazetteer.isFirstName(word) || isIntroduced(tokens, at);
    }

    /** "met anna karlsson": behind a first name typed alike. */
    private boolean isFamilyName(List<Token> tokens, int at, ContactNames contacts) {
        if (at == 0 || tokens.get(at - 1).isCapitalised() || !tokens.get(at).afterSpace()) {
            return false;
        }
        String first = tokens.get(at - 1).word();
        boolean named = contacts.hasWord(first) || gazetteer.isFirstName(first);
        return named
                && !gazetteer.isWordLike(first)
                && gazetteer.isFamilyName(tokens.get(at).word());
    }

    /** "a guy called bongani". */
    private static boolean isIntroduced(List<Token> tokens, int at) {
        return at > 1
                && tokens.get(at - 1).is("called", "named")
                && tokens.get(at - 2)
                        .is(
                                "guy",
                                "girl",
                                "man",
                                "woman",
                                "boy",
                                "someone",
                                "somebody",
                                "baby",
                                "son",
                                "daughter",
                                "is");
    }

    /** "shaz n lou" where both are known. */
    private static boolean isListed(List<Token> tokens, int at, ContactNames contacts) {
        return at > 1
                && tokens.get(at - 1).is("n", "and", "&", "+")
                && contacts.hasWord(tokens.get(at - 2).word());
    }

    private static boolean standsLikeAName(List<Token> tokens, int at) {
        boolean first = at == 0 || tokens.get(at - 1).is(".", "!", "?");
        if (at + 1 < tokens.size() && tokens.get(at + 1).is("'s") && first) {
            return true;
        }
        return at > 0
                && tokens.get(at - 1)
                        .is(
                                "with",
                                "w/",
                                "into",
                                "met",
                                "saw",
                                "called",
                                "texted",
                                "phoned",
                                "emailed",
                                "told",
                                "asked",
                                "visited",
                                "sister",
                                "brother",
                                "son",
                                "daughter",
                                "wife",
                                "husband",
                                "friend",
                                "colleague",
                                "cousin",
                                "neighbour",
                                "neighbor",
                                "boyfriend",
                                "girlfriend",
                                "boss",
                                "uncle",
                                "aunt");
    }

    private static boolean hasCapitalsInside(List<Token> tokens, List<Sentence> sentences) {
        int capitals = 0;
        for (Sentence sentence : sentences) {
            for (int i = sentence.from() + 1; i < sentence.to(); i++) {
                Token token = tokens.get(i);
                boolean plain =
                        token.isWord() && token.isCapitalised() && !token.text().startsWith("I");
                capitals += plain && !token.isAllCapitals() ? 1 : 0;
            }
        }
        boolean startsLow = !sentences.isEmpty() && !tokens.getFirst().isCapitalised();
        return capitals > (startsLow ? 2 : 0);
    }
}

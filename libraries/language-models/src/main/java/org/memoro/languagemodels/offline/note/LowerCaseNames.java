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
        for (int i = 0; i < named.length; i++) {
            Token token = tokens.get(i);
            named[i] = token.isWord()
                    && (token.isCapitalised()
                            ? !token.text().equals("I")
                            : isLowerCaseName(tokens, i, contacts, typedWithCapitals));
        }
        return named;
    }

    private boolean isLowerCaseName(List<Token> tokens, int at, ContactNames contacts, boolean typedWithCapitals) {
        String word = tokens.get(at).word();
        boolean ordinary = gazetteer.isWordLike(word) || gazetteer.isCommonWord(word);
        if (contacts.hasWord(word)) {
            return !ordinary || standsLikeAName(tokens, at);
        }
        if (typedWithCapitals || ordinary) {
            return false;
        }
        if (gazetteer.isPlace(word)) {
            return at > 0 && tokens.get(at - 1).is("in", "to", "at", "from", "near", "around");
        }
        return gazetteer.isFirstName(word);
    }

    private static boolean standsLikeAName(List<Token> tokens, int at) {
        if (at + 1 < tokens.size() && tokens.get(at + 1).is("'s") && at == 0) {
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

package org.memoro.languagemodels.offline.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.memoro.languagemodels.text.Token;

/** Splits a note into sentences; a line break always ends one. */
final class Sentences {

    /** Short forms whose full stop ends nothing. */
    private static final Set<String> SHORT_FORMS = Set.of(
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed",
            "thu", "fri", "sat", "sun", "approx", "ca", "etc", "incl", "e.g", "i.e", "no", "vs", "tel", "b", "st",
            "inc", "ltd", "bday", "geb");

    private Sentences() {}

    static List<Sentence> of(List<Token> tokens) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            if (last || tokens.get(i + 1).afterLineBreak() || ends(tokens, i)) {
                sentences.add(new Sentence(sentences.size(), from, i + 1));
                from = i + 1;
            }
        }
        return sentences;
    }

    private static boolean ends(List<Token> tokens, int at) {
        String mark = tokens.get(at).text();
        if ("!?…".indexOf(mark.charAt(0)) >= 0) {
            return tokens.get(at + 1).afterSpace();
        }
        if (mark.charAt(0) != '.' || !tokens.get(at + 1).afterSpace()) {
            return false;
        }
        return mark.length() > 1 || at == 0 || !belongsToWord(tokens, at);
    }

    /** "the 3. floor", "on 12.3. at noon". */
    private static boolean isNumber(Token token) {
        return (token.isNumber() && token.text().length() <= 2) || token.text().matches("\\d{1,2}\\.\\d{1,2}");
    }

    private static boolean belongsToWord(List<Token> tokens, int at) {
        Token before = tokens.get(at - 1);
        if (before.afterSpace()
                && before.text().length() == 1
                && before.isCapitalised()
                && !before.text().equals("I")) {
            return true;
        }
        boolean lowerNext =
                !tokens.get(at + 1).isCapitalised() || tokens.get(at + 1).text().equals("I");
        return (SHORT_FORMS.contains(before.word()) && lowerNext) || (isNumber(before) && lowerNext);
    }
}

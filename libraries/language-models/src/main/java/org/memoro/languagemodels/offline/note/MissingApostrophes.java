package org.memoro.languagemodels.offline.note;

import java.util.ArrayList;
import java.util.List;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.Token;

/** Parts off the ending of an owner that was typed without its apostrophe: "toms wife", "Annas daughter". */
final class MissingApostrophes {

    private final Gazetteer gazetteer;
    private final RelationNouns relationNouns;

    MissingApostrophes(Gazetteer gazetteer, RelationNouns relationNouns) {
        this.gazetteer = gazetteer;
        this.relationNouns = relationNouns;
    }

    List<Token> parted(List<Token> tokens, ContactNames contacts) {
        List<Token> parted = new ArrayList<>(tokens.size() + 1);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean ownsRelative = i + 1 < tokens.size() && isRelative(tokens, i + 1);
            if (ownsRelative && isNameWithEnding(token.word(), contacts)) {
                int end = token.end() - 1;
                String name = token.text().substring(0, token.text().length() - 1);
                parted.add(new Token(
                        token.start(), end, name, Folding.fold(name), token.afterSpace(), token.afterLineBreak()));
                parted.add(new Token(end, token.end(), "s", "'s", false, false));
            } else {
                parted.add(token);
            }
        }
        return parted;
    }

    private boolean isRelative(List<Token> tokens, int at) {
        int noun = relationNouns.isAdjective(tokens.get(at).word()) ? at + 1 : at;
        return noun < tokens.size()
                && relationNouns.isRelationNoun(tokens.get(noun).word());
    }

    /** "James" and "Jens" are names as they stand. */
    private boolean isNameWithEnding(String word, ContactNames contacts) {
        if (!word.endsWith("s") || word.length() < 4 || gazetteer.isFirstName(word) || contacts.hasWord(word)) {
            return false;
        }
        String name = word.substring(0, word.length() - 1);
        boolean ordinary = gazetteer.isWordLike(name) || gazetteer.isCommonWord(word) || gazetteer.isCommonWord(name);
        return contacts.hasWord(name) || (gazetteer.isFirstName(name) && !ordinary);
    }
}

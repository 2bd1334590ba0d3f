package org.memoro.languagemodels.offline.note;

import java.time.LocalDate;
import java.util.List;
import org.memoro.languagemodels.dates.DateGrammar;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.text.Token;
import org.memoro.languagemodels.text.Tokenizer;

/** Splits and tags a note, after names that were typed in lower case have been recognised. */
public final class NoteReader {

    private final SpeechParts speechParts;
    private final LowerCaseNames lowerCaseNames;
    private final MissingApostrophes missingApostrophes;
    private final Gazetteer gazetteer;
    private final DateGrammar dateGrammar = new DateGrammar();

    public NoteReader(SpeechParts speechParts, Gazetteer gazetteer, RelationNouns relationNouns) {
        this.speechParts = speechParts;
        this.gazetteer = gazetteer;
        this.missingApostrophes = new MissingApostrophes(gazetteer, relationNouns);
        this.lowerCaseNames = new LowerCaseNames(gazetteer);
    }

    public Note read(String text, LocalDate today, ContactNames contacts) {
        List<Token> tokens = missingApostrophes.parted(Tokenizer.tokens(text), contacts);
        List<Sentence> sentences = Sentences.of(tokens);
        List<DatePhrase> dates = dateGrammar.find(tokens, today);
        boolean[] named = lowerCaseNames.named(tokens, sentences, contacts);
        String[] parts = new String[tokens.size()];
        for (Sentence sentence : sentences) {
            String[] tags = speechParts.of(words(tokens, sentence, named));
            System.arraycopy(tags, 0, parts, sentence.from(), tags.length);
        }
        return new Note(text, today, tokens, sentences, dates, parts, named, places(tokens), at -> false);
    }

    private boolean[] places(List<Token> tokens) {
        boolean[] places = new boolean[tokens.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = gazetteer.isPlace(tokens.get(i).word())
                    || (i + 1 < places.length
                            && gazetteer.isPlace(tokens.get(i).word() + " "
                                    + tokens.get(i + 1).word()));
        }
        return places;
    }

    /** The model learned on text with capitals and plain apostrophes. */
    private static String[] words(List<Token> tokens, Sentence sentence, boolean[] named) {
        String[] words = new String[sentence.to() - sentence.from()];
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(sentence.from() + i);
            boolean ending = token.word().startsWith("'") || token.word().equals("n't");
            String word = ending ? token.word() : token.text().replace('’', '\'');
            words[i] = named[sentence.from() + i]
                    ? capitalised(word)
                    : word.equals("w/") ? "with" : word.equals("@") ? "at" : word;
        }
        return words;
    }

    private static String capitalised(String word) {
        int first = word.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(word.substring(Character.charCount(first)))
                .toString();
    }
}

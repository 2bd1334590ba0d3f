package org.memoro.languagemodels.offline.note;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.text.Token;

/** The words of a note by position, with everything that is known about each before people are looked for. */
public final class Note {

    private final String text;
    private final LocalDate today;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final List<DatePhrase> dates;
    private final String[] speechParts;
    private final boolean[] named;
    private final boolean[] places;
    private final Sentence[] sentenceOf;
    private final IntPredicate people;
    private final @Nullable DatePhrase[] dateOf;

    Note(
            String text,
            LocalDate today,
            List<Token> tokens,
            List<Sentence> sentences,
            List<DatePhrase> dates,
            String[] speechParts,
            boolean[] named,
            boolean[] places,
            IntPredicate people) {
        this.text = text;
        this.today = today;
        this.tokens = tokens;
        this.sentences = sentences;
        this.dates = dates;
        this.speechParts = speechParts;
        this.named = named;
        this.places = places;
        this.people = people;
        this.sentenceOf = new Sentence[tokens.size()];
        for (Sentence sentence : sentences) {
            for (int i = sentence.from(); i < sentence.to(); i++) {
                sentenceOf[i] = sentence;
            }
        }
        this.dateOf = new DatePhrase[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            dateOf[i] = phraseAt(tokens.get(i).start());
        }
    }

    /** The same note once it is known which words are people. */
    public Note withPeople(IntPredicate isPerson) {
        return new Note(text, today, tokens, sentences, dates, speechParts, named, places, isPerson);
    }

    /** Whether the token is part of a person's name; nobody is known before people were looked for. */
    public boolean isPerson(int at) {
        return at >= 0 && at < tokens.size() && people.test(at);
    }

    public LocalDate today() {
        return today;
    }

    public int size() {
        return tokens.size();
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public List<DatePhrase> dates() {
        return dates;
    }

    public Sentence sentenceOf(int token) {
        return sentenceOf[token];
    }

    public Token token(int at) {
        return tokens.get(at);
    }

    /** The folded word, or "" beyond the note. */
    public String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
    }

    public boolean is(int at, String... words) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(words);
    }

    /** Whether the token is written as a name: with a capital, or a known name in a note typed without capitals. */
    public boolean isNamed(int at) {
        return at >= 0 && at < tokens.size() && named[at];
    }

    /** Whether the token is written as a name and lists know it as a town, region or country. */
    public boolean isPlace(int at) {
        return isNamed(at) && places[at];
    }

    /** Whether the token has this universal part of speech, such as {@code VERB}. */
    public boolean isPart(int at, String... parts) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        for (String part : parts) {
            if (speechParts[at].equals(part)) {
                return true;
            }
        }
        return false;
    }

    public boolean isVerb(int at) {
        return isPart(at, "VERB", "AUX") || (is(at, "'s", "'re", "'ll", "'m", "'ve") && isPart(at, "AUX", "VERB"));
    }

    public boolean startsSentence(int at) {
        return sentenceOf[at].from() == at;
    }

    public boolean sameSentence(int one, int two) {
        return one >= 0
                && two >= 0
                && one < size()
                && two < size()
                && sentenceOf[one].index() == sentenceOf[two].index();
    }

    /** The date phrase that covers the token. */
    public @Nullable DatePhrase dateAt(int at) {
        return at >= 0 && at < tokens.size() ? dateOf[at] : null;
    }

    /** The token at or behind an offset of the text. */
    public int tokenAt(int offset) {
        int at = 0;
        while (at < tokens.size() - 1 && tokens.get(at).end() <= offset) {
            at++;
        }
        return at;
    }

    /** The first token of a date phrase. */
    public int firstToken(DatePhrase phrase) {
        int at = 0;
        while (tokens.get(at).start() < phrase.start()) {
            at++;
        }
        return at;
    }

    /** The token after a date phrase. */
    public int endOf(DatePhrase phrase) {
        int at = firstToken(phrase);
        while (phrase.equals(dateAt(at))) {
            at++;
        }
        return at;
    }

    /** The text of the tokens {@code from} to {@code to} (exclusive) as it was typed. */
    public String text(int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    public Evidence evidence(int from, int to) {
        return new Evidence(
                text(from, to), tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private @Nullable DatePhrase phraseAt(int offset) {
        for (DatePhrase phrase : dates) {
            if (phrase.contains(offset)) {
                return phrase;
            }
        }
        return null;
    }
}

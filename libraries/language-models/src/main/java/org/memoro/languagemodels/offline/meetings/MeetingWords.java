package org.memoro.languagemodels.offline.meetings;

import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.phrases.Inflections;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** The word lists and patterns that meetings are found by, read once. */
record MeetingWords(
        ContactPhrases contacts,
        Occasions occasions,
        Headlines headlines,
        WritersDeeds deeds,
        CompanyWords company,
        DiaryHeadings headings,
        Telegram telegram,
        FindPlace findPlace,
        RelationNouns nouns,
        Inflections inflections) {

    MeetingWords(Gazetteer gazetteer, RelationNouns nouns) {
        this(new PhraseWords(), new Occasions(), new FindPlace(gazetteer, nouns), nouns);
    }

    private MeetingWords(PhraseWords words, Occasions occasions, FindPlace findPlace, RelationNouns nouns) {
        this(
                new ContactPhrases(words),
                occasions,
                new Headlines(occasions, words.inflections()),
                new WritersDeeds(),
                new CompanyWords(),
                new DiaryHeadings(findPlace),
                new Telegram(occasions),
                findPlace,
                nouns,
                words.inflections());
    }
}

package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.offline.meetings.PlaceNames.Name;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Finds the named place of a meeting: a venue behind "at" or "@", a town behind "in", either between commas in a headline. */
final class FindPlace {

    private static final double CONFIDENCE = 0.85;

    /** The first words of many a restaurant's name. */
    private static final String[] ARTICLES = {
        "the", "il", "la", "le", "el", "los", "las", "les", "chez", "da", "zum", "zur"
    };

    private final PlaceWords words;
    private final RelationNouns nouns;

    FindPlace(Gazetteer gazetteer, RelationNouns nouns) {
        this.words = new PlaceWords(gazetteer);
        this.nouns = nouns;
    }

    /** The place told between two tokens; {@code headline} when they hold no sentence but bits between commas. */
    @Nullable
    Place in(Note note, Cast cast, int from, int to, boolean headline) {
        return new Search(note, cast, from, to, headline).place();
    }

    /** The town or venue that a line starts with, as a diary's heading does. */
    @Nullable
    Place firstIn(Note note, Cast cast, int from, int to) {
        Search search = new Search(note, cast, from, to, true);
        search.takeFirst();
        return search.result();
    }

    /** Whether only a venue, no town, may be where people talked: "in Montreal" may be the other end of the line. */
    static @Nullable Place venueOnly(@Nullable Place place) {
        return place == null || place.name() == null ? null : place;
    }

    /** The search through one statement. */
    private final class Search {

        private final Note note;
        private final Cast cast;
        private final int from;
        private final int to;
        private final boolean headline;
        private final PlaceNames names;
        private @Nullable Name venue;
        private @Nullable Name town;
        private int first = -1;
        private int last = -1;

        private Search(Note note, Cast cast, int from, int to, boolean headline) {
            this.note = note;
            this.cast = cast;
            this.from = from;
            this.to = to;
            this.headline = headline;
            this.names = new PlaceNames(words, note, cast);
        }

        private @Nullable Place place() {
            if (headline) {
                takeBeforeCompany();
            }
            for (int i = from; i < to; i++) {
                int end = read(i);
                i = end > i ? end - 1 : i;
            }
            return result();
        }

        /** "Borough Market with Tom". */
        private void takeBeforeCompany() {
            Name name = names.at(from, to);
            if (name == null
                    || !note.is(name.to(), "with", "w/")
                    || !note.token(name.to() - 1).isCapitalised()) {
                return;
            }
            boolean kind = name.length() == 1 && words.isKind(note.word(name.from()));
            boolean town = words.isTown(note, name.from(), name.to());
            if (!kind && (town || name.hasVenueWord())) {
                take(from, name, !name.hasVenueWord());
            }
        }

        private void takeFirst() {
            Name name = names.at(from, to);
            if (name != null && standsAlone(name)) {
                take(from, name, words.isTown(note, name.from()) && !name.hasVenueWord());
            }
        }

        private @Nullable Place result() {
            return first < 0 ? null : new Place(text(venue), text(town), note.evidence(first, last), CONFIDENCE, false);
        }

        private @Nullable String text(@Nullable Name name) {
            return name == null ? null : note.text(name.from(), name.to());
        }

        /** Reads what the word here leads to; the token after it, or the same token when it leads nowhere. */
        private int read(int at) {
            Lead lead = Lead.at(note, at, from);
            if (lead == null) {
                return isBitEnd(at) ? behindMark(at) : at;
            }
            if (lead == Lead.MARK) {
                return behindMark(at);
            }
            Name name = names.at(at + 1, to);
            if (name == null) {
                name = lead == Lead.AT || lead == Lead.TO || lead == Lead.TRIP || lead == Lead.IN
                        ? names.lowerCaseAt(at + 1, to)
                        : null;
            }
            if (name == null || words.isEventOrOffice(note.word(name.to())) || isSomebodys(at)) {
                return at;
            }
            boolean isTown = isTown(lead, name, at);
            boolean likely = isTown ? lead != Lead.ON : name.hasVenueWord() || lead.takesAnyName();
            boolean family = (lead == Lead.VISIT || lead == Lead.TO || lead == Lead.TRIP)
                    && !name.hasVenueWord()
                    && isFamily(name);
            boolean kins = note.is(name.to() - 1, "'s") && isFamily(name);
            return likely && !family && !kins ? take(at, name, isTown) : at;
        }

        /** "visited the Kowalskis", "visited Grandma". */
        private boolean isFamily(Name name) {
            boolean plural =
                    note.is(name.from() - 1, "the") && note.word(name.to() - 1).endsWith("s");
            return plural || nouns.isKinTitle(note.word(name.from())) || nouns.isRelationNoun(note.word(name.from()));
        }

        private int take(int lead, Name name, boolean isTown) {
            if (isTown ? town != null : venue != null) {
                return name.to();
            }
            Name rest = isTown ? name : withoutTown(name);
            if (isTown) {
                town = name;
            } else {
                venue = rest;
            }
            if (rest.to() < name.to() && town == null) {
                town = new Name(rest.to(), name.to(), false);
            }
            first = first < 0 ? lead : first;
            last = name.to();
            return name.to();
        }

        /** "@ Hotel Adlon Berlin": the town at the end of a venue's name. */
        private Name withoutTown(Name name) {
            int end = name.to() - 1;
            boolean split = name.length() > 1
                    && words.isTown(note, end)
                    && note.token(end).isCapitalised()
                    && !words.isDistrict(note.word(end))
                    && !words.isVenue(note.word(end))
                    && !words.isParticle(note.word(end - 1))
                    && !note.is(end - 1, "of", "the", "new", "little", "old", "via", "'s", "le", "la", "de", "&")
                    && (name.length() > 2 || !words.isVenue(note.word(name.from())))
                    && note.is(name.from() - 1, "@", "at");
            return split ? new Name(name.from(), end, name.hasVenueWord()) : name;
        }

        private boolean isTown(Lead lead, Name name, int at) {
            boolean known = words.isTown(note, name.from());
            boolean article = note.is(name.from() - 1, "the", "a");
            if (lead == Lead.TRIP) {
                return known || (!name.hasVenueWord() && !article);
            }
            if (lead == Lead.IN || lead == Lead.NEAR) {
                boolean landmark = name.hasVenueWord()
                        || (name.length() == 1 && !known && words.isWellKnown(note.word(name.from())))
                        || (article && !known);
                return venue != null ? !article || known : !landmark;
            }
            boolean onlyTown = known && !name.hasVenueWord() && !article;
            boolean whole = words.isTown(note, name.from(), name.to()) && !article;
            return whole || (onlyTown && (name.length() == 1 || words.isTown(note, name.to() - 1) || lead == Lead.TO));
        }

        /** "a friend at Siemens", "our neighbour in Leeds": where somebody belongs, not where one met. */
        private boolean isSomebodys(int lead) {
            boolean somebody = nouns.isRelationNoun(note.word(lead - 1)) && cast.personAt(lead - 1) == null;
            boolean met = note.is(lead - 2, "my", "the", "our", "'s") || cast.personAt(lead - 2) != null;
            return somebody && !met && note.is(lead, "at", "in");
        }

        /** ", Prague" behind a venue; ", Hawksmoor, Manchester, " and "(Lisbon)" in a headline. */
        private int behindMark(int mark) {
            Name name = names.at(mark + 1, to);
            if (name == null || !standsAlone(name) || words.isEventOrOffice(note.word(name.from()))) {
                return mark;
            }
            boolean known = words.isTown(note, name.from()) && !name.hasVenueWord();
            if (venue != null && last == mark) {
                return take(first, name, true);
            }
            if (last == mark && town != null && !name.hasVenueWord()) {
                return name.to();
            }
            boolean afterPerson = cast.personEndingAt(mark) != null;
            boolean clear = known || name.hasVenueWord();
            boolean telling = clear || !afterPerson || note.is(name.from(), ARTICLES);
            boolean more =
                    venue == null && (note.dateAt(mark - 1) != null || (name.hasVenueWord() && note.is(mark, ":")));
            boolean aside = clear && note.is(mark, "-", "–", "—");
            return (headline || aside) && telling && (first < 0 || more) ? takeAlone(name, known) : mark;
        }

        /** "Coffee. Nopi, Soho. Anna.": the point before a bit of a telegram. */
        private boolean isBitEnd(int at) {
            return headline && note.is(at, ".") && at + 1 < to && !note.sameSentence(at, at + 1);
        }

        private int takeAlone(Name name, boolean isTown) {
            take(name.from(), name, isTown);
            return name.to();
        }

        private boolean standsAlone(Name name) {
            int next = name.to();
            return next >= to
                    || note.dateAt(next) != null
                    || note.is(next, ",", ".", ")", "(", "-", "–", "—", ":", ";", "!", "with", "w/", "on", "in", "and");
        }
    }
}

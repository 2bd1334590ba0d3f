package org.memoro.languagemodels.offline.birthdays;

/** How a birthday is announced at token {@code at}; {@code age} is the one reached that day, 0 where none is said. */
record Cue(int at, Kind kind, int age) {

    enum Kind {
        BIRTHDAY,
        /** Several birthdays under one heading. */
        LIST,
        /** An age that is reached, "turns 40". */
        AGE,
        BORN,
        /** A child that somebody had. */
        NEWBORN
    }

    boolean isBirth() {
        return kind == Kind.BORN || kind == Kind.NEWBORN;
    }
}

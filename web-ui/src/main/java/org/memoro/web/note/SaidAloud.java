package org.memoro.web.note;

import java.util.UUID;

/** What a screen reader says after a fact was decided on: what was done, to which fact, and how many still wait. */
enum SaidAloud {
    CONFIRMED("Confirmed", ""),
    REMOVED("Removed", " Undo is available."),
    PUT_BACK("Put back", ""),
    FIXED("Saved", ""),
    CHOSEN("Chosen", "");

    private final String done;
    private final String then;

    SaidAloud(String done, String then) {
        this.done = done;
        this.then = then;
    }

    static SaidAloud of(String decision) {
        return switch (decision) {
            case "undo" -> REMOVED;
            case "restore" -> PUT_BACK;
            default -> CONFIRMED;
        };
    }

    String about(UUID fact, NoteCard note) {
        String what = note.chips().stream()
                .filter(chip -> chip.fact().equals(fact))
                .findFirst()
                .map(chip -> ": " + chip.phrase().said())
                .orElse("");
        return done + what + "." + then + waiting(note);
    }

    private static String waiting(NoteCard note) {
        long waiting = note.questions().size()
                + note.chips().stream()
                        .filter(chip -> chip.state().equals("suggested"))
                        .count();
        return waiting == 0 ? "" : " " + waiting + " still to check.";
    }
}

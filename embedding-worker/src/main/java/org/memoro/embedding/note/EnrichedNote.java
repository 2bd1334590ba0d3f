package org.memoro.embedding.note;

/** The version of a note that was understood last, or that was deleted. */
public record EnrichedNote(long version, boolean deleted) {

    /** Whether there is nothing left to do for this version. */
    public boolean isSettledFor(long other) {
        return version > other || (version == other && deleted);
    }
}

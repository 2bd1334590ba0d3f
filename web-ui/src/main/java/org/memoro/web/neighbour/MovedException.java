package org.memoro.web.neighbour;

import java.util.UUID;

/** The thing asked for lives on under another id, as a merged contact does. */
public class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID id;

    MovedException(UUID id) {
        super("moved");
        this.id = id;
    }

    public UUID id() {
        return id;
    }
}

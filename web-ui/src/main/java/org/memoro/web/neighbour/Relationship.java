package org.memoro.web.neighbour;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Face;

/** A link to another person: on Anna's page "daughter, Mia". */
public record Relationship(
        UUID id, String relation, Named contact, @Nullable UUID interactionId) {

    /** Another person by id and name. */
    public record Named(UUID id, String displayName) {

        public Face face() {
            return Face.of(id, displayName);
        }
    }
}

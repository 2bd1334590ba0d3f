package org.memoro.problems;

import org.springframework.http.HttpStatus;

/** A kind of problem a service can answer with; each service lists its own in one enum. */
public interface ProblemType {

    /** The stable name: the {@code code} of the answer and the end of its {@code type}. Never renamed. */
    String slug();

    /** The HTTP status the problem is answered with. */
    HttpStatus status();

    /** A short sentence for people, the same for every occurrence. */
    String title();
}

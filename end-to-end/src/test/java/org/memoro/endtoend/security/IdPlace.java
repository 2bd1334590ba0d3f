package org.memoro.endtoend.security;

/** Where in a call an id stands that could be somebody else's. */
record IdPlace(Where where, String name) {
    /** Which part of the request. */
    enum Where {
        PATH,
        QUERY,
        BODY,
        BODY_LIST
    }

    @Override
    public String toString() {
        return switch (where) {
            case PATH -> "path " + name;
            case QUERY -> "query " + name;
            case BODY -> "body " + name;
            case BODY_LIST -> "one of body " + name;
        };
    }
}

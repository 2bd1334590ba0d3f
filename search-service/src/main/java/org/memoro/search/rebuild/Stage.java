package org.memoro.search.rebuild;

/** What is read anew, in this order. */
enum Stage {
    /** Contacts that their owner has. */
    CONTACTS,
    /** Notes that their owner has. */
    NOTES,
    /** Contacts that only the index has, perhaps. */
    LEFT_CONTACTS,
    /** Notes that only the index has, perhaps. */
    LEFT_NOTES;

    boolean isLast() {
        return this == LEFT_NOTES;
    }

    /** The last one is its own. */
    Stage next() {
        return switch (this) {
            case CONTACTS -> NOTES;
            case NOTES -> LEFT_CONTACTS;
            case LEFT_CONTACTS, LEFT_NOTES -> LEFT_NOTES;
        };
    }
}

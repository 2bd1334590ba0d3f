package org.memoro.contacts.contact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest thing heard of a contact, the day it was heard, and the note that told it. */
public record LatestNews(
        String text, LocalDate asOf, @Nullable UUID interactionId) {}

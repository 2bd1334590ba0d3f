package org.memoro.search.contact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a question may mean.
 *
 * @param about what is known about the contact
 * @param closeness by name 1 and above when a name begins like the question, else up to 1 for a misspelt one; by words
 *     the number of words shared
 */
public record ContactHit(
        UUID id, String displayName, String about, @Nullable LocalDate lastInteractionOn, double closeness) {}

package org.memoro.embedding.extraction;

import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.ModelUsage;

/**
 * What was read out of a note, and by whom.
 *
 * @param provider {@code in-jvm}, or the host the note was sent to
 * @param model that read it
 * @param engine model, prompt and rules with their versions
 * @param usage what reading cost; nothing when the answer was kept from an earlier call
 */
public record ReadFacts(String provider, String model, String engine, Extraction extraction, ModelUsage usage) {}

package org.memoro.languagemodels;

/** The facts read out of one note together with what reading them cost. */
public record ExtractionAnswer(Extraction extraction, ModelUsage usage) {}

package org.memoro.embedding.extraction;

import org.memoro.languagemodels.Extraction;

/** What is kept of a note's reading, under the version it belongs to. */
public record KeptExtraction(long version, String provider, String model, String engine, Extraction extraction) {}

package org.memoro.search.query;

import java.util.UUID;

/** A note's place in one list, before lists are made comparable. */
record Scored(UUID id, double score) {}

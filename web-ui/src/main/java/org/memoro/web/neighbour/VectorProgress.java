package org.memoro.web.neighbour;

/**
 * How far the model that the visitor's notes are to be searched with has come.
 *
 * @param made how many notes it has read
 * @param of how many there are
 * @param catchingUp whether another model has read more of them
 */
public record VectorProgress(String model, long made, long of, boolean catchingUp) {}

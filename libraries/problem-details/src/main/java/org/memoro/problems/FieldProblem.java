package org.memoro.problems;

/**
 * What is wrong with one field.
 *
 * @param pointer a JSON pointer (RFC 6901) into the request, or {@code ?name} for a query parameter
 * @param detail a sentence for people that says what would be right
 */
public record FieldProblem(String pointer, String detail) {}

package org.memoro.sql;

import java.util.SortedSet;
import java.util.TreeSet;

/** What a statement's text holds once comments, literals and casts are taken out: its parameters and statements. */
record SqlText(SortedSet<String> parameters, int statements) {

    static SqlText parse(String text) {
        return new Reader(text).read();
    }

    /** Walks the text once, in the way Spring's named-parameter parser does. */
    private static final class Reader {
        private final String text;
        private final SortedSet<String> parameters = new TreeSet<>();
        private int statements;
        private boolean inStatement;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        SqlText read() {
            while (at < text.length()) {
                step();
            }
            endStatement();
            return new SqlText(parameters, statements);
        }

        private void step() {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '\'' || c == '"') {
                inStatement = true;
                at++;
                skipTo(String.valueOf(c));
            } else if (text.startsWith("::", at)) {
                at += 2;
            } else if (c == ':' && at + 1 < text.length() && Character.isJavaIdentifierPart(text.charAt(at + 1))) {
                parameter();
            } else if (c == ';') {
                endStatement();
                at++;
            } else {
                inStatement |= !Character.isWhitespace(c);
                at++;
            }
        }

        private void parameter() {
            int end = at + 1;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            parameters.add(text.substring(at + 1, end));
            inStatement = true;
            at = end;
        }

        private void endStatement() {
            if (inStatement) {
                statements++;
            }
            inStatement = false;
        }

        private void skipTo(String end) {
            int found = text.indexOf(end, at);
            at = found < 0 ? text.length() : found + end.length();
        }
    }
}

package org.memoro.web.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.memoro.web.neighbour.AuditEntry;

/** What happened with an account as one sentence; kinds this page does not know keep their own words. */
final class ActivityWords {

    private static final Map<String, String> SENTENCES = Map.of(
            "signed-in", "You signed in",
            "sign-in-refused", "A sign-in was refused",
            "signed-out", "You signed out",
            "signed-out-everywhere", "You signed out everywhere",
            "session-ended", "A browser was signed out",
            "token-issued", "An API token was made",
            "token-revoked", "An API token was revoked",
            "settings-changed", "Settings were changed",
            "export-started", "A download of everything was started",
            "erasure-requested", "Deleting the account was asked for");

    private static final Map<String, String> DETAILS = Map.of(
            "timeZone", "time zone",
            "enrichment", "AI",
            "appearance", "appearance",
            "read", "reads",
            "write", "writes",
            "email-not-verified", "the e-mail address was not verified",
            "not-allowed", "the address is not allowed here");

    private ActivityWords() {}

    static String of(AuditEntry entry) {
        String sentence = SENTENCES.getOrDefault(entry.what(), plain(entry.what()));
        return sentence + details(entry.words()) + (isByToken(entry) ? ", by an API token" : "");
    }

    private static String details(List<String> words) {
        return words.isEmpty()
                ? ""
                : words.stream()
                        .map(word -> DETAILS.getOrDefault(word, word.replace('-', ' ')))
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    /** An entry about a token names that token; any other one with a token was that token's doing. */
    private static boolean isByToken(AuditEntry entry) {
        return entry.tokenId() != null && !entry.what().startsWith("token-");
    }

    private static String plain(String kind) {
        String words = kind.replace('-', ' ').strip();
        return words.isEmpty()
                ? "Something happened"
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}

package org.memoro.local.signin;

import java.util.Locale;
import java.util.Map;

/** A name to greet the local user by, read from the e-mail address: {@code ada.lovelace@…} is Ada Lovelace. */
final class LocalName {

    private LocalName() {}

    /** The standard claims for it; no family name where the address shows none. */
    static Map<String, String> claims(String email) {
        String[] words = email.split("@", 2)[0].split("[._+-]+");
        return words.length < 2
                ? Map.of("given_name", capitalised(words[0]))
                : Map.of("given_name", capitalised(words[0]), "family_name", capitalised(words[words.length - 1]));
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

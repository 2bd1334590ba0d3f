package org.memoro.languagemodels.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes spellings of one word equal: case, accents, and the letters that Latin keyboards lack. */
public final class Folding {

    private Folding() {}

    /** Lower case without accents: {@code Søren} is {@code soren}, {@code Müller} is {@code muller}. */
    public static String fold(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                append(folded, c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** {@link #fold} that also takes {@code ae oe ue} for the umlauts they are typed for: {@code Mueller} is {@code muller}. */
    public static String foldUmlauts(String word) {
        return fold(word).replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    private static void append(StringBuilder folded, char c) {
        switch (c) {
            case 'ø', 'Ø' -> folded.append('o');
            case 'ł', 'Ł' -> folded.append('l');
            case 'đ', 'Đ' -> folded.append('d');
            case 'ı' -> folded.append('i');
            case 'ß' -> folded.append("ss");
            case 'æ', 'Æ' -> folded.append("ae");
            case 'œ', 'Œ' -> folded.append("oe");
            case '’', 'ʼ' -> folded.append('\'');
            default -> folded.append(c);
        }
    }
}

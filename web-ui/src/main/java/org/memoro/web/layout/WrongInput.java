package org.memoro.web.layout;

import org.memoro.internaltokens.InternalCallException;

/** Something typed that cannot be, with the sentence that says so. */
public class WrongInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongInput(String sentence) {
        super(sentence);
    }

    /** What a service said about a value it refused. */
    public static WrongInput of(InternalCallException refusal) {
        if (!refusal.errors().isEmpty()) {
            return new WrongInput(refusal.errors().getFirst().detail());
        }
        return new WrongInput(refusal.detail() == null ? "That was not possible." : refusal.detail());
    }

    /** Whether a refusal is about what was typed, so that typing again can help. */
    public static boolean isAbout(InternalCallException refusal) {
        return refusal.status() == 422 || refusal.status() == 413 || refusal.status() == 409;
    }
}

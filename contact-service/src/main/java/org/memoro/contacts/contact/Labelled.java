package org.memoro.contacts.contact;

import org.jspecify.annotations.Nullable;

/** An address of some kind with the word the user gave it, such as "work". */
public record Labelled(@Nullable String label, @Nullable String value) {}

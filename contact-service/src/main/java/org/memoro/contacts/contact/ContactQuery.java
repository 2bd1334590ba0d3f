package org.memoro.contacts.contact;

import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;

/** Which contacts are asked for, and from where on. */
public record ContactQuery(@Nullable String text, @Nullable String tag, ContactOrder order, Cursor after, int limit) {}

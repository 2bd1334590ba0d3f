package org.memoro.contacts.contact;

import org.jspecify.annotations.Nullable;

/** The fields of a contact that follow its facts. */
public record FollowedFields(
        @Nullable Birthday birthday,
        @Nullable String location,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String relationToMe,
        @Nullable LatestNews latestNews) {

    /** What a contact shows now. */
    public static FollowedFields of(Contact contact) {
        return new FollowedFields(
                contact.birthday(),
                contact.location(),
                contact.company(),
                contact.jobTitle(),
                contact.relationToMe(),
                contact.latestNews());
    }
}

package org.memoro.contacts.merging;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.FieldsReader;
import tools.jackson.databind.node.ObjectNode;

/** What is typed about two contacts, put together and taken apart again. */
final class MergedFields {
    private MergedFields() {}

    /** The second contact's fields, filled up with what only the first one has; nothing of either list is lost. */
    static ContactFields of(ContactFields from, ContactFields into) {
        return new ContactFields(
                into.firstName(),
                into.lastName(),
                into.nickname() == null ? from.nickname() : into.nickname(),
                into.birthday(),
                into.location(),
                into.company(),
                into.jobTitle(),
                into.relationToMe(),
                both(into.emails(), from.emails()),
                both(into.phones(), from.phones()),
                both(into.addresses(), from.addresses()),
                both(into.links(), from.links()),
                joined(into.howWeMet(), from.howWeMet()),
                joined(into.notes(), from.notes()),
                both(into.tags(), from.tags()));
    }

    /** What the contact had before the merge, but for what was changed since. */
    static ContactFields undone(Moved moved, ContactFields now) {
        ObjectNode before = FieldsReader.write(moved.before());
        ObjectNode after = FieldsReader.write(moved.after());
        ObjectNode fields = FieldsReader.write(now);
        before.properties().forEach(field -> {
            if (fields.get(field.getKey()).equals(after.get(field.getKey()))) {
                fields.set(field.getKey(), field.getValue());
            }
        });
        return FieldsReader.read(fields);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        String text =
                Stream.of(first, second).filter(part -> part != null).distinct().collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }
}

package org.memoro.contacts.exporting;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import ezvcard.util.PartialDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.Labelled;

/** A contact as other address books read it: a vCard 4.0 (RFC 6350). */
final class Card {

    private Card() {}

    static String of(Contact contact) {
        VCard card = new VCard(VCardVersion.V4_0);
        card.setUid(new Uid("urn:uuid:" + contact.id()));
        name(card, contact);
        birthday(card, contact.birthday());
        ifThere(contact.company(), company -> card.setOrganization(company));
        ifThere(contact.jobTitle(), card::addTitle);
        labelled(
                contact.emails(),
                (label, value) ->
                        type(label, EmailType::get, card.addEmail(value).getTypes()));
        labelled(
                contact.phones(),
                (label, value) -> type(
                        label,
                        TelephoneType::get,
                        card.addTelephoneNumber(value).getTypes()));
        labelled(contact.addresses(), (label, value) -> address(card, label, value));
        labelled(contact.links(), (label, value) -> card.addUrl(value));
        ifThere(contact.location(), place -> card.setExtendedProperty("X-MEMORO-LOCATION", place));
        ifThere(contact.relationToMe(), word -> card.setExtendedProperty("X-MEMORO-RELATION", word));
        ifThere(contact.howWeMet(), text -> card.setExtendedProperty("X-MEMORO-HOW-WE-MET", text));
        ifThere(contact.notes(), card::addNote);
        if (!contact.tags().isEmpty()) {
            card.setCategories(contact.tags().toArray(String[]::new));
        }
        card.setRevision(new Revision(contact.updatedAt()));
        return Ezvcard.write(card).version(VCardVersion.V4_0).prodId(false).go();
    }

    private static void name(VCard card, Contact contact) {
        StructuredName name = new StructuredName();
        name.setGiven(contact.firstName());
        name.setFamily(contact.lastName());
        card.setStructuredName(name);
        card.setFormattedName(contact.displayName());
        ifThere(contact.nickname(), nickname -> card.setNickname(nickname));
    }

    private static void birthday(VCard card, org.memoro.contacts.contact.@Nullable Birthday birthday) {
        if (birthday != null) {
            card.setBirthday(new Birthday(PartialDate.builder()
                    .year(birthday.year())
                    .month(birthday.month())
                    .date(birthday.day())
                    .build()));
        }
    }

    /** An address of ours is one text; taking it apart would be guessing. */
    private static void address(VCard card, @Nullable String label, String value) {
        Address address = new Address();
        address.setStreetAddress(value);
        type(label, AddressType::get, address.getTypes());
        card.addAddress(address);
    }

    private static <T> void type(@Nullable String label, java.util.function.Function<String, T> of, List<T> types) {
        if (label != null && label.matches("[A-Za-z0-9-]+")) {
            types.add(of.apply(label.toLowerCase(Locale.ROOT)));
        }
    }

    private static void labelled(List<Labelled> entries, BiConsumer<@Nullable String, String> add) {
        entries.forEach(entry -> ifThere(entry.value(), value -> add.accept(entry.label(), value)));
    }

    private static void ifThere(@Nullable String text, java.util.function.Consumer<String> use) {
        if (text != null) {
            use.accept(text);
        }
    }
}

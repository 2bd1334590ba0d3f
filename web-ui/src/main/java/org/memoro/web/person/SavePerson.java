package org.memoro.web.person;

import java.util.LinkedHashMap;
import java.util.Map;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.problems.FieldProblem;
import org.memoro.web.neighbour.Contact;
import org.memoro.web.neighbour.Contacts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds a person or saves what was changed about one; problems come back on the fields they belong to. */
@Component
class SavePerson {

    private static final int STALE = 412;
    private static final int INVALID = 422;

    private final Contacts contacts;

    SavePerson(Contacts contacts) {
        this.contacts = contacts;
    }

    /** The form with what is wrong in it. */
    static final class WrongForm extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient PersonForm form;

        WrongForm(PersonForm form) {
            super("the form has problems");
            this.form = form;
        }

        PersonForm form() {
            return form;
        }
    }

    Mono<Contact> save(PersonForm form) {
        Map<String, String> wrong = form.check();
        if (!wrong.isEmpty()) {
            return Mono.error(() -> new WrongForm(form.with(wrong)));
        }
        return send(form).onErrorMap(InternalCallException.class, refusal -> inForm(form, refusal));
    }

    private Mono<Contact> send(PersonForm form) {
        return form.id() == null
                ? contacts.add(form.contact())
                : contacts.change(form.id(), form.version(), form.contact());
    }

    private static Throwable inForm(PersonForm form, InternalCallException refusal) {
        if (refusal.status() == STALE) {
            PersonForm again =
                    new PersonForm(form.id(), null, form.title(), form.values(), form.lists(), form.problems());
            return new WrongForm(again.with(Map.of(
                    "form", "This person was changed elsewhere meanwhile. Save again to keep what stands here.")));
        }
        if (refusal.status() != INVALID) {
            return refusal;
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.errors().forEach(problem -> wrong.putIfAbsent(field(problem), problem.detail()));
        if (wrong.isEmpty()) {
            wrong.put("form", refusal.detail() == null ? "That was not possible." : refusal.detail());
        }
        return new WrongForm(form.with(wrong));
    }

    /** "/emails/0/value" is the field emails-0, "/birthday/day" the birthday. */
    private static String field(FieldProblem problem) {
        String[] parts = problem.pointer().replaceFirst("^/", "").split("/");
        if (parts[0].equals("birthday")) {
            return "birthdayDay";
        }
        return parts.length > 1 && parts[1].matches("\\d+") && !parts[0].equals("tags")
                ? parts[0] + "-" + parts[1]
                : parts[0].isEmpty() ? "form" : parts[0];
    }
}

package org.memoro.contacts.addressbook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Etags;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.contact.ContactOrder;
import org.memoro.contacts.contact.ContactQuery;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.FieldsReader;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.FieldProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The people of an account, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
class ContactController {
    private static final int LONGEST_QUERY = 1_000;

    private final AccountWork account;
    private final Contacts contacts;
    private final CreateContact createContact;
    private final EditContact editContact;
    private final DeleteContact deleteContact;
    private final RestoreContact restoreContact;
    private final Clock clock;

    ContactController(
            AccountWork account,
            Contacts contacts,
            CreateContact createContact,
            EditContact editContact,
            DeleteContact deleteContact,
            RestoreContact restoreContact,
            Clock clock) {
        this.account = account;
        this.contacts = contacts;
        this.createContact = createContact;
        this.editContact = editContact;
        this.deleteContact = deleteContact;
        this.restoreContact = restoreContact;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List or find contacts; query matches as you type")
    Mono<Page<Contact>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        FieldProblems problems = new FieldProblems();
        checkText(problems, "?query", query);
        checkText(problems, "?tag", tag);
        problems.throwIfAny();
        ContactQuery asked =
                new ContactQuery(query, tag, ContactOrder.of(sort), Cursor.decode(cursor), Limits.of(limit));
        return account.read(caller.accountId(), contacts.list(caller.accountId(), asked));
    }

    private static void checkText(FieldProblems problems, String pointer, @Nullable String text) {
        problems.check(
                text == null || (text.length() <= LONGEST_QUERY && text.indexOf('\0') < 0),
                pointer,
                "may have up to " + LONGEST_QUERY + " characters, none of them NUL.");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a contact down")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ContactFields.class)))
    Mono<ResponseEntity<Contact>> create(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
        return createContact
                .create(caller.accountId(), FieldsReader.read(body), today(caller))
                .map(contact -> ResponseEntity.created(URI.create("/api/v1/contacts/" + contact.id()))
                        .eTag(Etags.of(contact.version()))
                        .body(contact));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a contact")
    Mono<ResponseEntity<Contact>> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return account.read(caller.accountId(), contacts.require(caller.accountId(), id))
                .map(ContactController::answer);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(summary = "Change a contact (JSON Merge Patch)")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ContactFields.class)))
    Mono<ResponseEntity<Contact>> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        return editContact
                .edit(caller.accountId(), id, patch, ifMatch, today(caller))
                .map(ContactController::answer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a contact; it can be restored for 30 days")
    Mono<Void> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return deleteContact.delete(caller.accountId(), id, ifMatch);
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Bring a deleted contact back")
    Mono<ResponseEntity<Contact>> restore(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return restoreContact.restore(caller.accountId(), id).map(ContactController::answer);
    }

    private LocalDate today(Caller caller) {
        return LocalDate.now(clock.withZone(caller.zone()));
    }

    private static ResponseEntity<Contact> answer(Contact contact) {
        return ResponseEntity.ok().eTag(Etags.of(contact.version())).body(contact);
    }
}

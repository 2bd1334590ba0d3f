package org.memoro.contacts.addressbook;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.UUID;
import org.memoro.api.Page;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.relationship.Relationship;
import org.memoro.contacts.relationship.Relationships;
import org.memoro.internaltokens.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A contact's relatives, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/contacts/{contactId}/relationships", produces = MediaType.APPLICATION_JSON_VALUE)
class RelationshipController {
    private final AccountWork account;
    private final Contacts contacts;
    private final Relationships relationships;
    private final AddRelationship addRelationship;
    private final RemoveRelationship removeRelationship;

    RelationshipController(
            AccountWork account,
            Contacts contacts,
            Relationships relationships,
            AddRelationship addRelationship,
            RemoveRelationship removeRelationship) {
        this.account = account;
        this.contacts = contacts;
        this.relationships = relationships;
        this.addRelationship = addRelationship;
        this.removeRelationship = removeRelationship;
    }

    @GetMapping
    @Operation(summary = "List a contact's relatives")
    Mono<Page<Relationship>> list(@AuthenticationPrincipal Caller caller, @PathVariable UUID contactId) {
        UUID userId = caller.accountId();
        return account.read(
                userId,
                contacts.require(userId, contactId)
                        .thenMany(relationships.of(userId, contactId))
                        .collectList()
                        .map(items -> new Page<>(items, null)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Name a relative by contactId, or by a name that finds or makes the contact")
    Mono<ResponseEntity<Relationship>> add(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID contactId, @RequestBody NewRelationship typed) {
        return addRelationship.add(caller.accountId(), contactId, typed).map(relationship -> ResponseEntity.created(
                        URI.create("/api/v1/contacts/" + contactId + "/relationships/" + relationship.id()))
                .body(relationship));
    }

    @DeleteMapping("/{relationshipId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Untie two contacts, on both sides")
    Mono<Void> remove(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID contactId, @PathVariable UUID relationshipId) {
        return removeRelationship.remove(caller.accountId(), contactId, relationshipId);
    }
}

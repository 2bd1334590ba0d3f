package org.memoro.contacts.exporting;

import io.swagger.v3.oas.annotations.Hidden;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.deciding.FactView;
import org.memoro.internaltokens.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of an export that this service fills; the gateway puts them into the ZIP. */
@Hidden
@RestController
@RequestMapping("/internal/v1/export")
class ExportController {
    private final ExportContacts export;

    ExportController(ExportContacts export) {
        this.export = export;
    }

    /** Asked before the first byte leaves Memoro. */
    @GetMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> check(@AuthenticationPrincipal Caller caller) {
        return export.check(caller.accountId());
    }

    @GetMapping(path = "/contacts.json", produces = "application/json")
    Flux<ExportedContact> contacts(@AuthenticationPrincipal Caller caller) {
        return export.contacts(caller.accountId()).map(ExportedContact::of);
    }

    @GetMapping(path = "/contacts.vcf", produces = "text/vcard;charset=UTF-8")
    Flux<String> cards(@AuthenticationPrincipal Caller caller) {
        return living(caller).map(Card::of);
    }

    @GetMapping(path = "/contacts.csv", produces = "text/csv;charset=UTF-8")
    Flux<String> table(@AuthenticationPrincipal Caller caller) {
        return living(caller).map(ContactTable::row).startWith(ContactTable.HEAD);
    }

    @GetMapping(path = "/relationships.json", produces = "application/json")
    Flux<ExportedRelationship> relationships(@AuthenticationPrincipal Caller caller) {
        return export.relationships(caller.accountId());
    }

    @GetMapping(path = "/facts.json", produces = "application/json")
    Flux<FactView> facts(@AuthenticationPrincipal Caller caller) {
        return export.facts(caller.accountId());
    }

    @GetMapping(path = "/merges.json", produces = "application/json")
    Flux<ExportedMerge> merges(@AuthenticationPrincipal Caller caller) {
        return export.merges(caller.accountId());
    }

    private Flux<Contact> living(Caller caller) {
        return export.contacts(caller.accountId()).filter(KeptContact::isLiving).map(KeptContact::contact);
    }
}

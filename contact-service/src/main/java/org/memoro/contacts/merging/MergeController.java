package org.memoro.contacts.merging;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.merging.MergeContacts.Merged;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Merging and its undo, over HTTP. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class MergeController {
    private final MergeContacts mergeContacts;
    private final UndoMerge undoMerge;

    MergeController(MergeContacts mergeContacts, UndoMerge undoMerge) {
        this.mergeContacts = mergeContacts;
        this.undoMerge = undoMerge;
    }

    /** Into whom. */
    record Target(@Nullable UUID intoId) {}

    @PostMapping("/api/v1/contacts/{id}/merge")
    @Operation(summary = "Make a contact part of another; its id leads to the other from then on")
    Mono<Merged> merge(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody Target target) {
        if (target.intoId() == null) {
            throw ProblemException.validation(List.of(new FieldProblem("/intoId", "Say which contact to merge into.")));
        }
        return mergeContacts.merge(caller.accountId(), id, target.intoId());
    }

    @DeleteMapping("/api/v1/merges/{mergeId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Undo a merge within 30 days")
    Mono<Void> undo(@AuthenticationPrincipal Caller caller, @PathVariable UUID mergeId) {
        return undoMerge.undo(caller.accountId(), mergeId);
    }
}

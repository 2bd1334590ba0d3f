package org.memoro.interactions.interaction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.internaltokens.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
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

/** The public calls for notes. */
@RestController
@Tag(name = "Interactions")
@RequestMapping(path = "/api/v1/interactions", produces = MediaType.APPLICATION_JSON_VALUE)
class InteractionController {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final RecordInteraction record;
    private final ReadInteractions read;
    private final EditInteraction edit;
    private final DeleteInteraction delete;
    private final RestoreInteraction restore;

    InteractionController(
            RecordInteraction record,
            ReadInteractions read,
            EditInteraction edit,
            DeleteInteraction delete,
            RestoreInteraction restore) {
        this.record = record;
        this.read = read;
        this.edit = edit;
        this.delete = delete;
        this.restore = restore;
    }

    @Operation(summary = "Write a note")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<InteractionResponse>> record(
            @AuthenticationPrincipal Caller caller, @RequestBody NoteRequest request) {
        return record.run(caller, request)
                .map(note -> ResponseEntity.created(URI.create("/api/v1/interactions/" + note.id()))
                        .eTag(Etags.of(note.version()))
                        .body(note));
    }

    @Operation(summary = "List notes, newest first")
    @GetMapping
    Mono<Page<InteractionResponse>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID contactId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return read.list(caller.accountId(), InteractionFilter.of(contactId, from, to, cursor), Limits.of(limit));
    }

    @Operation(summary = "Read a note")
    @GetMapping("/{id}")
    Mono<ResponseEntity<InteractionResponse>> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return read.one(caller.accountId(), id).map(InteractionController::tagged);
    }

    @Operation(
            summary = "Change a note; it is understood anew",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The fields of a new note that change; null takes one away",
                            content = {
                                @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = NoteChanges.class)),
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = NoteChanges.class))
                            }))
    @PatchMapping(
            path = "/{id}",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<InteractionResponse>> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        return edit.run(caller, id, ifMatch, patch).map(InteractionController::tagged);
    }

    @Operation(summary = "Delete a note; it can be restored for 30 days")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return delete.run(caller.accountId(), id, ifMatch);
    }

    @Operation(summary = "Bring a deleted note back")
    @PostMapping("/{id}/restore")
    Mono<ResponseEntity<InteractionResponse>> restore(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return restore.run(caller, id).map(InteractionController::tagged);
    }

    private static ResponseEntity<InteractionResponse> tagged(InteractionResponse note) {
        return ResponseEntity.ok().eTag(Etags.of(note.version())).body(note);
    }
}

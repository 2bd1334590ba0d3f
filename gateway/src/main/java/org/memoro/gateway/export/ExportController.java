package org.memoro.gateway.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.memoro.gateway.access.Visit;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Taking everything along over HTTP. */
@RestController
class ExportController {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final ExportAccount exportAccount;
    private final Clock clock;

    ExportController(ExportAccount exportAccount, Clock clock) {
        this.exportAccount = exportAccount;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/account/export")
    @Operation(
            summary = "Everything I own, as one ZIP",
            description =
                    "JSON for each kind of thing, vCards and tables besides; README.txt says what is in which file. One "
                            + "export of an account runs at a time. When a part fails on the way, the connection breaks off.")
    @ApiResponse(
            responseCode = "200",
            description = "The ZIP",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<Flux<DataBuffer>>> export(ServerWebExchange exchange) {
        Visit visit = Objects.requireNonNull(Visit.of(exchange));
        // A look at the headers only is no reason to read a whole account.
        boolean wanted = !exchange.getRequest().getMethod().equals(HttpMethod.HEAD);
        return (wanted ? exportAccount.of(visit) : Mono.just(Flux.<DataBuffer>empty())).map(zip -> ResponseEntity.ok()
                .contentType(ZIP)
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename("memoro-export-" + today(visit) + ".zip")
                        .build()))
                .body(zip));
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(clock.instant(), visit.who().zone());
    }
}

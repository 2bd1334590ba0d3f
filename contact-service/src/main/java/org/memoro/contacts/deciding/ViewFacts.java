package org.memoro.contacts.deciding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.MergedName;
import org.memoro.contacts.deciding.FactView.Candidate;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.PlacesLived;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Shows facts with the names people have now. */
@Component
public class ViewFacts {
    private final ContactNames names;
    private final Facts facts;

    ViewFacts(ContactNames names, Facts facts) {
        this.names = names;
        this.facts = facts;
    }

    /** Shows these facts, in their order. */
    public Mono<List<FactView>> of(UUID userId, List<Fact> told) {
        List<UUID> named = told.stream()
                .flatMap(fact -> Stream.concat(fact.candidates().stream(), Stream.ofNullable(fact.contactId())))
                .distinct()
                .toList();
        return Mono.zip(names.lookUp(userId, named).collectMap(MergedName::id), placesLived(userId, told))
                .map(found -> told.stream()
                        .map(fact -> view(fact, found.getT1(), found.getT2()))
                        .toList());
    }

    /** Until when somebody lived somewhere is told by what was said of them since, in whatever note. */
    private Mono<Map<UUID, PlacesLived>> placesLived(UUID userId, List<Fact> told) {
        List<UUID> ids = told.stream()
                .filter(ViewFacts::isKeptPlace)
                .map(Fact::contactId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : facts.places(userId, ids)
                        .collect(Collectors.groupingBy(
                                fact -> Objects.requireNonNull(fact.contactId()),
                                Collectors.collectingAndThen(Collectors.toList(), PlacesLived::new)));
    }

    private static boolean isKeptPlace(Fact fact) {
        return fact.kind() == FactKind.LOCATION && fact.isKept();
    }

    private static FactView view(Fact fact, Map<UUID, MergedName> names, Map<UUID, PlacesLived> places) {
        List<Candidate> candidates = fact.candidates().stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(name -> new Candidate(name.survivor(), name.displayName()))
                .distinct()
                .toList();
        return new FactView(
                fact.id(),
                fact.kind(),
                fact.contactId(),
                fact.interactionId(),
                value(fact, names, places),
                fact.evidence(),
                fact.engine(),
                fact.confidence(),
                fact.status(),
                fact.state(),
                fact.decidedBy(),
                candidates,
                fact.asOf(),
                fact.version());
    }

    private static ObjectNode value(Fact fact, Map<UUID, MergedName> names, Map<UUID, PlacesLived> places) {
        PlacesLived lived = fact.contactId() == null ? null : places.get(fact.contactId());
        ObjectNode value = (lived != null && isKeptPlace(fact) ? lived.valueOf(fact) : fact.value()).deepCopy();
        MergedName contact = fact.contactId() == null ? null : names.get(fact.contactId());
        if (fact.kind() == FactKind.PERSON && contact != null) {
            value.put("displayName", contact.displayName());
        }
        if (fact.memberId() != null) {
            value.put("contactId", fact.memberId().toString());
        }
        return value;
    }
}

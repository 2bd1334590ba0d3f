package org.memoro.contacts.deciding;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.contacts.contact.ContactNames;
import org.memoro.contacts.contact.MergedName;
import org.memoro.contacts.deciding.FactView.Candidate;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Shows facts with the names people have now. */
@Component
public class ViewFacts {
    private final ContactNames names;

    ViewFacts(ContactNames names) {
        this.names = names;
    }

    /** Shows these facts, in their order. */
    public Mono<List<FactView>> of(UUID userId, List<Fact> facts) {
        List<UUID> named = facts.stream()
                .flatMap(fact -> Stream.concat(fact.candidates().stream(), Stream.ofNullable(fact.contactId())))
                .distinct()
                .toList();
        return names.lookUp(userId, named)
                .collectMap(MergedName::id)
                .map(found -> facts.stream().map(fact -> view(fact, found)).toList());
    }

    private static FactView view(Fact fact, Map<UUID, MergedName> names) {
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
                value(fact, names),
                fact.evidence(),
                fact.confidence(),
                fact.status(),
                fact.state(),
                fact.decidedBy(),
                candidates,
                fact.asOf(),
                fact.version());
    }

    private static ObjectNode value(Fact fact, Map<UUID, MergedName> names) {
        ObjectNode value = fact.value().deepCopy();
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

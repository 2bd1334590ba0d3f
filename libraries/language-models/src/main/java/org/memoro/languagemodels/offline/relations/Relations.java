package org.memoro.languagemodels.offline.relations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.OwnRelation;
import org.memoro.languagemodels.offline.people.Someone;

/** The relations a note states. */
public final class Relations {

    private final Map<Someone, OwnRelation> toWriter = new LinkedHashMap<>();
    private final Map<Someone, List<FamilyMember>> family = new LinkedHashMap<>();
    private final Map<Integer, List<Someone>> ownersOfUnnamed = new LinkedHashMap<>();

    void toWriter(Someone person, OwnRelation relation) {
        toWriter.putIfAbsent(person, relation);
    }

    void family(Someone owner, FamilyMember member) {
        List<FamilyMember> members = family.computeIfAbsent(owner, someone -> new ArrayList<>());
        boolean told = members.stream()
                .anyMatch(
                        known -> (known.relation() == member.relation() && Objects.equals(known.name(), member.name()))
                                || (member.name() != null && member.name().equals(known.name())));
        if (!told) {
            members.removeIf(
                    known -> known.name() == null && member.name() != null && known.relation() == member.relation());
            members.add(member);
        }
    }

    void unnamed(int nounToken, List<Someone> owners) {
        ownersOfUnnamed.put(nounToken, owners);
    }

    public @Nullable OwnRelation toWriter(Someone person) {
        return toWriter.get(person);
    }

    public List<FamilyMember> familyOf(Someone person) {
        return family.getOrDefault(person, List.of());
    }

    /** Whose relative the unnamed one at this word is ("his son"); nobody when it is none or the owner is unclear. */
    public List<Someone> ownersOfUnnamedAt(int token) {
        return ownersOfUnnamed.getOrDefault(token, List.of());
    }

    /** Whether an unnamed relative is spoken of at this word, the writer's own included. */
    public boolean isUnnamedRelative(int token) {
        return ownersOfUnnamed.containsKey(token);
    }
}

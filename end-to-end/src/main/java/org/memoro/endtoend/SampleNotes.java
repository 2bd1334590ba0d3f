package org.memoro.endtoend;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Invented notes, different every time and the same for the same seed, in the length people write. */
final class SampleNotes {
    private static final List<String> NAMES = List.of(
            "Anna Petrova",
            "Tom Okafor",
            "Maria Lopez",
            "Ingrid Holm",
            "Farah Aziz",
            "Jonas Weber",
            "Kenji Mori",
            "Lucia Rossi",
            "Owen Price",
            "Nadia Haddad",
            "Pavel Novak",
            "Rosa Marin");
    private static final List<String> MEETINGS = List.of(
            "Had coffee with %s at Café Linden",
            "Long call with %s",
            "Lunch with %s in Graz",
            "Met %s at the market",
            "Walked along the river with %s",
            "Dinner with %s at home");
    private static final List<String> NEWS = List.of(
            "is looking for a flat near the lake",
            "started a pottery course on Tuesdays",
            "wants to learn the cello",
            "is training for a half marathon",
            "adopted a greyhound called Pixel",
            "has a new job at the city library",
            "is planning a trip to Lisbon in spring",
            "finished the kitchen after months of dust",
            "is worried about the heating bill",
            "baked bread for the whole street",
            "broke a wrist while skiing",
            "is writing a book about lighthouses",
            "sold the old car",
            "found a box of letters in the attic");
    private static final List<String> ASIDES = List.of(
            "We laughed a lot.",
            "I should bring back the ladder.",
            "Ask again in a month.",
            "Likes dark chocolate.",
            "The weather was dreadful.",
            "We talked about school days.",
            "Must send the photographs.",
            "");

    private final Random random;

    SampleNotes(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode next() {
        String name = pick(NAMES);
        String first = name.substring(0, name.indexOf(' '));
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
        String words = "%s. %s %s, number %d on the list. %s"
                .formatted(pick(MEETINGS).formatted(name), first, pick(NEWS), random.nextInt(10_000), pick(ASIDES))
                .strip();
        return MemoroApi.object()
                .put("notes", words)
                .put("occurredOn", day.toString())
                .put("writtenAt", day + "T18:30:00Z");
    }

    List<String> questions(int count) {
        return Stream.generate(this::question).limit(count).toList();
    }

    private String question() {
        String first = pick(NAMES).split(" ", -1)[0];
        return switch (random.nextInt(4)) {
            case 0 -> "What is new with " + first + "?";
            case 1 -> "who " + pick(NEWS).replaceFirst("^is ", "was ") + " number " + random.nextInt(10_000);
            case 2 -> "Who has a dog?";
            default ->
                first + " in " + List.of("March", "May", "October").get(random.nextInt(3)) + " 2025 " + pick(NEWS);
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

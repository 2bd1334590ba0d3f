package org.memoro.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** What embedding-worker may have read out of a note, in the extraction schema. */
public final class AnExtraction {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Object> root = new HashMap<>();
    private final List<Object> people = new ArrayList<>();

    private AnExtraction() {
        root.put("schema_version", "1");
        root.put("interaction_date", null);
        root.put("place", null);
        root.put("people", people);
    }

    public static AnExtraction of(APerson... persons) {
        AnExtraction extraction = new AnExtraction();
        Arrays.stream(persons).forEach(person -> extraction.people.add(person.fields));
        return extraction;
    }

    public AnExtraction on(String date) {
        root.put("interaction_date", read(Map.of("date", date), "yesterday", 0.95));
        return this;
    }

    public AnExtraction at(String name, String city) {
        root.put("place", read(Map.of("name", name, "city", city), name + " in " + city, 0.9));
        return this;
    }

    String json() {
        return JSON.writeValueAsString(root);
    }

    private static Map<String, Object> read(Map<String, ?> fields, String quote, double confidence) {
        Map<String, Object> read = new HashMap<>(fields);
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("quote", quote);
        evidence.put("start", 0);
        evidence.put("end", quote.length());
        read.put("evidence", evidence);
        read.put("confidence", confidence);
        read.put("needs_confirmation", confidence < 0.8);
        return read;
    }

    /** Somebody in a note. */
    public static final class APerson {
        private final Map<String, Object> fields;
        private final List<Object> family = new ArrayList<>();
        private final List<Object> facts = new ArrayList<>();

        private APerson(String mention) {
            String[] words = mention.split(" ", 2);
            fields = read(Map.of("mention", mention, "role", "participant"), mention, 0.95);
            fields.put("first_name", words[0]);
            fields.put("last_name", words.length == 1 ? null : words[1]);
            fields.put("relation", null);
            fields.put("family_members", family);
            fields.put("birthday", null);
            fields.put("location", null);
            fields.put("news", null);
            fields.put("facts", facts);
            match("new", null);
            fields.put("needs_confirmation", true);
        }

        public static APerson aPerson(String mention) {
            return new APerson(mention);
        }

        public APerson known(UUID contactId) {
            fields.put("needs_confirmation", false);
            return match("known", contactId, contactId);
        }

        public APerson oneOf(UUID... candidates) {
            return match("ambiguous", null, candidates);
        }

        private APerson match(String status, UUID contactId, UUID... candidates) {
            Map<String, Object> match = new HashMap<>();
            match.put("status", status);
            match.put("contact_id", contactId);
            match.put("candidate_ids", List.of(candidates));
            fields.put("contact_match", match);
            return this;
        }

        public APerson mentioned() {
            fields.put("role", "mentioned");
            return this;
        }

        /** The words of the note that name the person. */
        public APerson named(String quote) {
            fields.put("evidence", Map.of("quote", quote, "start", 0, "end", quote.length()));
            return this;
        }

        public APerson confidence(double confidence) {
            fields.put("confidence", confidence);
            return this;
        }

        public APerson relation(String type) {
            fields.put("relation", read(Map.of("type", type), "my " + type, 0.95));
            return this;
        }

        public APerson family(String relation, String name, double confidence) {
            Map<String, Object> member = read(Map.of("relation", relation), "Her " + relation + " " + name, confidence);
            member.put("name", name);
            family.add(member);
            return this;
        }

        public APerson birthday(Integer year, int month, int day) {
            Map<String, Object> birthday = read(Map.of("month", month, "day", day), "her birthday", 0.9);
            birthday.put("year", year);
            fields.put("birthday", birthday);
            return this;
        }

        public APerson location(String place, String status) {
            return location(place, status, null);
        }

        public APerson location(String place, String status, String date) {
            Map<String, Object> location = read(Map.of("place", place, "status", status), "in " + place, 0.9);
            location.put("date", date);
            fields.put("location", location);
            return this;
        }

        public APerson news(String text) {
            fields.put("news", text);
            return this;
        }

        public APerson fact(String type, String status, String summary, Consumer<Map<String, Object>> more) {
            Map<String, Object> fact = read(Map.of("type", type, "status", status, "summary", summary), summary, 0.9);
            fact.put("organization", null);
            fact.put("title", null);
            fact.put("place", null);
            fact.put("date", null);
            fact.put("is_news", summary.equals(fields.get("news")));
            more.accept(fact);
            facts.add(fact);
            return this;
        }

        /** A fact in the engine's own words, read from this passage. */
        public APerson fact(
                String type, String status, String summary, String quote, Consumer<Map<String, Object>> more) {
            return fact(type, status, summary, fact -> {
                fact.put("evidence", Map.of("quote", quote, "start", 0, "end", quote.length()));
                more.accept(fact);
            });
        }

        public APerson fact(String type, String status, String summary) {
            return fact(type, status, summary, fact -> {});
        }
    }
}

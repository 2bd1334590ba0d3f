package org.memoro.web.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblem;
import org.springframework.util.MultiValueMap;

/** What was typed to make a token, and what is wrong with it. */
public record TokenForm(String key, String name, String scope, String ends, Map<String, String> problems) {

    /** One of a few things to choose. */
    public record Choice(String value, String label) {}

    public static final List<Choice> SCOPES = List.of(
            new Choice("read", "Read everything"),
            new Choice("write", "Write, without reading"),
            new Choice("read write", "Read and write everything"));

    public static final List<Choice> ENDS = List.of(
            new Choice("30", "In 30 days"),
            new Choice("90", "In 90 days"),
            new Choice("365", "In a year"),
            new Choice("never", "Never"));

    private static final String NEVER = "never";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY = 64;

    /** A new form; its key lets a form that is sent twice make one token. */
    static TokenForm empty() {
        return new TokenForm(UUID.randomUUID().toString(), "", "read", "90", Map.of());
    }

    static TokenForm typed(MultiValueMap<String, String> form) {
        String key = value(form, "key");
        return new TokenForm(
                key.isEmpty() || key.length() > LONGEST_KEY ? UUID.randomUUID().toString() : key,
                value(form, "name").strip(),
                value(form, "scope"),
                value(form, "ends"),
                Map.of());
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    TokenForm checked() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (name.isEmpty()) {
            wrong.put("name", "Say what will use it, so that you know it again.");
        } else if (name.length() > LONGEST_NAME) {
            wrong.put("name", "A name may have up to 200 characters.");
        }
        if (isNot(SCOPES, scope)) {
            wrong.put("scope", "Choose what it may do.");
        }
        if (isNot(ENDS, ends)) {
            wrong.put("ends", "Choose when it ends.");
        }
        return with(wrong);
    }

    /** What the gateway said about each value; a new key, because this one stands for a refused request. */
    TokenForm refused(Trouble trouble) {
        Map<String, String> wrong = new LinkedHashMap<>();
        trouble.fields().forEach(problem -> wrong.putIfAbsent(field(problem), problem.detail()));
        if (wrong.isEmpty()) {
            wrong.put("form", trouble.sentence());
        }
        return new TokenForm(UUID.randomUUID().toString(), name, scope, ends, wrong);
    }

    private TokenForm with(Map<String, String> wrong) {
        return new TokenForm(key, name, scope, ends, wrong);
    }

    boolean isRight() {
        return problems.isEmpty();
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** The token as the gateway takes it. */
    Map<String, Object> wanted(Instant now) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", name);
        wanted.put("scopes", List.of(scope.split(" ")));
        if (!ends.equals(NEVER)) {
            wanted.put(
                    "expiresAt", now.plus(Duration.ofDays(Long.parseLong(ends))).toString());
        }
        return wanted;
    }

    private static boolean isNot(List<Choice> choices, String value) {
        return choices.stream().noneMatch(choice -> choice.value().equals(value));
    }

    private static String field(FieldProblem problem) {
        return switch (problem.pointer()) {
            case "/name" -> "name";
            case "/scopes" -> "scope";
            case "/expiresAt" -> "ends";
            default -> "form";
        };
    }
}

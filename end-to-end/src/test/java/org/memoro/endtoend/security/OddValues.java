package org.memoro.endtoend.security;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values nobody types on purpose, but that somebody's program sends one day. */
final class OddValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Texts that once broke something: encodings, directions, quotes, patterns, paths, numbers that are none. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "\u0000",
            "a\u0000b",
            "\uFEFFstart",
            "\uD800",
            "\uDC00x\uD800",
            "\u202Eevil\u202C",
            "שלום עולם",
            "مرحبا",
            "👩‍👩‍👧‍👦🏳️‍🌈",
            "Z̷̢̛a̷l̶g̵o̸",
            "İıſßK",
            "\u0085\u2028\u2029",
            "'",
            "''; DROP TABLE contact.contacts; --",
            "1 OR 1=1",
            "' UNION SELECT null, version(), null --",
            "%' AND 1=(SELECT 1/0) --",
            "\\",
            "%",
            "_",
            "%00",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "*{T(java.lang.Runtime)}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "a & b | !c <-> :*",
            "\"unclosed",
            "(a+)+$",
            "null",
            "undefined",
            "NaN",
            "Infinity",
            "-0",
            "1e400",
            "0x7fffffff",
            "true",
            "[]",
            "{}");

    private static final List<String> DATES = List.of(
            "0000-00-00",
            "2026-02-30",
            "2026-13-01",
            "-0001-01-01",
            "0000-01-01",
            "9999-12-31",
            "+10000-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "294277-01-01",
            "5874898-01-01",
            "-4713-11-23",
            "2026-11-21T10:00",
            "21.11.2026",
            "20261121",
            "2026-W47-6");

    private static final List<String> INSTANTS = List.of(
            "2026-11-21T10:00:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T23:59:60Z",
            "2026-11-21T10:00:00+18:00",
            "2026-11-21T10:00:00+19:00",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "294277-01-01T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "-4714-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "1970-01-01T00:00:00.0000000000001Z",
            "10:00");

    private static final List<String> IDS = List.of(
            "1",
            "0",
            "-1",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "{01a1fd71-6e66-7366-8b33-5d92a99f7fdd}",
            "01A1FD71-6E66-7366-8B33-5D92A99F7FDD",
            "01a1fd716e6673668b335d92a99f7fdd",
            "01a1fd71-6e66-7366-8b33-5d92a99f7fdd-",
            "..",
            ".",
            "%2e%2e",
            "a;b=c",
            "a\u0000",
            "me");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "201",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1.5",
            "1e3",
            "1e400",
            "١٢",
            "0x10",
            " 5",
            "5 ",
            "+5",
            "");

    private final RandomGenerator random;

    OddValues(RandomGenerator random) {
        this.random = random;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    String text() {
        return switch (random.nextInt(10)) {
            case 0 -> random(random.nextInt(40));
            case 1 -> oneOf(TEXTS).repeat(1 + random.nextInt(30));
            case 2 -> chance(0.1) ? "ä€𝄞".repeat(1 + random.nextInt(8_000)) : random(300);
            default -> oneOf(TEXTS);
        };
    }

    String date() {
        return chance(0.8) ? oneOf(DATES) : text();
    }

    String instant() {
        return chance(0.8) ? oneOf(INSTANTS) : date();
    }

    String id() {
        return chance(0.3) ? UUID.randomUUID().toString() : chance(0.8) ? oneOf(IDS) : text();
    }

    String number() {
        return chance(0.8) ? oneOf(NUMBERS) : text();
    }

    /** Any characters at all. */
    String random(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(chance(0.7) ? 32 + random.nextInt(95) : random.nextInt(Character.MAX_CODE_POINT + 1));
        }
        return text.toString();
    }

    /** Any JSON, up to a depth. */
    JsonNode json(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextDouble() * 1e300);
            case 4 -> JSON.numberNode(-random.nextInt(5));
            case 5 -> JSON.stringNode(instant());
            case 6 -> JSON.stringNode(id());
            case 7 -> JSON.stringNode(text());
            case 8 -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = random.nextInt(chance(0.02) ? 3_000 : 5); i > 0; i--) {
                    array.add(json(depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(chance(0.5) ? text() : "value", json(depth - 1));
                }
                yield object;
            }
        };
    }

    /** What is no JSON, or JSON that no parser should have to take. */
    String brokenJson(String right) {
        return switch (random.nextInt(12)) {
            case 0 -> right.substring(0, random.nextInt(right.length() + 1));
            case 1 -> right + right;
            case 2 -> right.replace(":", " ");
            case 3 -> right.replaceFirst("\\{", "{\"firstName\":1,\"firstName\":2,\"notes\":\"a\",\"notes\":\"b\",");
            case 4 -> "[".repeat(random.nextInt(100_000));
            case 5 -> "{\"a\":".repeat(random.nextInt(5_000)) + "1" + "}".repeat(random.nextInt(5_000));
            case 6 -> "{\"firstName\":" + "9".repeat(1 + random.nextInt(5_000)) + "}";
            case 7 -> "{\"notes\":\"\\ud83d\",\"firstName\":\"\\udc00\",\"state\":\"\\u0000\"}";
            case 8 -> "{'notes':'x', firstName: NaN, // comment\n}";
            case 9 -> "\uFEFF" + right;
            case 10 -> text();
            default -> right.replace("\"", "\u0000");
        };
    }
}

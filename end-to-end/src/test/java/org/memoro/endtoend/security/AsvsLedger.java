package org.memoro.endtoend.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docs/security/asvs.csv. */
final class AsvsLedger {
    /** One field of RFC 4180: quoted with doubled quotes, or plain. */
    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

    private AsvsLedger() {}

    /** One requirement and what is said of it. */
    record Line(String id, int level, String status, List<Evidence> evidence, String reason) {}

    /** A file by its path, or {@code module/Class#method} with as much of the package as makes it unique. */
    record Evidence(String path, String method) {
        private static final Pattern FILE = Pattern.compile(".*\\.[a-z]+|memoro");

        static Evidence of(String text) {
            String[] parts = text.split("#", 2);
            return new Evidence(parts[0], parts.length == 2 ? parts[1] : "");
        }

        boolean isFile() {
            return FILE.matcher(path).matches();
        }

        String module() {
            String[] words = path.split("/");
            return words[0].equals("libraries") ? words[0] + "/" + words[1] : words[0];
        }

        Path source() {
            return Path.of(path.substring(module().length() + 1) + ".java");
        }
    }

    static List<Line> read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv);
            if (!lines.getFirst().equals("id,level,status,evidence,reason")) {
                throw new IllegalArgumentException("other columns: " + lines.getFirst());
            }
            return lines.stream().skip(1).map(AsvsLedger::line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        List<String> fields = fields(text);
        if (fields.size() != 5) {
            throw new IllegalArgumentException("not five fields: " + text);
        }
        List<Evidence> evidence = Arrays.stream(fields.get(3).split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Evidence::of)
                .toList();
        return new Line(fields.get(0), Integer.parseInt(fields.get(1)), fields.get(2), evidence, fields.get(4));
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
            if (matcher.group(3).isEmpty()) {
                break;
            }
        }
        return fields;
    }
}

package org.memoro.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlFilesTests {
    private static final Path MAIN = Path.of("src/main");

    @Test
    void areEachUsedByOneStoreAndNarrowedToOneAccount() throws IOException {
        String stores = String.join("\n", texts(MAIN.resolve("java"), ".java"));
        Path folder = MAIN.resolve("resources/sql/contact");

        for (Path file : files(folder, ".sql")) {
            String name = file.getFileName().toString().replace(".sql", "");
            String path = file.getParent().getFileName() + "/" + name;
            long uses = Stream.of("\"contact/" + path + "\"", "load(\"" + name + "\"")
                    .mapToLong(use -> stores.split(java.util.regex.Pattern.quote(use), -1).length - 1L)
                    .sum();
            assertThat(uses).as(path).isEqualTo(1);
            assertThat(Files.readString(file))
                    .as(path)
                    .containsPattern(":userId|user_id\n  FROM contact\n WHERE deleted_at");
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static List<String> texts(Path folder, String ending) throws IOException {
        return files(folder, ending).stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .collect(Collectors.toList());
    }
}

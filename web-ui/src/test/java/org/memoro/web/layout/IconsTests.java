package org.memoro.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memoro.web.note.FactKind;

class IconsTests {

    private static final Pattern USED = Pattern.compile("layout\\.icon\\(name = \"([^\"]+)\"");

    @Test
    void existForEveryNameATemplateUses() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates.filter(Files::isRegularFile).flatMap(IconsTests::names))
                    .allSatisfy(name -> assertThat(Icons.drawing(name)).startsWith("<"));
        }
    }

    @Test
    void existForEveryKindOfFact() {
        assertThat(Arrays.stream(FactKind.values()))
                .allSatisfy(kind -> assertThat(Icons.drawing(kind.icon())).startsWith("<"));
    }

    private static Stream<String> names(Path template) {
        try {
            return USED.matcher(Files.readString(template)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

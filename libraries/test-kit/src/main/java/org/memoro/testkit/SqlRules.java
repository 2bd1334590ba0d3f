package org.memoro.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.sql.SqlFile;

/** The rules that the statements of a module keep. */
public final class SqlRules {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ALL_COLUMNS = Pattern.compile("(?i)\\bselect\\s+([a-z]\\w*\\.)?\\*");

    private SqlRules() {}

    /**
     * Fails, naming every fault, unless each {@code .sql} file of the module is loaded by exactly one constant, lists its
     * columns, and says whose rows it means.
     *
     * @param overAllAccounts the files that mean every account's rows or none, such as {@code contact/job/list_accounts}
     */
    public static void check(String rootPackage, String... overAllAccounts) {
        Map<String, String> files = files();
        Map<String, Long> uses = uses(rootPackage);
        Set<String> exempt = Set.of(overAllAccounts);
        List<String> faults = new ArrayList<>();
        files.forEach((name, text) -> {
            long constants = uses.getOrDefault(name, 0L);
            fault(faults, constants == 1, name + " is loaded by " + constants + " constants");
            fault(faults, !ALL_COLUMNS.matcher(text).find(), name + " selects *");
            boolean says = text.contains(":userId");
            fault(faults, says || exempt.contains(name), name + " does not say whose rows it means");
        });
        exempt.forEach(name -> fault(faults, files.containsKey(name), name + " is exempt, but is not there"));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static void fault(List<String> faults, boolean ok, String words) {
        if (!ok) {
            faults.add(words);
        }
    }

    private static Map<String, String> files() {
        Path folder = RESOURCES.resolve("sql");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .collect(Collectors.toMap(file -> name(folder, file), SqlRules::read, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ".sql".length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> uses(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(rootPackage).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(SqlRules::holdsFiles)
                        .flatMap(SqlRules::filesOf)
                        .map(SqlRules::name)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static boolean holdsFiles(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && field.getAllInvolvedRawTypes().stream().anyMatch(type -> type.isEquivalentTo(SqlFile.class));
    }

    private static Stream<SqlFile> filesOf(JavaField field) {
        JavaClass owner = field.getOwner();
        try {
            Field constant = Class.forName(owner.getName()).getDeclaredField(field.getName());
            constant.setAccessible(true);
            return flatten(constant.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getFullName() + " cannot be read", e);
        }
    }

    private static Stream<SqlFile> flatten(Object value) {
        return switch (value) {
            case SqlFile file -> Stream.of(file);
            case Collection<?> several -> several.stream().flatMap(SqlRules::flatten);
            case Map<?, ?> byKey -> byKey.values().stream().flatMap(SqlRules::flatten);
            default -> Stream.empty();
        };
    }

    private static String name(SqlFile file) {
        String path = file.toString();
        return path.substring("sql/".length(), path.length() - ".sql".length());
    }
}

package org.memoro.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of structure that every module keeps, each with its reason. */
public final class MemoroRules {

    private static final DescribedPredicate<JavaClass> STORES =
            describe("stores (they hold SQL files)", type -> type.getFields().stream()
                    .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                    .anyMatch(held -> held.getName().equals("org.memoro.sql.SqlFile")));

    private static final DescribedPredicate<JavaMethodCall> READS_THE_SYSTEM_CLOCK =
            describe("reads the system clock", call -> {
                String type = call.getTargetOwner().getName();
                boolean now = type.startsWith("java.time.")
                        && call.getName().equals("now")
                        && !call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                return now || (type.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
            });

    private static final DescribedPredicate<JavaClass> OPENS_CONNECTIONS =
            describe("open connections or transactions", type -> type.getName()
                    .matches("io\\.r2dbc\\.(pool\\..*|spi\\.Connection.*|postgresql\\.(api\\.)?PostgresqlConnection.*)"
                            + "|org\\.springframework\\.(r2dbc\\.connection|data\\.r2dbc|jdbc)\\..*"
                            + "|org\\.springframework\\.transaction\\..*(TransactionalOperator|TransactionManager)"
                            + "|javax?\\.sql\\..*|org\\.postgresql\\..*|org\\.flywaydb\\..*"));

    /** The launcher makes the cluster and its roles before there is any account. */
    static final List<ArchRule> CONNECTIONS = List.of(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.memoro.tenancy..", "org.memoro.local..")
                    .should()
                    .dependOnClassesThat(OPENS_CONNECTIONS)
                    .because(
                            "a connection that TenantTransactions did not hand out does not know whose rows it may see"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.memoro.gateway..", "org.memoro.tenancy..")
                    .should()
                    .callMethodWhere(target(name("beforeTenant")))
                    .because("only the gateway has to find out who somebody is; everybody else is told"));

    /** Every rule, in the order in which they are checked. */
    static final List<ArchRule> ALL = List.of(
            noClasses()
                    .that(DescribedPredicate.not(STORES))
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.springframework.r2dbc.core.DatabaseClient")
                    .because("a reader must find every statement in a store's .sql files"),
            noClasses()
                    .should()
                    .callMethodWhere(READS_THE_SYSTEM_CLOCK)
                    .because("time comes from an injected Clock, so that a test can set it"),
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .because("a name says what a type is for, and these say nothing"),
            noClasses()
                    .should()
                    .callMethodWhere(
                            target(nameMatching("block|blockFirst|blockLast|blockOptional|toIterable|toStream"))
                                    .and(target(owner(nameMatching("reactor\\.core\\.publisher\\.(Mono|Flux)")))))
                    .because("a blocked event-loop thread stops every account at once"),
            slices().matching("org.memoro.*.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature that can be read alone can be changed alone"),
            classes()
                    .that()
                    .areTopLevelClasses()
                    .should(BeInNullMarkedPackage.CONDITION)
                    .because("null is an error unless a type says otherwise (" + NullMarked.class.getName() + ")"));

    private MemoroRules() {}

    /** Checks the main code below a package, and fails with every breach of the first broken rule. */
    public static void check(String rootPackage) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/generated-test-sources/"))
                .importPackages(rootPackage);
        if (main.isEmpty()) {
            throw new AssertionError("There is no class below " + rootPackage);
        }
        Stream.concat(ALL.stream(), CONNECTIONS.stream())
                .forEach(rule -> rule.allowEmptyShould(true).check(main));
        SafetyRules.check(main);
    }

    /** Checks that nothing of ours on the class path comes to a database but by the library for it. */
    public static void checkConnections() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // The test kit plays the superuser.
                .withImportOption(location -> !location.contains("/testkit/"))
                .importPackages("org.memoro");
        CONNECTIONS.forEach(rule -> rule.check(main));
    }
}

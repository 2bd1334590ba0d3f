package org.memoro.testkit;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What no code of ours may do, because it is where programs are broken into. */
public final class SafetyRules {

    /** Every class that may open a connection; docs/security/network.md says to whom. */
    private static final DescribedPredicate<JavaClass> CALLERS = named(
            "org\\.memoro\\.gateway\\.export\\.ServiceFiles",
            "org\\.memoro\\.gateway\\.signin\\.ProviderHttp",
            "org\\.memoro\\.gateway\\.reindex\\.RebuildAccount",
            "org\\.memoro\\.health\\.CheckHealth",
            "org\\.memoro\\.internaltokens\\.InternalHttp",
            "org\\.memoro\\.languagemodels\\.openai\\.OpenAiClient",
            "org\\.memoro\\.local\\.PrintToken",
            "org\\.memoro\\.local\\.RunReindex",
            "org\\.memoro\\.local\\.demo\\.PublicApi");

    private static final DescribedPredicate<JavaClass> CLIENTS = named(
            "java\\.net\\.http\\.HttpClient",
            "java\\.net\\.(Socket|DatagramSocket|URLConnection|HttpURLConnection)",
            "java\\.nio\\.channels\\.(Asynchronous)?SocketChannel",
            "javax\\.net\\.ssl\\.SSLSocketFactory",
            "reactor\\.netty\\.(http\\.client\\.HttpClient|tcp\\.TcpClient)",
            "org\\.springframework\\.web\\.client\\.Rest(Client|Template)");

    private static final DescribedPredicate<JavaClass> LAUNCHERS = named("org\\.memoro\\.local\\.postgres\\.Commands");

    /** They spread attempts over time and try ports: nobody gains by guessing the next one. */
    private static final DescribedPredicate<JavaClass> SPREADERS =
            named("org\\.memoro\\.embedding\\.enrichment\\.AttemptTimes", "org\\.memoro\\.local\\.FreePorts");

    static final List<ArchRule> ALL = List.of(
            noClasses()
                    .that(DescribedPredicate.not(CALLERS))
                    .should()
                    .dependOnClassesThat(CLIENTS)
                    .because("whom Memoro talks to must be readable in a few named places"),
            noClasses()
                    .should()
                    .callMethodWhere(DescribedPredicate.describe(
                            "follows redirects",
                            call -> call.getName().equals("followRedirect")
                                    || call.getName().equals("setInstanceFollowRedirects")))
                    .because("a redirect would carry notes and keys to whom the answer names"),
            noClasses()
                    .should()
                    .dependOnClassesThat(named("java\\.io\\.Object(In|Out)putStream", "java\\.beans\\.XMLDecoder"))
                    .because("reading serialised objects runs what the sender chose"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c.dom..")
                    .because("no format of ours is XML, and its parsers fetch what a document names"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.script..", "javax.naming..", "org.springframework.expression..")
                    .because("text from outside must never be run or looked up"),
            noClasses()
                    .that(DescribedPredicate.not(LAUNCHERS))
                    .should()
                    .dependOnClassesThat(named("java\\.lang\\.(ProcessBuilder|Runtime\\$Process)"))
                    .because("a service starts no programs"),
            noClasses()
                    .that(DescribedPredicate.not(SPREADERS))
                    .should()
                    .dependOnClassesThat(named("java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)"))
                    .because("what must not be guessed comes from SecureRandom"));

    private SafetyRules() {}

    /** Checks everything of ours on the class path, libraries too, but not what is made for tests. */
    public static void checkAll() {
        check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/testkit/") && !location.contains("/endtoend/"))
                .importPackages("org.memoro"));
    }

    static void check(JavaClasses classes) {
        ALL.forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    private static DescribedPredicate<JavaClass> named(String... patterns) {
        return nameMatching(String.join("|", patterns)).forSubtype();
    }
}

package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.expression.spel.standard.SpelExpressionParser;

@Tag("security")
class SafetyRulesTests {

    @Test
    void seesAConnectionOfSomebodyUnnamed() {
        assertThat(breaches(CallsOut.class)).contains("whom Memoro talks to");
        assertThat(breaches(OpensASocket.class)).contains("whom Memoro talks to");
    }

    @Test
    void seesAFollowedRedirect() {
        assertThat(breaches(Follows.class)).contains("a redirect would carry");
    }

    @Test
    void seesWhatCouldRunForeignCode() {
        assertThat(breaches(ReadsObjects.class)).contains("what the sender chose");
        assertThat(breaches(ReadsXml.class)).contains("fetch what a document names");
        assertThat(breaches(Evaluates.class)).contains("never be run");
        assertThat(breaches(StartsAProgram.class)).contains("starts no programs");
    }

    @Test
    void seesRandomnessThatCanBeGuessed() {
        assertThat(breaches(Guessable.class)).contains("SecureRandom");
        assertThat(breaches(Unguessable.class)).isEmpty();
    }

    private static String breaches(Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importClasses(type);
        StringBuilder breaches = new StringBuilder();
        SafetyRules.ALL.stream()
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .filter(result -> result.hasViolation())
                .forEach(result -> breaches.append(result.getFailureReport()));
        return breaches.toString();
    }

    static class CallsOut {
        HttpClient client = HttpClient.newHttpClient();
    }

    static class OpensASocket {
        Socket socket = new Socket();
    }

    static class Follows {
        Object client(reactor.netty.http.client.HttpClient http) {
            return http.followRedirect(true);
        }
    }

    static class ReadsObjects {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    static class ReadsXml {
        Object parser = DocumentBuilderFactory.newInstance();
    }

    static class Evaluates {
        Object value(String text) {
            return new SpelExpressionParser().parseExpression(text);
        }
    }

    static class StartsAProgram {
        Process start() throws IOException {
            return new ProcessBuilder("true").start();
        }
    }

    static class Guessable {
        int next = new Random().nextInt();
    }

    static class Unguessable {
        int next = new SecureRandom().nextInt();
    }
}

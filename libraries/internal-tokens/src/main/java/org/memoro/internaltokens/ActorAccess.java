package org.memoro.internaltokens;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which service may call which internal route, and for what; what is not listed is refused. */
public record ActorAccess(List<Rule> rules) {

    public ActorAccess {
        rules = List.copyOf(rules);
    }

    /** One service, one purpose, one route. */
    public record Rule(String actor, String purpose, HttpMethod method, String pathPattern) {
        public Rule {
            pattern(pathPattern); // a misspelt pattern fails at start, not at the first call
        }

        private boolean allows(Caller caller, HttpMethod called, PathContainer path) {
            return actor.equals(caller.actor())
                    && purpose.equals(caller.purpose())
                    && method.equals(called)
                    && pattern(pathPattern).matches(path);
        }

        private static PathPattern pattern(String text) {
            return PathPatternParser.defaultInstance.parse(text);
        }
    }

    boolean allows(Caller caller, HttpMethod method, PathContainer path) {
        return rules.stream().anyMatch(rule -> rule.allows(caller, method, path));
    }
}

package org.memoro.gateway.internal;

import java.util.List;
import java.util.Locale;
import org.memoro.gateway.account.FindOrCreateAccount;
import org.memoro.gateway.account.Person;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.token.IssueToken;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A personal access token for whoever owns this machine, made without a browser; the account is made when needed. */
@Service
public class IssueLocalToken {
    private static final int LONGEST_EMAIL = 320;

    private final FindOrCreateAccount findOrCreateAccount;
    private final IssueToken issueToken;

    IssueLocalToken(FindOrCreateAccount findOrCreateAccount, IssueToken issueToken) {
        this.findOrCreateAccount = findOrCreateAccount;
        this.issueToken = issueToken;
    }

    /** The token's text; the account is the one that the built-in sign-in gives to this address. */
    public Mono<String> of(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_EMAIL || !address.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")) {
            return Mono.error(ProblemException.validation(
                    List.of(new FieldProblem("/email", "must look like you@example.com."))));
        }
        Person person = new Person("local", "local:" + address, address, null, null, null);
        return findOrCreateAccount
                .of(person)
                .flatMap(accountId -> issueToken.of(accountId, "memoro token", SignedIn.ALL_SCOPES));
    }
}

package org.memoro.testkit.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.memoro.testkit.TestDatabase;

/**
 * What the database's own catalogue must say before one account's rows are safe from another's.
 *
 * <p>Every exception is named; what is not named is a fault, and so is a name without its exception.
 *
 * @param schema the service's own
 * @param ofNoAccount tables without {@code user_id}
 * @param acrossAccounts keys that are unique over all accounts
 * @param lookups functions that find an account by a secret
 * @param narrowRights what the relay and look-up roles see and change, as {@code role: table: rights}
 */
public record TenancyRules(
        String schema,
        Set<String> ofNoAccount,
        Set<String> acrossAccounts,
        Set<String> lookups,
        Set<String> narrowRights) {
    private static final List<CatalogueQuestion> QUESTIONS = Stream.of(
                    "tables", "policies", "keys", "roles", "rights", "functions")
            .map(CatalogueQuestion::load)
            .toList();
    private static final CatalogueQuestion NARROW_RIGHTS = CatalogueQuestion.load("narrow-rights");

    public TenancyRules {
        ofNoAccount = Set.copyOf(ofNoAccount);
        acrossAccounts = Set.copyOf(acrossAccounts);
        lookups = Set.copyOf(lookups);
        narrowRights = Set.copyOf(narrowRights);
    }

    /** A schema without any exception. */
    public static TenancyRules of(String schema) {
        return new TenancyRules(schema, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** With outbox and inbox, whose relay works over all accounts; an outbox is read in the order in which it was written. */
    public TenancyRules publishesEvents() {
        return relay("outbox: DELETE, SELECT")
                .relay("inbox: DELETE, SELECT(seen_at)")
                .relay("erased_account: DELETE, SELECT(erased_at)")
                .acrossAccounts("outbox_pk");
    }

    /** With idempotency keys, which are purged by age over all accounts. */
    public TenancyRules remembersRequests() {
        return relay("idempotent_request: DELETE, SELECT(created_at)");
    }

    /** With a table that is no account's. */
    public TenancyRules ofNoAccount(String table) {
        return new TenancyRules(schema, with(ofNoAccount, table), acrossAccounts, lookups, narrowRights);
    }

    /** With a key over all accounts; only for what nobody can guess or choose. */
    public TenancyRules acrossAccounts(String key) {
        return new TenancyRules(schema, ofNoAccount, with(acrossAccounts, key), lookups, narrowRights);
    }

    /** With a function that sees over all accounts, as {@code schema.name(type,type)}. */
    public TenancyRules lookup(String signature) {
        return new TenancyRules(schema, ofNoAccount, acrossAccounts, with(lookups, signature), narrowRights);
    }

    /** With what the look-up role sees, as {@code table: SELECT(column, column)}. */
    public TenancyRules lookupSees(String rights) {
        return narrow("lookup: " + rights);
    }

    /** With what jobs over all accounts see, as {@code table: SELECT(column, column)}. */
    public TenancyRules relay(String rights) {
        return narrow("relay: " + rights);
    }

    /** Fails, naming every fault. */
    public void verify(TestDatabase database) {
        try (Connection connection = database.superuser()) {
            List<String> faults = faults(connection);
            if (!faults.isEmpty()) {
                throw new AssertionError("schema " + schema + ":\n  " + String.join("\n  ", faults));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue of " + schema + " cannot be read", e);
        }
    }

    List<String> faults(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (CatalogueQuestion question : QUESTIONS) {
            faults.addAll(question.ask(connection, this));
        }
        Set<String> seen = new HashSet<>(NARROW_RIGHTS.ask(connection, this));
        seen.stream()
                .filter(rights -> !narrowRights.contains(rights))
                .forEach(rights -> faults.add("not named: " + rights));
        narrowRights.stream()
                .filter(rights -> !seen.contains(rights))
                .forEach(rights -> faults.add("named, but not so: " + rights));
        return faults;
    }

    private TenancyRules narrow(String rights) {
        return new TenancyRules(schema, ofNoAccount, acrossAccounts, lookups, with(narrowRights, rights));
    }

    private static Set<String> with(Set<String> names, String one) {
        Set<String> more = new HashSet<>(names);
        more.add(one);
        return more;
    }
}

package org.memoro.tenancy;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a start that failed what is to be done about the database, by PostgreSQL's error codes. */
final class DatabaseFailures extends AbstractFailureAnalyzer<SQLException> {
    private static final String PREPARE =
            "Run the preparation of the database (org.memoro.tenancy.PrepareDatabase) first.";
    private static final Map<String, String> ACTIONS = Map.of(
            "08001",
            "Check memoro.database.host and memoro.database.port, and that this network lets us there.",
            "08004",
            "Check memoro.database.host and memoro.database.port, and that this network lets us there.",
            "28000",
            PREPARE,
            "28P01",
            "Compare memoro.database.owner-password and memoro.database.app-password with what the database was"
                    + " prepared with; preparing it again sets them.",
            "3D000",
            PREPARE,
            "3F000",
            PREPARE,
            "42501",
            PREPARE + " It gives each role the rights it needs, and nothing else may have taken them away.",
            "42704",
            PREPARE + " It makes the extensions vector, pg_trgm and unaccent.",
            "53300",
            "Raise max_connections of the server, or lower memoro.database.max-connections or the number of"
                    + " replicas.");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String action = ACTIONS.get(String.valueOf(cause.getSQLState()));
        return action == null
                ? null
                : new FailureAnalysis("The database refused: " + cause.getMessage(), action, failure);
    }
}

package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationAtStartTests {
    private ExampleDatabase example;
    private DatabaseSettings settings;

    @BeforeEach
    void emptyASchema() throws SQLException {
        example = new ExampleDatabase(1, known -> {
            settings = known;
            return Database.open(known);
        });
        ask("DROP SCHEMA example CASCADE; CREATE SCHEMA example AUTHORIZATION example_owner; SELECT 1");
    }

    @AfterEach
    void tidyUp() throws SQLException {
        example.close();
    }

    @Test
    void bringsTheSchemaUpToDate() throws SQLException {
        start(settings);

        assertThat(ask("SELECT to_regclass('example.page')")).isEqualTo("example.page");
    }

    @Test
    void leavesTheSchemaAloneWhereSomebodyElseMigrates() throws SQLException {
        start(new DatabaseSettings(
                settings.host(), settings.port(), settings.name(), "example", "owner", "app", 1, false, null, null));

        assertThat(ask("SELECT to_regclass('example.page')")).isNull();
    }

    private static void start(DatabaseSettings settings) {
        new TenancyConfiguration().database(settings).dispose();
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(example.superuserUrl);
                Statement statement = connection.createStatement()) {
            for (boolean isRows = statement.execute(sql); !isRows; isRows = statement.getMoreResults()) {
                assertThat(statement.getUpdateCount()).isNotNegative();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}

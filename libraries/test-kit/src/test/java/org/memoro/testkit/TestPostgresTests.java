package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTests {

    @Test
    void givesEveryCallADatabaseOfItsOwn() {
        assertThat(TestPostgres.freshDatabase().name())
                .isNotEqualTo(TestPostgres.freshDatabase().name());
    }

    @Test
    void letsTheServiceRoleIn() throws SQLException {
        TestDatabase database = TestPostgres.freshDatabase();

        try (Connection connection = database.app("contact");
                ResultSet row = connection.createStatement().executeQuery("SELECT current_user, '[1,2]'::vector")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("contact_app");
        }
    }
}

package org.memoro.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.memoro.tenancy.DatabaseSettings;
import org.memoro.tenancy.SchemaMigration;

/** An empty database with every service's roles and schemas, and how to reach it. */
public record TestDatabase(
        String host, int port, String name, String superuserJdbcUrl, String ownerPassword, String appPassword) {

    /** The settings that point a service at this database, as command-line arguments. */
    public String[] args() {
        return new String[] {
            "--memoro.database.host=" + host,
            "--memoro.database.port=" + port,
            "--memoro.database.name=" + name,
            "--memoro.database.owner-password=" + ownerPassword,
            "--memoro.database.app-password=" + appPassword
        };
    }

    /** Brings one service's schema up to date, as its start does. */
    public void migrate(String schema) {
        SchemaMigration.run(new DatabaseSettings(host, port, name, schema, ownerPassword, appPassword, 1));
    }

    /** A connection that no row-level rule holds back; the caller closes it. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(superuserJdbcUrl);
    }

    /** A connection as the role a service works with; the caller closes it. */
    public Connection app(String schema) throws SQLException {
        String url = "jdbc:postgresql://%s:%d/%s?currentSchema=%s,extensions".formatted(host, port, name, schema);
        return DriverManager.getConnection(url, schema + "_app", appPassword);
    }
}

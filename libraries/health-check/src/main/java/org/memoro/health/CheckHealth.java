package org.memoro.health;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Ends with 0 when the service at the address in {@code MEMORO_HEALTH} says that it is ready, else with 1: images without
 * a shell have no other program to ask with. As small as it can be, since it is a process of its own every few seconds.
 */
public final class CheckHealth {
    private static final int MOST_MILLIS = 2000;

    private CheckHealth() {}

    public static void main(String[] arguments) {
        String address = System.getenv().getOrDefault("MEMORO_HEALTH", "");
        if (!isWell(address)) {
            System.exit(1);
        }
    }

    /** Says on standard output what was answered; a container runtime keeps the last few of these lines. */
    static boolean isWell(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(MOST_MILLIS);
            connection.setReadTimeout(MOST_MILLIS);
            int status = connection.getResponseCode();
            System.out.println(address + " answered " + status);
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException | IllegalArgumentException e) {
            System.out.println(address + ": " + e.getMessage());
            return false;
        }
    }
}

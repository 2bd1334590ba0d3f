package org.memoro.local.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Writes the sample year into the account of a token; what is there already stays as it is. */
public final class FillSampleYear {
    private final PublicApi api;
    private final Clock clock;

    FillSampleYear(PublicApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Called by {@code ./memoro demo} with the address; the token comes from the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        String token = System.getenv("MEMORO_TOKEN");
        if (arguments.length != 1 || token == null) {
            System.err.println("memoro: the sample year is filled in by ./memoro demo.");
            System.exit(2);
            return;
        }
        PublicApi api = new PublicApi(arguments[0], token);
        try {
            int written = new FillSampleYear(api, Clock.systemUTC()).fill();
            System.out.println("Wrote " + written + " notes of a sample year; "
                    + (SampleNote.all().size() - written) + " were there already.");
            awaitUnderstanding(api);
            System.out.println("Look at it: " + arguments[0]);
        } catch (PublicApi.Refused e) {
            System.err.println("memoro: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Returns how many notes were missing. */
    int fill() {
        ZoneId zone = api.timeZone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Set<String> known = api.threads();
        List<SampleNote> missing = SampleNote.all().stream()
                .filter(note -> !known.contains(note.key()))
                .toList();
        missing.forEach(note -> api.recordNote(note.key(), note.text(today), note.writtenAt(today, zone)));
        return missing.size();
    }

    /** A minute is ten times what the built-in models need; remote ones may go on behind. */
    private static void awaitUnderstanding(PublicApi api) throws InterruptedException {
        for (int second = 0; second < 60; second++) {
            if (api.pending() == 0) {
                System.out.println("All of them are understood.");
                return;
            }
            Thread.sleep(1000);
        }
        System.out.println("Some are still being read; the pages show them as they come.");
    }
}

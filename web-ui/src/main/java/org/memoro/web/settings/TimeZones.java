package org.memoro.web.settings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The time zones to choose from: by region, the town first because that is what people type to find theirs. */
public record TimeZones(String chosen, Map<String, List<Choice>> regions) {

    /** One zone, such as "Vienna, 11:42". */
    public record Choice(String id, String label) {}

    private static final String UTC = "UTC";
    private static final Set<String> UTC_NAMES = Set.of("UTC", "Etc/UTC", "Z", "GMT");
    private static final Set<String> REGIONS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    static TimeZones at(Instant now, String chosen) {
        Map<String, List<Choice>> regions = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> REGIONS.contains(region(id)))
                .map(id -> new Choice(id, label(id, now)))
                .sorted(Comparator.comparing(Choice::label))
                .collect(Collectors.groupingBy(choice -> region(choice.id()), TreeMap::new, Collectors.toList()));
        boolean isUtc = UTC_NAMES.contains(chosen);
        regions.put("Everywhere", List.of(new Choice(UTC, "UTC, " + TIME.format(now.atZone(ZoneId.of(UTC))))));
        if (!isUtc
                && regions.values().stream().flatMap(List::stream).noneMatch(zone -> zone.id()
                        .equals(chosen))) {
            regions.put("Other", List.of(new Choice(chosen, chosen)));
        }
        return new TimeZones(isUtc ? UTC : chosen, regions);
    }

    private static String region(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(0, slash);
    }

    /** "America/Argentina/Buenos_Aires" is "Buenos Aires, Argentina, 06:42". */
    private static String label(String id, Instant now) {
        List<String> parts = List.of(id.replace('_', ' ').split("/"));
        String between = parts.size() > 2 ? ", " + parts.get(1) : "";
        return parts.getLast() + between + ", " + TIME.format(now.atZone(ZoneId.of(id)));
    }
}

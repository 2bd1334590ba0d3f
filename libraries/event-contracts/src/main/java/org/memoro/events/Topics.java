package org.memoro.events;

import java.util.List;

/** The Kafka topics, one for each service that publishes. */
public final class Topics {
    public static final String INTERACTION = "interaction.events";
    public static final String ENRICHMENT = "enrichment.events";
    public static final String CONTACT = "contact.events";
    public static final String SEARCH = "search.events";
    public static final String ACCOUNT = "account.events";

    /** Every topic there is, without the dead-letter topics. */
    public static final List<String> ALL = List.of(INTERACTION, ENRICHMENT, CONTACT, SEARCH, ACCOUNT);

    private Topics() {}

    /** Where records of {@code topic} go that {@code consumer} can never handle. */
    public static String deadLetter(String topic, String consumer) {
        return topic + "." + consumer + ".dlt";
    }
}

package org.memoro.interactions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this service that no library reads.
 *
 * @param contactCheckTimeout how long writing a note may wait for contact-service before its contacts are checked later
 * @param checkWaitingEvery how often contacts are looked at that could not be checked
 * @param keepDeleted how long a deleted note can be restored; its text is removed after that
 * @param purgeEvery how often text is removed that cannot be restored any more
 * @param streamHeartbeat how often an idle event stream shows that it is alive
 * @param longestStream after this a stream ends and its client signs in anew
 * @param streamOverlap how far a stream looks back when it begins; longer than any transaction of ours lasts
 */
@ConfigurationProperties("memoro.interaction-service")
public record InteractionServiceProperties(
        @DefaultValue("2s") Duration contactCheckTimeout,
        @DefaultValue("10s") Duration checkWaitingEvery,
        @DefaultValue("30d") Duration keepDeleted,
        @DefaultValue("6h") Duration purgeEvery,
        @DefaultValue("15s") Duration streamHeartbeat,
        @DefaultValue("15m") Duration longestStream,
        @DefaultValue("10s") Duration streamOverlap) {}

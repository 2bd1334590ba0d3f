package org.memoro.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;

/** What is measured with, and by which time. */
record Instruments(MeterRegistry meters, ObservationRegistry observations, Clock clock) {}

package org.memoro.embedding.exporting;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was used at the provider in a month (UTC); the cost is in US dollars. */
record ExportedMonth(LocalDate month, long calls, long inputTokens, long outputTokens, BigDecimal cost) {}

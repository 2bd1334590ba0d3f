package org.memoro.languagemodels.dates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One family of ways to write a date. */
interface DateRule {

    /** Reads a date that starts exactly at this token; null when none does. */
    @Nullable
    Reading read(CalendarWords words, int at, LocalDate today);
}

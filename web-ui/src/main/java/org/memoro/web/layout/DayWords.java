package org.memoro.web.layout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates and times as people say them, seen from one moment in one time zone. */
public final class DayWords {

    private static final Locale ENGLISH = Locale.UK;
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", ENGLISH);
    private static final DateTimeFormatter WEEKDAY_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", ENGLISH);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", ENGLISH);
    private static final DateTimeFormatter SHORT_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", ENGLISH);

    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;

    public DayWords(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
    }

    public LocalDate today() {
        return today;
    }

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** "Thursday 14 May". */
    public String full(LocalDate day) {
        return WEEKDAY_DAY.format(day) + (day.getYear() == today.getYear() ? "" : " " + day.getYear());
    }

    /** "14 May", with the year when it is not this one. */
    public String day(LocalDate day) {
        return (day.getYear() == today.getYear() ? DAY : DAY_YEAR).format(day);
    }

    /** "14 May" or "3 Dec 2024". */
    public String brief(LocalDate day) {
        return (day.getYear() == today.getYear() ? SHORT : SHORT_YEAR).format(day);
    }

    /** "Today", "Yesterday", "Tuesday" within the last week, else the short date. */
    public String recent(LocalDate day) {
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago == 0) {
            return "Today";
        }
        if (ago == 1) {
            return "Yesterday";
        }
        return ago > 1 && ago < 7 ? WEEKDAY.format(day) : brief(day);
    }

    /** The bold part of a day's heading. */
    public String heading(LocalDate day) {
        long ago = ChronoUnit.DAYS.between(day, today);
        return ago == 0 ? "Today" : ago == 1 ? "Yesterday" : WEEKDAY.format(day);
    }

    /** The quiet part of a day's heading; empty for today. */
    public String headingDate(LocalDate day) {
        long ago = ChronoUnit.DAYS.between(day, today);
        return ago == 0 ? "" : ago == 1 ? full(day) : day(day);
    }

    public String month(LocalDate day) {
        return MONTH.format(day);
    }

    public String weekday(LocalDate day) {
        return WEEKDAY.format(day).substring(0, 3);
    }

    public String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    /** "today, 10:42", "yesterday, 22:14", "14 May, 08:03", to stand inside a sentence. */
    public String moment(Instant moment) {
        LocalDate day = dayOf(moment);
        long ago = ChronoUnit.DAYS.between(day, today);
        return (ago == 0 ? "today" : ago == 1 ? "yesterday" : brief(day)) + ", " + time(moment);
    }

    /** "Just now" for the last two minutes, else the time of day. */
    public String timeOrNow(Instant moment) {
        Duration ago = Duration.between(moment, now);
        return !ago.isNegative() && ago.toMinutes() < 2 ? "Just now" : time(moment);
    }

    /** "today", "tomorrow", "in 19 days". */
    public String until(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }
}

package org.memoro.contacts.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** A day of birth, whose year need not be known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Birthday(@Nullable Integer year, int month, int day) {
    /** Any leap year: the 29th of February is a birthday as long as no year says otherwise. */
    private static final int LEAP_YEAR = 2000;

    private static final int EARLIEST_YEAR = 1000;

    /** Whether there is such a day, and it is not still to come. */
    @JsonIgnore
    public boolean isReal(LocalDate today) {
        try {
            LocalDate date = LocalDate.of(year == null ? LEAP_YEAR : year, month, day);
            return year == null || (year >= EARLIEST_YEAR && !date.isAfter(today));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The first birthday on or after a day; who was born on the 29th of February has it on the 28th in other years. */
    public LocalDate nextOn(LocalDate day) {
        MonthDay birthday = MonthDay.of(month, this.day);
        LocalDate thisYear = birthday.atYear(day.getYear());
        return thisYear.isBefore(day) ? birthday.atYear(day.getYear() + 1) : thisYear;
    }

    /** Whether both may be the same day: where both know the year, it is the same. */
    public boolean agreesWith(Birthday other) {
        return month == other.month
                && day == other.day
                && (year == null || other.year == null || year.equals(other.year));
    }
}

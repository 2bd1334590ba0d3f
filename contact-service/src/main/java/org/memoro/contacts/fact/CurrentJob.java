package org.memoro.contacts.fact;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.FoldedText;

/**
 * The job somebody has: the newest that happened, unless it has ended since. A plan is no job yet; what is uncertain or
 * denied is none at all.
 */
record CurrentJob(@Nullable String organization, @Nullable String title) {
    private static final CurrentJob NONE = new CurrentJob(null, null);

    private static final Pattern END = Pattern.compile(
            "\\b(no longer|not any ?more|quit|left|leaves|leaving|resign\\w*|laid off|fired|sacked|retire[sd]?|retiring"
                    + "|unemployed|lost|used to|former(ly)?|ex-)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern START = Pattern.compile(
            "\\b(joins?|joined|joining|starts?|started|starting|began|switch\\w*|now)\\b", Pattern.CASE_INSENSITIVE);

    /** Takes what is kept of one contact, the best first. */
    static CurrentJob of(List<Fact> bestFirst) {
        List<Fact> told =
                bestFirst.stream().filter(fact -> isJob(fact) || isEnd(fact)).toList();
        Fact job = told.stream().filter(CurrentJob::isJob).findFirst().orElse(null);
        if (job == null || told.subList(0, told.indexOf(job)).stream().anyMatch(end -> ends(end, job))) {
            return NONE;
        }
        String title = FactValue.detail(job, "title");
        return new CurrentJob(
                FactValue.detail(job, "organization"), title == null ? titleToldBefore(job, told) : title);
    }

    /** That somebody works where they did says nothing against what they do there; what was typed says all there is. */
    private static @Nullable String titleToldBefore(Fact job, List<Fact> told) {
        return job.isTyped() || FactValue.detail(job, "organization") == null
                ? null
                : told.subList(told.indexOf(job) + 1, told.size()).stream()
                        .takeWhile(fact -> isJob(fact) && isSame(job, fact, "organization"))
                        .map(fact -> FactValue.detail(fact, "title"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a fact the machine is sure of speaks against the user's own word on the job. */
    static boolean contradicts(Fact users, Fact fact) {
        if (isJob(users)) {
            return (isJob(fact) && (differ(users, fact, "organization") || differ(users, fact, "title")))
                    || (isEnd(fact) && ends(fact, users));
        }
        return isEnd(users) && isJob(fact) && ends(users, fact) && fact.asOf().isAfter(users.asOf());
    }

    static boolean isJob(Fact fact) {
        return fact.kind() == FactKind.JOB
                && fact.status() == FactStatus.HAPPENED
                && !isEnd(fact)
                && (FactValue.detail(fact, "organization") != null || FactValue.detail(fact, "title") != null);
    }

    /** Whether it tells of a job that is over, or of one that never was. */
    static boolean isEnd(Fact fact) {
        if (fact.kind() != FactKind.JOB || fact.isTyped()) {
            return false;
        }
        return fact.status() == FactStatus.NEGATED || (fact.status() == FactStatus.HAPPENED && tellsOfAnEnd(fact));
    }

    /** Who "left Google and joined Meta" has a job at Meta, and one at Google no more. */
    private static boolean tellsOfAnEnd(Fact fact) {
        String text = Objects.requireNonNullElse(FactValue.detail(fact, "text"), "");
        var end = END.matcher(text);
        if (!end.find()) {
            return false;
        }
        var start = START.matcher(text);
        String name = Objects.requireNonNullElse(
                FactValue.detail(fact, "organization"),
                Objects.requireNonNullElse(FactValue.detail(fact, "title"), ""));
        return name.isEmpty()
                || !start.find(end.end())
                || !FoldedText.of(text.substring(start.end())).contains(FoldedText.of(name));
    }

    /** An end without an employer may be the end of any job. */
    private static boolean ends(Fact end, Fact job) {
        return !differ(end, job, "organization");
    }

    private static boolean isSame(Fact one, Fact other, String detail) {
        return FactValue.detail(other, detail) != null && !differ(one, other, detail);
    }

    private static boolean differ(Fact one, Fact other, String detail) {
        String first = FactValue.detail(one, detail);
        String second = FactValue.detail(other, detail);
        return first != null && second != null && !FoldedText.of(first).equals(FoldedText.of(second));
    }
}

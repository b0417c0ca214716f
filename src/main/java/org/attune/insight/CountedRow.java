package org.attune.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the rows behind a figure. Together their amounts are the figure.
 *
 * @param key where this row stands, for the page after it
 * @param name whose it is; none where the viewer may no longer see them, which the page says
 * @param link where it is read, without the context path; none where it may not be
 * @param text a title or a reason, as it was written; only what the viewer may read
 * @param what the end of a key under {@code insight.row}, said beside it
 * @param amount what it adds to the figure: 1 where things are counted
 * @param unit none for things, otherwise days, minutes, points of health or a currency's code
 * @param how where the text is what they said: how exactly it was written down, as the log has it; none for texts of ours
 */
public record CountedRow(
        String key,
        @Nullable String name,
        @Nullable String link,
        @Nullable String text,
        @Nullable String what,
        @Nullable LocalDate day,
        BigDecimal amount,
        @Nullable String unit,
        @Nullable String how) {

    /** Where nothing in it was said by them. */
    public CountedRow(
            String key,
            @Nullable String name,
            @Nullable String link,
            @Nullable String text,
            @Nullable String what,
            @Nullable LocalDate day,
            BigDecimal amount,
            @Nullable String unit) {
        this(key, name, link, text, what, day, amount, unit, null);
    }
}

package org.attune.coaching;

import java.time.LocalDate;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/**
 * A month of one's own conversations under one hat, whose logs are complete. Shares are hundredths of all words, goes and questions of
 * that month; none where there were none.
 *
 * @param month its first day
 * @param theirShare their words of all words
 * @param asked of our goes, those with a question
 * @param takenUp of their questions, those that our next go answers
 * @param longestRun the most words of ours in a row
 * @param playedBack how often we played back what they had said; none where nobody went through the marks and none is set
 */
public record MonthOfFacts(
        Hat hat,
        LocalDate month,
        int conversations,
        @Nullable Integer theirShare,
        @Nullable Integer asked,
        @Nullable Integer takenUp,
        int longestRun,
        @Nullable Integer playedBack) {}

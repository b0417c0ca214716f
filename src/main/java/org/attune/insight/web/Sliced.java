package org.attune.insight.web;

import java.time.LocalDate;
import java.util.List;
import org.attune.insight.Choices;
import org.attune.insight.Slice;
import org.attune.stages.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a request asked to look at, and what it could have asked for.
 *
 * @param span which of the usual periods these days are; none for days of their own
 * @param problem key of what was wrong with the days asked for; the usual ones are shown then
 */
record Sliced(
        Slice slice,
        Choices choices,
        AskedCompany company,
        List<Stage> stages,
        LocalDate today,
        @Nullable Span span,
        @Nullable String problem) {}

package org.attune.desk.web;

import org.attune.access.OpenTo;
import org.attune.access.SignedIn;
import org.attune.access.Viewer;
import org.attune.desk.TodayCount;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/**
 * The number beside Today in the navigation. It is counted only where a page shows it, so neither for a form that is sent
 * nor for a fragment; and pages that say what went wrong have none.
 */
@ControllerAdvice(annotations = OpenTo.class)
class WaitingToday {

    private final TodayCount count;

    WaitingToday(TodayCount count) {
        this.count = count;
    }

    @ModelAttribute("waitingToday")
    @Nullable
    LazyContextVariable<Integer> waitingToday(@Nullable SignedIn signedIn) {
        return signedIn == null || !signedIn.viewer().sells() ? null : counted(signedIn.viewer());
    }

    private LazyContextVariable<Integer> counted(Viewer viewer) {
        return new LazyContextVariable<>() {
            @Override
            protected Integer loadValue() {
                return count.of(viewer);
            }
        };
    }
}

package org.attune.listening;

import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.figures.FiguresAboutPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How we listened: the facts of one conversation, and a person's interest over time. */
@Component
@Transactional(readOnly = true)
public class Listening {

    private final Trends trends;
    private final FiguresAboutPeople figures;

    Listening(Trends trends, FiguresAboutPeople figures) {
        this.trends = trends;
        this.figures = figures;
    }

    /**
     * A person's interest over time.
     *
     * @param hat under which; none for both
     * @return not shown where the viewer may not see figures about this person; without points below ten conversations
     */
    public Trend trend(Viewer viewer, UserId person, @Nullable Hat hat) {
        return figures.mayBeSeen(viewer, person) ? trends.of(viewer, person, hat) : Trend.NOT_SHOWN;
    }
}

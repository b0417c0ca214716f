package org.attune.coaching;

import java.util.List;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The page between somebody and whoever leads them: the same for both. A manager's look is written down first, and whoever the page
 * is about sees it there.
 */
@Component
@Transactional
public class OneToOnes {

    private final Pairs pairs;
    private final Notes notes;
    private final Steps steps;
    private final ChosenTalks talks;
    private final Looks looks;
    private final HealthReading health;
    private final FiguresAboutPeople figures;

    OneToOnes(
            Pairs pairs,
            Notes notes,
            Steps steps,
            ChosenTalks talks,
            Looks looks,
            HealthReading health,
            FiguresAboutPeople figures) {
        this.pairs = pairs;
        this.notes = notes;
        this.steps = steps;
        this.talks = talks;
        this.looks = looks;
        this.health = health;
        this.figures = figures;
    }

    /**
     * Opens the page.
     *
     * @param manager with whom; none for the first by name of those who lead them
     * @throws NotSeen where the viewer is neither this person nor leads them
     */
    public OneToOneView look(Viewer viewer, UserId person, @Nullable UserId manager) {
        FiguresLevel level = figures.current().level();
        List<Pair> all = pairs.of(viewer, person);
        Pair pair = pairs.find(viewer, person, manager);
        if (pair.isLedBy(viewer)) {
            looks.looked(viewer, person);
        }
        return new OneToOneView(
                pair,
                all.stream().filter(other -> !other.equals(pair)).toList(),
                level,
                pair.inForce() && level == FiguresLevel.OWN_EYES_AND_MANAGER ? health.of(viewer, person) : null,
                pair.inForce() ? talks.of(viewer, person) : List.of(),
                notes.of(viewer, pair),
                steps.of(pair),
                looks.at(person, pair.manager()));
    }

    /** Every page the viewer has a part in: with those they lead, and with those who lead them. */
    @Transactional(readOnly = true)
    public List<Pair> of(Viewer viewer) {
        return pairs.of(viewer, null);
    }
}

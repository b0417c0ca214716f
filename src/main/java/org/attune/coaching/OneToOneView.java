package org.attune.coaching;

import java.util.List;
import org.attune.figures.FiguresLevel;
import org.jspecify.annotations.Nullable;

/**
 * The page of two people, as one of them sees it.
 *
 * @param others the other pages of this person that the viewer has a part in
 * @param level what is settled about figures, which is why health is not there
 * @param health of the person's relationships; none where the organisation has not settled that managers see figures about people
 * @param talks what the person chose to talk about
 * @param looks when a manager looked at it
 */
public record OneToOneView(
        Pair pair,
        List<Pair> others,
        FiguresLevel level,
        @Nullable HealthOfTheirs health,
        List<TalkLine> talks,
        List<NoteView> notes,
        List<StepView> steps,
        List<Look> looks) {

    public OneToOneView {
        others = List.copyOf(others);
        talks = List.copyOf(talks);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
    }
}

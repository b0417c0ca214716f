package org.attune.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reciprocity: who starts. Where half of the conversations, introductions counted with them, came from their side it is 100, and
 * none makes 0. Those in which they said nothing count too: what was begun is not judged by what was heard then.
 */
final class Mutual {

    private Mutual() {}

    static Found of(Known known) {
        if (known.talks().isEmpty()) {
            return Found.unknown("health.reason.reciprocity.none");
        }
        Fading theirs = new Fading();
        known.talks().forEach(talk -> theirs.add(talk.day(), talk.theyBegan() ? 1 : 0));
        known.introductions().forEach(one -> theirs.add(one.day(), 1));
        return Found.of(200 * theirs.mean(), reasons(known));
    }

    private static List<Reason> reasons(Known known) {
        List<Talk> begun = known.talks().stream().filter(Talk::theyBegan).toList();
        Optional<Talk> last = begun.stream().max(Comparator.comparing(Talk::day));
        List<Reason> reasons = new ArrayList<>();
        reasons.add(last.map(talk -> Reason.of(
                                "health.reason.reciprocity.they-began",
                                begun.size(),
                                known.talks().size(),
                                talk.day())
                        .behind(Behind.Kind.CONVERSATION, talk.id()))
                .orElseGet(() -> Reason.of(
                                "health.reason.reciprocity.we-began",
                                known.talks().size())
                        .behind(
                                Behind.Kind.CONVERSATION,
                                known.talks().get(known.talks().size() - 1).id())));
        if (!known.introductions().isEmpty()) {
            reasons.add(Reason.of(
                    "health.reason.reciprocity.introduced",
                    known.introductions().size()));
        }
        return reasons;
    }
}

package org.attune.stages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for what a stage asks for. */
final class AskRules {

    private static final int MOST_TIMES = 999;
    private static final int MOST_DAYS = 3650;

    private final String stage;
    private final Catalogue catalogue;
    private final List<Problem> problems = new ArrayList<>();
    private int line;

    private AskRules(String stage, Catalogue catalogue) {
        this.stage = stage;
        this.catalogue = catalogue;
    }

    /** What keeps it from being kept like this, even in a draft: wrong numbers, too much, too deep, twice the same. */
    static List<Problem> of(Stage stage, Catalogue catalogue) {
        AskRules rules = new AskRules(stage.key(), catalogue);
        Ask asks = stage.asks();
        if (stage.aside() && !asks.parts().isEmpty()) {
            rules.add("which", "stages.draft.asks.beside");
        }
        if (asks.everything().size() - 1 > Ask.MOST) {
            rules.add("which", "stages.draft.asks.many", Ask.MOST);
        }
        if (asks.depth() > Ask.DEEPEST) {
            rules.add("which", "stages.draft.asks.deep");
        }
        rules.parts(asks);
        return rules.problems;
    }

    /** What keeps it from being published: a stage, or a part of what it asks for, that nothing leads to. */
    static List<Problem> wayIn(Stage stage) {
        AskRules rules = new AskRules(stage.key(), new Catalogue(List.of()));
        if (!stage.aside() && stage.asks().parts().isEmpty()) {
            rules.add("which", "stages.draft.asks.nothing");
        }
        List<Ask> everything = stage.asks().everything();
        for (int n = 1; n < everything.size(); n++) {
            if (everything.get(n).group() && everything.get(n).parts().isEmpty()) {
                rules.add("lines[" + (n - 1) + "].kind", "stages.draft.asks.empty");
            }
        }
        return rules.problems;
    }

    private void parts(Ask group) {
        Set<Ask> before = new HashSet<>();
        for (Ask part : group.parts()) {
            int at = line++;
            if (part.check() == null) {
                parts(part);
            } else {
                check(part, part.check(), at);
                if (!before.add(part)) {
                    addAt(at, "kind", "stages.draft.asks.twice");
                }
            }
        }
    }

    private void check(Ask ask, String key, int at) {
        EntryCheck check = catalogue.check(key).orElse(null);
        if (check == null) {
            addAt(at, "kind", "stages.draft.asks.unknown");
            return;
        }
        boolean inRange = range(ask.n(), catalogue.counts(key), catalogue.counts(key), MOST_TIMES, at, "n")
                & range(ask.days(), catalogue.looksBack(key), catalogue.needsDays(key), MOST_DAYS, at, "days");
        if (inRange && !check.canHold(ask.n(), ask.days())) {
            addAt(at, "n", "stages.draft.asks.never");
        }
    }

    private boolean range(@Nullable Integer number, boolean taken, boolean needed, int most, int at, String field) {
        boolean in = number == null ? !needed : taken && number >= 1 && number <= most;
        if (!in) {
            addAt(at, field, "stages.draft.asks." + field, most);
        }
        return in;
    }

    private void addAt(int at, String field, String messageKey, Object... arguments) {
        add("lines[" + at + "]." + field, messageKey, arguments);
    }

    private void add(String field, String messageKey, Object... arguments) {
        problems.add(Problem.of(stage, field, messageKey, arguments));
    }
}

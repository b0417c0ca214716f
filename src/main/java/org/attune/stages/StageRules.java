package org.attune.stages;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for one stage as it is described, and beside the others of its definition. Constraints stand behind each of these. */
final class StageRules {

    static final int LONGEST_NAME = 40;
    static final int LONGEST_MEANING = 300;
    private static final int LONGEST_IDEAL = 730;
    private static final int LONGEST_RHYTHM = 1460;
    private static final int LONGEST_PATIENCE = 3650;

    private final Stage stage;
    private final Definition among;
    private final List<Problem> problems = new ArrayList<>();

    private StageRules(Stage stage, Definition among) {
        this.stage = stage;
        this.among = among;
    }

    /** What keeps the stage from being kept like this, even in a draft. */
    static List<Problem> of(Stage stage, Definition among) {
        StageRules rules = new StageRules(stage, among);
        rules.name();
        rules.colour();
        rules.meaning();
        rules.rhythm();
        return rules.problems;
    }

    private void name() {
        String name = stage.name();
        if (name.isBlank()) {
            add("name", "stages.draft.name.needed");
        } else if (name.length() > LONGEST_NAME) {
            add("name", "stages.draft.name.long", LONGEST_NAME);
        }
        others().filter(other -> folded(other.name()).equals(folded(name)))
                .findFirst()
                .ifPresent(other -> add("name", "stages.draft.name.taken", other.name()));
    }

    private void colour() {
        others().filter(other -> other.colour() == stage.colour())
                .findFirst()
                .ifPresent(other -> add("colour", "stages.draft.colour.taken", other.name()));
    }

    private void meaning() {
        if (stage.meaning().isBlank()) {
            add("meaning", "stages.draft.meaning.needed");
        } else if (stage.meaning().length() > LONGEST_MEANING) {
            add("meaning", "stages.draft.meaning.long", LONGEST_MEANING);
        }
    }

    private void rhythm() {
        Integer ideal = stage.idealDays();
        Integer longest = stage.longestDays();
        boolean inRange = range("ideal", ideal, LONGEST_IDEAL) & range("longest", longest, LONGEST_RHYTHM);
        if ((ideal == null) != (longest == null)) {
            add(ideal == null ? "ideal" : "longest", "stages.draft.rhythm.both");
        } else if (inRange && ideal != null && longest != null && longest < ideal) {
            add("longest", "stages.draft.rhythm.order");
        }
        range("patience", stage.patienceDays(), LONGEST_PATIENCE);
    }

    private boolean range(String field, @Nullable Integer days, int most) {
        boolean in = days == null || (days >= 1 && days <= most);
        if (!in) {
            add(field, "stages.draft.days.range", most);
        }
        return in;
    }

    private Stream<Stage> others() {
        return among.stages().stream().filter(other -> !other.key().equals(stage.key()));
    }

    /** As the database folds: without accents and capitals. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .strip();
    }

    private void add(String field, String messageKey, Object... arguments) {
        problems.add(Problem.of(stage.key(), field, messageKey, arguments));
    }
}

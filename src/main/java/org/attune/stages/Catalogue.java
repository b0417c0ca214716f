package org.attune.stages;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.attune.stages.EntryCheck.Parameter;
import org.springframework.stereotype.Component;

/** Every check that a stage may ask for, from all modules, and what has to be said with it. */
@Component
public class Catalogue {

    private final Map<String, EntryCheck> checks = new TreeMap<>();

    Catalogue(List<EntryCheck> checks) {
        checks.forEach(check -> this.checks.put(check.key(), check));
    }

    public List<String> keys() {
        return List.copyOf(checks.keySet());
    }

    public boolean counts(String check) {
        return takes(check, Parameter.N);
    }

    /** Whether it looks at a stretch of time. */
    public boolean looksBack(String check) {
        return takes(check, Parameter.DAYS) || takes(check, Parameter.DAYS_IF_ANY);
    }

    boolean needsDays(String check) {
        return takes(check, Parameter.DAYS);
    }

    Optional<EntryCheck> check(String key) {
        return Optional.ofNullable(checks.get(key));
    }

    List<EntryCheck> all() {
        return checks.values().stream()
                .sorted(Comparator.comparing(EntryCheck::key))
                .toList();
    }

    /** When all of it holds for the contact of the surrounding query: an expression that is true or false. */
    String condition(Ask ask) {
        if (ask.check() != null) {
            // Only numbers of our own making get in here; written out, the planner can turn it into a join.
            String parameters = "'" + ask.parameters() + "'::jsonb";
            return check(ask.check())
                    .map(check -> "(" + check.condition().replace("criterion.parameters", parameters) + ")")
                    .orElse("false");
        }
        if (ask.parts().isEmpty()) {
            return ask.all() ? "true" : "false";
        }
        return ask.parts().stream().map(this::condition).collect(joining(ask.all() ? " and " : " or ", "(", ")"));
    }

    private boolean takes(String check, Parameter parameter) {
        return check(check).map(found -> found.parameters().contains(parameter)).orElse(false);
    }
}

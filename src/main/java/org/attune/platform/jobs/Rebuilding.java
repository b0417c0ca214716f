package org.attune.platform.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attune.platform.SettingRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes derived rows anew when Attune is started for that: see {@code rebuild} in the README. */
@Component
public class Rebuilding implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final String ALL = "all";

    private final List<Rebuildable> all;
    private final Set<String> wanted;

    Rebuilding(List<Rebuildable> all, @Value("${attune.rebuild:}") List<String> wanted) {
        this.all = all.stream().sorted(Comparator.comparing(Rebuildable::rows)).toList();
        this.wanted = new TreeSet<>(wanted);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<String> known = all.stream().map(Rebuildable::rows).collect(Collectors.toCollection(TreeSet::new));
        wanted.stream()
                .filter(rows -> !rows.equals(ALL) && !known.contains(rows))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new SettingRefused(
                            "There is nothing called %s that could be rebuilt.".formatted(unknown),
                            "Say %s, or nothing for all of them.".formatted(String.join(" or ", known)));
                });
        all.stream()
                .filter(one -> wanted.contains(ALL) || wanted.contains(one.rows()))
                .forEach(one -> LOG.info("Rebuilt {}: {}", one.rows(), one.rebuildAll()));
    }
}

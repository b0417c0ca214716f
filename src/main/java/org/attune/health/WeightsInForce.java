package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All weights that ever held. Each holds from the day after it was set, so that a day is reckoned with the same all along. */
record WeightsInForce(List<Version> versions) {

    record Version(int number, LocalDate set, Weights weights) {}

    WeightsInForce {
        versions =
                versions.stream().sorted(Comparator.comparing(Version::number)).toList();
    }

    Weights on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.set().isBefore(day))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst())
                .map(Version::weights)
                .orElseGet(Weights::usual);
    }
}

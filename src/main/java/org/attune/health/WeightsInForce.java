package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All weights that ever held. Each holds from the day on which it was set. */
record WeightsInForce(List<Version> versions) {

    record Version(int number, LocalDate set, Weights weights) {}

    WeightsInForce {
        versions =
                versions.stream().sorted(Comparator.comparing(Version::number)).toList();
    }

    Weights on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.set().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst())
                .map(Version::weights)
                .orElseGet(Weights::usual);
    }
}

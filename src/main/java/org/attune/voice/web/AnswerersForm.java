package org.attune.voice.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.voice.Addressee;
import org.attune.voice.AnswererView;
import org.jspecify.annotations.Nullable;

/** Who answers for each of the three. */
record AnswerersForm(
        @Nullable List<UUID> marketing,
        @Nullable List<UUID> product,
        @Nullable List<UUID> management,
        @Nullable Integer version) {

    static AnswerersForm of(List<AnswererView> all, int version) {
        return new AnswerersForm(
                of(all, Addressee.MARKETING), of(all, Addressee.PRODUCT), of(all, Addressee.MANAGEMENT), version);
    }

    private static List<UUID> of(List<AnswererView> all, Addressee audience) {
        return all.stream()
                .filter(one -> one.audience() == audience)
                .map(AnswererView::user)
                .toList();
    }

    Map<Addressee, List<UUID>> named() {
        Map<Addressee, List<UUID>> named = new EnumMap<>(Addressee.class);
        named.put(Addressee.MARKETING, some(marketing));
        named.put(Addressee.PRODUCT, some(product));
        named.put(Addressee.MANAGEMENT, some(management));
        return named;
    }

    private static List<UUID> some(@Nullable List<UUID> chosen) {
        return chosen == null
                ? List.of()
                : chosen.stream().filter(Objects::nonNull).toList();
    }
}

package org.attune.voice.web;

import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.attune.voice.Addressee;
import org.attune.voice.AnswererView;
import org.jspecify.annotations.Nullable;

/** Who answers for each of the three, and for each one more, as typed. */
record AnswerersForm(
        @Nullable List<UUID> marketing,
        @Nullable List<UUID> product,
        @Nullable List<UUID> management,
        @Size(max = 500) @Nullable String marketingToo,
        @Size(max = 500) @Nullable String productToo,
        @Size(max = 500) @Nullable String managementToo,
        @Nullable Integer version) {

    static AnswerersForm of(List<AnswererView> all, int version) {
        return new AnswerersForm(
                of(all, Addressee.MARKETING),
                of(all, Addressee.PRODUCT),
                of(all, Addressee.MANAGEMENT),
                null,
                null,
                null,
                version);
    }

    private static List<UUID> of(List<AnswererView> all, Addressee audience) {
        return all.stream()
                .filter(one -> one.audience() == audience)
                .map(AnswererView::user)
                .toList();
    }

    /** Whose name is ticked. */
    Map<Addressee, TreeSet<UUID>> ticked() {
        Map<Addressee, TreeSet<UUID>> ticked = new EnumMap<>(Addressee.class);
        ticked.put(Addressee.MARKETING, some(marketing));
        ticked.put(Addressee.PRODUCT, some(product));
        ticked.put(Addressee.MANAGEMENT, some(management));
        return ticked;
    }

    private static TreeSet<UUID> some(@Nullable List<UUID> chosen) {
        TreeSet<UUID> some = new TreeSet<>();
        if (chosen != null) {
            chosen.stream().filter(Objects::nonNull).forEach(some::add);
        }
        return some;
    }

    /** What is typed to name one more. */
    String too(Addressee audience) {
        String typed =
                switch (audience) {
                    case MARKETING -> marketingToo;
                    case PRODUCT -> productToo;
                    case MANAGEMENT -> managementToo;
                };
        return typed == null ? "" : typed.strip();
    }
}

package org.attune.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.people.InSight;
import org.jspecify.annotations.Nullable;

/** The cards somebody sees, as rows of a {@code from}. */
record Sighted(InSight sight) {

    private static final String CARD = """
            select c.*
              from (select contact_id as id, owner_id, team_id, shelf, sort_name, heard_order, created_at, stage_order, stage_key,
                           score_order, band, open_threads, listen_by, silent_until from contact_card) c
             where\s""";

    /**
     * Read in an order, and merged only as far as somebody reads them. That each piece says its order and an end makes the database
     * read it so; without, it fetches all of them first.
     *
     * @param owner only the contacts of this one
     * @param narrowed what narrows each piece, over a card called {@code c}
     * @param most of each piece
     */
    String inOrder(
            @Nullable UUID owner,
            String narrowed,
            ContactOrder order,
            int most,
            Map<String, @Nullable Object> parameters) {
        return pieces(owner, narrowed, parameters).stream()
                .map(piece -> "(%s order by %s limit %d)".formatted(piece, order.orderBy(), most))
                .collect(Collectors.joining("\nunion all\n"));
    }

    /** The same in no order. */
    String cards(@Nullable UUID owner, String narrowed, Map<String, @Nullable Object> parameters) {
        return String.join("\nunion all\n", pieces(owner, narrowed, parameters));
    }

    /** The same for looking single ones up. */
    String anyCard(@Nullable UUID owner, String narrowed, Map<String, @Nullable Object> parameters) {
        bind(owner, parameters);
        return CARD + "(" + InSight.THEIRS + " or c.id = any (:companions))" + of(owner) + " and " + narrowed;
    }

    private List<String> pieces(@Nullable UUID owner, String narrowed, Map<String, @Nullable Object> parameters) {
        bind(owner, parameters);
        List<String> pieces = new ArrayList<>(
                owner == null ? sight.pieces(parameters) : List.of("c.owner_id = :owner and " + InSight.THEIRS));
        if (sight.hasCompanions()) {
            pieces.add("c.id = any (:companions) and not " + InSight.THEIRS + of(owner));
        }
        if (pieces.isEmpty()) {
            pieces.add("false");
        }
        return pieces.stream().map(piece -> CARD + piece + " and " + narrowed).toList();
    }

    private void bind(@Nullable UUID owner, Map<String, @Nullable Object> parameters) {
        sight.into(parameters);
        if (owner != null) {
            parameters.put("owner", owner);
        }
    }

    private static String of(@Nullable UUID owner) {
        return owner == null ? "" : " and c.owner_id = :owner";
    }
}

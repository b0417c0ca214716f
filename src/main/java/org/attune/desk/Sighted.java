package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose contacts somebody sees, as far as an index can say it. A list is put together of one piece of an index for each owner and
 * team, merged as they are read; where these are many, of everybody's, passing over the others. What is shown in the
 * end still goes through {@code seen_contact}.
 *
 * @param companions single people of other owners
 */
record Sighted(UUID[] owners, UUID[] teams, UUID[] companions) {

    /** From here on it is quicker to pass over the others than to merge. */
    private static final int MERGED = 6;

    private static final String THEIRS = "(c.owner_id = any (:owners) or c.team_id = any (:teams))";

    private static final String CARD = """
            select c.*
              from (select contact_id as id, owner_id, team_id, shelf, sort_name, heard_order, created_at, stage_order, stage_key,
                           score_order, band, open_threads, listen_by, silent_until from contact_card) c
             where\s""";

    static Sighted of(JdbcClient jdbc, Viewer viewer) {
        return jdbc.sql("select owners, teams, companions from sight_of_contacts(:viewer)")
                .param("viewer", viewer.uuid())
                .query((row, n) -> new Sighted(ids(row, "owners"), ids(row, "teams"), ids(row, "companions")))
                .single();
    }

    private static UUID[] ids(ResultSet row, String column) throws SQLException {
        Array ids = row.getArray(column);
        return (UUID[]) ids.getArray();
    }

    /**
     * The cards in sight, read in an order and merged only as far as somebody reads them. That each piece says its order and an end,
     * makes the database read it so; left out, it fetches all of them first.
     */
    String inOrder(
            @Nullable UUID owner, String narrowed, ContactOrder order, Map<String, @Nullable Object> parameters) {
        return pieces(owner, narrowed, parameters).stream()
                .map(piece -> "(%s order by %s limit %d)".formatted(piece, order.orderBy(), ListStop.ROWS + 1))
                .collect(Collectors.joining("\nunion all\n"));
    }

    /**
     * The cards in sight, in no order.
     *
     * @param owner only the contacts of this one
     * @param narrowed what narrows each piece, over a card called {@code c}
     */
    String cards(@Nullable UUID owner, String narrowed, Map<String, @Nullable Object> parameters) {
        return String.join("\nunion all\n", pieces(owner, narrowed, parameters));
    }

    private List<String> pieces(@Nullable UUID owner, String narrowed, Map<String, @Nullable Object> parameters) {
        List<String> pieces = new ArrayList<>(pieces(owner, parameters));
        if (companions.length > 0) {
            parameters.put("companions", companions);
            pieces.add("c.id = any (:companions) and not " + THEIRS + (owner == null ? "" : " and c.owner_id = :owner"));
        }
        if (owner != null) {
            parameters.put("owner", owner);
        }
        if (pieces.isEmpty()) {
            pieces.add("false");
        }
        parameters.put("owners", owners);
        parameters.put("teams", teams);
        return pieces.stream().map(piece -> CARD + piece + " and " + narrowed).toList();
    }

    /** The same for looking single ones up. */
    String anyCard(@Nullable UUID owner, String narrowed, Map<String, @Nullable Object> parameters) {
        cards(owner, narrowed, parameters);
        parameters.put("companions", companions);
        return CARD + "(" + THEIRS + " or c.id = any (:companions))" + (owner == null ? "" : " and c.owner_id = :owner")
                + " and " + narrowed;
    }

    private List<String> pieces(@Nullable UUID owner, Map<String, @Nullable Object> parameters) {
        if (owners.length + teams.length == 0) {
            return List.of();
        }
        if (owner != null) {
            return List.of("c.owner_id = :owner and " + THEIRS);
        }
        if (owners.length + teams.length > MERGED) {
            return List.of(THEIRS);
        }
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < owners.length; at++) {
            parameters.put("owner" + at, owners[at]);
            pieces.add("c.owner_id = :owner" + at);
        }
        for (int at = 0; at < teams.length; at++) {
            parameters.put("team" + at, teams[at]);
            pieces.add("c.team_id = :team" + at);
        }
        return pieces;
    }
}

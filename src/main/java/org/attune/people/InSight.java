package org.attune.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose contacts somebody sees, as far as an index can say it: a list is put together of one piece of an index for each owner and
 * team, merged as they are read; where these are many, of everybody's, passing over the others. It makes what is read short; what is
 * shown in the end still goes through {@code seen_contact}.
 *
 * @param owners none whose team is seen
 * @param companions single people of other owners
 */
public record InSight(UUID[] owners, UUID[] teams, UUID[] companions) {

    /** From here on it is quicker to pass over the others than to merge. */
    private static final int MERGED = 6;

    /** For rows called {@code c} that have an owner and a team. */
    public static final String THEIRS = "(c.owner_id = any (:owners) or c.team_id = any (:teams))";

    /** The same with the single ones, for contacts called {@code c}. */
    public static final String ANY = "(" + THEIRS + " or c.id = any (:companions))";

    public static InSight of(JdbcClient jdbc, Viewer viewer) {
        return jdbc.sql("select owners, teams, companions from sight_of_contacts(:viewer)")
                .param("viewer", viewer.uuid())
                .query((row, n) -> new InSight(ids(row, "owners"), ids(row, "teams"), ids(row, "companions")))
                .single();
    }

    private static UUID[] ids(ResultSet row, String column) throws SQLException {
        Array ids = row.getArray(column);
        return (UUID[]) ids.getArray();
    }

    /** Whether one index after the other is the way, and not that of everybody. */
    public boolean isOfAFew() {
        return owners.length + teams.length <= MERGED;
    }

    public boolean hasCompanions() {
        return companions.length > 0;
    }

    /** What the conditions ask about. */
    public void into(Map<String, @Nullable Object> parameters) {
        parameters.put("owners", owners);
        parameters.put("teams", teams);
        parameters.put("companions", companions);
    }

    /** One condition for each piece, over rows called {@code c}; none where there are only companions, or nobody. */
    public List<String> pieces(Map<String, @Nullable Object> parameters) {
        if (owners.length + teams.length == 0) {
            return List.of();
        }
        if (!isOfAFew()) {
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

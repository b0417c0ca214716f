package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A turn that another one refers to, or is referred to by, or nearly repeats.
 *
 * @param alike only for one that is nearly repeated
 */
record LinkedTurn(
        TurnId from, How how, TurnRef to, @Nullable Alike alike) {

    /** Which way. */
    enum How {
        TO,
        FROM,
        ALIKE
    }

    /** Both ways, to turns the viewer may read; with the words only of those that are nearly repeated. */
    static final String SELECT = """
            with link (from_id, to_id, how) as (
              select heard_id, question_id, 'to' from answer where heard_id = any (:ids::uuid[])
              union all select question_id, heard_id, 'from' from answer where question_id = any (:ids::uuid[])
              union all select response_id, heard_id, 'to' from reply where response_id = any (:ids::uuid[])
              union all select heard_id, response_id, 'from' from reply where heard_id = any (:ids::uuid[])
              union all select turn_id, earlier_id, 'alike' from turn_alike where turn_id = any (:ids::uuid[]))
            select l.from_id, l.how, t.id, t.conversation_id, t.seq, t.said_at,
                   case l.how when 'alike' then t.words end as words,
                   case l.how when 'alike' then %s end as told_to
              from link l join seen_turn(:viewer) t on t.id = l.to_id
             where l.how <> 'alike' or t.words is not null
             order by t.said_at, t.seq""".formatted(Alike.TOLD_TO);

    static LinkedTurn read(ResultSet row, int n) throws SQLException {
        How how = Rows.named(How.class, row, "how");
        return new LinkedTurn(
                Rows.turn(row, "from_id"),
                how,
                new TurnRef(Rows.turn(row, "id"), Rows.conversation(row, "conversation_id"), row.getInt("seq")),
                how == How.ALIKE ? Alike.read(row, n) : null);
    }

    static List<TurnRef> refs(List<LinkedTurn> links, How how) {
        return links.stream()
                .filter(link -> link.how() == how)
                .map(LinkedTurn::to)
                .toList();
    }

    static List<Alike> alike(List<LinkedTurn> links) {
        return links.stream().map(LinkedTurn::alike).flatMap(Stream::ofNullable).toList();
    }
}

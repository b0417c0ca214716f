package org.attune.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.desk.ListNarrowing.Sieve;
import org.attune.people.InSight;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who stands on a page of a list. An order and what it is narrowed to along its index are read as they stand there. Of
 * everything else the rows are asked one by one until the page is full, after at most {@link ListStop#ROWS} of them;
 * unless those who fit are so few that fetching and ordering them is quicker. See decision 0046.
 */
@Component
class ContactPicking {

    /** Up to here it is quicker to put all who fit in order than to look for the next ones among everybody. */
    private static final int FEW = 5_000;

    /** The same where they are found among those in sight, which are fewer. */
    private static final int FEW_IN_SIGHT = 2_000;

    private final JdbcClient jdbc;
    private final int most;

    @Autowired
    ContactPicking(JdbcClient jdbc) {
        this(jdbc, ListStop.ROWS);
    }

    /** @param most rows that are looked at for one page */
    ContactPicking(JdbcClient jdbc, int most) {
        this.jdbc = jdbc;
        this.most = most;
    }

    /** Those on the page, in order. */
    record Picked(
            List<UUID> ids, @Nullable String next, @Nullable ListStop stop) {}

    private record Row(UUID id, String key) {}

    /** @param parameters the viewer, and which day it is for them */
    Picked pick(InSight sight, ContactFilter filter, Map<String, @Nullable Object> parameters, int size) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        ListKey from = ListKey.parse(filter.after(), filter.order());
        String beyond = from == null ? "true" : filter.order().beyond(from, all);
        all.put("rows", size + 1);
        ListSearch search =
                new ListSearch(new Sighted(sight), filter, ListNarrowing.of(filter, all), beyond, most, all);
        try {
            Picked picked = pick(search, size);
            boolean nobodyIsCalledSo = filter.words() != null && picked.ids().isEmpty() && picked.stop() == null;
            return nobodyIsCalledSo ? pick(search.ofNamesLikeIt(), size) : picked;
        } catch (DataIntegrityViolationException keyIsNone) {
            throw new NotSeen("page");
        }
    }

    private Picked pick(ListSearch search, int size) {
        if (search.isOrderedByHand()) {
            return page(search, size, rows(search, search.ofThoseHeardLast()), stopOfThoseHeardLast(search));
        }
        if (search.sieves().isEmpty()) {
            return page(search, size, rows(search, search.along()), null);
        }
        for (Sieve sieve : search.sieves()) {
            if (sieve.canBeCounted() && isFew(search, sieve)) {
                return page(search, size, rows(search, search.among(sieve)), null);
            }
        }
        return lookedThrough(search, size);
    }

    private boolean isFew(ListSearch search, Sieve sieve) {
        int few = sieve.those() == null ? FEW_IN_SIGHT : FEW;
        return jdbc.sql("select count(*) from (select from (%s) x limit %d) y".formatted(search.those(sieve), few + 1))
                        .params(search.parameters())
                        .query(Integer.class)
                        .single()
                <= few;
    }

    private Picked lookedThrough(ListSearch search, int size) {
        List<Row> rows = rows(search, search.lookingThrough());
        if (rows.size() > size) {
            return page(search, size, rows, null);
        }
        List<Row> last = rows(search, search.lastLookedAt());
        return last.isEmpty()
                ? page(search, size, rows, null)
                : new Picked(ids(rows), key(search, last.get(0)), ListStop.LOOKED_THROUGH);
    }

    private @Nullable ListStop stopOfThoseHeardLast(ListSearch search) {
        return rows(search, search.lastHeardAt()).isEmpty() ? null : ListStop.HEARD_LAST;
    }

    private List<Row> rows(ListSearch search, String statement) {
        return jdbc.sql(statement)
                .params(search.parameters())
                .query((row, n) ->
                        new Row(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("key")))
                .list();
    }

    private static Picked page(ListSearch search, int size, List<Row> rows, @Nullable ListStop stop) {
        KeysetPage<Row> page = KeysetPage.of(rows, size, row -> key(search, row));
        return new Picked(ids(page.items()), page.next(), stop);
    }

    private static String key(ListSearch search, Row row) {
        return new ListKey(search.filter().order(), row.key(), row.id()).toString();
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }
}

package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.TimeBoard.Relationship;
import org.attune.insight.TimeBoard.Signed;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time by relationship, beside what was signed. */
record TimeRelationships(JdbcClient jdbc, Slice slice) {

    private static final String EACH = """
            with relationship as materialized (
              select v.contact_id, count(*) as conversations, sum(v.minutes) as minutes, coalesce(sum(v.marketing_minutes), 0) as marketing,
                     count(*) filter (where v.minutes is null) as unknown%%s
                from overseen_talk(:viewer) v
               where %s
                 and (:company::uuid is null or exists (
                       select from contact c where c.id = v.contact_id and c.company_id = :company))
                 and (:stage::text is null or exists (
                       select from contact_stage g where g.contact_id = v.contact_id and g.stage_key = :stage))
               group by 1)""".formatted(TimeFigure.TOOK_PLACE);

    private static final String WITH_LAST_DAY = ", max((v.happened_at at time zone :zone)::date) as last_day";

    /** @param people with how many there was a conversation at all */
    record Some(List<Relationship> most, long people) {}

    private record Read(Relationship one, long people) {}

    Some some(int atMost) {
        List<Read> read = jdbc.sql(EACH.formatted("") + """
                        , signed as materialized (select s.contact_id, s.currency, s.price from (%s) s),
                        longest as (
                          select r.*, (select count(*) from relationship) as people from relationship r
                           order by r.minutes desc nulls last, r.contact_id limit :most)
                        select r.*, s.name,
                               (select string_agg(a.currency || ' ' || a.price, ',' order by a.currency) from (
                                  select g.currency, sum(g.price) as price from signed g
                                   where g.contact_id = r.contact_id group by 1) a) as signed
                          from longest r
                          left join lateral (select c.name from seen_contact(:viewer) c where c.id = r.contact_id offset 0) s on true
                         order by r.minutes desc nulls last, r.contact_id""".formatted(TimeFigure.SIGNED))
                .params(slice.parameters())
                .param("most", atMost)
                .query((row, n) -> new Read(
                        new Relationship(
                                row.getObject("contact_id", UUID.class),
                                row.getString("name"),
                                row.getLong("conversations"),
                                row.getObject("minutes", Long.class),
                                row.getLong("marketing"),
                                row.getLong("unknown"),
                                signed(row.getString("signed"))),
                        row.getLong("people")))
                .list();
        return new Some(
                read.stream().map(Read::one).toList(),
                read.stream().mapToLong(Read::people).findFirst().orElse(0));
    }

    KeysetPage<CountedRow> rows(@Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql(EACH.formatted(WITH_LAST_DAY) + """
                         select r.*, s.name
                           from (select * from relationship where (last_day, contact_id) < (:afterDay, :afterId)
                                  order by last_day desc, contact_id desc limit :most) r
                           left join lateral (select c.name from seen_contact(:viewer) c where c.id = r.contact_id offset 0) s on true
                          order by r.last_day desc, r.contact_id desc""")
                .params(slice.parameters())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> row(row, "last_day", "talk.last"))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    /** @param what in which currency by whom, as in {@code EUR:…} */
    KeysetPage<CountedRow> signed(String what, @Nullable String after, int size) {
        int between = what.indexOf(':');
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql("select g.*, s.name, s.title as readable from (" + TimeFigure.SIGNED + """
                        ) g left join lateral (
                          select c.name, o.title from seen_offer(:viewer) o join seen_contact(:viewer) c on c.id = o.contact_id
                           where o.id = g.id) s on true
                         where g.currency = :currency and g.contact_id::text = :whom and (g.on_day, g.id) < (:afterDay, :afterId)
                         order by g.on_day desc, g.id desc limit :most""")
                .params(slice.parameters())
                .param("currency", between < 0 ? "" : what.substring(0, between))
                .param("whom", what.substring(between + 1))
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> signed(row))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow signed(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        LocalDate day = Objects.requireNonNull(row.getObject("on_day", LocalDate.class));
        String name = row.getString("name");
        return new CountedRow(
                new DayKey(day, id).toString(),
                name,
                name == null ? null : "/offers/" + id,
                row.getString("readable"),
                null,
                day,
                row.getBigDecimal("price"),
                row.getString("currency"));
    }

    static CountedRow row(ResultSet row, String day, String what) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        LocalDate when = Objects.requireNonNull(row.getObject(day, LocalDate.class));
        String name = row.getString("name");
        return new CountedRow(
                new DayKey(when, contact).toString(),
                name,
                name == null ? null : "/contacts/" + contact,
                null,
                what,
                when,
                BigDecimal.ONE,
                null);
    }

    private static List<Signed> signed(@Nullable String amounts) {
        return amounts == null
                ? List.of()
                : Arrays.stream(amounts.split(","))
                        .map(amount -> new Signed(new BigDecimal(amount.substring(4)), amount.substring(0, 3)))
                        .toList();
    }
}

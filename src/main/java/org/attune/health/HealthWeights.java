package org.attune.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much each factor of health counts: what was settled, what holds today, and what other weights would do. */
@Component
@Transactional
public class HealthWeights {

    /** Nothing but the factors that are kept is needed; rounded as the score itself is. */
    private static final String EFFECT = """
            with reckoned as (
              select h.band,
                     coalesce(:rhythm * h.rhythm, 0) + coalesce(:balance * h.balance, 0) + coalesce(:follow_through * h.follow_through, 0)
                       + coalesce(:promises * h.promises, 0) + coalesce(:needs * h.needs, 0)
                       + coalesce(:reciprocity * h.reciprocity, 0) as reached,
                     case when h.rhythm is null then 0 else :rhythm end + case when h.balance is null then 0 else :balance end
                       + case when h.follow_through is null then 0 else :follow_through end
                       + case when h.promises is null then 0 else :promises end + case when h.needs is null then 0 else :needs end
                       + case when h.reciprocity is null then 0 else :reciprocity end as whole
                from contact_health h join contact c on c.id = h.contact_id
               where h.score is not null and c.archived_at is null and c.merged_into is null),
            again as (select band, (2 * reached + whole) / (2 * whole) as score from reckoned where whole > 0)
            select band as was, case when score >= 80 then 'thriving' when score >= 60 then 'steady' when score >= 40 then 'cooling'
                                     else 'at_risk' end as becomes, count(*) as contacts
              from again group by 1, 2 order by 3 desc, 1, 2""";

    private final JdbcClient jdbc;
    private final Clock clock;

    HealthWeights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was settled last. */
    @Transactional(readOnly = true)
    public WeightsSetting current() {
        return jdbc.sql("""
                        select w.*, u.name from health_weights w left join app_user u on u.id = w.set_by
                         order by w.number desc limit 1""").query(HealthWeights::setting).single();
    }

    /** What holds today: each setting does from the day after it was made. */
    @Transactional(readOnly = true)
    public WeightsSetting today() {
        return jdbc.sql("""
                        select w.*, u.name from health_weights w cross join organisation z left join app_user u on u.id = w.set_by
                         where w.number = 1
                            or (w.set_at at time zone z.zone)::date < (:now::timestamptz at time zone z.zone)::date
                         order by w.number desc limit 1""")
                .param("now", Timestamp.from(clock.instant()))
                .query(HealthWeights::setting)
                .single();
    }

    /** How many relationships would be in another band today. */
    @Transactional(readOnly = true)
    public WeightsEffect effect(Weights weights) {
        JdbcClient.StatementSpec statement = jdbc.sql(EFFECT);
        for (Factor factor : Factor.values()) {
            statement = statement.param(factor.code(), weights.of(factor));
        }
        List<WeightsEffect.Shift> all = statement
                .query((row, n) -> new WeightsEffect.Shift(
                        Band.ofCode(row.getString("was")),
                        Band.ofCode(row.getString("becomes")),
                        row.getInt("contacts")))
                .list();
        return new WeightsEffect(
                all.stream().mapToInt(WeightsEffect.Shift::contacts).sum(),
                all.stream().filter(one -> one.was() != one.becomes()).toList());
    }

    /**
     * Holds from tomorrow on, when every relationship is reckoned anew; what was, stays as it was reckoned. What is settled
     * already is not settled again.
     *
     * @param number of the setting the admin saw
     * @throws ChangedMeanwhile where another admin settled something else since
     */
    public void settle(Viewer admin, Weights weights, int number) {
        WeightsSetting now = current();
        if (now.weights().equals(weights)) {
            return;
        }
        if (now.number() != number) {
            throw new ChangedMeanwhile(now.weights().toString(), weights.toString(), now.number());
        }
        try {
            write(admin, weights, number + 1);
        } catch (DuplicateKeyException another) {
            throw new ChangedMeanwhile("", weights.toString());
        }
    }

    private void write(Viewer admin, Weights weights, int number) {
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        insert into health_weights (number, rhythm, balance, follow_through, promises, needs, reciprocity, set_by, set_at)
                        values (:number, :rhythm, :balance, :follow_through, :promises, :needs, :reciprocity, :by, :at)""")
                .param("number", number)
                .param("by", admin.uuid())
                .param("at", Timestamp.from(clock.instant()));
        for (Factor factor : Factor.values()) {
            statement = statement.param(factor.code(), weights.of(factor));
        }
        statement.update();
    }

    private static WeightsSetting setting(ResultSet row, int n) throws SQLException {
        Map<Factor, Integer> each = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            each.put(factor, row.getInt(factor.code()));
        }
        return new WeightsSetting(
                row.getInt("number"),
                new Weights(each),
                row.getString("name"),
                row.getTimestamp("set_at").toInstant());
    }
}

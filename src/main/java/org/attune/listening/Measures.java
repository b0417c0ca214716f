package org.attune.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.ConversationChanged;
import org.attune.conversations.ConversationId;
import org.attune.listening.MeasureRows.Measured;
import org.attune.platform.jobs.InSteps;
import org.attune.platform.jobs.Rebuildable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is counted in a conversation ready once it is over, in the transaction that changed something in it. Can be rebuilt
 * from the turns at any time; where words of them were erased, what was counted before stays.
 */
@Component
public class Measures implements Rebuildable {

    private static final int AT_ONCE = 200;

    private static final String SPOKEN = """
            select v.id, v.over, v.complete, v.gone_through, v.kept, t.words is null and t.id is not null as erased,
            """ + SpokenTurns.COLUMNS + """

              from (select c.id, c.complete, c.state in ('closed', 'broke_off', 'not_closed') as over,
                           exists (select from marks_gone_through g where g.conversation_id = c.id) as gone_through,
                           exists (select from conversation_measure m where m.conversation_id = c.id) as kept
                      from conversation c where c.id = any (:ids)) v
              left join turn t on t.conversation_id = v.id and v.over
             order by v.id, t.seq""";

    private final JdbcClient jdbc;
    private final MeasureRows rows;

    Measures(JdbcClient jdbc, MeasureRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A conversation as it stands; its turns only once it is over. */
    private record Standing(
            boolean over, boolean complete, boolean goneThrough, boolean kept, boolean erased, List<SpokenTurn> turns) {

        boolean isMeasured() {
            return over && !turns.isEmpty();
        }
    }

    /** In the same transaction: a figure never shows what is not so. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ConversationChanged changed) {
        measure(changed.conversations().stream().map(ConversationId::value).toList());
    }

    /** Anew from its turns, as they stand now. */
    void anew(ConversationId conversation) {
        measure(List.of(conversation.value()));
    }

    @Override
    public String rows() {
        return "measures";
    }

    /** Anew from the turns, all of them, in small steps of their own; harmless to repeat. */
    @Override
    public int rebuildAll() {
        return InSteps.together(last -> after(last, ""), this::measured);
    }

    /** Those that are over and were never measured: from before there were measures, or ended past Attune. */
    int catchUp() {
        return InSteps.oneByOne(last -> after(last, """
                         and c.state in ('closed', 'broke_off', 'not_closed') and c.last_seq > 0
                         and not exists (select from conversation_measure m where m.conversation_id = c.id)"""), this::measured);
    }

    private int measured(List<UUID> step) {
        rows.inOneTransaction(step, this::measure);
        return step.size();
    }

    private List<UUID> after(UUID last, String which) {
        return jdbc.sql("select c.id from conversation c where c.id > :last " + which + " order by c.id limit :most")
                .param("last", last)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private void measure(Collection<UUID> conversations) {
        rows.lock(conversations);
        List<Measured> measured = new ArrayList<>();
        standing(conversations).forEach((id, standing) -> {
            if (!standing.isMeasured()) {
                if (standing.kept()) {
                    rows.remove(id);
                }
            } else if (!standing.erased()) {
                Counts counts = Listened.to(standing.turns()).counts();
                measured.add(new Measured(id, counts, standing.complete(), standing.goneThrough()));
            }
        });
        if (!measured.isEmpty()) {
            rows.keep(measured);
        }
    }

    private Map<UUID, Standing> standing(Collection<UUID> conversations) {
        Map<UUID, Standing> all = new LinkedHashMap<>();
        jdbc.sql(SPOKEN).param("ids", conversations.toArray(UUID[]::new)).query(row -> {
            Standing before = all.get(Objects.requireNonNull(row.getObject("id", UUID.class)));
            List<SpokenTurn> turns = before == null ? new ArrayList<>() : before.turns();
            if (row.getObject("turn_id") != null) {
                turns.add(SpokenTurns.read(row));
            }
            all.put(
                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                    new Standing(
                            row.getBoolean("over"),
                            row.getBoolean("complete"),
                            row.getBoolean("gone_through"),
                            row.getBoolean("kept"),
                            row.getBoolean("erased") || before != null && before.erased(),
                            turns));
        });
        return all;
    }
}

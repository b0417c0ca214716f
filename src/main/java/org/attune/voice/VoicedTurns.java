package org.attune.voice;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.voice.VoiceRows.After;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers said, in their words. Names stand there only where the viewer may know them, and wants to under this hat. */
@Component
@Transactional(readOnly = true)
public class VoicedTurns {

    static final String ABOUT = """
            select d.turn_id, d.said_at, d.speaker_id
              from themes_in_sight(:viewer) d join theme f on f.id = d.theme_id
             where f.stands_for = :theme and
            """ + VoiceFilter.narrowed("d.speaker_id", "d.day_team", "d.said_at");

    private static final String OF_PAGE = "select " + VoiceRows.COLUMNS
            + " from page p join voiced_turn(:viewer) t on t.id = p.turn_id " + VoiceRows.WHO
            + " order by t.said_at desc, t.id desc";

    private final JdbcClient jdbc;

    VoicedTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** About a theme, the latest first. */
    public KeysetPage<VoicedTurn> about(VoiceFilter filter, UUID theme, @Nullable String after, int size) {
        return page(filter, theme, after, size, (row, n) -> VoiceRows.turn(row, filter.viewer()));
    }

    /** The same, and nobody stands at it: who consented to a story with their name did not consent to a table. */
    KeysetPage<VoicedTurn> withoutNames(VoiceFilter filter, UUID theme, @Nullable String after, int size) {
        return page(filter, theme, after, size, (row, n) -> VoiceRows.nameless(row));
    }

    private KeysetPage<VoicedTurn> page(
            VoiceFilter filter, UUID theme, @Nullable String after, int size, RowMapper<VoicedTurn> reading) {
        After from = After.parse(after);
        List<VoicedTurn> rows = jdbc.sql("with page as (" + ABOUT + """
                          and (d.said_at, d.turn_id) < (:afterAt, :afterId)
                         group by d.turn_id, d.said_at, d.speaker_id order by d.said_at desc, d.turn_id desc limit :most)
                        """ + OF_PAGE)
                .params(filter.parameters())
                .param("theme", theme)
                .param("afterAt", Timestamp.from(from.at()))
                .param("afterId", from.id())
                .param("most", size + 1)
                .query(reading)
                .list();
        return KeysetPage.of(rows, size, VoicedTurn::key);
    }

    /** One of them, where the viewer may read it. */
    public VoicedTurn find(Viewer viewer, TurnId id) {
        return jdbc.sql("select " + VoiceRows.COLUMNS + " from voiced_turn(:viewer) t " + VoiceRows.WHO
                        + " where t.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> VoiceRows.turn(row, viewer))
                .optional()
                .orElseThrow(() -> new NotSeen("voiced turn " + id.value()));
    }

    /**
     * Whoever said something about a theme.
     *
     * @param last one of the things they said, which stands for them where they stay without a name
     */
    public record Person(VoicedTurn last, long turns, String key) {}

    /** Who spoke about a theme, whoever did so most first. */
    public KeysetPage<Person> people(VoiceFilter filter, UUID theme, @Nullable String after, int size) {
        record Key(long turns, UUID turn) {}
        Key from = new Key(Long.MAX_VALUE, new UUID(-1, -1));
        if (after != null && after.matches("\\d{1,18}~[0-9a-f-]{36}")) {
            int between = after.indexOf('~');
            from = new Key(Long.parseLong(after.substring(0, between)), UUID.fromString(after.substring(between + 1)));
        }
        List<Person> rows = jdbc.sql("with heard as (" + ABOUT + """
                        ), page as (
                          select h.speaker_id, count(distinct h.turn_id) as turns,
                                 (array_agg(h.turn_id order by h.said_at desc, h.turn_id desc))[1] as turn_id
                            from heard h group by h.speaker_id)
                        select p.turns,""" + VoiceRows.COLUMNS + """
                          from (select * from page where (turns, turn_id) < (:afterTurns, :afterTurn)
                                 order by turns desc, turn_id desc limit :most) p
                          join voiced_turn(:viewer) t on t.id = p.turn_id
                        """ + VoiceRows.WHO
                        + " order by p.turns desc, t.id desc")
                .params(filter.parameters())
                .param("theme", theme)
                .param("afterTurns", from.turns())
                .param("afterTurn", from.turn())
                .param("most", size + 1)
                .query((row, n) -> {
                    long turns = row.getLong("turns");
                    UUID turn = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new Person(VoiceRows.turn(row, filter.viewer()), turns, turns + "~" + turn);
                })
                .list();
        return KeysetPage.of(rows, size, Person::key);
    }
}

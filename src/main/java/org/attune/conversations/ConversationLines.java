package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of conversations, each in two statements: the rows and their small waveforms. */
@Component
class ConversationLines {

    private static final int BARS = 32;

    private static final String LINE = """
            select v.id, v.hat, v.channel, v.started_by, v.state, v.minutes, u.name as owner_name,
                   coalesce(v.happened_at, v.planned_for) as at, v.owner_id = :viewer as mine,
                   (v.visibility <> 'private' or v.owner_id = :viewer) as readable,
                   v.outcome, v.talked_more, v.heard_turns, v.our_turns, v.note,
                   (select count(*) from participant p where p.conversation_id = v.id) as participants,
                   array(select c.name from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                          where p.conversation_id = v.id
                          order by (c.id = v.lead_id) desc, p.joined_at, c.sort_name) as with_names
              from noticed_conversation(:viewer) v join app_user u on u.id = v.owner_id
            """;

    private final JdbcClient jdbc;

    ConversationLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<ConversationLine> ofContact(Viewer viewer, ContactId contact, @Nullable String after, int size) {
        Key key = Key.of(after);
        List<ConversationLine> lines = jdbc.sql(LINE + """
                          join participant me on me.conversation_id = v.id and me.contact_id = :contact
                         where exists (select from seen_contact(:viewer) c where c.id = :contact)
                           and (coalesce(v.happened_at, v.planned_for), v.id) < (:at, :id)
                         order by coalesce(v.happened_at, v.planned_for) desc, v.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("at", Rows.at(key.at()))
                .param("id", key.id())
                .param("most", size + 1)
                .query(ConversationLines::line)
                .list();
        return KeysetPage.of(withWaves(viewer, lines), size, Key::after);
    }

    List<ConversationLine> planned(Viewer viewer, Instant from, Instant until) {
        return jdbc.sql(LINE + """
                         where v.owner_id = :viewer and v.state = 'planned'
                           and v.planned_for >= :from and v.planned_for < :until
                         order by v.planned_for, v.id""")
                .param("viewer", viewer.uuid())
                .param("from", Rows.at(from))
                .param("until", Rows.at(until))
                .query(ConversationLines::line)
                .list();
    }

    List<ConversationLine> toFinish(Viewer viewer, int atMost) {
        List<ConversationLine> lines = jdbc.sql(LINE + """
                         where v.owner_id = :viewer and v.state in ('open', 'resting')
                         order by v.worked_on_at, v.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("most", atMost)
                .query(ConversationLines::line)
                .list();
        return withWaves(viewer, lines);
    }

    private List<ConversationLine> withWaves(Viewer viewer, List<ConversationLine> lines) {
        List<UUID> readable = lines.stream()
                .filter(ConversationLine::readable)
                .map(line -> line.id().value())
                .toList();
        if (readable.isEmpty()) {
            return lines;
        }
        Map<ConversationId, List<Bar>> waves = new HashMap<>();
        jdbc.sql("""
                        select t.conversation_id, t.seq, t.kind, t.word_count from seen_turn(:viewer) t
                         where t.conversation_id in (:ids) and t.seq <= :bars order by t.conversation_id, t.seq""")
                .param("viewer", viewer.uuid())
                .param("ids", readable)
                .param("bars", BARS)
                .query((ResultSet row) -> {
                    waves.computeIfAbsent(Rows.conversation(row, "conversation_id"), id -> new ArrayList<>())
                            .add(bar(row));
                });
        return lines.stream()
                .map(line -> waved(line, waves.getOrDefault(line.id(), List.of())))
                .toList();
    }

    private static Bar bar(ResultSet row) throws SQLException {
        return new Bar(row.getInt("seq"), Rows.named(TurnKind.class, row, "kind"), row.getInt("word_count"));
    }

    private static ConversationLine waved(ConversationLine line, List<Bar> wave) {
        return new ConversationLine(
                line.id(),
                line.with(),
                line.others(),
                line.ownerName(),
                line.hat(),
                line.channel(),
                line.startedBy(),
                line.state(),
                line.at(),
                line.minutes(),
                line.outcome(),
                line.talkedMore(),
                line.heardTurns(),
                line.ourTurns(),
                line.note(),
                line.readable(),
                line.mine(),
                wave);
    }

    private static ConversationLine line(ResultSet row, int n) throws SQLException {
        List<String> with = List.of((String[]) row.getArray("with_names").getArray());
        boolean readable = row.getBoolean("readable");
        return new ConversationLine(
                Rows.conversation(row, "id"),
                with,
                row.getInt("participants") - with.size(),
                row.getString("owner_name"),
                Rows.named(Hat.class, row, "hat"),
                Rows.named(Channel.class, row, "channel"),
                Rows.named(StartedBy.class, row, "started_by"),
                Rows.named(ConversationState.class, row, "state"),
                Rows.maybeInstant(row, "at"),
                Rows.maybeInt(row, "minutes"),
                readable ? Rows.maybeNamed(Outcome.class, row, "outcome") : null,
                readable ? Rows.maybeNamed(TalkedMore.class, row, "talked_more") : null,
                readable ? row.getInt("heard_turns") : 0,
                readable ? row.getInt("our_turns") : 0,
                readable ? row.getString("note") : null,
                readable,
                row.getBoolean("mine"),
                List.of());
    }

    /** Where a page of conversations ended. */
    private record Key(Instant at, UUID id) {

        private static final Key FIRST = new Key(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

        static Key of(@Nullable String after) {
            if (after == null || after.isBlank()) {
                return FIRST;
            }
            try {
                String[] parts = after.split("_", 2);
                return new Key(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException | IllegalArgumentException | IndexOutOfBoundsException tampered) {
                return FIRST;
            }
        }

        static String after(ConversationLine line) {
            return line.at() + "_" + line.id().value();
        }
    }
}

package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationState;
import org.attune.conversations.Outcome;
import org.attune.conversations.StartedBy;
import org.attune.conversations.TalkedMore;
import org.attune.desk.ContactPageTalk.Person;
import org.attune.people.ContactId;
import org.attune.platform.ManyIds;
import org.attune.platform.web.Waveform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads conversations for a timeline: one statement for any number of them. */
@Component
class ContactPageTalks {

    private static final String TALKS = """
            select v.id, v.hat, v.channel, v.started_by, v.state, coalesce(v.happened_at, v.planned_for) as at, v.minutes,
                   v.built, v.moved, v.outcome, v.talked_more, u.name as owner_name, v.owner_id = :viewer as mine,
                   (v.visibility <> 'private' or v.owner_id = :viewer) as readable,
                   (select count(*) from participant p where p.conversation_id = v.id) as participants, b.words, b.exactness,
                   there.*, wave.*
              from noticed_conversation(:viewer) v
              join app_user u on u.id = v.owner_id
             cross join lateral (
                select array_agg(c.id order by p.joined_at, c.sort_name, c.id) as other_ids,
                       array_agg(c.name order by p.joined_at, c.sort_name, c.id) as other_names
                  from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                 where p.conversation_id = v.id and c.id <> :contact) there
             %s
              left join lateral (
                select t.words, t.exactness from seen_turn(:viewer) t
                 where t.conversation_id = v.id and t.kind = 'heard' and t.words is not null
                   and (v.visibility <> 'private' or v.owner_id = :viewer)
                   and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
                 order by exists (select from need_turn n where n.heard_id = t.id and n.states) desc,
                          exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'asked_for_offer') desc,
                          exists (select from open_thread o where o.turn_id = t.id) desc,
                          (t.word_count between 5 and 40) desc, t.seq desc
                 limit 1) b on true
             where v.id = any (:ids::uuid[])
            """.formatted(Waves.BEATS);

    private final JdbcClient jdbc;
    private final Waves waves;

    ContactPageTalks(JdbcClient jdbc, Waves waves) {
        this.jdbc = jdbc;
        this.waves = waves;
    }

    Map<UUID, ContactPageTalk> read(Viewer viewer, ContactId contact, List<UUID> ids) {
        Map<UUID, ContactPageTalk> talks = new HashMap<>();
        jdbc.sql(TALKS)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("ids", ManyIds.of(ids))
                .query((ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    talks.put(id, talk(row, id, others(row), waves.drawn(viewer, row)));
                });
        return talks;
    }

    private static List<Person> others(ResultSet row) throws SQLException {
        Array ids = row.getArray("other_ids");
        if (ids == null) {
            return List.of();
        }
        UUID[] contacts = (UUID[]) ids.getArray();
        String[] names = (String[]) row.getArray("other_names").getArray();
        return IntStream.range(0, contacts.length)
                .mapToObj(n -> new Person(new ContactId(contacts[n]), names[n]))
                .toList();
    }

    private static ContactPageTalk talk(ResultSet row, UUID id, List<Person> others, @Nullable Waveform wave)
            throws SQLException {
        boolean readable = row.getBoolean("readable");
        Timestamp at = row.getTimestamp("at");
        int minutes = row.getInt("minutes");
        return new ContactPageTalk(
                new ConversationId(id),
                Objects.requireNonNull(named(Hat.class, row.getString("hat"))),
                Objects.requireNonNull(named(Channel.class, row.getString("channel"))),
                Objects.requireNonNull(named(StartedBy.class, row.getString("started_by"))),
                Objects.requireNonNull(named(ConversationState.class, row.getString("state"))),
                at == null ? null : at.toInstant(),
                minutes == 0 ? null : minutes,
                row.getString("owner_name"),
                row.getBoolean("mine"),
                readable,
                readable ? named(Outcome.class, row.getString("outcome")) : null,
                readable ? named(TalkedMore.class, row.getString("talked_more")) : null,
                readable && row.getBoolean("built"),
                readable && row.getBoolean("moved"),
                others,
                row.getInt("participants") - others.size() - 1,
                row.getString("words"),
                how(row.getString("exactness")),
                readable ? wave : null);
    }

    /** As the quote fragment takes it. */
    static @Nullable String how(@Nullable String exactness) {
        if (exactness == null) {
            return null;
        }
        return switch (exactness) {
            case "in_essence" -> "ESSENCE";
            case "did" -> "DID";
            default -> "VERBATIM";
        };
    }

    static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String word) {
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}

package org.attune.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.nurture.TouchView;
import org.attune.people.ContactView;
import org.attune.people.ContactView.IntroductionView;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.stages.MoveView;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Together so far: conversations, touches, moves and introductions in one order, the newest first, paged by key. */
@Component
@Transactional(readOnly = true)
public class ContactPageTimeline {

    private static final int PAGE = 20;

    private static final String HAPPENED = """
            select h.kind, h.id, h.at from seen_contact(:viewer) c cross join lateral (
              (select 'conversation' as kind, v.conversation_id as id, v.at
                 from conversation_sum v
                where v.contact_id = c.id and v.state <> 'called_off' and (v.at, v.conversation_id) < (:at, :after)
                order by v.at desc, v.conversation_id desc limit :most)
              union all
              select 'touch', t.id, t.happened_at from touch t where t.contact_id = c.id
              union all
              select 'move', m.id, m.moved_at from stage_move m where m.contact_id = c.id
              union all
              select 'introduction', i.id, (i.on_day + time '12:00') at time zone :zone
                from introduction i where i.id = any (:introductions::uuid[])) h
             where c.id = :contact and h.kind = any (:kinds::text[]) and (h.at, h.id) < (:at, :after)
             order by h.at desc, h.id desc limit :most
            """;

    private final JdbcClient jdbc;
    private final ContactPageTalks talks;
    private final ContactPageTouches touches;
    private final Stages stages;

    ContactPageTimeline(JdbcClient jdbc, ContactPageTalks talks, ContactPageTouches touches, Stages stages) {
        this.jdbc = jdbc;
        this.talks = talks;
        this.touches = touches;
        this.stages = stages;
    }

    /** What of it is shown. */
    public enum Show {
        EVERYTHING("conversation", "touch", "move", "introduction"),
        CONVERSATIONS("conversation"),
        TOUCHES("touch");

        private final String[] kinds;

        Show(String... kinds) {
            this.kinds = kinds;
        }
    }

    private record Key(String kind, UUID id, Instant at) {

        private static final Key START = new Key("", new UUID(-1, -1), Instant.parse("9999-12-31T00:00:00Z"));

        static Key parse(@Nullable String text) {
            if (text == null) {
                return START;
            }
            try {
                String[] parts = text.split("_", 2);
                return new Key("", UUID.fromString(parts[1]), Instant.parse(parts[0]));
            } catch (RuntimeException notOurs) {
                throw new NotSeen("page");
            }
        }

        String text() {
            return at + "_" + id;
        }
    }

    /** @param after where the page before ended, as its link carries it */
    public KeysetPage<ContactPageEntry> page(Viewer viewer, ContactView contact, Show show, @Nullable String after) {
        KeysetPage<Key> keys = KeysetPage.of(keys(viewer, contact, show, Key.parse(after)), PAGE, Key::text);
        Map<UUID, ContactPageTalk> spoken = talks.read(viewer, contact.id(), ids(keys.items(), "conversation"));
        Map<UUID, TouchView> touched = touches.read(viewer, ids(keys.items(), "touch"));
        Map<UUID, MoveView> moved = new HashMap<>();
        if (!ids(keys.items(), "move").isEmpty()) {
            stages.moves(viewer, contact.id()).forEach(move -> moved.put(move.id(), move));
        }
        List<ContactPageEntry> entries = new ArrayList<>();
        for (Key key : keys.items()) {
            entries.add(new ContactPageEntry(
                    key.id(),
                    key.at(),
                    spoken.get(key.id()),
                    touched.get(key.id()),
                    moved.get(key.id()),
                    introduction(contact, key.id()),
                    contact.introducedBy().stream().anyMatch(one -> one.id().equals(key.id()))));
        }
        return new KeysetPage<>(entries, keys.next());
    }

    private List<Key> keys(Viewer viewer, ContactView contact, Show show, Key after) {
        UUID[] introductions = Stream.concat(contact.introducedBy().stream(), contact.introduced().stream())
                .map(IntroductionView::id)
                .toArray(UUID[]::new);
        return jdbc.sql(HAPPENED)
                .param("viewer", viewer.uuid())
                .param("contact", contact.id().value())
                .param("zone", viewer.zone().getId())
                .param("introductions", introductions)
                .param("kinds", show.kinds)
                .param("at", Timestamp.from(after.at()))
                .param("after", after.id())
                .param("most", PAGE + 1)
                .query((row, n) -> new Key(
                        row.getString("kind"),
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static List<UUID> ids(List<Key> keys, String kind) {
        return keys.stream().filter(key -> key.kind().equals(kind)).map(Key::id).toList();
    }

    private static @Nullable IntroductionView introduction(ContactView contact, UUID id) {
        return Stream.concat(contact.introducedBy().stream(), contact.introduced().stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}

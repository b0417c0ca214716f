package org.attune.desk;

import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of which things there is anything at all with somebody, in one statement: most people have few of them, and what nobody has need not
 * be asked for. It says too much rather than too little, and nothing about what the viewer may see of it: that is decided where it is read.
 */
@Component
@Transactional(readOnly = true)
public class ContactGlance {

    private static final String GLANCE = """
            select exists (select from agreed_silence x where x.contact_id = c.id and x.ended_at is null) as silence,
                   exists (select from way_on x where x.contact_id = c.id) as way_on,
                   exists (select from contact_stop x where x.contact_id = c.id) as stop,
                   exists (select from said_mark x where x.speaker_id = c.id and x.kind = 'thread') as threads,
                   exists (select from promise x where x.contact_id = c.id) as promises,
                   exists (select from need_person x where x.contact_id = c.id) as needs,
                   exists (select from offer x where x.contact_id = c.id) as offers,
                   exists (select from assumption x where x.contact_id = c.id)
                     or exists (select from hunch x where x.contact_id = c.id) as preconceptions,
                   exists (select from conversation_sum v join reflection x on x.conversation_id = v.conversation_id
                            where v.contact_id = c.id) as reflections,
                   exists (select from contact_field_value x where x.contact_id = c.id) as fields,
                   (select v.conversation_id from conversation_sum v
                     where v.contact_id = c.id and v.owner_id = :viewer and v.state in ('open', 'resting')
                     order by v.worked_on_at desc, v.conversation_id limit 1) as open_talk
              from (select cast(:contact as uuid)) c (id)""";

    private final JdbcClient jdbc;

    ContactGlance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param openTalk the viewer's own conversation with them that goes on */
    public record There(
            boolean silence,
            boolean wayOn,
            boolean stop,
            boolean threads,
            boolean promises,
            boolean needs,
            boolean offers,
            boolean preconceptions,
            boolean reflections,
            boolean fields,
            @Nullable String openTalk) {}

    public There of(Viewer viewer, ContactId contact) {
        return jdbc.sql(GLANCE)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> new There(
                        row.getBoolean("silence"),
                        row.getBoolean("way_on"),
                        row.getBoolean("stop"),
                        row.getBoolean("threads"),
                        row.getBoolean("promises"),
                        row.getBoolean("needs"),
                        row.getBoolean("offers"),
                        row.getBoolean("preconceptions"),
                        row.getBoolean("reflections"),
                        row.getBoolean("fields"),
                        row.getString("open_talk")))
                .single();
    }
}

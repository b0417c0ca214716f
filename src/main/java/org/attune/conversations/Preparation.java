package org.attune.conversations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Twenty seconds before a conversation: what they said, what is open, what we assume. Eight statements, however many. */
@Component
@Transactional(readOnly = true)
public class Preparation {

    private static final String HEARD = """
            select t.id as turn_id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at,
                   c.id as speaker, c.given_name, c.name
              from seen_turn(:viewer) t join seen_contact(:viewer) c on c.id = t.speaker_id
            """;

    private final JdbcClient jdbc;
    private final Threads threads;
    private final Assumptions assumptions;
    private final Hunches hunches;
    private final Research research;
    private final Reflections reflections;

    Preparation(
            JdbcClient jdbc,
            Threads threads,
            Assumptions assumptions,
            Hunches hunches,
            Research research,
            Reflections reflections) {
        this.jdbc = jdbc;
        this.threads = threads;
        this.assumptions = assumptions;
        this.hunches = hunches;
        this.research = research;
        this.reflections = reflections;
    }

    /** @param people with whom the conversation will be; those the viewer does not see are left out */
    public Prepared of(Viewer viewer, List<ContactId> people) {
        if (people.isEmpty()) {
            return new Prepared(
                    null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
        }
        List<Heard> lastWords = lastWords(viewer, people);
        return new Prepared(
                lastTime(viewer, people),
                lastWords,
                neverHeard(people, lastWords),
                threads.of(viewer, people, 5),
                personal(viewer, people),
                assumptions.open(viewer, people),
                hunches.open(viewer, people),
                research.of(viewer, people, 5),
                reflections.lastAboutMe(viewer, people));
    }

    private List<Heard> lastWords(Viewer viewer, List<ContactId> people) {
        return jdbc.sql("select * from (select distinct on (x.speaker) x.* from (" + HEARD + """
                         where t.speaker_id in (:people) and t.words is not null
                           and not exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'personal')
                        ) x order by x.speaker, x.said_at desc, x.seq desc) y order by y.said_at desc""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .query((row, n) -> Heard.read(row))
                .list();
    }

    private List<Heard> personal(Viewer viewer, List<ContactId> people) {
        return jdbc.sql(HEARD + """
                          join turn_mark m on m.turn_id = t.id and m.kind = 'personal'
                         where t.speaker_id in (:people) and t.words is not null
                         order by t.said_at desc, t.seq desc limit 5""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .query((row, n) -> Heard.read(row))
                .list();
    }

    private @Nullable LastTime lastTime(Viewer viewer, List<ContactId> people) {
        return jdbc.sql("""
                        select v.id, v.happened_at, v.channel from noticed_conversation(:viewer) v
                         where v.id in (select p.conversation_id from participant p
                                          join seen_contact(:viewer) c on c.id = p.contact_id
                                         where p.contact_id in (:people))
                           and v.heard_turns + v.our_turns > 0
                         order by v.happened_at desc nulls last limit 1""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .query((row, n) -> new LastTime(
                        Rows.conversation(row, "id"),
                        Rows.instant(row, "happened_at"),
                        Rows.named(Channel.class, row, "channel")))
                .optional()
                .orElse(null);
    }

    private static List<ContactId> neverHeard(List<ContactId> people, List<Heard> lastWords) {
        Set<ContactId> heard = new HashSet<>();
        lastWords.forEach(words -> heard.add(words.speaker()));
        return people.stream().filter(person -> !heard.contains(person)).toList();
    }
}

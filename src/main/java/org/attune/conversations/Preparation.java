package org.attune.conversations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Twenty seconds before a conversation: what they said, what is open, what we assume. Five statements, however many. */
@Component
@Transactional(readOnly = true)
public class Preparation {

    private static final int PERSONAL = 5;

    private final JdbcClient jdbc;
    private final Threads threads;
    private final Preconceptions preconceptions;
    private final Research research;
    private final Reflections reflections;

    Preparation(
            JdbcClient jdbc,
            Threads threads,
            Preconceptions preconceptions,
            Research research,
            Reflections reflections) {
        this.jdbc = jdbc;
        this.threads = threads;
        this.preconceptions = preconceptions;
        this.research = research;
        this.reflections = reflections;
    }

    private record Said(Heard heard, boolean personal) {}

    /**
     * @param people with whom the conversation will be; those the viewer does not see are left out
     * @param hat under which it will be: what one learned about oneself under the other is not for now
     */
    public Prepared of(Viewer viewer, List<ContactId> people, Hat hat) {
        if (people.isEmpty()) {
            return new Prepared(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Learned.NOTHING);
        }
        List<Said> said = said(viewer, people);
        InMind inMind = preconceptions.about(viewer, people, 5);
        List<Heard> lastWords = heard(said, false);
        return new Prepared(
                lastWords,
                neverHeard(people, lastWords),
                threads.of(viewer, people, 5),
                heard(said, true),
                inMind.assumptions(),
                inMind.hunches(),
                inMind.settled(),
                research.of(viewer, people, 5),
                reflections.before(viewer, people, hat));
    }

    /** The last words of each, and the last personal ones of all of them. */
    private List<Said> said(Viewer viewer, List<ContactId> people) {
        return jdbc.sql("""
                        select h.turn_id, h.conversation_id, h.seq, h.words, h.exactness, h.said_at,
                               c.id as speaker, c.given_name, c.name, h.personal
                          from seen_contact(:viewer) c
                         cross join lateral (
                           (select t.id as turn_id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at, false as personal
                              from said_by(:viewer, c.id) t
                             where t.words is not null
                               and not exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'personal')
                             order by t.said_at desc, t.seq desc limit 1)
                           union all
                           (select t.id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at, true
                              from said_mark m
                             cross join lateral (select * from said_by(:viewer, m.speaker_id) t where t.id = m.turn_id offset 0) t
                             where m.speaker_id = c.id and m.kind = 'personal' and t.words is not null
                             order by m.said_at desc, t.seq desc limit :personal)) h
                         where c.id in (:people)
                         order by h.said_at desc, h.seq desc""")
                .param("personal", PERSONAL)
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .query((row, n) -> new Said(Heard.read(row), row.getBoolean("personal")))
                .list();
    }

    private static List<Heard> heard(List<Said> said, boolean personal) {
        return said.stream()
                .filter(one -> one.personal() == personal)
                .limit(personal ? PERSONAL : said.size())
                .map(Said::heard)
                .toList();
    }

    private static List<ContactId> neverHeard(List<ContactId> people, List<Heard> lastWords) {
        Set<ContactId> heard = new HashSet<>();
        lastWords.forEach(words -> heard.add(words.speaker()));
        return people.stream().filter(person -> !heard.contains(person)).toList();
    }
}

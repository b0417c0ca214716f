package org.attune.conversations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ManyIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Twenty seconds before a conversation: what they said, what is open, what we assume. Six statements at the most, however many. */
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
        There there = there(people);
        InMind inMind = there.preconceptions() ? preconceptions.about(viewer, people, 5) : InMind.NOTHING;
        List<Heard> lastWords = heard(said, false);
        return new Prepared(
                lastWords,
                neverHeard(people, lastWords),
                there.threads() ? threads.of(viewer, people, 5) : List.of(),
                heard(said, true),
                inMind.assumptions(),
                inMind.hunches(),
                inMind.settled(),
                there.research() ? research.of(viewer, people, 5) : List.of(),
                there.reflections() ? reflections.before(viewer, people, hat) : Learned.NOTHING);
    }

    /** Of what there is anything at all; most people have little of it, and nobody is asked for what nobody has. */
    private record There(boolean threads, boolean preconceptions, boolean research, boolean reflections) {}

    private There there(List<ContactId> people) {
        return jdbc.sql("""
                        select exists (select from said_mark x where x.speaker_id = any (:people::uuid[]) and x.kind = 'thread') as threads,
                               exists (select from assumption x where x.contact_id = any (:people::uuid[]))
                                 or exists (select from hunch x where x.contact_id = any (:people::uuid[])) as preconceptions,
                               exists (select from research_note x where x.contact_id = any (:people::uuid[])) as research,
                               exists (select from conversation_sum v join reflection x on x.conversation_id = v.conversation_id
                                        where v.contact_id = any (:people::uuid[])) as reflections""")
                .param(
                        "people",
                        ManyIds.of(people.stream().map(ContactId::value).toList()))
                .query((row, n) -> new There(
                        row.getBoolean("threads"),
                        row.getBoolean("preconceptions"),
                        row.getBoolean("research"),
                        row.getBoolean("reflections")))
                .single();
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

package org.attune.library;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They agreed that others may hear how it worked for them: in a talk, or about a story that is written. Withdrawn counts no more. */
@Component
class ConsentedToStory implements EntryCheck {

    private static final String SAID = """
              from said_mark m join turn t on t.id = m.turn_id
             where m.speaker_id = contact.id and m.kind = 'consented_to_story'
               and not exists (select from story_consent w where w.turn_id = t.id and w.withdrawn_at is not null)""";

    private static final String NOTED = """
              from story s join story_consent k on k.story_id = s.id
             where s.contact_id = contact.id and k.ended_at is null""";

    @Override
    public String key() {
        return "consented_to_story";
    }

    @Override
    public String condition() {
        return "exists (select" + SAID + ") or exists (select" + NOTED + ")";
    }

    @Override
    public String evidence() {
        return """
                select * from (
                  (select t.said_at as at, t.id as turn_id, t.seq as nth,
                          '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                          null::text as about
                   %s order by t.said_at desc, t.seq desc limit 1)
                  union all
                  (select k.allows_from, null::uuid, null::int,
                          case when exists (select from seen_story(:viewer) v where v.id = s.id)
                               then '/library/stories/' || s.id end,
                          null::text
                   %s order by k.noted_at desc limit 1)) agreed
                 order by turn_id nulls last limit 1""".formatted(SAID, NOTED);
    }
}

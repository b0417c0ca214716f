package org.attune.conversations;

import org.attune.stages.EntryCheck;

/** Something they said carries a mark; the check has the mark's name. */
abstract class Marked implements EntryCheck {

    private static final String TURNS = """
              from said_mark m join turn t on t.id = m.turn_id
             where m.speaker_id = contact.id and m.kind = '%s'""";

    private final String mark;

    Marked(String mark) {
        this.mark = mark;
    }

    @Override
    public final String key() {
        return mark;
    }

    @Override
    public final String condition() {
        return "exists (select" + TURNS.formatted(mark) + ")";
    }

    @Override
    public final String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                       null::text as about
                """ + TURNS.formatted(mark) + " order by t.said_at desc, t.seq desc limit 1";
    }
}

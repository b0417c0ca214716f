package org.attune.voice;

/** Turns that were heard and have no theme yet. What is too short to be about anything is not asked about, nor what they did. */
final class Unthemed {

    /** After it further conditions, an order, a limit. */
    static final String FROM = """
            voiced_turn(:viewer) t join conversation v on v.id = t.conversation_id
             where t.word_count >= 4 and t.exactness <> 'did'
               and not exists (select from turn_theme m where m.turn_id = t.id)
               and not exists (select from theme_passed p where p.turn_id = t.id) and
            """ + VoiceFilter.narrowed("t.speaker_id", "v.team_id", "t.said_at");

    private Unthemed() {}
}

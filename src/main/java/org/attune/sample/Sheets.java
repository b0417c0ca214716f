package org.attune.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The tables that are filled, with the columns that are. */
final class Sheets {

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("company", "id, name, website, city, created_by, created_at");
        TABLES.put(
                "contact",
                "id, given_name, family_name, pronoun, job_title, company_id, owner_id, team_id, language, source, found_us,"
                        + " ideal_days, longest_days, created_by, created_at, archived_at");
        TABLES.put("contact_email", "id, contact_id, address, label, position");
        TABLES.put("contact_phone", "id, contact_id, e164, label, position");
        TABLES.put("contact_tag", "contact_id, tag");
        TABLES.put("companion", "contact_id, user_id, until, added_by, added_at");
        TABLES.put("introduction", "id, introducer_id, introduced_id, on_day, noted_by, noted_at");
        TABLES.put(
                "stage_move",
                "id, contact_id, from_key, to_key, version, moved_at, moved_by, how, until, evidence, owner_id, team_id");
        TABLES.put("contact_stage", "contact_id, version, stage_key, since, until, move_id");
        TABLES.put(
                "conversation",
                "id, owner_id, team_id, lead_id, hat, channel, started_by, state, planned_for, planned_minutes, asked_for,"
                        + " happened_at, minutes, logged_at, outcome, talked_more, built, moved, visibility, complete, note, ended_at,"
                        + " ended_by, last_seq, heard_turns, our_turns, their_words, our_words, last_heard_at, last_turn_at,"
                        + " worked_on_at, version");
        TABLES.put("participant", "conversation_id, contact_id, joined_at");
        TABLES.put(
                "turn",
                "id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness, understanding, said_at,"
                        + " logged_at, logged_by, follows_id");
        TABLES.put("answer", "question_id, heard_id, noted_by, noted_at");
        TABLES.put("reply", "response_id, heard_id");
        TABLES.put("turn_mark", "turn_id, kind, turn_kind, marked_by, marked_at");
        TABLES.put("evidence", "turn_id, seal, kind, exactness");
        TABLES.put(
                "open_thread",
                "id, turn_id, note, opened_by, opened_at, picked_up_by_turn, let_go_at, let_go_by, let_go_why");
        TABLES.put("turn_theme", "turn_id, theme_id, added_by, added_at");
        TABLES.put(
                "promise",
                "id, contact_id, side, promiser_id, words, due, state, next_step, conversation_id, made_by, made_at, version,"
                        + " team_id");
        TABLES.put("promise_outcome", "id, promise_id, kind, from_due, to_due, noted_by, noted_at");
        TABLES.put(
                "touch",
                "id, contact_id, team_id, kind, asked_for, hat, words, reaction, reaction_words, happened_at, noted_by, noted_at,"
                        + " material_version_id, story_id, together_id, consent_id, consent_scope, consent_from, consent_to");
        TABLES.put("agreed_silence", "id, contact_id, until, why, agreed_by, agreed_at");
        TABLES.put(
                "way_on",
                "id, contact_id, conversation_id, way, ask_again_on, whose_wish, chosen_by, chosen_at, decision_id");
        TABLES.put("contact_stop", "id, contact_id, whose_wish, why, conversation_id, said_by, said_at");
        TABLES.put(
                "need",
                "id, kind, title, state, not_a_fit_for, ended_why, ended_at, ended_by, noted_by, team_id, noted_at, version");
        TABLES.put("need_person", "need_id, contact_id, has_problem, feels_it, pays, decides, opens_door, added_at");
        TABLES.put("need_turn", "need_id, heard_id, speaker_id, states, linked_by, linked_at");
        TABLES.put(
                "need_confirmation",
                "id, need_id, played_back, playback_turn, answer_turn, verdict, noted_by, noted_at");
        TABLES.put("need_cost", "id, need_id, kind, low, high, currency, per, worked_out, turn_id, noted_by, noted_at");
        TABLES.put("solution", "id, need_id, our_part, their_part, contributed_turn, agreed_turn, noted_by, noted_at");
        TABLES.put("need_change", "id, need_id, from_state, to_state, why, changed_by, changed_at");
        TABLES.put(
                "offer",
                "id, number, contact_id, need_id, owner_id, team_id, kind, title, scope, currency, price_once, price_month,"
                        + " price_year, valid_until, pulled, asked_turn, asked_by, push_reason, still_sensible, sense_for_us, state,"
                        + " recorded_at, sent_at, withdrawn_at, withdrawn_why, changed_at, version");
        TABLES.put(
                "offer_need",
                "offer_id, need_id, contact_id, heard_id, question_id, answer_id, response_id, answered_id, confirmation_id,"
                        + " cost_id, solution_id, reaction_id, part_gone, part_gone_turn");
        TABLES.put("offer_sent", "offer_id, terms_seal, sent_at, sent_by");
        TABLES.put("offer_verdict", "offer_id, need_id, rule, demand, met, turn_id, judged_at");
        TABLES.put("decision", "id, offer_id, kind, on_day, reason, ask_again_on, noted_by, noted_at");
        library();
        beside();
    }

    private static void library() {
        TABLES.put(
                "material",
                "id, title, purpose, stage_key, step, language, speaks_to, written_by, written_at, retired_at, retired_by, version");
        TABLES.put(
                "material_version",
                "id, material_id, number, body, news, written_by, written_at, published_at, version");
        TABLES.put("material_theme", "material_id, theme_id");
        TABLES.put(
                "story",
                "id, title, contact_id, need_id, team_id, situation, heard, found, result, language, speaks_to, written_by,"
                        + " written_at, version");
        TABLES.put("story_theme", "story_id, theme_id");
        TABLES.put("story_turn", "story_id, turn_id, position, words, exactness");
        TABLES.put(
                "story_consent",
                "id, story_id, scope, named, given_on, until, how, noted_by, noted_at, withdrawn_on, withdrawn_by, withdrawn_at,"
                        + " ended_at, allows_from, until_end");
        TABLES.put(
                "response_use",
                "id, response_id, material_version_id, story_id, noted_by, noted_at, used_at, in_writing, consent_id,"
                        + " consent_scope, consent_from, consent_to");
        TABLES.put("heard_reaction", "turn_id, reaction, said_by, said_at");
    }

    private static void beside() {
        TABLES.put("contact_field_value", "contact_id, field_id, field_kind, words, amount, day, yes, choice_id");
        TABLES.put("company_field_value", "company_id, field_id, field_kind, words, amount, day, yes, choice_id");
        TABLES.put("outside_link", "id, kind, contact_id, about_id, made_by, made_at, until, answered_at");
        TABLES.put("outside_secret", "link_id, hash");
        TABLES.put(
                "pulse",
                "link_id, contact_id, team_id, asked_by, asked_on, asked_at, weeks, days, heard, understood, answered, words,"
                        + " answered_at");
        TABLES.put(
                "hand_over",
                "id, from_user, to_user, contact_id, why, leaves, contacts, promises, talks, offers, done_by, done_at");
        TABLES.put("contact_owner_change", "id, contact_id, from_user, to_user, changed_by, changed_at, hand_over_id");
        TABLES.put("told_of_owner", "owner_change_id, told_by, on_day, noted_at");
        TABLES.put("introduction_thanks", "promise_id, introduction_id");
        TABLES.put("put_off", "id, contact_id, until, put_by, put_at");
        TABLES.put("past_purchase", "id, contact_id, title, on_day, amount, currency, imported_by, imported_at");
        TABLES.put("marks_gone_through", "conversation_id, gone_by, gone_at");
        TABLES.put("turn_correction", "id, turn_id, words, corrected_by, corrected_at");
        TABLES.put("reflection", "conversation_id, author_id, about_them, about_me, written_at");
        TABLES.put(
                "assumption", "id, contact_id, words, made_by, made_at, settled, settled_at, settled_in, correction");
        TABLES.put("hunch", "id, contact_id, words, had_by, had_at, settled, settled_at, settled_turn");
        TABLES.put("research_note", "id, contact_id, words, source, noted_by, noted_at");
        TABLES.put("response_likeness_key", "key, turn_id");
        TABLES.put("turn_alike", "turn_id, earlier_id");
        TABLES.put("statement", "id, audience, words, theme_id, put_by, put_at, version");
        TABLES.put("statement_turn", "statement_id, turn_id");
        TABLES.put("statement_answer", "id, statement_id, number, decision, why, by_when, answered_by, answered_at");
        TABLES.put("statement_telling", "id, answer_id, contact_id, conversation_id, told_by, told_at");
        TABLES.put("one_to_one_look", "id, person_id, manager_id, looked_at");
        TABLES.put("one_to_one_note", "id, person_id, manager_id, author_id, words, written_at");
        TABLES.put("one_to_one_step", "id, person_id, manager_id, words, due, agreed_by, agreed_at, done_by, done_at");
        TABLES.put("one_to_one_talk", "person_id, conversation_id, chosen_at");
        TABLES.put("need_person_not_met", "id, need_id, label, feels_it, pays, decides, opens_door");
    }

    private final Map<String, Sheet> all = new LinkedHashMap<>();

    Sheets(BiConsumer<Sheet, byte[]> full) {
        TABLES.forEach((table, columns) -> all.put(table, new Sheet(table, columns, full)));
    }

    static List<String> tables() {
        return List.copyOf(TABLES.keySet());
    }

    /** A new row of this table. */
    Sheet row(String table) {
        Sheet sheet = all.get(table);
        if (sheet == null) {
            throw new IllegalArgumentException(table);
        }
        return sheet.row();
    }

    void end() {
        all.values().forEach(Sheet::end);
    }

    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        all.forEach((table, sheet) -> rows.put(table, sheet.rows()));
        return rows;
    }
}

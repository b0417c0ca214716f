package org.attune.insight;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.TestDatabase;
import org.attune.access.Hat;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.CompanyId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two teams and what chance has them do over ten months, in a database of their own: contacts change hands in between, some are
 * archived, somebody leaves, and things happen just before midnight and while the clocks change. Whoever leads both sees all.
 */
final class TwoTeams implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Period SPRING = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31), ZONE);
    private static final Instant BEGIN = Instant.parse("2025-10-01T00:00:00Z");
    private static final List<String> STAGES =
            List.of("know", "like", "trust", "exploring", "customer", "not_now", "parted", "warm");

    final JdbcClient jdbc;
    final TeamId north = new TeamId(Ids.next());
    final TeamId south = new TeamId(Ids.next());
    final CompanyId kessler = new CompanyId(Ids.next());
    final Viewer anna = person("Anna");
    final Viewer leadsNorth = manager("Nora");
    final Viewer leadsSouth = manager("Sven");
    final Viewer leadsBoth = manager("Berta");
    private final Viewer ben = person("Ben");
    private final Viewer carla = person("Carla");
    private final Viewer left = person("Lena");
    private final List<UUID> contacts = new ArrayList<>();
    private final Map<UUID, UUID> ownerOf = new HashMap<>();
    private final Connection connection;
    private final Random chance;
    private int seq;

    TwoTeams(long seed) throws SQLException {
        chance = new Random(seed);
        connection = TestDatabase.fresh().connectionAsApplication();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** With offers and what was said about them, needs that were none of ours, touches, and what they bought before. */
    TwoTeams withOffers() throws SQLException {
        people();
        customers();
        for (int n = 0; n < 130; n++) {
            offer(any(contacts));
        }
        for (int n = 0; n < 60; n++) {
            notAFit(any(contacts));
            touch(any(contacts));
        }
        return later();
    }

    /** With moves between stages, promises and questions. */
    TwoTeams withMoves() throws SQLException {
        people();
        customers();
        warmWasAStage();
        contacts.forEach(this::moves);
        for (int n = 0; n < 60; n++) {
            waiting(any(contacts));
        }
        return later();
    }

    private TwoTeams later() throws SQLException {
        contacts.forEach(this::mayChangeHands);
        UUID[] some = {contacts.get(3), contacts.get(8)};
        run("update contact set archived_at = now() where id = any (:some)", Map.of("some", some));
        run("update app_user set deactivated_at = now() where id = :id", Map.of("id", left.uuid()));
        connection.commit();
        return this;
    }

    /** Everybody is there, and nothing happened. */
    TwoTeams withNothing() throws SQLException {
        people();
        connection.commit();
        return this;
    }

    Slice seenBy(Viewer viewer) {
        return new Slice(viewer, null, null, null, null, SPRING);
    }

    /** Everything, one team, one's own, and narrowed in every way there is. */
    Stream<Slice> slices() {
        return Stream.of(
                seenBy(leadsBoth),
                seenBy(leadsNorth),
                seenBy(leadsSouth),
                seenBy(anna),
                new Slice(leadsBoth, south, null, null, null, SPRING),
                new Slice(leadsBoth, null, anna.id(), null, null, SPRING),
                new Slice(leadsBoth, null, null, "know", null, SPRING),
                new Slice(leadsNorth, north, null, null, kessler, SPRING));
    }

    /** What the bare rows say; the conditions of {@link #counted} end the query. */
    <T> List<T> ask(Slice slice, String select, String team, String person, String contact, Class<T> type) {
        return jdbc.sql(select + counted(slice, team, person, contact))
                .param("from", slice.period().from())
                .param("until", slice.period().until())
                .query(type)
                .list();
    }

    /** Who may count what, and the slice, written down by hand: conditions for the end of a query. */
    String counted(Slice slice, String team, String person, String contact) {
        return overseen(slice, team, person) + narrowed(slice, team, person, contact);
    }

    private String overseen(Slice slice, String team, String person) {
        UserId viewer = slice.viewer().id();
        String own = person + " = '" + viewer.value() + "'";
        if (viewer.equals(leadsNorth.id())) {
            return " and (" + team + " = '" + north.value() + "' or " + own + ")";
        }
        if (viewer.equals(leadsSouth.id())) {
            return " and (" + team + " = '" + south.value() + "' or " + own + ")";
        }
        return viewer.equals(leadsBoth.id()) ? "" : " and " + own;
    }

    private static String narrowed(Slice slice, String team, String person, String contact) {
        StringBuilder sql = new StringBuilder();
        if (slice.team() != null) {
            sql.append(" and " + team + " = '" + slice.team().value() + "'");
        }
        if (slice.person() != null) {
            sql.append(" and " + person + " = '" + slice.person().value() + "'");
        }
        if (slice.company() != null) {
            sql.append(" and " + contact + " in (select id from contact where company_id = '"
                    + slice.company().value() + "')");
        }
        if (slice.stage() != null) {
            sql.append(" and " + contact + " in (select contact_id from contact_stage where stage_key = '"
                    + slice.stage() + "')");
        }
        return sql.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Viewer person(String name) {
        return new Viewer(new UserId(Ids.next()), name, Role.SALESPERSON, true, Hat.SALES, ZONE, Locale.UK);
    }

    private static Viewer manager(String name) {
        return new Viewer(new UserId(Ids.next()), name, Role.MANAGER, true, Hat.SALES, ZONE, Locale.UK);
    }

    private void people() {
        run(
                "insert into team (id, name) values (:north, 'North'), (:south, 'South')",
                Map.of("north", north.value(), "south", south.value()));
        for (Viewer one : List.of(anna, ben, left, leadsNorth, leadsBoth)) {
            enrol(one, north);
        }
        enrol(carla, south);
        enrol(leadsSouth, south);
        lead(north, leadsNorth);
        lead(south, leadsSouth);
        lead(north, leadsBoth);
        lead(south, leadsBoth);
        run(
                "insert into company (id, name, created_by) values (:id, 'Kessler', :by)",
                Map.of("id", kessler.value(), "by", anna.uuid()));
    }

    private void enrol(Viewer one, TeamId team) {
        run(
                """
                insert into app_user (id, email, name, role, sells, team_id)
                values (:id, :name || '@attune.example', :name, :role, true, :team)""",
                Map.of(
                        "id",
                        one.uuid(),
                        "name",
                        one.name(),
                        "role",
                        one.role().name().toLowerCase(Locale.ROOT),
                        "team",
                        team.value()));
    }

    private void lead(TeamId team, Viewer who) {
        run(
                "insert into team_lead (team_id, user_id) values (:team, :who)",
                Map.of("team", team.value(), "who", who.uuid()));
    }

    private void customers() {
        for (int n = 0; n < 20; n++) {
            UUID id = Ids.next();
            Viewer owner = any(List.of(anna, anna, ben, carla, left));
            Map<String, @Nullable Object> contact = new HashMap<>();
            contact.put("id", id);
            contact.put("name", "Helen " + n);
            contact.put("owner", owner.uuid());
            contact.put("company", chance.nextInt(3) == 0 ? kessler.value() : null);
            run("""
                    insert into contact (id, given_name, owner_id, team_id, created_by, company_id)
                    select :id, :name, u.id, u.team_id, u.id, :company from app_user u where u.id = :owner""", contact);
            contacts.add(id);
            ownerOf.put(id, owner.uuid());
        }
    }

    /** A stage of a version that is not in force. */
    private void warmWasAStage() {
        for (String sql : List.of(
                "insert into stage_definition (version, note) values (2, 'Second')",
                "insert into stage_identity (key, aside) values ('warm', false)",
                """
                insert into stage (version, key, name, colour, hat, position, aside, meaning, needs_all, entered_by)
                select 2, key, 'Old ' || name, colour, hat, position, aside, meaning, needs_all, entered_by from stage where version = 1""",
                """
                insert into stage (version, key, name, colour, hat, position, aside, meaning, needs_all, entered_by)
                values (2, 'warm', 'Warm', 'rose', 'sales', 50, false, 'They warm to us', true, 1)""",
                """
                insert into stage_criterion (version, stage_key, position, check_key, parameters)
                select 2, stage_key, position, check_key, parameters from stage_criterion where version = 1""",
                "insert into stage_criterion (version, stage_key, position, check_key, parameters) values (2, 'warm', 1, 'heard_turns', '{\"n\": 1}')")) {
            run(sql, Map.of());
        }
    }

    private void moves(UUID contact) {
        Instant at = BEGIN.plusSeconds(chance.nextInt(86_400 * 240));
        String now = null;
        for (int left = chance.nextInt(9); left > 0; left--) {
            at = at.plusSeconds(chance.nextInt(86_400 * 45));
            mayChangeHands(contact);
            String how = how(now);
            String to = now != null && how.equals("back") && left == 1 && chance.nextBoolean()
                    ? null
                    : to(how, now, left == 1);
            move(contact, now, to, how, at);
            now = to;
        }
    }

    private String how(@Nullable String now) {
        if (now == null) {
            return any(List.of("entered", "imported", "overridden", "aside"));
        }
        return any(List.of("forward", "forward", "overridden", "back", "aside", "retired"));
    }

    private String to(String how, @Nullable String now, boolean last) {
        if (how.equals("aside")) {
            return chance.nextBoolean() ? "not_now" : "parted"; // once more to Not now is to ask on another day
        }
        List<String> others = STAGES.stream()
                .filter(key -> !key.equals(now) && !(last && key.equals("warm")))
                .toList();
        return any(others);
    }

    private void move(UUID contact, @Nullable String from, @Nullable String to, String how, Instant at) {
        Map<String, @Nullable Object> move = new HashMap<>();
        move.put("id", Ids.next());
        move.put("contact", contact);
        move.put("from", from);
        move.put("to", to);
        move.put("version", "warm".equals(to) ? 2 : 1);
        move.put("at", Timestamp.from(at));
        move.put("by", leadsBoth.uuid());
        move.put("how", how);
        move.put("reason", how.equals("overridden") || how.equals("retired") ? "Because" : null);
        run("""
                insert into stage_move (id, contact_id, owner_id, team_id, from_key, to_key, version, moved_at, moved_by, how, reason)
                select :id, id, owner_id, team_id, :from, :to, :version, :at, :by, :how, :reason from contact where id = :contact""", move);
        run("delete from contact_stage where contact_id = :contact", move);
        if (to != null && !to.equals("warm")) {
            run("""
                    insert into contact_stage (contact_id, version, stage_key, since, move_id)
                    values (:contact, 1, :to, :at, :id)""", move);
        }
    }

    private void mayChangeHands(UUID contact) {
        if (chance.nextInt(5) == 0) {
            UUID to = any(List.of(anna, ben, carla, left)).uuid();
            run("""
                    update contact set owner_id = u.id, team_id = u.team_id from app_user u
                     where u.id = :to and contact.id = :id""", Map.of("to", to, "id", contact));
            ownerOf.put(contact, to);
        }
    }

    private UUID need(UUID contact, Instant at, Map<String, @Nullable Object> names) {
        mayChangeHands(contact);
        UUID need = Ids.next();
        names.put("need", need);
        names.put("contact", contact);
        names.put("owner", ownerOf.get(contact));
        talk(names, at);
        heard(names, "stated", at);
        if (chance.nextInt(3) == 0) {
            heard(names, "again", at.plusSeconds(86_400L * chance.nextInt(9)));
        }
        run(
                "insert into need (id, title, noted_by, team_id) select :need, 'A need', id, team_id from app_user where id = :owner",
                names);
        run("insert into need_person (need_id, contact_id, has_problem) values (:need, :contact, true)", names);
        about(names, "stated", true);
        if (names.containsKey("again")) {
            about(names, "again", true);
        }
        return need;
    }

    private void offer(UUID contact) {
        Map<String, @Nullable Object> names = new HashMap<>();
        Instant first = anyMoment();
        need(contact, first, names);
        ours(names, "question", "asked", first);
        heard(names, "answer", first);
        ours(names, "response", "responded", first);
        about(names, "answer", false);
        run("insert into answer (question_id, heard_id) values (:question, :answer)", names);
        run("insert into reply (response_id, heard_id) values (:response, :answer)", names);
        run(
                "insert into turn_mark (turn_id, kind, turn_kind, marked_by) values (:answer, 'asked_for_offer', 'heard', :owner)",
                names);
        run("""
                insert into evidence (turn_id, seal, kind, exactness)
                select id, seal, kind, exactness from turn where id in (:stated, :question, :answer, :response)""", names);
        cost(names);
        Instant sent = first.plusSeconds(86_400L * chance.nextInt(chance.nextBoolean() ? 4 : 40));
        UUID before = write(names, chance.nextInt(8) == 0 ? "draft" : "sent", sent, null);
        if (chance.nextInt(4) == 0) {
            run("update offer set state = 'replaced' where id = :offer and state = 'sent'", names);
            write(names, "sent", sent.plusSeconds(86_400L * chance.nextInt(60)), before);
        }
    }

    private void cost(Map<String, @Nullable Object> names) {
        String kind = any(List.of("amount", "amount", "amount", "not_countable", "rather_not_say", "none"));
        names.put("cost", kind.equals("none") ? null : Ids.next());
        names.put("costKind", kind);
        names.put("low", kind.equals("amount") ? 100 + chance.nextInt(900) : null);
        names.put("costCurrency", kind.equals("amount") ? any(List.of("EUR", "EUR", "GBP")) : null);
        names.put("per", kind.equals("amount") ? any(List.of("month", "year", "once")) : null);
        names.put("part", chance.nextInt(4) == 0 ? null : 1 + chance.nextInt(100));
        if (!kind.equals("none")) {
            run("""
                    insert into need_cost (id, need_id, kind, low, currency, per, turn_id, noted_by)
                    values (:cost, :need, :costKind, :low, :costCurrency, :per, :answer, :owner)""", names);
        }
    }

    private UUID write(Map<String, @Nullable Object> names, String state, Instant sent, @Nullable UUID replaces) {
        UUID id = Ids.next();
        boolean pulled = chance.nextBoolean();
        boolean withdrawn = chance.nextInt(7) == 0;
        boolean goesOut = state.equals("sent");
        names.put("offer", id);
        names.put("replaces", replaces);
        names.put("kind", replaces == null ? any(List.of("new", "new", "tender", "again")) : "new");
        names.put("repeats", "again".equals(names.get("kind")) ? id : null);
        names.put("currency", any(List.of("EUR", "EUR", "GBP")));
        names.put("once", chance.nextInt(3000));
        names.put("month", chance.nextInt(100));
        names.put("asked", pulled ? names.get("answer") : null);
        names.put("askedBy", pulled ? names.get("contact") : null);
        names.put("why", pulled ? null : "They would have waited");
        names.put("state", withdrawn ? "withdrawn" : state);
        names.put("sent", goesOut ? Timestamp.from(sent) : null);
        names.put("withdrawn", withdrawn ? Timestamp.from(sent) : null);
        names.put("withdrawnWhy", withdrawn ? "A mistake" : null);
        run("""
                insert into offer (id, contact_id, need_id, owner_id, team_id, kind, repeats_id, replaces_id, title, scope, currency,
                  price_once, price_month, price_year, valid_until, pulled, asked_turn, asked_by, push_reason, state, sent_at,
                  withdrawn_at, withdrawn_why)
                select :offer, :contact, :need, id, team_id, :kind, :repeats, :replaces, 'An offer', 'Of something', :currency,
                  :once, :month, 1, date '2027-01-01', :pulled, :asked, :askedBy, :why, :state, :sent, :withdrawn, :withdrawnWhy
                  from app_user where id = :owner""", names, Map.of("pulled", pulled));
        run("""
                insert into offer_need (offer_id, need_id, contact_id, heard_id, question_id, answer_id, response_id, answered_id,
                  cost_id, part_gone)
                values (:offer, :need, :contact, :stated, :question, :answer, :response, :answer, :cost, :part)""", names);
        if (goesOut) {
            run(
                    "insert into offer_sent (offer_id, terms_seal, sent_at, sent_by) select id, terms_seal, sent_at, :owner from offer where id = :offer",
                    names);
            decisions(names, sent);
        }
        return id;
    }

    private void decisions(Map<String, @Nullable Object> names, Instant sent) {
        Instant noted = sent;
        for (int left = chance.nextInt(3); left > 0; left--) {
            noted = noted.plusSeconds(3600L + chance.nextInt(86_400 * 30));
            String kind = any(List.of("yes", "no", "not_now"));
            LocalDate day =
                    LocalDate.ofInstant(noted, ZONE).minusDays(chance.nextInt(10) == 0 ? 60 : chance.nextInt(3));
            run("""
                    insert into decision (id, offer_id, kind, on_day, noted_by, noted_at)
                    values (uuidv7(), :offer, :decided, :day, :owner, :noted)""", names, Map.of("decided", kind, "day", day, "noted", Timestamp.from(noted)));
            run("""
                    update offer set state = case when :decided = 'not_now' then 'sent' else 'decided' end
                     where id = :offer and state in ('sent', 'decided')""", names, Map.of("decided", kind));
        }
    }

    private void notAFit(UUID contact) {
        Map<String, @Nullable Object> names = new HashMap<>();
        Instant first = anyMoment();
        need(contact, first, names);
        run(
                """
                update need set state = 'not_a_fit', not_a_fit_for = :for, ended_at = :at, ended_by = :owner where id = :need""",
                names,
                Map.of(
                        "for",
                        any(List.of("them", "us")),
                        "at",
                        Timestamp.from(first.plusSeconds(chance.nextInt(86_400 * 50)))));
        if (chance.nextInt(4) == 0) {
            run(
                    "delete from need_turn where need_id = :need",
                    names); // taken off again: nobody knows when it was first heard
        }
    }

    private void touch(UUID contact) {
        mayChangeHands(contact);
        run(
                """
                insert into touch (id, contact_id, team_id, kind, asked_for, hat, happened_at, noted_by)
                select uuidv7(), :contact, u.team_id, :kind, :asked, 'marketing', :at, u.id from app_user u where u.id = :owner""",
                Map.of(
                        "contact",
                        contact,
                        "kind",
                        any(List.of("tried_to_reach", "material", "event", "other")),
                        "asked",
                        chance.nextBoolean(),
                        "at",
                        Timestamp.from(anyMoment()),
                        "owner",
                        ownerOf.get(contact)));
        if (chance.nextInt(4) == 0) {
            run("""
                    insert into past_purchase (id, contact_id, title, on_day, imported_by) values (uuidv7(), :contact, 'Before', :day, :by)""", Map.of("contact", contact, "day", LocalDate.ofInstant(anyMoment(), ZONE), "by", anna.uuid()));
        }
    }

    private void waiting(UUID contact) {
        boolean ours = chance.nextBoolean();
        Map<String, @Nullable Object> names = new HashMap<>();
        names.put("contact", contact);
        names.put("owner", ownerOf.get(contact));
        names.put("promiser", ours ? anna.uuid() : null);
        run(
                """
                insert into promise (id, contact_id, team_id, side, promiser_id, words, due, state, made_by)
                select uuidv7(), id, team_id, :side, :promiser, 'Send it', :due, :state, :owner from contact where id = :contact""",
                names,
                Map.of(
                        "side",
                        ours ? "us" : "them",
                        "due",
                        LocalDate.ofInstant(anyMoment(), ZONE),
                        "state",
                        any(List.of("open", "kept", "broken"))));
        Instant at = anyMoment();
        talk(names, at);
        if (chance.nextBoolean()) {
            heard(names, "theirs", at);
            run(
                    "insert into turn_mark (turn_id, kind, turn_kind, marked_by) values (:theirs, 'their_question', 'heard', :owner)",
                    names);
            if (chance.nextBoolean()) {
                ours(names, "response", "responded", at);
                run("insert into reply (response_id, heard_id) values (:response, :theirs)", names);
            }
        }
        Instant later = at.plusSeconds(60 + chance.nextInt(86_400 * 90));
        ours(names, "asked", "asked", later);
        run("update conversation set last_turn_at = :at where id = :talk", names, Map.of("at", Timestamp.from(later)));
    }

    private void talk(Map<String, @Nullable Object> names, Instant at) {
        names.put("talk", Ids.next());
        run("""
                insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, happened_at, visibility)
                select :talk, id, team_id, :contact, 'sales', 'call', 'they', 'open', :at, :visible from app_user where id = :owner""", names, Map.of("at", Timestamp.from(at), "visible", any(List.of("team", "team", "private"))));
        run("insert into participant (conversation_id, contact_id) values (:talk, :contact)", names);
    }

    private void heard(Map<String, @Nullable Object> names, String name, Instant at) {
        turn(names, name, "heard", "from_memory", at);
    }

    private void ours(Map<String, @Nullable Object> names, String name, String kind, Instant at) {
        turn(names, name, kind, null, at);
    }

    private void turn(
            Map<String, @Nullable Object> names, String name, String kind, @Nullable String exactness, Instant at) {
        names.put(name, Ids.next());
        Map<String, @Nullable Object> turn = new HashMap<>(names);
        turn.put("id", names.get(name));
        turn.put("seq", ++seq);
        turn.put("turnKind", kind);
        turn.put("speaker", kind.equals("heard") ? names.get("contact") : null);
        turn.put("exactness", exactness);
        turn.put("said", Timestamp.from(at));
        run("""
                insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness, said_at,
                  logged_by)
                values (:id, :talk, :seq, :turnKind, :speaker, 'sales', 'Half of it', '\\x01',
                  sha256('\\x01'::bytea || convert_to('Half of it', 'UTF8')), 3, :exactness, :said, :owner)""", turn);
    }

    private void about(Map<String, @Nullable Object> names, String turn, boolean states) {
        run("""
                insert into need_turn (need_id, heard_id, speaker_id, states, linked_by)
                values (:need, :%s, :contact, :states, :owner)""".formatted(turn), names, Map.of("states", states));
    }

    /** Over half a year, half of the time a minute around midnight. */
    private Instant anyMoment() {
        LocalDate day = LocalDate.ofInstant(BEGIN, ZONE).plusDays(100 + chance.nextInt(170));
        long minutes = chance.nextBoolean() ? chance.nextInt(4) - 2 : chance.nextInt(1440);
        return day.atStartOfDay(ZONE).toInstant().plusSeconds(60 * minutes);
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private void run(String sql, Map<String, ? extends @Nullable Object> names, Map<String, Object> more) {
        Map<String, @Nullable Object> all = new HashMap<>(names);
        all.putAll(more);
        jdbc.sql(sql).params(all).update();
    }

    private void run(String sql, Map<String, ? extends @Nullable Object> names) {
        run(sql, names, Map.of());
    }
}

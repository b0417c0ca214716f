package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.access.Viewer;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.Mark;
import org.attune.conversations.Outcome;
import org.attune.conversations.TalkedMore;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Introductions;
import org.attune.people.Rhythm;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.pulse.AnswerPulse;
import org.attune.pulse.AskPulse;
import org.attune.pulse.Felt;
import org.attune.pulse.PulseAnswers;
import org.attune.pulse.Pulses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever happens day after day through the front doors: told again from what happened, health and its history are what was kept
 * meanwhile. A day passes by moving everything that happened, and what was kept of it, a day into the past.
 */
@AttuneTest
class RebuiltHealthTests {

    private static final int DAYS = 9;
    private static final int DEEDS = 4;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Where days stand, of everything that belongs to these people. */
    private static final Map<String, String> DATED = dated();

    @Autowired
    private HealthKeeping keeping;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Threads threads;

    @Autowired
    private Promises promises;

    @Autowired
    private Needs needs;

    @Autowired
    private Silences silences;

    @Autowired
    private Introductions introductions;

    @Autowired
    private Pulses pulses;

    @Autowired
    private PulseAnswers answers;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Viewer anna;
    private List<ContactId> people = List.of();
    private Random random = new Random(0);
    private final Map<ConversationId, ContactId> open = new LinkedHashMap<>();
    private final Map<TurnId, ContactId> heard = new LinkedHashMap<>();
    private final List<TurnId> waiting = new ArrayList<>();
    private final Map<PromiseId, ContactId> promised = new LinkedHashMap<>();
    private final Map<String, ContactId> asked = new LinkedHashMap<>();
    private final Map<ConversationId, ContactId> colleagues = new LinkedHashMap<>();

    @BeforeEach
    void whoSells() {
        anna = somebody.whoSells();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20, 111})
    void rebuiltEqualsLive(long seed) throws SQLException {
        random = new Random(seed);
        people = List.of(somebodyNew(), somebodyNew(), somebodyNew());
        people.forEach(one -> List.of(1, 2, 3).forEach(n -> talkWith(one)));
        people.forEach(this::askHowItIs);
        for (int day = 0; day < DAYS; day++) {
            for (int deed = 0; deed < DEEDS; deed++) {
                deeds().get(random.nextInt(deeds().size())).run();
            }
            if (day == 2) {
                answerPulse();
            }
            aDayPasses();
            if (random.nextBoolean()) {
                age();
            }
        }
        age();
        Map<String, List<Map<String, Object>>> live = kept();

        List.of("contact_health", "health_history")
                .forEach(table -> jdbc.sql("delete from " + table + " where contact_id in (:ids)")
                        .param("ids", ids())
                        .update());
        age();

        assertThat(kept()).isEqualTo(live);
        assertThat(live.get("health_history")).hasSizeGreaterThan(DAYS);
        assertThat(asked).as("whose pulse was not answered").hasSizeLessThan(people.size());
    }

    private List<Runnable> deeds() {
        return List.of(
                this::talk,
                this::talk,
                this::hear,
                this::hear,
                this::tell,
                this::respond,
                this::close,
                this::openThread,
                this::promise,
                this::settlePromise,
                this::need,
                this::beQuiet,
                this::introduce,
                this::answerPulse,
                this::meetTwo,
                this::hearTheOther);
    }

    private void talk() {
        talkWith(any(people));
    }

    private void talkWith(ContactId contact) {
        ConversationId talk = scene.begun(anna, contact);
        open.put(talk, contact);
        heard.put(scene.heard(anna, talk, contact, "Number " + random.nextInt()), contact);
    }

    private void hear() {
        if (!open.isEmpty()) {
            ConversationId in = any(open.keySet());
            ContactId speaker = open.get(in);
            Mark[] marks = random.nextInt(3) == 0 ? new Mark[] {Mark.THEIR_QUESTION} : new Mark[0];
            if (speaker != null) {
                heard.put(scene.heard(anna, in, speaker, "Number " + random.nextInt(), marks), speaker);
            }
        }
    }

    private void tell() {
        if (!open.isEmpty()) {
            scene.told(anna, any(open.keySet()), "We could show you " + random.nextInt());
        }
    }

    /** Their question is answered wherever it was asked. */
    private void respond() {
        if (!heard.isEmpty()) {
            TurnId turn = any(heard.keySet());
            ConversationId in = jdbc.sql(
                            "select t.conversation_id from turn t join turn_mark m on m.turn_id = t.id where t.id = :id")
                    .param("id", turn.value())
                    .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                    .optional()
                    .orElse(null);
            if (in != null && open.containsKey(in)) {
                scene.responded(anna, in, "As you said " + random.nextInt(), turn);
            }
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            ConversationId in = any(open.keySet());
            open.remove(in);
            conversations.close(
                    anna,
                    new CloseConversation(
                            in, Outcome.GOODBYE, any(List.of(TalkedMore.values())), 10, true, false, false));
        }
    }

    private void openThread() {
        if (!heard.isEmpty()) {
            TurnId turn = any(heard.keySet());
            threads.open(anna, Ids.next(), turn, null);
            waiting.add(turn);
        }
    }

    private void promise() {
        PromiseId id = new PromiseId(Ids.next());
        ContactId to = any(people);
        promises.make(anna, MakePromise.ours(id, to, "Send the list", today().plusDays(random.nextInt(3))));
        promised.put(id, to);
    }

    private void settlePromise() {
        if (!promised.isEmpty()) {
            PromiseId id = any(promised.keySet());
            switch (random.nextInt(4)) {
                case 0 -> promises.keep(anna, id);
                case 1 -> promises.giveUp(anna, id);
                case 2 -> promises.reopen(anna, id);
                default -> {
                    promises.reopen(anna, id);
                    promises.moveTo(anna, id, today().plusDays(random.nextInt(4)));
                }
            }
        }
    }

    private void need() {
        if (!heard.isEmpty()) {
            needs.note(
                    anna,
                    new NoteNeed(
                            new NeedId(Ids.next()),
                            any(heard.keySet()),
                            NeedKind.PROBLEM,
                            "Half is lost",
                            null,
                            Set.of(PersonRole.HAS_PROBLEM)));
        }
    }

    private void beQuiet() {
        if (random.nextInt(3) == 0) {
            silences.agree(
                    anna,
                    new AgreeSilence(Ids.next(), any(people), today().plusDays(1 + random.nextInt(3)), null, null));
        } else if (!waiting.isEmpty()) {
            threads.letGo(anna, any(waiting), null);
        }
    }

    private void introduce() {
        introductions.note(anna, Ids.next(), any(people), acquaintances.of(anna), null, null);
    }

    private void askHowItIs(ContactId contact) {
        pulses.ask(anna, new AskPulse(new OutsideLinkId(Ids.next()), contact, 60));
        String path = Objects.requireNonNull(
                Objects.requireNonNull(pulses.panel(anna, contact, true).sent()).path());
        asked.put(path.substring(path.lastIndexOf('/') + 1), contact);
    }

    private void answerPulse() {
        if (!asked.isEmpty()) {
            String secret = any(asked.keySet());
            asked.remove(secret);
            List<Felt> felt = List.of(Felt.values());
            answers.answer(secret, new AnswerPulse(any(felt), any(felt), any(felt), null));
        }
    }

    /** Two of the same house: what one of them says, the other did not. */
    private void meetTwo() {
        ContactId one = any(people);
        ContactId other = any(people.stream().filter(who -> !who.equals(one)).toList());
        ConversationId talk = scene.begun(anna, one, other);
        open.put(talk, one);
        colleagues.put(talk, other);
    }

    private void hearTheOther() {
        if (!colleagues.isEmpty()) {
            ConversationId in = any(colleagues.keySet());
            ContactId speaker = Objects.requireNonNull(colleagues.get(in));
            if (open.containsKey(in)) {
                heard.put(scene.heard(anna, in, speaker, "Number " + random.nextInt()), speaker);
            }
        }
    }

    private ContactId somebodyNew() {
        return acquaintances.of(
                anna, ContactDetails.named("Helen", "Brandt-" + Ids.next()).every(new Rhythm(1, 4)));
    }

    private void age() {
        transaction.executeWithoutResult(tx -> keeping.age(ids()));
    }

    private List<UUID> ids() {
        return people.stream().map(ContactId::value).sorted().toList();
    }

    private Map<String, List<Map<String, Object>>> kept() {
        return List.of("contact_health", "health_history").stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql(
                                "select * from " + table + " where contact_id in (:ids) order by 1, 2")
                        .param("ids", ids())
                        .query()
                        .listOfRows()));
    }

    private LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private <T> T any(Iterable<T> all) {
        List<T> list = new ArrayList<>();
        all.forEach(list::add);
        return list.get(random.nextInt(list.size()));
    }

    private void aDayPasses() throws SQLException {
        String which = ids().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        try (Connection owner = TestDatabase.shared().connectionAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("set session time zone 'Europe/Berlin'");
            for (Map.Entry<String, String> table : DATED.entrySet()) {
                String set = Arrays.stream(table.getValue().split(": ")[0].split(", "))
                        .map(column -> column + " = " + column + earlier(column))
                        .collect(Collectors.joining(", "));
                statement.execute("update " + table.getKey() + " set " + set + " where "
                        + table.getValue().split(": ")[1].replace("?", which));
            }
            // Away and back, so that no two days of a person are the same in between.
            statement.execute(
                    "update health_history set day = day - 10000, before_day = before_day - 10000 where contact_id in ("
                            + which + ")");
            statement.execute(
                    "update health_history set day = day + 9999, before_day = before_day + 9999 where contact_id in ("
                            + which + ")");
        }
    }

    private static String earlier(String column) {
        return Set.of("due", "from_due", "to_due", "until", "on_day", "day", "band_since", "asked_on")
                        .contains(column)
                ? " - 1"
                : " - interval '1 day'";
    }

    private static Map<String, String> dated() {
        String talks = "in (select conversation_id from participant where contact_id in (?))";
        String turns = "in (select id from turn where speaker_id in (?))";
        String needed = "in (select need_id from need_person where contact_id in (?))";
        Map<String, String> all = new LinkedHashMap<>();
        all.put("contact", "created_at: id in (?)");
        all.put(
                "conversation",
                "happened_at, logged_at, ended_at, last_heard_at, last_turn_at, worked_on_at: id " + talks);
        all.put("turn", "said_at, logged_at: conversation_id " + talks);
        all.put("turn_mark", "marked_at: turn_id " + turns);
        all.put("open_thread", "opened_at, let_go_at: turn_id " + turns);
        all.put(
                "promise_outcome",
                "noted_at, from_due, to_due: promise_id in (select id from promise where contact_id in (?))");
        all.put("promise", "due, made_at: contact_id in (?)");
        all.put("need", "noted_at, ended_at: id " + needed);
        all.put("need_change", "changed_at: need_id " + needed);
        all.put("introduction", "on_day, noted_at: introducer_id in (?)");
        all.put("agreed_silence", "until, agreed_at, ended_at: contact_id in (?)");
        all.put("pulse", "asked_on, asked_at, answered_at: contact_id in (?)");
        all.put("contact_health", "day, band_since: contact_id in (?)");
        return all;
    }
}

package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.RareWord;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.TestDatabase;
import org.attune.Waits;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnId;
import org.attune.library.MaterialVersionId;
import org.attune.library.Shelf;
import org.attune.library.StoryId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of those who should hear from us: who is on it, in which order, and what stands beside them. */
@AttuneTest
class NurtureQueueTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private NurtureQueue queue;

    @Autowired
    private PutOffs putOffs;

    @Autowired
    private Touches touches;

    @Autowired
    private Silences silences;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private DueRows dueRows;

    @Autowired
    private DueKeeping keeping;

    @Autowired
    private Waits waits;

    @Autowired
    private Shelf shelf;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Needs needs;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;

    /** What fits is looked for in all that is there, so nothing of others may be there. */
    @BeforeEach
    void anEmptyLibrary() {
        for (String shelf : List.of("material", "story")) {
            jdbc.sql("update " + shelf + " set retired_at = now(), retired_by = written_by where retired_at is null")
                    .update();
        }
    }

    @BeforeEach
    void somebodySells() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
    }

    @Test
    void theLongestDueComesFirst() {
        ContactId lately = keptInTouch("Petra Kühn", 40);
        ContactId longAgo = keptInTouch("Helen Brandt", 90);
        keptInTouch("Pieter Wit", 3);

        assertThat(listed(anna)).containsExactly(longAgo, lately);
        assertThat(queue.count(anna, QueueOf.MINE)).isEqualTo(2);
    }

    @Test
    void whoSatThereWhileAColleagueSpokeIsStillDue() {
        ContactId silent = keptInTouch("Helen Brandt", 90);
        ContactId spoke = keptInTouch("Petra Kühn", 90);
        ConversationId call = scene.begun(anna, silent, spoke);
        scene.heard(anna, call, spoke, "She leaves the talking to me.");
        closed(call.value());
        dueRows.reckon(List.of(silent.value(), spoke.value()));

        assertThat(listed(anna)).containsExactly(silent);
    }

    @Test
    void aTouchGivesThemAWeekAndTakesNothingFromTheRhythm() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        LocalDate since = queue.page(anna, QueueOf.MINE, null, 9).items().get(0).since();
        note(helen, TouchKind.GREETING, Instant.now());
        assertThat(listed(anna)).isEmpty();

        jdbc.sql("update touch set happened_at = :at where contact_id = :id")
                .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(9))))
                .param("id", helen.value())
                .update();
        assertThat(queue.page(anna, QueueOf.MINE, null, 9).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.since()).isEqualTo(since);
                    assertThat(line.touch()).isNotNull();
                });
    }

    @Test
    void whoWasTriedIsHereAgainTomorrow() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        note(helen, TouchKind.TRIED_TO_REACH, Instant.now());
        assertThat(listed(anna)).isEmpty();

        jdbc.sql("update touch set happened_at = :at where contact_id = :id")
                .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(1))))
                .param("id", helen.value())
                .update();
        assertThat(listed(anna)).containsExactly(helen);
    }

    @Test
    void whoIsSilentOrStoppedOrHasSomethingUnderWayIsNotHere() {
        ContactId silent = keptInTouch("Helen Brandt", 90);
        silences.agree(anna, new AgreeSilence(Ids.next(), silent, TODAY.plusDays(5), null, null));
        ContactId stopped = keptInTouch("Petra Kühn", 90);
        UUID stop = Ids.next();
        waysOn.choose(anna, new ChooseWayOn(stop, stopped, null, Way.STOP, null, Wish.THEIRS, null, null));
        ContactId planned = keptInTouch("Pieter Wit", 90);
        happened.planned(anna, planned, Instant.now().plus(Duration.ofDays(2)));

        assertThat(listed(anna)).isEmpty();
    }

    @Test
    void aSilenceThatIsEndedBringsThemBack() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        SilenceView silence = silences.agree(anna, new AgreeSilence(Ids.next(), helen, TODAY.plusDays(5), null, null));
        assertThat(listed(anna)).isEmpty();

        silences.end(anna, silence.id());
        assertThat(listed(anna)).containsExactly(helen);
    }

    @Test
    void laterIsADayAndCanBeTakenBack() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        UUID off = Ids.next();
        putOffs.put(anna, off, helen, TODAY.plusDays(7));
        putOffs.put(anna, off, helen, TODAY.plusDays(7));
        assertThat(listed(anna)).isEmpty();
        assertThatThrownBy(() -> putOffs.put(anna, off, helen, TODAY.plusDays(8)))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> putOffs.put(anna, Ids.next(), helen, TODAY)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> putOffs.put(anna, Ids.next(), helen, TODAY.plusYears(2)))
                .isInstanceOf(RuleRefused.class);

        putOffs.takeBack(anna, off);
        putOffs.takeBack(anna, off);
        assertThat(listed(anna)).containsExactly(helen);
    }

    @Test
    void notThemHoldsUntilTheyAreHeardAgain() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        putOffs.put(anna, Ids.next(), helen, null);
        assertThat(listed(anna)).isEmpty();

        jdbc.sql("update put_off set taken_back_at = now() where contact_id = :id")
                .param("id", helen.value())
                .update();
        assertThat(listed(anna)).containsExactly(helen);
        jdbc.sql("insert into put_off (id, contact_id, put_by, put_at) values (:id, :contact, :by, :at)")
                .param("id", Ids.next())
                .param("contact", helen.value())
                .param("by", anna.uuid())
                .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(100))))
                .update();
        assertThat(listed(anna)).containsExactly(helen);
    }

    @Test
    void othersPutNobodyOff() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        UUID off = Ids.next();
        putOffs.put(anna, off, helen, null);

        for (Viewer outsider : List.of(somebody.whoSells(), somebody.whoAdministers())) {
            assertThatThrownBy(() -> putOffs.put(outsider, Ids.next(), helen, null))
                    .isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> putOffs.takeBack(outsider, off)).isInstanceOf(NotSeen.class);
        }
    }

    @Test
    void aManagerLooksAtAPersonOrATeamTheyLeadAndAtNobodyElse() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        Viewer manager = somebody.whoLeads(team);
        Viewer stranger = somebody.whoLeads(somebody.aTeam());

        assertThat(listed(manager)).isEmpty();
        assertThat(listed(manager, new QueueOf(anna.uuid(), null))).containsExactly(helen);
        assertThat(listed(manager, new QueueOf(null, team.value()))).containsExactly(helen);
        assertThat(listed(stranger, new QueueOf(anna.uuid(), null))).isEmpty();
        assertThat(listed(stranger, new QueueOf(null, team.value()))).isEmpty();
        assertThat(listed(somebody.whoSells(team), new QueueOf(anna.uuid(), null)))
                .isEmpty();
    }

    @Test
    void pagesGoOnAfterTheLastLineAndCostTheSame() {
        List<ContactId> all = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            all.add(keptInTouch("Helen Brandt", 60 + n));
        }
        KeysetPage<QueueLine> first = queue.page(anna, QueueOf.MINE, null, 4);
        KeysetPage<QueueLine> second = queue.page(anna, QueueOf.MINE, first.next(), 4);

        assertThat(second.next()).isNull();
        assertThat(first.items())
                .hasSize(4)
                .extracting(QueueLine::contact)
                .doesNotContainAnyElementsOf(
                        second.items().stream().map(QueueLine::contact).toList());
        assertThat(second.items()).hasSize(3);
        assertThat(queue.page(anna, QueueOf.MINE, "nonsense~", 9).items()).hasSize(7);
        assertThat(Statements.during(() -> queue.page(anna, QueueOf.MINE, null, 20)))
                .isEqualTo(Statements.during(() -> queue.page(anna, QueueOf.MINE, null, 1)))
                .isEqualTo(4);
        assertThat(Statements.during(() -> queue.atAGlance(anna, QueueOf.MINE, 5)))
                .isEqualTo(2);
        assertThat(queue.atAGlance(anna, QueueOf.MINE, 5).items())
                .extracting(QueueLine::contact)
                .startsWith(first.items().stream().map(QueueLine::contact).toArray(ContactId[]::new));
    }

    @Test
    void suggestsWhatFitsTheirVeryWordsAndNothingTheyWereGiven() {
        String rare = RareWord.next();
        ContactId helen = saidLongAgo("Every " + rare + " means " + rare + "double " + rare + "entry.");
        ContactId petra = keptInTouch("Petra Kühn", 80);
        MaterialVersionId first = checklist("Counting " + rare, rare);

        assertThat(of(helen)).satisfies(help -> {
            assertThat(help.kind()).isEqualTo(Suggestion.Kind.HEARD);
            assertThat(help.matched()).containsExactly(rare, rare + "double " + rare + "entry");
            assertThat(help.title()).isEqualTo("Counting " + rare);
            assertThat(help.saidHref()).endsWith("#t1");
            assertThat(help.touch()).isEqualTo(TouchKind.MATERIAL);
        });
        assertThat(of(petra).kind()).isEqualTo(Suggestion.Kind.HOW_IT_WENT);

        touches.note(
                anna,
                new NoteTouch(
                        Ids.next(),
                        helen,
                        TouchKind.MATERIAL,
                        false,
                        "The list",
                        daysAgo(20),
                        new Given(first.value(), null, null, null, null)));
        assertThat(of(helen).kind()).isEqualTo(Suggestion.Kind.HOW_IT_WENT);
    }

    @Test
    void suggestsAStoryOfSomebodyElseThatMayBeWritten() {
        String rare = RareWord.next();
        ContactId helen = saidLongAgo("Every " + rare + " means " + rare + "double " + rare + "entry.");
        StoryId own = shelf.story(anna, helen, "Her own " + rare, rare + "double " + rare + "entry");
        shelf.consent(anna, own, "written");
        StoryId told = shelf.story(anna, happened.met(anna), "Another " + rare, rare + "double " + rare + "entry");
        shelf.consent(anna, told, "told");
        assertThat(of(helen).kind()).isEqualTo(Suggestion.Kind.HOW_IT_WENT);

        shelf.consent(anna, told, "written");
        assertThat(of(helen)).satisfies(help -> {
            assertThat(help.href()).isEqualTo("/library/stories/" + told.value());
            assertThat(help.isStory()).isTrue();
            assertThat(help.touch()).isEqualTo(TouchKind.STORY);
        });
    }

    @Test
    void answersWhatTheyWantToKnowOrSaysThatSomebodyHasToFindOut() {
        String rare = RareWord.next();
        String other = RareWord.next();
        String asked = rare + " " + rare + "done " + rare + "elsewhere"; // nobody else's words
        ContactId helen = saidLongAgo("How is it with " + asked + "?");
        UUID said = jdbc.sql("select id from turn where speaker_id = ? order by said_at desc limit 1")
                .param(helen.value())
                .query(UUID.class)
                .single();
        needs.note(
                anna,
                new NoteNeed(new NeedId(Ids.next()), new TurnId(said), NeedKind.WANTS_TO_KNOW, asked, null, Set.of()));
        jdbc.sql("update need set noted_at = :at where title = :title")
                .param("at", Timestamp.from(daysAgo(89)))
                .param("title", asked)
                .update();
        says(helen, "Every " + other + " means " + other + "double " + other + "entry.");
        checklist("Counting " + other, other);
        assertThat(of(helen)).satisfies(help -> {
            assertThat(help.kind()).isEqualTo(Suggestion.Kind.FIND_OUT);
            assertThat(help.about()).isEqualTo(asked);
        });

        checklist("All about " + rare, "other words");
        assertThat(of(helen)).satisfies(help -> {
            assertThat(help.kind()).isEqualTo(Suggestion.Kind.ANSWER);
            assertThat(help.title()).isEqualTo("All about " + rare);
        });
    }

    private MaterialVersionId checklist(String title, String word) {
        return shelf.material(anna, "en", title, word + "double " + word + "entry", "What is written twice.");
    }

    private ContactId saidLongAgo(String words) {
        ContactId id = keptInTouch("Helen Brandt", 90);
        says(id, words);
        return id;
    }

    private void says(ContactId id, String words) {
        ConversationId call = scene.begun(anna, id);
        scene.heard(anna, call, id, words);
        closed(call.value());
        again(id);
    }

    /** Long ago, for the rhythm. */
    private void again(ContactId id) {
        jdbc.sql("update turn set said_at = :at where speaker_id = :id")
                .param("at", Timestamp.from(daysAgo(90)))
                .param("id", id.value())
                .update();
        dueRows.reckon(List.of(id.value()));
    }

    private Suggestion of(ContactId contact) {
        return queue.page(anna, QueueOf.MINE, null, 9).items().stream()
                .filter(line -> line.contact().equals(contact))
                .findFirst()
                .orElseThrow()
                .suggestion();
    }

    @Test
    void quotesWhatTheyMayReadAndNothingPersonal() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        UUID call = happened.spoke(anna, helen, "they");
        closed(call);
        UUID said = happened.heard(call, helen, Instant.now().minus(Duration.ofDays(80)));
        assertThat(suggestion().kind()).isEqualTo(Suggestion.Kind.HOW_IT_WENT);
        assertThat(suggestion().words()).isEqualTo("Half of it is lost");

        happened.marked(said, "personal");
        assertThat(suggestion().words()).isNotEqualTo("Never said");
        assertThat(suggestion().saidHref()).isNotEqualTo("/conversations/" + call + "#t1");
    }

    @Test
    void whoCameToOtherHandsIsInTheirList() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        Viewer ben = somebody.whoSells(team);
        jdbc.sql("update contact set owner_id = :ben where id = :id")
                .param("ben", ben.uuid())
                .param("id", helen.value())
                .update();

        assertThat(listed(anna)).isEmpty();
        assertThat(listed(ben)).containsExactly(helen);
    }

    @Test
    void whoComesToOtherHandsWhileTheirFirstDayIsReckonedIsInTheirListToo() throws Exception {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        jdbc.sql("delete from nurture_due where contact_id = ?")
                .param(helen.value())
                .update();
        Viewer ben = somebody.whoSells(team);
        CompletableFuture<Void> reckoning;
        try (Connection connection = TestDatabase.shared().connectionAsOwner();
                PreparedStatement handOver =
                        connection.prepareStatement("update contact set owner_id = ? where id = ?")) {
            connection.setAutoCommit(false);
            handOver.setObject(1, ben.uuid());
            handOver.setObject(2, helen.value());
            handOver.executeUpdate();
            reckoning = CompletableFuture.runAsync(() -> dueRows.reckon(List.of(helen.value())));
            waits.untilSomebodyWaitsFor(connection.unwrap(PGConnection.class).getBackendPID(), reckoning);
            connection.commit();
        }
        reckoning.get(20, TimeUnit.SECONDS);

        assertThat(listed(ben)).containsExactly(helen);
    }

    @Test
    void whoIsPutAwayIsNotHereAndWhoseTheyAreCanBeMadeAnew() {
        ContactId helen = keptInTouch("Helen Brandt", 90);
        String kept = "select owner_id || ' ' || team_id || ' ' || shelf from nurture_due where contact_id = :id";
        String before = one(kept, helen);
        String archived = "update contact set archived_at = :at where id = :id";

        jdbc.sql(archived)
                .param("at", Timestamp.from(Instant.now()))
                .param("id", helen.value())
                .update();
        assertThat(listed(anna)).isEmpty();
        assertThat(queue.count(anna, QueueOf.MINE)).isZero();
        jdbc.sql(archived).param("at", null).param("id", helen.value()).update();
        assertThat(listed(anna)).containsExactly(helen);

        jdbc.sql(
                        "update nurture_due set owner_id = :ben, team_id = gen_random_uuid(), shelf = 'merged' where contact_id = :id")
                .param("ben", somebody.whoSells().uuid())
                .param("id", helen.value())
                .update();
        assertThat(listed(anna)).isEmpty();
        keeping.rebuildAll();
        assertThat(one(kept, helen)).isEqualTo(before);
        assertThat(listed(anna)).containsExactly(helen);
    }

    private String one(String question, ContactId contact) {
        return jdbc.sql(question)
                .param("id", contact.value())
                .query(String.class)
                .single();
    }

    /** The same question put plainly, for people of whom anything may be so. */
    @Test
    void isWhatAPlainQuestionFinds() {
        Random dice = new Random(20261122);
        for (int n = 0; n < 60; n++) {
            anybody(dice);
        }

        List<UUID> plain = jdbc.sql("""
                        select c.id from contact c left join contact_stage e on e.contact_id = c.id
                          left join current_stage g on g.key = e.stage_key
                          left join (select t.speaker_id, max(t.said_at) as at from turn t where t.kind = 'heard' group by 1) h
                            on h.speaker_id = c.id
                          left join (select distinct on (contact_id) * from way_on order by contact_id, chosen_at desc, id desc) w
                            on w.contact_id = c.id and w.chosen_at >= coalesce(e.since, '-infinity')
                         where c.owner_id = :anna and c.archived_at is null
                           and coalesce(w.way, case when g.hat = 'marketing' then 'keep_in_touch' end, 'none') = 'keep_in_touch'
                           and (coalesce(h.at, c.created_at) at time zone 'Europe/Berlin')::date
                               + case when g.hat = 'marketing' then g.ideal_days else 30 end <= :today
                           and not exists (select from agreed_silence s where s.contact_id = c.id and s.until > :today)
                           and not exists (select from contact_stop s where s.contact_id = c.id)
                           and not exists (select from touch t where t.contact_id = c.id and t.happened_at > now() - interval '6 days')""")
                .param("anna", anna.uuid())
                .param("today", TODAY)
                .query(UUID.class)
                .list();

        assertThat(plain).hasSizeBetween(5, 55);
        assertThat(listed(anna)).extracting(ContactId::value).containsExactlyInAnyOrderElementsOf(plain);
    }

    /** Whoever the dashboards call neglected is here, or with sales, or somebody said later. */
    @Test
    void doesNotContradictTheDashboards() {
        Random dice = new Random(7);
        for (int n = 0; n < 40; n++) {
            anybody(dice);
        }
        List<UUID> neglected = jdbc.sql("""
                        select n.contact_id from neglected_contact(:anna, :today) n
                          join contact_stage e on e.contact_id = n.contact_id
                          join current_stage g on g.key = e.stage_key and g.hat = 'marketing'
                         where n.why = 'quiet' and not exists (select from way_on w where w.contact_id = n.contact_id
                                                                  and w.way = 'keep_talking' and w.chosen_at >= e.since)""")
                .param("anna", anna.uuid())
                .param("today", TODAY)
                .query(UUID.class)
                .list();

        assertThat(neglected).isNotEmpty();
        assertThat(listed(anna)).extracting(ContactId::value).containsAll(neglected);
        ContactId stopped = new ContactId(neglected.get(0));
        waysOn.choose(anna, new ChooseWayOn(Ids.next(), stopped, null, Way.STOP, null, Wish.OURS, null, null));
        assertThat(jdbc.sql("select count(*) from neglected_contact(:anna, :today) where contact_id = :id")
                        .param("anna", anna.uuid())
                        .param("today", TODAY)
                        .param("id", stopped.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void anybody(Random dice) {
        ContactId id = happened.met(anna);
        int stage = dice.nextInt(4);
        jdbc.sql("update contact set created_at = :at where id = :id")
                .param("at", Timestamp.from(daysAgo(10 + dice.nextInt(200))))
                .param("id", id.value())
                .update();
        if (stage > 0) {
            standsAt(id, List.of("know", "customer", "weighing").get(stage - 1), 5 + dice.nextInt(200));
        }
        if (dice.nextInt(3) > 0) {
            heard(id, 1 + dice.nextInt(180));
        }
        if (dice.nextInt(3) == 0) {
            way(id, dice.nextBoolean() ? "keep_in_touch" : "keep_talking", 1 + dice.nextInt(100));
        }
        switch (dice.nextInt(8)) {
            case 0 ->
                silences.agree(
                        anna, new AgreeSilence(Ids.next(), id, TODAY.plusDays(1 + dice.nextInt(30)), null, null));
            case 1 -> waysOn.choose(anna, new ChooseWayOn(Ids.next(), id, null, Way.STOP, null, Wish.OURS, null, null));
            case 2 -> note(id, TouchKind.EVENT, daysAgo(dice.nextInt(5)));
            default -> {}
        }
        dueRows.reckon(List.of(id.value()));
        happened.kept(id);
    }

    private Suggestion suggestion() {
        return queue.page(anna, QueueOf.MINE, null, 9).items().get(0).suggestion();
    }

    private List<ContactId> listed(Viewer viewer) {
        return listed(viewer, QueueOf.MINE);
    }

    private List<ContactId> listed(Viewer viewer, QueueOf whose) {
        return queue.page(viewer, whose, null, 200).items().stream()
                .map(QueueLine::contact)
                .toList();
    }

    private ContactId keptInTouch(String name, int heardDaysAgo) {
        ContactId id = happened.met(anna, name);
        heard(id, heardDaysAgo);
        waysOn.choose(anna, new ChooseWayOn(Ids.next(), id, null, Way.KEEP_IN_TOUCH, null, null, null, null));
        return id;
    }

    private void heard(ContactId id, int daysAgo) {
        UUID call = happened.spoke(anna, id, "we");
        happened.heard(call, id, daysAgo(daysAgo));
        closed(call);
    }

    private void closed(UUID call) {
        jdbc.sql("update conversation set state = 'closed', outcome = 'goodbye', ended_at = now() where id = :id")
                .param("id", call)
                .update();
    }

    private void standsAt(ContactId id, String stage, int daysAgo) {
        UUID move = Ids.next();
        jdbc.sql("""
                        insert into stage_move (id, contact_id, to_key, version, moved_at, moved_by, how, owner_id, team_id)
                        select :id, c.id, f.key, f.version, :at, :by, 'imported', c.owner_id, c.team_id
                          from stage_in_force f, contact c where f.key = :stage and c.id = :contact""")
                .param("id", move)
                .param("contact", id.value())
                .param("at", Timestamp.from(daysAgo(daysAgo)))
                .param("by", anna.uuid())
                .param("stage", stage)
                .update();
        jdbc.sql("""
                        insert into contact_stage (contact_id, version, stage_key, since, move_id)
                        select contact_id, version, to_key, moved_at, id from stage_move where id = :id""").param("id", move).update();
    }

    private void way(ContactId id, String way, int daysAgo) {
        jdbc.sql(
                        "insert into way_on (id, contact_id, way, chosen_by, chosen_at) values (:id, :contact, :way, :by, :at)")
                .param("id", Ids.next())
                .param("contact", id.value())
                .param("way", way)
                .param("by", anna.uuid())
                .param("at", Timestamp.from(daysAgo(daysAgo)))
                .update();
    }

    private void note(ContactId id, TouchKind kind, @Nullable Instant at) {
        touches.note(anna, new NoteTouch(Ids.next(), id, kind, false, "A card", at));
    }

    /** At noon, so that no day depends on the hour at which this is run. */
    private static Instant daysAgo(int days) {
        Instant noon = TODAY.minusDays(days)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
        return noon.isAfter(Instant.now()) ? Instant.now().minusSeconds(1) : noon;
    }
}

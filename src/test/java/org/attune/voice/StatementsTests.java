package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.audit.ErasePerson;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Heard, decided, told: what customers said, put to those who decide. */
@AttuneTest
class StatementsTests {

    private static final LocalDate SOON = LocalDate.now().plusDays(20);

    @Autowired
    private Statements statements;

    @Autowired
    private Tellings tellings;

    @Autowired
    private Answerers answerers;

    @Autowired
    private Promises promises;

    @Autowired
    private Silences silences;

    @Autowired
    private Merges merges;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Postbox postbox;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer ruth;
    private ContactId helen;
    private ContactId petra;
    private TurnId openToAll;
    private TurnId openToTheTeam;

    @BeforeEach
    void twoSaidIt() {
        anna = somebody.whoSells();
        ruth = somebody.whoSells();
        answer(Addressee.PRODUCT, ruth);
        helen = talks.contactOf(anna, "Helen", "Brandt");
        petra = talks.contactOf(anna, "Petra", "Kuehn");
        openToAll = talks.heard(anna, talks.begun(anna, Visibility.ALL, helen), helen, "Half of it is typed twice.");
        openToTheTeam = talks.heard(anna, talks.begun(anna, petra), petra, "We type it twice, too.");
    }

    @Test
    void isHeardThenDecidedThenTold() {
        UUID id = put(openToAll, openToTheTeam);
        assertThat(line(id).state()).isEqualTo(StatementState.HEARD);

        UUID answer = answered(id, 0, Resolve.WILL);
        assertThat(line(id)).satisfies(line -> {
            assertThat(line.state()).isEqualTo(StatementState.DECIDED);
            assertThat(line.people()).isEqualTo(2);
            assertThat(line.told()).isZero();
        });
        tell(id, answer, helen);
        assertThat(line(id).state()).isEqualTo(StatementState.DECIDED);
        tell(id, answer, petra);

        assertThat(line(id).state()).isEqualTo(StatementState.TOLD);
        assertThat(statements.find(anna, id).listeners()).allSatisfy(one -> {
            assertThat(one.told()).isTrue();
            assertThat(one.href()).startsWith("/conversations/");
        });
    }

    @Test
    void whoeverAnswersReadsWithoutNamesWhatIsOpenToAllAndNothingElse() {
        UUID id = put(openToAll, openToTheTeam);

        StatementView theirs = statements.find(ruth, id);
        assertThat(theirs.said()).singleElement().satisfies(said -> {
            assertThat(said.words()).isEqualTo("Half of it is typed twice.");
            assertThat(said.name()).isNull();
            assertThat(said.href()).isNull();
        });
        assertThat(theirs.unread()).isEqualTo(1);
        assertThat(theirs.listeners()).isEmpty();
        assertThat(theirs.unseen()).isEqualTo(2);
        assertThat(statements.find(anna, id).said()).hasSize(2).allMatch(said -> said.name() != null);
        assertThat(statements.find(underMarketing(anna), id).said()).hasSize(2).allMatch(said -> said.name() == null);
        assertThatThrownBy(() -> statements.find(somebody.whoSells(), id)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> statements.find(somebody.whoAdministers(), id)).isInstanceOf(NotSeen.class);
    }

    @Test
    void whoeverAnswersReadsNoNamesOfWhoeverWasThereOrOfTheirCompany() {
        jdbc.sql("""
                        with house as (insert into company (id, name, city, created_by)
                                       select uuidv7(), 'Kessler Logistik', id::text, owner_id from contact where id = :id returning id)
                        update contact set company_id = (select id from house), job_title = 'Right hand of Petra' where id = :id""").param("id", helen.value()).update();
        ConversationId talk = talks.begun(anna, Visibility.ALL, helen, petra);
        TurnId turn = talks.heard(anna, talk, helen, "Ask Petra Kuehn of Kessler or me, Helen, at +49 431 555010.");
        UUID id = Ids.next();
        statements.put(anna, with(id, "Helen and Petra at Kessler Logistik ask for it", turn));
        statements.put(anna, with(id, "Helen and Petra at Kessler Logistik ask for it", turn));

        for (Viewer outside : List.of(ruth, underMarketing(anna))) {
            StatementView there = statements.find(outside, id);
            assertThat(there.line().words()).isEqualTo("[…] at […] ask for it");
            assertThat(there.said()).singleElement().satisfies(said -> {
                assertThat(said.words()).isEqualTo("Ask […] of […] or me, […], at […].");
                assertThat(said.role()).isEqualTo("Right hand of […]");
                assertThat(said.name()).isNull();
                assertThat(said.href()).isNull();
            });
            assertThat(statements.page(outside, StatementFilter.ALL, null, 9).items())
                    .filteredOn(line -> line.id().equals(id))
                    .extracting(StatementLine::words)
                    .containsExactly("[…] at […] ask for it");
        }
        assertThat(statements.find(anna, id).line().words()).startsWith("Helen and Petra");
        consentsToBeingNamed(helen);
        assertThat(statements.find(underMarketing(anna), id)).satisfies(named -> {
            assertThat(named.line().words()).startsWith("Helen and Petra");
            assertThat(named.said()).allMatch(said -> "Helen Brandt".equals(said.name()));
        });
        assertThat(statements.find(ruth, id).line().words()).doesNotContain("Helen");
    }

    private void consentsToBeingNamed(ContactId who) {
        UUID story = Ids.next();
        jdbc.sql("""
                        insert into story (id, title, contact_id, team_id, written_by)
                        select :id, 'The list that was kept', c.id, c.team_id, c.owner_id from contact c where c.id = :contact""").param("id", story).param("contact", who.value()).update();
        jdbc.sql("""
                        insert into story_consent (id, story_id, scope, named, given_on, how, noted_by)
                        values (uuidv7(), :story, 'written', true, current_date, 'By phone', :by)""").param("story", story).param("by", anna.uuid()).update();
    }

    @Test
    void whoeverOnlyDecidesReadsWhatRestsOnAStatementOfTheirsAndNoOtherWord() {
        Viewer decider = somebody.whoDecides();
        TurnId unasked = talks.heard(anna, talks.begun(anna, Visibility.ALL, helen), helen, "And the gate is slow.");
        UUID id = put(openToAll);
        assertThatThrownBy(() -> statements.find(decider, id)).isInstanceOf(NotSeen.class);
        answer(Addressee.PRODUCT, decider);

        assertThat(statements.find(decider, id).said())
                .extracting(SaidBehind::words)
                .containsExactly("Half of it is typed twice.");
        assertThat(statements.couldBePut(decider, null, List.of(unasked.value())))
                .isEmpty();
        assertThat(tellings.waiting(decider, 9)).isEmpty();
        jdbc.sql("update app_user set deactivated_at = now() where id = ?")
                .param(decider.uuid())
                .update();
        assertThatThrownBy(() -> statements.find(decider, id)).isInstanceOf(NotSeen.class);
    }

    @Test
    void restsOnNothingPersonalSensitivePrivateUnseenOrOurs() {
        ConversationId talk = talks.begun(anna, Visibility.ALL, helen);
        TurnId personal = talks.heard(anna, talk, helen, "My son is ill.", Mark.PERSONAL);
        TurnId sensitive = talks.heard(anna, talk, helen, "We may be sold.", Mark.SENSITIVE);
        TurnId secret = talks.heard(anna, talks.begun(anna, Visibility.PRIVATE, helen), helen, "Between us.");
        TurnId ours = talks.told(anna, talk, "We are here.");
        for (TurnId none : List.of(personal, sensitive, secret, ours, new TurnId(Ids.next()))) {
            assertThatThrownBy(() -> put(none)).isInstanceOf(NotSeen.class);
        }
        assertThatThrownBy(() -> statements.put(ruth, with(Ids.next(), "Theirs", openToTheTeam)))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> statements.put(anna, with(Ids.next(), " \u200B ", openToAll)))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> statements.put(anna, with(Ids.next(), "Nothing", new TurnId[0])))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void whatIsMarkedLaterIsReadNoMore() {
        UUID id = put(openToAll);
        jdbc.sql("insert into turn_mark (turn_id, kind, turn_kind, marked_by) values (?, 'sensitive', 'heard', ?)")
                .params(openToAll.value(), anna.uuid())
                .update();

        assertThat(statements.find(ruth, id).said()).isEmpty();
        assertThat(statements.find(anna, id).unread()).isEqualTo(1);
    }

    @Test
    void theSamePutTwiceIsPutOnceAndOtherWordsAreShownBeside() {
        UUID id = Ids.next();
        statements.put(anna, with(id, "Typed twice", openToAll));
        statements.put(anna, with(id, "Typed twice", openToAll));

        assertThatThrownBy(() -> statements.put(anna, with(id, "Typed thrice", openToAll)))
                .isInstanceOfSatisfying(
                        ChangedMeanwhile.class, both -> assertThat(both.kept()).isEqualTo("Typed twice"));
        assertThatThrownBy(() -> statements.put(anna, with(id, "Typed twice", openToTheTeam)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void onlyThoseItIsPutToAnswerAndOfTwoTheSecondSeesTheFirst() {
        UUID id = put(openToAll);
        assertThatThrownBy(() -> statements.answer(anna, saying(Ids.next(), id, 0, Resolve.NO, null)))
                .isInstanceOf(NotSeen.class);
        UUID first = Ids.next();
        statements.answer(ruth, saying(first, id, 0, Resolve.WILL, SOON));
        statements.answer(ruth, saying(first, id, 0, Resolve.WILL, SOON));

        assertThatThrownBy(() -> statements.answer(ruth, saying(Ids.next(), id, 0, Resolve.NO, null)))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, both -> assertThat(both.version())
                        .isEqualTo(1));
        statements.answer(ruth, saying(Ids.next(), id, 1, Resolve.NO, null));
        assertThat(statements.find(anna, id).answers())
                .extracting(AnswerView::resolve)
                .containsExactly(Resolve.NO, Resolve.WILL);
    }

    @Test
    void aDayBelongsToWhatWillBeDoneAndToNoNo() {
        UUID id = put(openToAll);
        for (AnswerStatement wrong : List.of(
                saying(Ids.next(), id, 0, Resolve.WILL, null),
                saying(Ids.next(), id, 0, Resolve.NO, SOON),
                saying(Ids.next(), id, 0, Resolve.NOT_NOW, LocalDate.now().minusDays(3)))) {
            assertThatThrownBy(() -> statements.answer(ruth, wrong)).isInstanceOf(RuleRefused.class);
        }
    }

    @Test
    void whoeverKnowsAnOlderAnswerIsToldOfTheNewOne() {
        UUID id = put(openToAll);
        UUID first = answered(id, 0, Resolve.NOT_NOW);
        tell(id, first, helen);
        UUID second = answered(id, 1, Resolve.WILL);

        assertThat(line(id).state()).isEqualTo(StatementState.DECIDED);
        assertThatThrownBy(() -> tell(id, first, helen)).isInstanceOf(ChangedMeanwhile.class);
        tell(id, second, helen);
        assertThat(line(id).state()).isEqualTo(StatementState.TOLD);
    }

    @Test
    void remindsOnceWhoeverWorksWithThemAndNobodyAboutThoseInPeace() {
        UUID id = put(openToAll, openToTheTeam);
        assertThat(tellings.waiting(anna, 9)).isEmpty();
        UUID answer = answered(id, 0, Resolve.WILL);
        assertThat(tellings.waiting(anna, 9)).extracting(ToTell::contact).containsExactlyInAnyOrder(helen, petra);
        assertThat(tellings.waiting(ruth, 9)).isEmpty();

        promise(id, answer, helen);
        promise(id, answer, helen);
        silences.agree(anna, new AgreeSilence(Ids.next(), petra, SOON, null, null));

        assertThat(tellings.waiting(anna, 9)).isEmpty();
        assertThat(promises.ofContact(anna, helen).open()).hasSize(1);
    }

    @Test
    void aPromiseThatWasKeptCountsAsToldAndTellingKeepsIt() {
        UUID id = put(openToAll, openToTheTeam);
        UUID answer = answered(id, 0, Resolve.NO);
        promises.keep(anna, promise(id, answer, helen));
        assertThat(line(id).told()).isEqualTo(1);

        promise(id, answer, petra);
        UUID telling = tell(id, answer, petra);

        assertThat(line(id).state()).isEqualTo(StatementState.TOLD);
        assertThat(promises.ofContact(anna, petra).open()).isEmpty();
        tellings.takeBack(anna, id, telling);
        tellings.takeBack(anna, id, telling);
        assertThat(statements.find(anna, id).listeners()).allMatch(ListenerView::told);
    }

    @Test
    void isWithdrawnByWhoeverPutItUntilSomebodyAnswers() {
        UUID id = put(openToAll);
        assertThatThrownBy(() -> statements.withdraw(ruth, id)).isInstanceOf(NotSeen.class);
        UUID answered = put(openToAll);
        answered(answered, 0, Resolve.NO);
        assertThatThrownBy(() -> statements.withdraw(anna, answered)).isInstanceOf(RuleRefused.class);

        statements.withdraw(anna, id);

        assertThatThrownBy(() -> statements.find(anna, id)).isInstanceOf(NotSeen.class);
    }

    @Test
    void listsByKeyAsManyAsThereAre() {
        for (int n = 0; n < 5; n++) {
            put(openToAll);
        }
        answered(put(openToAll), 0, Resolve.WILL);

        assertThat(walk(StatementFilter.ALL)).isEqualTo(naive("true"));
        assertThat(walk(new StatementFilter(StatementState.DECIDED, null, true, false)))
                .isEqualTo(naive("exists (select from statement_answer a where a.statement_id = s.id)"));
        assertThat(walk(new StatementFilter(null, Addressee.MANAGEMENT, false, false)))
                .isZero();
        assertThat(statements.page(anna, StatementFilter.ALL, "nonsense", 3).items())
                .hasSize(3);
    }

    @Test
    void waitsForWhoeverAnswersAndThenForWhoeverTells() {
        StatementFilter waiting = new StatementFilter(null, null, false, true);
        assertThat(statements.waiting(anna)).isZero();
        UUID id = put(openToAll);
        int forRuth = statements.waiting(ruth);
        assertThat(statements.page(ruth, waiting, null, 1).items())
                .extracting(StatementLine::id)
                .containsExactly(id);
        assertThat(statements.waiting(anna)).isZero();

        UUID answer = answered(id, 0, Resolve.WILL);
        assertThat(statements.waiting(ruth)).isEqualTo(forRuth - 1);
        assertThat(statements.page(ruth, waiting, null, 1).items())
                .extracting(StatementLine::id)
                .doesNotContain(id);
        assertThat(statements.waiting(anna)).isEqualTo(1).isEqualTo(walk(waiting));

        tell(id, answer, helen);
        assertThat(statements.waiting(anna)).isZero().isEqualTo(walk(waiting));
    }

    private int walk(StatementFilter filter) {
        int found = 0;
        String after = null;
        do {
            var page = statements.page(anna, filter, after, 2);
            found += page.items().size();
            after = page.next();
        } while (after != null);
        return found;
    }

    private int naive(String which) {
        return jdbc.sql("select count(*) from statement s where put_by = ? and " + which)
                .param(anna.uuid())
                .query(Integer.class)
                .single();
    }

    @Test
    void followsAMergeAndComesBack() {
        UUID id = put(openToAll, openToTheTeam);
        UUID answer = answered(id, 0, Resolve.WILL);
        tell(id, answer, petra);
        MergeContacts merge = new MergeContacts(Ids.next(), helen, petra, 0, 0, Set.of());

        merges.merge(anna, merge);
        assertThat(line(id)).satisfies(line -> {
            assertThat(line.people()).isEqualTo(1);
            assertThat(line.state()).isEqualTo(StatementState.TOLD);
        });
        merges.undo(anna, merge.id());

        assertThat(line(id).people()).isEqualTo(2);
        assertThat(line(id).told()).isEqualTo(1);
    }

    @Test
    void erasureTakesWhatOnlyTheySaid(@Autowired org.attune.audit.Erasures erasures) {
        UUID hers = put(openToAll);
        answered(hers, 0, Resolve.NO);
        UUID both = put(openToAll, openToTheTeam);
        erasures.erase(
                somebody.whoAdministers(),
                new ErasePerson(Ids.next(), helen.value(), "Helen Brandt", "They asked for it"));

        assertThat(words(hers)).startsWith("[erased");
        assertThat(words(both)).isEqualTo("It is typed twice");
        assertThat(statements.find(anna, both).said()).hasSize(1);
        assertThat(line(both).people()).isEqualTo(1);
    }

    private String words(UUID id) {
        return jdbc.sql("select words from statement where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void writesToThoseWhoAnswerInTheirLanguageAndWithoutWords() {
        Viewer jakob = somebody.whoSells();
        answer(Addressee.MARKETING, ruth);
        answer(Addressee.MARKETING, jakob);
        answer(Addressee.MARKETING, anna);
        answerers.byLetter(jakob, false);
        jdbc.sql("update app_user set locale = 'de-DE' where id = ?")
                .param(ruth.uuid())
                .update();
        try (MailServer server = postbox.opens()) {
            UUID id = Ids.next();
            PutStatement put = new PutStatement(id, Addressee.MARKETING, "Typed twice", null, Set.of(openToAll));
            statements.put(anna, put);
            statements.put(anna, put);

            String letter =
                    MailServer.words(server.awaits(somebody.emailOf(ruth), 1)).toString();
            assertThat(letter)
                    .contains("an das Marketing gerichtet", id.toString())
                    .doesNotContain("typed twice", "Helen");
            assertThat(server.to(somebody.emailOf(ruth))).hasSize(1);
            assertThat(server.to(somebody.emailOf(jakob))).isEmpty();
            assertThat(server.to(somebody.emailOf(anna))).isEmpty();
        } finally {
            postbox.closes();
        }
    }

    @Test
    void adminsNameWhoeverIsThereAndNoTwoAtOnce() {
        Viewer admin = somebody.whoAdministers();
        int version = answerers.version();
        assertThatThrownBy(() -> answerers.name(admin, Map.of(Addressee.PRODUCT, List.of(Ids.next())), version))
                .isInstanceOf(RuleRefused.class);
        answerers.name(admin, Map.of(Addressee.PRODUCT, List.of(anna.uuid())), version);

        assertThatThrownBy(() -> answerers.name(admin, Map.of(Addressee.PRODUCT, List.of(ruth.uuid())), version))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(answerers.of(anna)).hasSize(1);
        assertThat(answerers.of(ruth)).isEmpty();
    }

    private void answer(Addressee audience, Viewer who) {
        jdbc.sql("insert into statement_answerer (audience, user_id, named_by) values (?, ?, ?)")
                .params(audience.word(), who.uuid(), who.uuid())
                .update();
    }

    private UUID put(TurnId... turns) {
        UUID id = Ids.next();
        statements.put(anna, with(id, "It is typed twice", turns));
        return id;
    }

    private static PutStatement with(UUID id, String words, TurnId... turns) {
        return new PutStatement(id, Addressee.PRODUCT, words, null, Set.of(turns));
    }

    private UUID answered(UUID statement, int version, Resolve resolve) {
        UUID id = Ids.next();
        statements.answer(ruth, saying(id, statement, version, resolve, resolve == Resolve.WILL ? SOON : null));
        return id;
    }

    private static AnswerStatement saying(
            UUID id, UUID statement, int version, Resolve resolve, @Nullable LocalDate day) {
        return new AnswerStatement(id, statement, version, resolve, "Because of the people it saves", day);
    }

    private UUID tell(UUID statement, UUID answer, ContactId contact) {
        ConversationId talk = talks.begun(anna, contact);
        UUID id = Ids.next();
        tellings.tell(anna, new TellAnswer(id, statement, answer, contact, "conversation:" + talk.value()));
        return id;
    }

    private PromiseId promise(UUID statement, UUID answer, ContactId contact) {
        PromiseId id = new PromiseId(Ids.next());
        tellings.promise(anna, statement, answer, MakePromise.ours(id, contact, "Tell them", SOON));
        return id;
    }

    private StatementLine line(UUID id) {
        return statements.find(anna, id).line();
    }

    private static Viewer underMarketing(Viewer viewer) {
        return new Viewer(
                viewer.id(),
                viewer.name(),
                viewer.role(),
                viewer.sells(),
                Hat.MARKETING,
                viewer.zone(),
                viewer.locale());
    }
}

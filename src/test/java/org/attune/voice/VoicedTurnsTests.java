package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.Marks;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose words stand in the voice of the customer, and beside which name. */
@AttuneTest
class VoicedTurnsTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Autowired
    private VoicedTurns turns;

    @Autowired
    private VoicedThemes voiced;

    @Autowired
    private VoiceExports exports;

    @Autowired
    private ThemeSorting sorting;

    @Autowired
    private Landings landings;

    @Autowired
    private Questions questions;

    @Autowired
    private Phrases phrases;

    @Autowired
    private Themes themes;

    @Autowired
    private Marks marks;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer stranger;
    private ContactId helen;
    private String theme;

    @BeforeEach
    void somebodyToSpeakWith() {
        anna = somebody.whoSells();
        stranger = somebody.whoSells();
        helen = scene.contactOf(anna, "Helen", "Brandt");
        jdbc.sql("update contact set job_title = 'Head of logistics' where id = :id")
                .param("id", helen.value())
                .update();
        theme = "Gates " + Ids.next().toString().substring(24);
    }

    @Test
    void whatIsForEverybodyIsHeardByEverybodyWhoSells() {
        UUID id = heard(Visibility.ALL, "Nobody but Helen knows the list.");
        assertThat(said(anna, id)).containsExactly("Nobody but Helen knows the list.");
        assertThat(turns.about(all(anna), id, null, 9).items().get(0).name()).isEqualTo("Helen Brandt");
        VoicedTurn there = turns.about(all(stranger), id, null, 9).items().get(0);
        assertThat(there.words()).isEqualTo("Nobody but […] knows the list.");
        assertThat(there.name()).isNull();
        assertThat(there.at()).isNull();
        assertThat(there.role()).isEqualTo("Head of logistics");
        assertThat(said(somebody.whoAdministers(), id)).isEmpty();
    }

    @Test
    void aTradeThatTheTitleNamesIsNotSaidTwice() {
        String trade = "aaa" + Ids.next().toString().substring(24);
        String other = "zzz" + trade;
        for (ContactId one : List.of(helen, scene.contactOf(anna), scene.contactOf(anna))) {
            tagged(one, trade);
            tagged(one, other);
        }
        UUID id = heard(Visibility.ALL, "The list is in my head.");
        assertThat(trade(id)).isEqualTo(trade);

        titled("Leads " + trade.toUpperCase(Locale.ROOT) + "(night)");
        assertThat(trade(id)).isEqualTo(other);
        titled("Head of " + trade + "work and " + other);
        assertThat(trade(id)).isNull();
        titled("Head of x" + trade);
        assertThat(trade(id)).as("hidden in another word").isEqualTo(trade);
        titled(null);
        assertThat(trade(id)).isEqualTo(trade);
    }

    private @Nullable String trade(UUID theme) {
        return turns.about(all(stranger), theme, null, 9).items().get(0).trade();
    }

    private void titled(@Nullable String title) {
        jdbc.sql("update contact set job_title = :title where id = :id")
                .param("title", title)
                .param("id", helen.value())
                .update();
    }

    private void tagged(ContactId who, String tag) {
        jdbc.sql("insert into contact_tag (contact_id, tag) values (?, ?)")
                .params(who.value(), tag)
                .update();
    }

    @Test
    void whatIsForTheTeamIsHeardByThoseWhoSeeThePerson() {
        UUID id = heard(Visibility.TEAM, "The list is in my head.");
        assertThat(said(anna, id)).hasSize(1);
        assertThat(said(stranger, id)).isEmpty();
        scene.companion(helen, stranger);
        assertThat(said(stranger, id)).hasSize(1);
    }

    @Test
    void neitherPrivateNorPersonalNorSensitiveNorErasedIsHeardByAnybody() {
        UUID id = heard(Visibility.PRIVATE, "Kept to ourselves.");
        ConversationId talk = scene.begun(anna, Visibility.ALL, helen);
        themes.add(anna, scene.heard(anna, talk, helen, "My mother is ill.", Mark.PERSONAL), theme);
        themes.add(anna, scene.heard(anna, talk, helen, "We may be sold.", Mark.SENSITIVE), theme);
        TurnId gone = scene.heard(anna, talk, helen, "Forget that.");
        themes.add(anna, gone, theme);
        jdbc.sql("update turn set words = null, salt = null, erased_at = now() where id = :id")
                .param("id", gone.value())
                .update();
        assertThat(said(anna, id)).isEmpty();
        assertThat(said(stranger, id)).isEmpty();
        assertThat(voiced.theme(all(anna), id).turns()).isZero();
        assertThatThrownBy(() -> turns.find(anna, gone)).isInstanceOf(NotSeen.class);
    }

    @Test
    void aMarkIsFollowedAtOnce() {
        ConversationId talk = scene.begun(anna, Visibility.ALL, helen);
        TurnId turn = scene.heard(anna, talk, helen, "She is in hospital this week.");
        UUID id = themes.add(anna, turn, theme).id();
        assertThat(voiced.theme(all(stranger), id).turns()).isOne();
        marks.mark(anna, turn, Mark.PERSONAL);
        assertThat(voiced.theme(all(stranger), id).turns()).isZero();
        marks.unmark(anna, turn, Mark.PERSONAL);
        assertThat(voiced.theme(all(stranger), id).turns()).isOne();
    }

    @Test
    void underTheMarketingHatNamesStandOnlyWhereTheyConsentedToThat() {
        UUID id = heard(Visibility.TEAM, "Helen does it all.");
        Viewer marketing = under(Hat.MARKETING, anna);
        assertThat(said(marketing, id)).containsExactly("[…] does it all.");
        UUID story = consents(true);
        assertThat(said(marketing, id)).containsExactly("Helen does it all.");
        assertThat(turns.about(all(marketing), id, null, 9).items().get(0).name())
                .isEqualTo("Helen Brandt");
        jdbc.sql(
                        "update story_consent set withdrawn_on = current_date, withdrawn_at = now(), ended_at = now(), withdrawn_by = noted_by where story_id = :story")
                .param("story", story)
                .update();
        assertThat(said(marketing, id)).containsExactly("[…] does it all.");
    }

    @Test
    void anExportHasNoNamesUnderAnyHatAndIsOnTheTrail() {
        UUID id = heard(Visibility.TEAM, "Helen does it all.");
        consents(true);
        List<VoiceExports.Line> lines = exports.lines(all(anna), id);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).turn().words()).isEqualTo("[…] does it all.");
        assertThat(lines.get(0).turn().name()).isNull();
        assertThat(lines.get(0).theme()).isEqualTo(theme);
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where deed = 'exported' and kind = 'voice' and at > now() - interval '1 minute'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void guessesAThemeByWhatWasSaidAboutItAndNeverGivesOneByItself() {
        String other = "Lorries " + theme.substring(6);
        ConversationId talk = scene.begun(anna, helen);
        for (String words : List.of(
                "My bookkeeper retypes every invoice from dispatch.",
                "Two people retype invoices all week.",
                "We retype the dispatch list into bookkeeping.")) {
            themes.add(anna, scene.heard(anna, talk, helen, words), theme);
        }
        themes.add(anna, scene.heard(anna, talk, helen, "The lorry waits at the gate for hours."), other);
        TurnId turn = scene.heard(anna, talk, helen, "Invoices are retyped by two people every Friday.");
        ToSort next = sorting.next(ours(), null).orElseThrow();
        assertThat(next.id()).isEqualTo(turn);
        assertThat(next.guesses()).first().extracting(ThemeGuess::name).isEqualTo(theme);
        assertThat(unthemed(turn)).isTrue();

        UUID id = sorting.give(anna, turn, theme).id();
        assertThat(unthemed(turn)).isFalse();
        assertThat(sorting.next(ours(), null)).isEmpty();
        sorting.takeBack(anna, turn, id);
        assertThat(unthemed(turn)).isTrue();
        sorting.pass(anna, turn);
        sorting.pass(anna, turn);
        assertThat(sorting.next(ours(), null)).isEmpty();
        sorting.takeBack(anna, turn, null);
        assertThat(sorting.next(ours(), null)).isPresent();
        assertThatThrownBy(() -> sorting.give(stranger, turn, theme)).isInstanceOf(NotSeen.class);
    }

    @Test
    void saysWhichQuestionsWereAnsweredAndWithWhat() {
        ConversationId talk = scene.begun(anna, helen);
        TurnId open = scene.heard(anna, talk, helen, "How long does it take?", Mark.THEIR_QUESTION);
        TurnId answered = scene.heard(anna, talk, helen, "What does it cost?", Mark.THEIR_QUESTION);
        TurnId response = scene.responded(anna, talk, "It depends on the lorries you have.", answered);
        UUID version = material();
        uses(response, version);
        assertThat(questions.count(ours())).isEqualTo(new Questions.Count(2, 1));
        assertThat(questions.page(ours(), false, null, 9).items())
                .extracting(Question::isAnswered, Question::with)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(false, null),
                        org.assertj.core.groups.Tuple.tuple(true, "The checklist"));
        assertThat(questions.page(ours(), true, null, 9).items())
                .singleElement()
                .satisfies(one -> assertThat(one.turn().at()).isNotNull());
        assertThat(open).isNotNull();
    }

    @Test
    void countsHowAMaterialLandedAndAsksHowSomethingHeardWasMeant() {
        UUID version = material();
        ConversationId talk = scene.begun(anna, helen);
        TurnId heard = scene.heard(anna, talk, helen, "What could we do about it?", Mark.THEIR_QUESTION);
        uses(scene.responded(anna, talk, "There is a checklist for that.", heard), version);
        TurnId reaction = scene.heard(anna, talk, helen, "I had hoped for more, honestly.", Mark.REACTION);
        for (String one : List.of("good", "good", "none", "bad")) {
            jdbc.sql("""
                            insert into touch (id, contact_id, team_id, kind, hat, reaction, reaction_words, happened_at, noted_by,
                                   material_version_id)
                            select uuidv7(), c.id, c.team_id, 'material', 'marketing', :reaction, 'Helen said so', now(), c.owner_id,
                                   :version from contact c where c.id = :contact""")
                    .param("reaction", one)
                    .param("version", version)
                    .param("contact", helen.value())
                    .update();
        }
        Landing before = landing(anna, version);
        assertThat(List.of(before.good(), before.none(), before.bad(), before.open()))
                .containsExactly(2L, 1L, 1L, 1L);
        assertThat(before.isEnough()).isFalse();
        landings.meant(anna, reaction, "good");
        landings.meant(anna, reaction, "bad");
        Landing after = landing(anna, version);
        assertThat(List.of(after.good(), after.none(), after.bad(), after.open()))
                .containsExactly(2L, 1L, 2L, 0L);
        assertThat(after.isEnough()).isTrue();
        assertThat(landings.reactions(all(anna), GivenKind.MATERIAL, version, null, 99)
                        .items())
                .hasSize(5);
        assertThat(landings.of(all(stranger))).noneMatch(one -> one.id().equals(version));
        assertThatThrownBy(() -> landings.meant(stranger, reaction, "good")).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> landings.meant(anna, heard, "good")).isInstanceOf(NotSeen.class);
        assertThat(landings.reactions(all(under(Hat.MARKETING, anna)), GivenKind.MATERIAL, version, null, 99)
                        .items())
                .allSatisfy(one -> assertThat(one.name()).isNull())
                .anySatisfy(one -> assertThat(one.words()).isEqualTo("[…] said so"));
    }

    @Test
    void bringsResponsesTogetherThatNearlySayTheSame() {
        String words =
                "We start with a two-day audit of everything that leaves your yard, and then we talk about it again";
        ContactId jonas = scene.contactOf(anna, "Jonas", "Rau");
        ConversationId first = scene.begun(anna, helen);
        scene.responded(anna, first, words + ".", scene.heard(anna, first, helen, "What then?", Mark.THEIR_QUESTION));
        scene.heard(anna, first, helen, "Fine.", Mark.REACTION);
        ConversationId second = scene.begun(anna, jonas);
        scene.responded(
                anna, second, words + " soon.", scene.heard(anna, second, jonas, "And how?", Mark.THEIR_QUESTION));
        scene.heard(anna, second, jonas, "I think I have read this before.", Mark.REACTION);
        assertThat(landings.of(all(anna)).stream().filter(one -> one.kind() == GivenKind.RESPONSE))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.open()).isEqualTo(2);
                    assertThat(landings.reactions(all(anna), GivenKind.RESPONSE, one.id(), null, 9)
                                    .items())
                            .hasSize(2);
                });
    }

    @Test
    void findsTheWordsOfSeveralPeopleAndOpensWhereTheyStand() {
        UUID id = null;
        for (int n = 0; n < 15; n++) {
            ContactId who = scene.contactOf(anna, "Person", "No" + n);
            ConversationId talk = scene.begun(anna, who);
            TurnId turn =
                    scene.heard(anna, talk, who, "It all ends in a folder, as ever. Said Person.", Mark.THEIR_QUESTION);
            id = themes.add(anna, turn, theme).id();
            scene.responded(anna, talk, "Our documentation covers it.", turn);
        }
        assertThat(id).isNotNull();
        Phrases.Both both = phrases.of(all(anna), id);
        assertThat(both.theirs()).extracting(Phrase::text).contains("folder").doesNotContain("person", "documentation");
        assertThat(both.ours()).extracting(Phrase::text).contains("documentation");
        Phrase folder = both.theirs().stream()
                .filter(one -> one.text().equals("folder"))
                .findFirst()
                .orElseThrow();
        assertThat(phrases.turns(all(anna), id, "folder")).hasSize((int) folder.theirs());
        assertThat(phrases.of(all(stranger), id).theirs()).isEmpty();
    }

    private boolean unthemed(TurnId turn) {
        return jdbc.sql("select not exists (select from turn_theme where turn_id = :turn)")
                .param("turn", turn.value())
                .query(Boolean.class)
                .single();
    }

    private Landing landing(Viewer viewer, UUID version) {
        return landings.of(all(viewer)).stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private UUID material() {
        UUID version = Ids.next();
        jdbc.sql("""
                        with made as (
                          insert into material (id, title, purpose, written_by) values (uuidv7(), 'The checklist', 'See', :by) returning id)
                        insert into material_version (id, material_id, number, body, written_by, published_at)
                        select :id, id, 1, 'Count.', :by, now() from made""").param("id", version).param("by", anna.uuid()).update();
        return version;
    }

    private void uses(TurnId response, UUID version) {
        jdbc.sql("""
                        insert into response_use (id, response_id, material_version_id, noted_by)
                        values (uuidv7(), :response, :version, :by)""")
                .param("response", response.value())
                .param("version", version)
                .param("by", anna.uuid())
                .update();
    }

    private UUID consents(boolean named) {
        UUID story = Ids.next();
        jdbc.sql("""
                        insert into story (id, title, contact_id, team_id, written_by)
                        select :id, 'The list that was kept', c.id, c.team_id, c.owner_id from contact c where c.id = :contact""").param("id", story).param("contact", helen.value()).update();
        jdbc.sql("""
                        insert into story_consent (id, story_id, scope, named, given_on, how, noted_by)
                        values (uuidv7(), :story, 'written', :named, current_date, 'By phone', :by)""")
                .param("story", story)
                .param("named", named)
                .param("by", anna.uuid())
                .update();
        return story;
    }

    private UUID heard(Visibility visibility, String words) {
        return themes.add(anna, scene.heard(anna, scene.begun(anna, visibility, helen), helen, words), theme)
                .id();
    }

    private List<String> said(Viewer viewer, UUID id) {
        return turns.about(all(viewer), id, null, 50).items().stream()
                .map(VoicedTurn::words)
                .toList();
    }

    /** What others said to everybody is none of it. */
    private VoiceFilter ours() {
        VoiceFilter all = all(anna);
        return new VoiceFilter(
                anna, all.period(), null, null, null, somebody.teamOf(anna).value());
    }

    private static VoiceFilter all(Viewer viewer) {
        LocalDate today = LocalDate.now(ZONE);
        return VoiceFilter.of(viewer, new VoicePeriod(today.minusDays(83), today.plusDays(1), ZONE));
    }

    private static Viewer under(Hat hat, Viewer viewer) {
        return new Viewer(
                viewer.id(), viewer.name(), viewer.role(), viewer.sells(), hat, viewer.zone(), viewer.locale());
    }
}

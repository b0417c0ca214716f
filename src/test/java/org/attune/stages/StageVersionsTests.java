package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing the stages: a draft, its effect, publishing, and what was before. */
@AttuneTest
class StageVersionsTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Stages stages;

    @Autowired
    private StageDrafts drafts;

    @Autowired
    private StageChanges changes;

    @Autowired
    private StageVersions versions;

    @Autowired
    private MoveReasons reasons;

    @Autowired
    private StagesAsTheyWere before;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;
    private Viewer anna;
    private TeamId team;
    private ContactId helen;

    @BeforeEach
    void somebodyStandsInAStage() {
        before.comeBack();
        admin = somebody.whoAdministers();
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        helen = happened.met(anna);
        happened.heard(happened.spoke(anna, helen, "we"), helen);
    }

    @AfterEach
    void putBack() {
        before.comeBack();
    }

    @Test
    void nothingCountsBeforeItIsPublished() {
        save("know", stage -> renamed(stage, "Met"));

        assertThat(stages.all()).extracting(Stage::name).contains("Know").doesNotContain("Met");
        assertThat(versions.ofDraft()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(Difference.What.NAME);
            assertThat(one.becomes()).isEqualTo("Met");
        });
    }

    @Test
    void aNewNameIsShownAtOnceAndHistoryKeepsTheOldOne() {
        move("know", null);
        save("know", stage -> renamed(stage, "Met"));
        int version = publish("We call it by what happened");

        assertThat(stages.path(anna, helen).now()).extracting(Stage::name).isEqualTo("Met");
        assertThat(stages.moves(anna, helen))
                .singleElement()
                .extracting(MoveView::to)
                .isEqualTo("Know");
        assertThat(versions.all().get(0).version()).isEqualTo(version);
        assertThat(versions.all().get(0).note()).isEqualTo("We call it by what happened");
    }

    @Test
    void theEffectCountsWhoWouldNoLongerMeetTheirStageAndMovesNobody() {
        move("know", null);
        ContactId heardOften = happened.met(anna);
        UUID call = happened.spoke(anna, heardOften, "we");
        happened.heard(call, heardOften);
        happened.heard(call, heardOften);
        stages.move(anna, new MoveContact(Ids.next(), heardOften, "know", null, null, null));
        save("know", stage -> asking(stage, Ask.allOf(List.of(Ask.of("heard_turns", 2, null)))));

        assertThat(versions.effect().lines())
                .filteredOn(line -> line.owner().equals(anna.name()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.stage()).isEqualTo("Know");
                    assertThat(line.contacts()).isEqualTo(1);
                    assertThat(line.to()).isNull();
                });
        assertThat(versions.concerned(anna)).extracting(ConcernedView::contact).containsExactly(helen.value());
        assertThat(versions.concerned(somebody.whoSells(team))).isEmpty();

        publish("Once is not enough");
        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("know");
        assertThat(stages.moves(anna, helen)).hasSize(1);
        assertThat(versions.unmet(anna)).extracting(ConcernedView::contact).containsExactly(helen.value());
    }

    @Test
    void retiringAStageMovesItsPeopleWhereTheAdminSaidAndSaysSo() {
        MoveView first = move("know", null);
        retire("know", "like");

        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("know");
        assertThat(versions.effect().lines())
                .filteredOn(line -> line.owner().equals(anna.name()))
                .singleElement()
                .satisfies(line -> assertThat(line.to()).isEqualTo("Like"));
        int version = publish("One stage fewer");

        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("like");
        assertThat(stages.moves(anna, helen)).hasSize(2).first().satisfies(move -> {
            assertThat(move.how()).isEqualTo(How.RETIRED);
            assertThat(move.from()).isEqualTo("Know");
            assertThat(move.to()).isEqualTo("Like");
            assertThat(move.by()).isEqualTo(admin.name());
            assertThat(move.reason()).isEqualTo("One stage fewer");
        });
        assertThat(jdbc.sql("select stage_key from contact_card where contact_id = :id")
                        .param("id", helen.value())
                        .query(String.class)
                        .single())
                .isEqualTo("like");
        assertThat(versionOf(first)).isLessThan(version);
        assertThatThrownBy(() -> stages.takeBack(
                        anna, helen, stages.moves(anna, helen).get(0).id()))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void aPublicationThatIsSentTwiceIsOne() {
        save("know", stage -> renamed(stage, "Met"));
        StageDraft draft = drafts.current();
        UUID id = Objects.requireNonNull(draft.id());
        int version = versions.publish(admin, id, draft.seen(), "Sent twice, meant once");

        assertThat(versions.publish(admin, id, draft.seen(), "Sent twice, meant once"))
                .isEqualTo(version);
        assertThat(drafts.inForce().version()).isEqualTo(version);
    }

    @Test
    void anEarlierVersionComesBackAsADraft() {
        save("know", stage -> renamed(stage, "Met"));
        publish("Another word");
        StageDraft back = drafts.restore(admin, Ids.next(), drafts.current().seen(), 1);

        assertThat(back.definition().stage("know"))
                .get()
                .extracting(Stage::name)
                .isEqualTo("Know");
        assertThat(stages.all()).extracting(Stage::name).contains("Met");
        int version = publish("The old word was better");
        assertThat(versions.between(1, version)).isEmpty();
        assertThat(versions.all().get(0).restored()).isEqualTo(1);
    }

    @Test
    void whereARestoredVersionLacksAStageItHasToBeSaidWhereItsPeopleGo() {
        String key = changes.add(admin, Ids.next(), "Warming up", Hat.MARKETING);
        save(key, stage -> asking(stage, Ask.anyOf(List.of(Ask.of("need_heard", null, null)))));
        publish("A stage more");
        drafts.restore(admin, Ids.next(), drafts.current().seen(), 1);

        assertThat(drafts.problems()).extracting(Problem::messageKey).containsExactly("stages.retire.where");
        assertThatThrownBy(() -> publish("Too early")).isInstanceOf(Unsound.class);
        retire(key, "know");
        publish("And back");
        assertThat(stages.all()).extracting(Stage::key).doesNotContain(key);
    }

    @Test
    void twoAdminsDoNotOverwriteOneAnother() {
        StageDraft seen = drafts.current();
        Stage know = stage(seen, "know");
        Viewer other = somebody.whoAdministers();
        changes.save(other, new SaveStage(Ids.next(), seen.seen(), renamed(know, "Met"), false));
        SaveStage late = new SaveStage(Ids.next(), seen.seen(), renamed(know, "Heard"), false);

        assertThatThrownBy(() -> changes.save(admin, late)).isInstanceOf(StageChanged.class);
        assertThat(stage(drafts.current(), "know").name()).isEqualTo("Met");
        // another stage is nobody's concern
        changes.save(admin, new SaveStage(Ids.next(), seen.seen(), renamed(stage(seen, "like"), "Fond"), false));
        assertThat(drafts.current().definition().stages())
                .extracting(Stage::name)
                .contains("Met", "Fond");
        changes.save(admin, new SaveStage(late.id(), seen.seen(), late.stage(), true));
        assertThat(stage(drafts.current(), "know").name()).isEqualTo("Heard");
    }

    @Test
    void aPlaceInAnOrderThatIsAnotherByNowIsNotTaken() {
        String seen = drafts.current().seen();
        changes.place(somebody.whoAdministers(), Ids.next(), seen, "trust", 1);

        assertThatThrownBy(() -> changes.place(admin, Ids.next(), seen, "like", 1))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(drafts.current().definition().stages())
                .extracting(Stage::key)
                .startsWith("trust", "know", "like");
    }

    @Test
    void everyStepCanBeTakenBackAndADiscardedDraftToo() {
        save("know", stage -> renamed(stage, "Met"));
        StageDraft draft = save("like", stage -> renamed(stage, "Fond"));
        UUID id = Objects.requireNonNull(draft.id());

        StageDraft undone = drafts.undo(admin, UUID.fromString(draft.seen()));
        assertThat(stage(undone, "like").name()).isEqualTo("Like");
        drafts.discard(admin, id, undone.seen());
        assertThat(drafts.current().begun()).isFalse();
        drafts.takeUp(admin, id);
        assertThat(stage(drafts.current(), "know").name()).isEqualTo("Met");
    }

    @Test
    void aRepeatedStepIsOneAndAnotherUnderItsIdIsRefused() {
        UUID id = Ids.next();
        String seen = drafts.current().seen();
        changes.place(admin, id, seen, "trust", 1);
        StageDraft once = drafts.current();

        assertThat(changes.place(admin, id, seen, "trust", 1)).isEqualTo(once);
        assertThatThrownBy(() -> changes.place(admin, id, seen, "like", 1)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void theLastStageOfAHatAndWhatAttuneItselfLeadsToStay() {
        retire("exploring", "trust");
        retire("weighing", "trust");

        for (String stays : List.of("deciding", "not_now", "parted")) {
            assertThatThrownBy(() -> retire(stays, "trust")).isInstanceOf(RuleRefused.class);
        }
        assertThatThrownBy(() -> save("deciding", stage -> underHat(stage, Hat.MARKETING)))
                .isInstanceOfSatisfying(Unsound.class, unsound -> assertThat(unsound.problems())
                        .extracting(Problem::field)
                        .containsExactly("hat"));
    }

    @Test
    void peopleCannotBeSentToAStageThatGoesItself() {
        retire("know", "like");
        retire("like", "trust");

        assertThat(drafts.problems()).extracting(Problem::messageKey).containsExactly("stages.retire.gone");
        assertThatThrownBy(() -> publish("In circles")).isInstanceOf(Unsound.class);
        assertThatThrownBy(() -> retire("trust", "know")).isInstanceOf(RuleRefused.class);
        StageDraft draft = drafts.current();
        changes.retire(admin, Ids.next(), draft.seen(), "know", "trust");
        assertThat(drafts.problems()).isEmpty();
    }

    @Test
    void aStageNothingLeadsToIsNotPublished() {
        changes.add(admin, Ids.next(), "Warming up", Hat.MARKETING);

        assertThat(drafts.problems()).extracting(Problem::messageKey).containsExactly("stages.draft.asks.nothing");
        assertThatThrownBy(() -> publish("Too early")).isInstanceOf(Unsound.class);
        assertThat(stages.all()).extracting(Stage::name).doesNotContain("Warming up");
    }

    @Test
    void aNewStageNeverGetsTheKeyOfAnEarlierOne() {
        String key = changes.add(admin, Ids.next(), "Know!", null);

        assertThat(key).isEqualTo("know_b");
        assertThat(stage(drafts.current(), key).aside()).isTrue();
    }

    @Test
    void onlyWhoLeadsTheTeamReadsTheReasons() {
        Viewer manager = somebody.whoLeads(team);
        stages.move(anna, new MoveContact(Ids.next(), helen, "weighing", null, "She said so at the fair", null));

        assertThat(reasons.inTeamsOf(manager, null).items()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("She said so at the fair");
            assertThat(one.to()).isEqualTo("Weighing");
        });
        assertThat(reasons.inTeamsOf(somebody.whoLeads(somebody.aTeam()), null).items())
                .isEmpty();
        assertThat(reasons.inTeamsOf(anna, null).items()).isEmpty();
    }

    @Test
    void patienceIsSaidOnlyOnceItIsOver() {
        stages.placeAsImported(anna, Ids.next(), helen, "know", Instant.now().minus(Duration.ofDays(40)));
        save("know", stage -> patient(stage, 60));
        publish("Two months");
        assertThat(stages.path(anna, helen).lingers()).isFalse();

        save("know", stage -> patient(stage, 30));
        publish("A month");
        assertThat(stages.path(anna, helen).lingers()).isTrue();
    }

    @Test
    void nestedGroupsHoldForOneContactAsTheyHoldForAll() {
        Ask either = Ask.anyOf(List.of(
                Ask.of("decision_yes", null, null),
                Ask.allOf(List.of(Ask.of("heard_turns", 1, null), Ask.of("heard_on_days", 1, null)))));
        save("like", stage -> asking(stage, Ask.allOf(List.of(Ask.of("heard_turns", 1, null), either))));
        publish("Either way");
        PathView path = stages.path(anna, helen);

        assertThat(path.suggested()).extracting(Stage::key).isEqualTo("like");
        assertThat(Objects.requireNonNull(path.next()).lines())
                .extracting(PathView.Line::depth)
                .containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(versions.unmet(anna)).isEmpty();
    }

    private MoveView move(String to, @Nullable UUID after) {
        return stages.move(anna, new MoveContact(Ids.next(), helen, to, after, null, null));
    }

    private StageDraft save(String key, UnaryOperator<Stage> change) {
        StageDraft draft = drafts.current();
        return changes.save(admin, new SaveStage(Ids.next(), draft.seen(), change.apply(stage(draft, key)), false));
    }

    private void retire(String key, String to) {
        changes.retire(admin, Ids.next(), drafts.current().seen(), key, to);
    }

    private int publish(String note) {
        StageDraft draft = drafts.current();
        return versions.publish(admin, Objects.requireNonNull(draft.id()), draft.seen(), note);
    }

    private int versionOf(MoveView move) {
        return jdbc.sql("select version from stage_move where id = :id")
                .param("id", move.id())
                .query(Integer.class)
                .single();
    }

    private static Stage stage(StageDraft draft, String key) {
        return draft.definition().stage(key).orElseThrow();
    }

    private static Stage renamed(Stage stage, String name) {
        return with(stage, name, stage.hat(), stage.patienceDays(), stage.asks());
    }

    private static Stage asking(Stage stage, Ask asks) {
        return with(stage, stage.name(), stage.hat(), stage.patienceDays(), asks);
    }

    private static Stage underHat(Stage stage, Hat hat) {
        return with(stage, stage.name(), hat, stage.patienceDays(), stage.asks());
    }

    private static Stage patient(Stage stage, int days) {
        return with(stage, stage.name(), stage.hat(), days, stage.asks());
    }

    private static Stage with(Stage stage, String name, @Nullable Hat hat, @Nullable Integer patience, Ask asks) {
        return new Stage(
                stage.key(),
                name,
                stage.colour(),
                hat,
                stage.position(),
                stage.meaning(),
                stage.idealDays(),
                stage.longestDays(),
                patience,
                asks,
                stage.overrideAllowed());
    }
}

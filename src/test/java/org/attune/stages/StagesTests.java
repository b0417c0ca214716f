package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.stages.PathView.Where;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class StagesTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Stages stages;

    @Autowired
    private StagesFollowMerge followsMerge;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
    }

    @Test
    void nobodyIsOnThePathBeforeTheyWereHeard() {
        PathView path = stages.path(anna, helen);

        assertThat(path.now()).isNull();
        assertThat(path.suggested()).isNull();
        assertThat(path.steps().get(0).where()).isEqualTo(Where.NEXT);
        assertThat(path.steps()).hasSize(8);
        assertThat(path.beside()).extracting(Stage::key).containsExactly("not_now", "parted");
    }

    @Test
    void suggestsKnowOnceSomethingWasHeardAndMovesNobodyByItself() {
        happened.heard(happened.spoke(anna, helen, "we"), helen);

        assertThat(stages.path(anna, helen).suggested()).extracting(Stage::key).isEqualTo("know");
        assertThat(stages.current(anna, helen)).isEmpty();
        assertThat(stages.suggested(anna, List.of(helen))).containsOnlyKeys(helen);
    }

    @Test
    void keepsEveryMoveWithWhatStoodThere() {
        UUID turn = happened.heard(happened.spoke(anna, helen, "we"), helen);

        MoveView move = move("know", null, null);

        assertThat(move.how()).isEqualTo(How.ENTERED);
        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("know");
        assertThat(jdbc.sql("select evidence::text from stage_move where id = :id")
                        .param("id", move.id())
                        .query(String.class)
                        .single())
                .contains("heard_turns", turn.toString())
                .doesNotContain("Half of it");
    }

    @Test
    void wantsAReasonWithoutEvidenceAndKeepsIt() {
        assertThatThrownBy(() -> move("weighing", null, null)).isInstanceOf(RuleRefused.class);
        assertThat(stages.moves(anna, helen)).isEmpty();

        MoveView move = move("weighing", null, "She said so at the fair");

        assertThat(move.how()).isEqualTo(How.OVERRIDDEN);
        assertThat(stages.moves(anna, helen)).singleElement().satisfies(kept -> {
            assertThat(kept.reason()).isEqualTo("She said so at the fair");
            assertThat(kept.by()).isEqualTo(anna.name());
        });
    }

    @Test
    void aMoveStaysWithThePersonAndTheTeamOfItsDay() {
        MoveView first = move("know", null, "Met at the fair");
        TeamId before = teamOf(first.id());
        TeamId after = somebody.aTeam();
        jdbc.sql("update app_user set team_id = :team where id = :anna")
                .param("team", after.value())
                .param("anna", anna.uuid())
                .update();

        MoveView second = move("like", first.id(), "And again in May");

        assertThat(teamOf(first.id())).isEqualTo(before).isNotEqualTo(after);
        assertThat(teamOf(second.id())).isEqualTo(after);
        assertThat(jdbc.sql("select distinct owner_id from stage_move where contact_id = :helen")
                        .param("helen", helen.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(anna.uuid());
    }

    private TeamId teamOf(UUID move) {
        return jdbc.sql("select team_id from stage_move where id = :id")
                .param("id", move)
                .query((row, n) -> new TeamId(row.getObject("team_id", UUID.class)))
                .single();
    }

    @Test
    void aRepeatedMoveIsOneMove() {
        var wanted = new MoveContact(Ids.next(), helen, "know", null, "Met at the fair", null);
        stages.move(anna, wanted);

        assertThat(stages.move(anna, wanted).id()).isEqualTo(wanted.id());
        assertThat(stages.moves(anna, helen)).hasSize(1);
        assertThatThrownBy(() ->
                        stages.move(anna, new MoveContact(wanted.id(), helen, "like", null, "Met at the fair", null)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void aMoveFromAStageSomebodyElseHasChangedIsRefused() {
        MoveView first = move("know", null, "Met");
        move("like", first.id(), "Again");

        assertThatThrownBy(() -> move("trust", first.id(), "Late")).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> move("trust", null, "Later")).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void takingBackTheFirstMoveLeavesThePath() {
        MoveView first = move("know", null, "Met");

        stages.takeBack(anna, helen, first.id());

        assertThat(stages.current(anna, helen)).isEmpty();
        assertThat(stages.moves(anna, helen)).extracting(MoveView::how).containsExactly(How.BACK, How.OVERRIDDEN);
    }

    @Test
    void takingBackRestoresWhatWasThereWithItsDay() {
        LocalDate september = LocalDate.now().plusMonths(3);
        MoveView aside = stages.move(anna, new MoveContact(Ids.next(), helen, "not_now", null, null, september));
        MoveView further = move("know", aside.id(), "She called");

        stages.takeBack(anna, helen, further.id());

        PathView path = stages.path(anna, helen);
        assertThat(path.now()).extracting(Stage::key).isEqualTo("not_now");
        assertThat(path.until()).isEqualTo(september);
    }

    @Test
    void onlyTheLastMoveCanBeTakenBack() {
        MoveView first = move("know", null, "Met");
        move("like", first.id(), "Again");

        assertThatThrownBy(() -> stages.takeBack(anna, helen, first.id())).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> stages.takeBack(anna, happened.met(anna), first.id()))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void importsPlaceOnlyWhoHasNoStage() {
        Instant longAgo = Instant.parse("2024-01-01T00:00:00Z");
        UUID id = Ids.next();
        stages.placeAsImported(anna, id, helen, "customer", longAgo);
        stages.placeAsImported(anna, id, helen, "customer", longAgo);
        stages.placeAsImported(anna, Ids.next(), helen, "know", longAgo);

        assertThat(stages.path(anna, helen).since()).isEqualTo(longAgo);
        assertThat(stages.moves(anna, helen)).extracting(MoveView::how).containsExactly(How.IMPORTED);
    }

    @Test
    void aCustomerWithANewNeedStaysOne() {
        stages.placeAsImported(anna, Ids.next(), helen, "customer", Instant.now());
        happened.stated(happened.heard(happened.spoke(anna, helen, "they"), helen), anna);

        assertThat(stages.path(anna, helen).suggested()).isNull();
        assertThat(stages.path(anna, helen).next())
                .extracting(next -> next.stage().key())
                .isEqualTo("advocate");
    }

    @Test
    void othersNeitherSeeNorMoveThem() {
        Viewer stranger = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();

        for (Viewer outsider : List.of(stranger, admin)) {
            assertThatThrownBy(() -> stages.path(outsider, helen)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> stages.moves(outsider, helen)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> stages.current(outsider, helen)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() ->
                            stages.move(outsider, new MoveContact(Ids.next(), helen, "know", null, "Mine now", null)))
                    .isInstanceOf(NotSeen.class);
            assertThat(stages.suggested(outsider, List.of(helen))).isEmpty();
        }
        assertThat(stages.moves(anna, helen)).isEmpty();
    }

    @Test
    void theFurtherStageStaysWhenTwoTurnOutToBeOne() {
        ContactId twin = happened.met(anna);
        MoveView near = move("know", null, "Met");
        MoveView far = stages.move(anna, new MoveContact(Ids.next(), twin, "trust", null, "Told us", null));

        var moved = followsMerge.follow(twin, helen);
        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("trust");
        assertThat(stages.moves(anna, helen)).extracting(MoveView::id).containsExactlyInAnyOrder(near.id(), far.id());

        followsMerge.goBack(twin, helen, moved);
        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("know");
        assertThat(stages.current(anna, twin)).get().extracting(Stage::key).isEqualTo("trust");
        assertThat(stages.moves(anna, twin)).extracting(MoveView::id).containsExactly(far.id());
    }

    @Test
    void theNearerStageGivesWayWhenTwoTurnOutToBeOne() {
        ContactId twin = happened.met(anna);
        move("trust", null, "Told us");
        stages.move(anna, new MoveContact(Ids.next(), twin, "know", null, "Met", null));

        followsMerge.follow(twin, helen);

        assertThat(stages.current(anna, helen)).get().extracting(Stage::key).isEqualTo("trust");
        assertThat(stages.path(anna, helen).steps().get(2).where()).isEqualTo(Where.NOW);
    }

    @Test
    void takesTheRhythmOfTheStageUnlessTheyHaveTheirOwn() {
        assertThat(stages.path(anna, helen).rhythm(null, null)).isEmpty();
        move("exploring", null, "Met");

        assertThat(stages.path(anna, helen).rhythm(null, null)).contains(new Rhythm(14, 30));
        assertThat(stages.path(anna, helen).rhythm(5, 6)).contains(new Rhythm(5, 6));
    }

    private MoveView move(String to, @Nullable UUID after, @Nullable String reason) {
        return stages.move(anna, new MoveContact(Ids.next(), helen, to, after, reason, null));
    }
}

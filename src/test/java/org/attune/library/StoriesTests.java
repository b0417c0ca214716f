package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose a story is, who reads it, and with which names. */
@AttuneTest
class StoriesTests {

    @Autowired
    private StoryScene scene;

    @Autowired
    private Stories stories;

    @Autowired
    private Consents consents;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Happened happened;

    @Autowired
    private Merges merges;

    @Autowired
    private JdbcClient jdbc;

    private StoryScene.Told told;
    private Viewer ben;

    @BeforeEach
    void helenHasToldHers() {
        told = scene.told();
        ben = somebody.whoSells();
    }

    @Test
    void staysWithinItsTeamWithoutConsent() {
        assertThatThrownBy(() -> stories.find(ben, told.story())).isInstanceOf(NotSeen.class);
        assertThat(listed(ben)).isEmpty();
        assertThat(stories.find(told.maya(), told.story()).heard())
                .extracting(HeardWordsView::words)
                .containsExactly("Half of it is lost");
        assertThat(stories.choices(told.maya(), StoryUse.How.TOLD))
                .extracting(StoryChoice::id)
                .doesNotContain(told.story());
        assertThat(listed(somebody.whoAdministers())).isEmpty();
    }

    @Test
    void isReadByOthersWithoutNamesUnlessTheyMayBeNamed() {
        scene.allow(told, Scope.TOLD, false);
        StoryView nameless = stories.find(ben, told.story());
        assertThat(nameless.about()).isNull();
        assertThat(nameless.company()).isNull();
        assertThat(nameless.contact()).isNull();
        assertThat(nameless.words().situation()).isEqualTo("[…] typed everything twice.");
        assertThat(nameless.consents()).isEmpty();
        assertThat(Objects.requireNonNull(nameless.inForce()).turn()).isNull();
        assertThat(listed(ben)).extracting(StoryLine::about).containsOnlyNulls();
        assertThat(stories.find(told.maya(), told.story()).tellTale()).contains("Helen Brockmeier");
        assertThat(stories.told(told.maya(), told.story(), StoryUse.How.TOLD).situation())
                .as("what is told leaves the house, whoever tells it")
                .startsWith("[…]");

        scene.allow(told, Scope.TOLD, true);
        StoryView named = stories.find(ben, told.story());
        assertThat(named.about()).isEqualTo("Helen Brockmeier");
        assertThat(named.company()).isEqualTo("Velo Nord GmbH");
        assertThat(named.words().situation()).startsWith("Helen Brockmeier");
        assertThat(stories.find(told.maya(), told.story()).consents()).hasSize(2);
    }

    @Test
    void isNotFoundByTheNameNobodyMayKnow() {
        scene.allow(told, Scope.TOLD, false);
        assertThat(stories.list(ben, byText("brockmeier"), null).items())
                .extracting(StoryLine::id)
                .doesNotContain(told.story());
        assertThat(stories.list(told.maya(), byText("brockmeier"), null).items())
                .extracting(StoryLine::id)
                .contains(told.story());
    }

    private static StoryFilter byText(String text) {
        return new StoryFilter(null, null, StoryFilter.Whose.ALL, false, text, false);
    }

    private List<StoryLine> listed(Viewer viewer) {
        return stories.list(viewer, StoryFilter.ALL, null).items().stream()
                .filter(line -> line.id().equals(told.story()))
                .toList();
    }

    @Test
    void isReworkedByItsTeamAloneAndByWhoeverReadItLast() {
        scene.allow(told, Scope.WRITTEN, true);
        StoryWords other = StoryScene.words("Month end in an hour");
        assertThatThrownBy(() -> stories.reword(ben, told.story(), other, List.of(), 0))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> stories.retire(ben, told.story())).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> consents.withdraw(ben, told.story(), Ids.next(), LocalDate.now()))
                .isInstanceOf(NotSeen.class);

        stories.reword(told.maya(), told.story(), other, List.of(told.heard()), 0);
        assertThatThrownBy(() -> stories.reword(told.maya(), told.story(), StoryScene.words("Third"), List.of(), 0))
                .isInstanceOf(ChangedMeanwhile.class);
        StoryView story = stories.find(told.maya(), told.story());
        assertThat(story.version()).isEqualTo(1);
        assertThat(Objects.requireNonNull(story.inForce()).otherWords()).isTrue();
    }

    @Test
    void takesOnlyWordsThatMayLeaveWhoeverWorksWithThem() {
        UUID personal = happened.heard(told.talk(), told.helen());
        happened.marked(personal, "personal");
        assertThat(stories.picks(told.maya(), told.helen(), null))
                .extracting(HeardWordsView::turn)
                .containsExactly(told.heard());
        assertThatThrownBy(() ->
                        stories.reword(told.maya(), told.story(), StoryScene.words("Other"), List.of(personal), 0))
                .isInstanceOf(RuleRefused.class);
        happened.keptPrivate(told.talk());
        assertThat(stories.picks(told.maya(), told.helen(), null)).isEmpty();
    }

    @Test
    void aRepeatIsNothingNewAndOtherWordsAreRefused() {
        WriteStory again = new WriteStory(
                told.story(), told.helen(), null, StoryScene.words("Month end in a day"), List.of(told.heard()));
        assertThat(stories.write(told.maya(), again).version()).isZero();
        assertThatThrownBy(() -> stories.write(
                        told.maya(),
                        new WriteStory(told.story(), told.helen(), null, StoryScene.words("Another"), List.of())))
                .isInstanceOf(ChangedMeanwhile.class);

        UUID consent = scene.allow(told, Scope.TOLD, false);
        NoteConsent other =
                new NoteConsent(consent, told.story(), Scope.WRITTEN, true, LocalDate.now(), null, "By letter", null);
        assertThatThrownBy(() -> consents.note(told.maya(), other)).isInstanceOf(ChangedMeanwhile.class);
        scene.withdraw(told, consent);
        scene.withdraw(told, consent);
        assertThat(stories.find(told.maya(), told.story()).consents()).hasSize(1);
    }

    @Test
    void aConsentIsTheirsAndNotFromTheFuture() {
        ContactId jonas = acquaintances.of(told.maya());
        UUID his = happened.heard(happened.spoke(told.maya(), jonas, "they"), jonas);
        LocalDate today = LocalDate.now(told.maya().zone());
        assertThatThrownBy(() -> consents.note(told.maya(), note(today, null, new TurnId(his))))
                .hasMessage("library.consent.turn");
        assertThatThrownBy(() -> consents.note(told.maya(), note(today.plusDays(1), "She wrote", null)))
                .hasMessage("library.consent.future");
        assertThatThrownBy(() -> consents.note(told.maya(), note(today, "  ", null)))
                .hasMessage("library.consent.how");
    }

    private NoteConsent note(LocalDate on, @Nullable String how, @Nullable TurnId turn) {
        return new NoteConsent(Ids.next(), told.story(), Scope.TOLD, false, on, null, how, turn);
    }

    @Test
    void followsAMergeAndGoesBack() {
        ContactId also = acquaintances.of(told.maya(), ContactDetails.named("Helen", "Brockmeyer"));
        UUID merge = Ids.next();
        merges.merge(told.maya(), new MergeContacts(merge, also, told.helen(), 0, 0, Set.of()));
        assertThat(stories.find(told.maya(), told.story()).contact()).isEqualTo(also.value());
        merges.undo(told.maya(), merge);
        assertThat(stories.find(told.maya(), told.story()).contact())
                .isEqualTo(told.helen().value());
    }

    @Test
    void goesWithTheOneItIsAbout() {
        scene.allow(told, Scope.WRITTEN, true);
        scene.sent(told, "now()");
        erased(told.helen());
        StoryView story = stories.find(told.maya(), told.story());
        assertThat(story.words().title()).startsWith("[erased");
        assertThat(story.words().situation()
                        + story.words().found()
                        + story.words().result())
                .isEmpty();
        assertThat(story.heard()).isEmpty();
        assertThat(story.inForce()).isNull();
        assertThat(story.uses()).as("that it was used stays a fact").hasSize(1);
        assertThatThrownBy(() -> stories.find(ben, told.story())).isInstanceOf(NotSeen.class);
        stories.restore(told.maya(), told.story());
        assertThat(stories.find(told.maya(), told.story()).isRetired()).isTrue();
    }

    private void erased(ContactId contact) {
        jdbc.sql("select erase_person(:id, :contact, 'on_request', '-', :by)::text")
                .param("id", Ids.next())
                .param("contact", contact.value())
                .param("by", somebody.whoAdministers().uuid())
                .query(String.class)
                .single();
    }

    @Test
    void countsAsAReasonToBeAnAdvocateUntilItIsWithdrawn() {
        assertThat(agreed()).isFalse();
        UUID consent = scene.allow(told, Scope.TOLD, false);
        assertThat(agreed()).isTrue();
        scene.withdraw(told, consent);
        assertThat(agreed()).isFalse();
    }

    private boolean agreed() {
        return jdbc.sql("select " + new ConsentedToStory().condition() + " from contact where id = :id")
                .param("id", told.helen().value())
                .query(Boolean.class)
                .single();
    }
}

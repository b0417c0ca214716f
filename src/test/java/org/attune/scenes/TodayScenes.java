package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import org.attune.Happened;
import org.attune.access.Viewer;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.Test;

/** The day begins: one page says what is late, what is planned, and whom it is time to listen to. */
@BrowserTest
class TodayScenes {

    private final Cast cast;
    private final Happened happened;
    private final Promises promises;
    private final Silences silences;

    TodayScenes(Cast cast, Happened happened, Promises promises, Silences silences) {
        this.cast = cast;
        this.happened = happened;
        this.promises = promises;
        this.silences = silences;
    }

    @Test
    void aDayBeginsWithWhatIsLateAndEndsInPeace(Visitor maya, @OnAPhone Visitor onThePhone) {
        Cast.Player player = cast.salesperson();
        fillTheDay(player.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/")
                .findsItAccessible()
                .keepsAPicture("today");
        maya.inTheDark().keepsAPicture("today-dark");
        onThePhone
                .isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/")
                .findsItAccessible()
                .keepsAPicture("today-phone");

        maya.page().locator(".tri button").first().click();
        assertThat(maya.page().locator("#toasts")).containsText("Noted that you tried.");
        assertThat(maya.page().locator(".tri")).hasCount(1);
        maya.page().locator(".late button.tick").first().click();
        assertThat(maya.page().locator("#toasts")).containsText("Promise kept.");
        assertThat(maya.page().locator(".late")).hasCount(0);
    }

    @Test
    void theVeryFirstDaySaysWhereToBegin(Visitor maya) {
        Cast.Player player = cast.salesperson();
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/")
                .findsItAccessible()
                .keepsAPicture("today-first");
    }

    private void fillTheDay(Viewer viewer) {
        LocalDate today = LocalDate.now(viewer.zone());
        ContactId aisha = heardLongAgo(viewer, "Aisha Rahman");
        promises.make(
                viewer,
                MakePromise.ours(
                        new PromiseId(Ids.next()), aisha, "Introduce Aisha to the clinic lead", today.minusDays(3)));
        promises.make(
                viewer,
                MakePromise.theirs(new PromiseId(Ids.next()), aisha, "Aisha sends her invoice run", today.plusDays(2)));
        happened.planned(
                viewer, aisha, today.atTime(14, 0).atZone(viewer.zone()).toInstant());
        happened.planned(
                viewer,
                happened.met(viewer, "Tom Berger"),
                today.atTime(10, 30).atZone(viewer.zone()).toInstant());
        heardLongAgo(viewer, "Łukasz Nowak");
        heardLongAgo(viewer, "Claire Dubois");
        ContactId rosalind = heardLongAgo(viewer, "Rosalind Okafor");
        silences.agree(
                viewer, new AgreeSilence(Ids.next(), rosalind, today.plusDays(12), "The board decides first.", null));
        ContactId sofia = happened.met(viewer, "Sofia Marchetti");
        happened.heard(happened.spoke(viewer, sofia, "they"), sofia);
    }

    private ContactId heardLongAgo(Viewer viewer, String name) {
        ContactId who = happened.met(viewer, name);
        happened.heardLongAgo(viewer, who);
        return who;
    }
}

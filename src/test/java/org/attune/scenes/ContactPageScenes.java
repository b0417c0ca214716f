package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.Happened;
import org.attune.access.Viewer;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.TouchKind;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.Test;

/** The page of a contact in a browser: readable, and the same on a phone. */
@BrowserTest
class ContactPageScenes {

    private final Cast cast;
    private final Happened happened;
    private final Threads threads;
    private final Touches touches;
    private final Promises promises;

    ContactPageScenes(Cast cast, Happened happened, Threads threads, Touches touches, Promises promises) {
        this.cast = cast;
        this.happened = happened;
        this.threads = threads;
        this.touches = touches;
        this.promises = promises;
    }

    @Test
    void everythingAboutSomebodyStandsOnOnePage(Visitor maya, @OnAPhone Visitor onThePhone) {
        Cast.Player player = cast.salesperson();
        String page = "/contacts/" + somebodyWellKnown(player.viewer()).value();
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens(page)
                .findsItAccessible()
                .keepsAPicture("contact");
        assertThat(maya.page().locator("#timeline > li")).hasCount(5);
        maya.page().locator("details.addm summary").first().click();
        assertThat(maya.page().locator("details.addm .menu").first()).isVisible();
        maya.page().keyboard().press("Escape");
        maya.inTheDark().keepsAPicture("contact-dark");
        onThePhone
                .isSignedIn(player.email(), Cast.PASSWORD)
                .opens(page)
                .findsItAccessible()
                .keepsAPicture("contact-phone");
    }

    private ContactId somebodyWellKnown(Viewer viewer) {
        ContactId helen = happened.met(viewer);
        ContactId pieter = happened.met(viewer, "Pieter de Wit");
        happened.introduced(pieter, helen, viewer);
        UUID talk = happened.spoke(viewer, helen, "they");
        UUID said = happened.heard(talk, helen);
        UUID question = happened.asked(talk);
        happened.answered(question, happened.heard(talk, helen));
        UUID need = happened.stated(said, viewer);
        happened.belongsTo(need, pieter);
        UUID yes = happened.heard(talk, helen);
        happened.about(need, yes, false, viewer);
        happened.confirmed(need, yes, "yes", viewer);
        threads.open(viewer, Ids.next(), new TurnId(happened.heard(talk, helen)), null);
        happened.heard(happened.spoke(viewer, helen, "we"), helen);
        happened.heard(happened.spoke(viewer, helen, "we"), helen);
        touches.note(viewer, new NoteTouch(Ids.next(), helen, TouchKind.TRIED_TO_REACH, false, null, null));
        promises.make(
                viewer,
                MakePromise.ours(
                        new PromiseId(Ids.next()),
                        helen,
                        "We send the numbers",
                        LocalDate.now().plusDays(4)));
        return helen;
    }
}

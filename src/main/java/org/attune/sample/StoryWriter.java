package org.attune.sample;

import java.util.UUID;
import org.attune.sample.Story.Reach;
import org.jspecify.annotations.Nullable;

/** Writes down what was understood of a need: when it was heard, and in the conversation in which it is confirmed. */
final class StoryWriter {

    private static final int FIRST = 1;

    private final Sheets sheets;
    private final OfferWriter offers;

    StoryWriter(House house, Sheets sheets) {
        this.sheets = sheets;
        this.offers = new OfferWriter(house, sheets);
    }

    void write(Talk talk) {
        Story story = talk.story;
        if (story == null) {
            return;
        }
        boolean begins = talk.number == story.talk;
        if (begins) {
            heard(story, talk);
        } else {
            confirmed(story, talk);
        }
        if (begins == (story.talksItTakes() == 1) && story.isEnded()) {
            change(
                    story,
                    3,
                    story.reach == Reach.HEARD ? "heard" : story.reach == Reach.EXPLORED ? "explored" : "confirmed",
                    story.state(),
                    story.ended);
        }
    }

    private void heard(Story story, Talk talk) {
        Person person = story.person;
        UUID by = person.owner.id();
        long at = story.turnAt(FIRST, 0);
        boolean notAFit = story.state().equals("not_a_fit");
        Dice dice = story.dice(10);
        Phrases phrases = person.market().phrases();
        sheets.row("need")
                .id(story.need)
                .text(story.problem ? "problem" : "wants_to_know")
                .text(phrases.say(story.problem ? "need" : "need wish", story.about, dice))
                .text(story.state())
                .text(notAFit ? dice.one("them", "us") : null)
                .text(notAFit ? phrases.say("not a fit", story.about, dice) : null)
                .at(story.ended)
                .id(story.isEnded() ? by : null)
                .id(by)
                .id(person.owner.team().id())
                .at(at)
                .whole(story.isEnded() ? 1 : 0);
        sheets.row("need_person")
                .id(story.need)
                .id(person.id)
                .yes(true)
                .yes(true)
                .yes(dice.chance(0.6))
                .yes(dice.chance(0.6))
                .yes(false)
                .at(at);
        change(story, 0, null, "heard", at);
        about(story, story.states(), true, at);
        if (dice.chance(0.06)) {
            sheets.row("need_person_not_met")
                    .id(dice.id(at))
                    .id(story.need)
                    .text(phrases.say("expected", story.about, dice))
                    .yes(false)
                    .yes(dice.chance(0.4))
                    .yes(true)
                    .yes(false);
        }
        if (story.reach.atLeast(Reach.EXPLORED)) {
            long explored = story.turnAt(FIRST, 2);
            about(story, story.answer(), false, explored);
            about(story, story.reaction(), false, story.turnAt(FIRST, 4));
            change(story, 1, "heard", "explored", explored);
            talk.others.forEach(other -> also(story, other, at, dice));
            talk.turns.stream()
                    .filter(said -> said.isTheirs() && !person.id.equals(said.speaker))
                    .forEach(said -> about(story, said.id, said.speaker, false, said.at));
        }
    }

    /** Somebody who was there and has it as well. */
    private void also(Story story, UUID other, long at, Dice dice) {
        sheets.row("need_person")
                .id(story.need)
                .id(other)
                .yes(false)
                .yes(true)
                .yes(false)
                .yes(dice.chance(0.3))
                .yes(false)
                .at(at);
    }

    private void confirmed(Story story, Talk talk) {
        UUID by = story.person.owner.id();
        long at = story.turnAt(2, 1);
        about(story, story.confirmed(), false, at);
        sheets.row("need_confirmation")
                .id(story.confirmation())
                .id(story.need)
                .text(talk.turn(story.first(2)).words)
                .id(story.playback())
                .id(story.confirmed())
                .text("yes")
                .id(by)
                .at(at);
        change(story, 2, "explored", "confirmed", at);
        if (story.reach.atLeast(Reach.AGREED)) {
            agreed(story, by);
        }
        if (story.reach.atLeast(Reach.DRAFTED)) {
            offers.write(story);
        }
    }

    private void agreed(Story story, UUID by) {
        Phrases phrases = story.person.market().phrases();
        Dice dice = story.dice(11);
        about(story, story.costSaid(), false, story.turnAt(2, 3));
        about(story, story.partSaid(), false, story.turnAt(2, 5));
        about(story, story.contributed(), false, story.turnAt(2, 6));
        about(story, story.agreed(), false, story.turnAt(2, 8));
        sheets.row("need_cost")
                .id(story.costId())
                .id(story.need)
                .text("amount")
                .money(story.cost)
                .none()
                .text(story.person.market().currency)
                .text("year")
                .none()
                .id(story.costSaid())
                .id(by)
                .at(story.turnAt(2, 3));
        sheets.row("solution")
                .id(story.solution())
                .id(story.need)
                .text(phrases.say("ours", story.about, dice))
                .text(phrases.say("theirs", story.about, dice))
                .id(story.contributed())
                .id(story.agreed())
                .id(by)
                .at(story.turnAt(2, 8));
    }

    private void about(Story story, UUID heard, boolean states, long at) {
        about(story, heard, story.person.id, states, at);
    }

    private void about(Story story, UUID heard, @Nullable UUID speaker, boolean states, long at) {
        sheets.row("need_turn")
                .id(story.need)
                .id(heard)
                .id(speaker)
                .yes(states)
                .id(story.person.owner.id())
                .at(at);
    }

    private void change(Story story, int number, @Nullable String from, String to, long at) {
        sheets.row("need_change")
                .id(story.dice(20 + number).id(at))
                .id(story.need)
                .text(from)
                .text(to)
                .none()
                .id(story.person.owner.id())
                .at(at);
    }
}

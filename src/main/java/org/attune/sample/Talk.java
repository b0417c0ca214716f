package org.attune.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/** What is said in one conversation. */
final class Talk {

    private static final double LENGTH = 3.2;
    private static final int LONGEST = 30;

    final Person person;
    final int number;
    final @Nullable Story story;
    final List<Said> turns = new ArrayList<>();
    private final Dice dice;
    private final Phrases phrases;
    private final Phrases.About about;

    Talk(Person person, int number) {
        this.person = person;
        this.number = number;
        this.story = person.storyAt(number);
        this.dice = person.house.dice(Of.TALK, person.number, number, -1);
        this.phrases = person.market().phrases();
        this.about = story == null ? Phrases.About.anything(dice) : story.about;
        if (person.picksUp(number)) {
            pickUp();
        }
        if (story == null) {
            around();
        } else if (number == story.talk) {
            discover(story);
        } else {
            deepen(story);
        }
    }

    private void pickUp() {
        Said question = ours("asked", "asked pick up");
        question.follows = person.turnId(number - 1, person.firstHeard(number - 1));
        theirs("heard answer").answers = question.id;
    }

    private void around() {
        int most = turns.size() + 1 + (int) Math.min(LONGEST, -Math.log(1 - dice.unit()) * LENGTH);
        if (person.isMonologue(number)) {
            for (int n = 0; n < most && n < 4; n++) {
                ours("told", "told");
            }
            return;
        }
        while (turns.size() < most) {
            Said last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
            if (last == null || !last.isTheirs()) {
                listen(last);
            } else {
                speak(last);
            }
        }
    }

    private void listen(@Nullable Said last) {
        if (last != null && last.kind.equals("asked")) {
            theirs(dice.chance(0.7) ? "heard answer" : "heard").answers = last.id;
        } else if (dice.chance(0.15)) {
            theirs("heard question").mark("their_question");
        } else {
            Said said = theirs("heard");
            if (dice.chance(0.02)) {
                said.mark("personal");
            } else if (dice.chance(0.01)) {
                said.mark("sensitive");
            }
        }
    }

    /** Nobody responds before something was asked and answered, or asked by them. */
    private void speak(Said last) {
        boolean may = last.answers != null || last.marks.contains("their_question");
        double luck = dice.unit();
        if (may && luck < 0.55) {
            ours("responded", "responded").repliesTo = last.id;
        } else if (luck < 0.8) {
            ours("asked", dice.chance(0.8) ? "asked" : "asked problem");
        } else if (luck < 0.9) {
            ours("told", "told");
        } else {
            theirs("heard");
        }
    }

    private void discover(Story it) {
        boolean kept = it.reach.atLeast(Story.Reach.DRAFTED);
        theirs(it.problem ? "heard problem" : "heard wish").evidence = kept;
        if (it.reach == Story.Reach.HEARD) {
            ours("told", "told");
            return;
        }
        Said question = ours("asked", "asked problem");
        question.evidence = kept;
        Said answer = theirs("heard answer");
        answer.answers = question.id;
        answer.evidence = kept;
        Said response = ours("responded", "responded");
        response.repliesTo = answer.id;
        response.evidence = kept;
        theirs("heard reaction").mark("reaction").evidence = kept;
    }

    private void deepen(Story it) {
        boolean kept = it.reach.atLeast(Story.Reach.DRAFTED);
        Said playback = ours("asked", "played back").mark("played_back");
        answered(playback, "heard yes").evidence = kept;
        if (!it.reach.atLeast(Story.Reach.AGREED)) {
            return;
        }
        answered(ours("asked", "asked cost"), "heard cost").evidence = kept;
        answered(ours("asked", "asked part"), "heard part").evidence = kept;
        Said contribution = theirs("heard contribution");
        ours("responded", "ours").repliesTo = contribution.id;
        boolean asks = kept && it.pulled;
        Said agreed = theirs("heard agree", asks ? "heard ask" : null);
        agreed.evidence = kept;
        if (asks) {
            agreed.mark("asked_for_offer");
        }
    }

    private Said answered(Said question, String words) {
        Said answer = theirs(words);
        answer.answers = question.id;
        return answer;
    }

    private Said theirs(String group) {
        return theirs(group, null);
    }

    private Said theirs(String group, @Nullable String more) {
        String words = phrases.say(group, about, dice);
        return add("heard", more == null ? words : words + " " + phrases.say(more, about, dice));
    }

    private Said ours(String kind, String group) {
        return add(kind, phrases.say(group, about, dice));
    }

    private Said add(String kind, String words) {
        int seq = turns.size() + 1;
        UUID id = person.turnId(number, seq);
        Said said = new Said(seq, id, kind, words, person.saidAt(number, seq));
        turns.add(said);
        return said;
    }

    Said turn(int seq) {
        return turns.get(seq - 1);
    }

    /** For what stands around the words. */
    Dice dice() {
        return dice;
    }
}

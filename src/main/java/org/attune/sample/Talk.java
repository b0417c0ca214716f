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
    private static final int FOR_WEEKS = 400;
    private static final double WITH_OTHERS = 0.1;
    private static final double OFF_THE_SHELF = 0.1;
    static final int STANDARDS = 3;

    final Person person;
    final int number;
    final @Nullable Story story;
    final List<Said> turns = new ArrayList<>();

    /** Who was there beside them. */
    final List<UUID> others;

    private final Dice dice;
    private final Phrases phrases;
    private final Phrases.About about;

    Talk(Person person, int number) {
        this.person = person;
        this.number = number;
        this.story = person.storyAt(number);
        this.dice = person.house.dice(Of.TALK, person.number, number, -1);
        this.others = others();
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

    /** Those of the same house. */
    private List<UUID> others() {
        Dice who = person.house.dice(Of.TALK, person.number, number, -2);
        if (!who.chance(WITH_OTHERS) || person.isMonologue(number)) {
            return List.of();
        }
        return person.house.colleagues.before(person.number, 1 + who.skewed(3)).stream()
                .map(person.house::contactId)
                .toList();
    }

    private void pickUp() {
        Said question = ours("asked", "asked pick up");
        question.follows = person.turnId(number - 1, person.firstHeard(number - 1));
        theirs("heard answer").answers = question.id;
    }

    private void around() {
        int most = turns.size() + 1 + (int) Math.min(LONGEST, -Math.log(1 - dice.unit()) * LENGTH);
        if (isLongest()) {
            most = FOR_WEEKS;
        }
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
            anybody(dice.chance(0.7) ? "heard answer" : "heard").answers = last.id;
        } else if (dice.chance(0.15)) {
            anybody("heard question").mark("their_question");
        } else {
            Said said = anybody("heard");
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
            respond(last);
        } else if (luck < 0.8) {
            ours("asked", dice.chance(0.8) ? "asked" : "asked problem");
        } else if (luck < 0.9) {
            ours("told", "told");
        } else {
            theirs("heard");
        }
    }

    /** In words of its own that take up theirs; now and then in those that everybody gets. */
    private void respond(Said to) {
        if (dice.chance(OFF_THE_SHELF)) {
            int which = dice.below(STANDARDS);
            Dice always = person.house.dice(Of.PAIR, person.owner.id().getLeastSignificantBits(), which);
            Said said = add("responded", phrases.say("standard", Phrases.About.anything(always), always), null);
            said.standard = which;
            said.repliesTo = to.id;
            return;
        }
        String words = phrases.say("echo", about, dice) + " " + phrases.say("responded", about, dice);
        add("responded", dice.chance(0.5) ? words + " " + phrases.say("after", about, dice) : words, null).repliesTo =
                to.id;
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
        Said response =
                add("responded", phrases.say("echo", about, dice) + " " + phrases.say("responded", about, dice), null);
        response.repliesTo = answer.id;
        response.evidence = kept;
        theirs("heard reaction").mark("reaction").evidence = kept;
        others.forEach(other -> add("heard", phrases.say("heard answer", about, dice), other));
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
        add("responded", phrases.say("echo", about, dice) + " " + phrases.say("ours", about, dice), null).repliesTo =
                contribution.id;
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

    boolean isLongest() {
        return person.isLongest(number);
    }

    /** Whoever of them; they themselves begin, because what follows stands on that. */
    private Said anybody(String group) {
        UUID speaker = others.isEmpty() || turns.size() < 3 || dice.chance(0.6) ? person.id : dice.pick(others);
        String words = phrases.say(group, about, dice);
        return add("heard", dice.chance(0.04) ? words + " " + phrases.say("aside", about, dice) : words, speaker);
    }

    private Said theirs(String group) {
        return theirs(group, null);
    }

    private Said theirs(String group, @Nullable String more) {
        String words = phrases.say(group, about, dice);
        return add("heard", more == null ? words : words + " " + phrases.say(more, about, dice), person.id);
    }

    private Said ours(String kind, String group) {
        return add(kind, phrases.say(group, about, dice), null);
    }

    private Said add(String kind, String words, @Nullable UUID speaker) {
        int seq = turns.size() + 1;
        UUID id = person.turnId(number, seq);
        String exactness =
                speaker == null ? null : dice.one("word_for_word", "word_for_word", "from_memory", "in_essence");
        Said said = new Said(seq, id, kind, words, person.saidAt(number, seq), speaker, exactness);
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

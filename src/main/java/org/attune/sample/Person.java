package org.attune.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.attune.sample.House.Colleague;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/** What becomes of one contact in ten years, known beforehand: when they talk, what about, and where that leads. */
final class Person {

    private static final double NEVER_TALKED = 0.42;
    private static final double TAIL = 1.25;
    private static final int MOST_TALKS = 900;
    private static final int LEAST_APART = 7200;

    final House house;
    final int number;
    final UUID id;
    final long created;
    final Colleague owner;
    final boolean sheIs;

    /** Where they work; none: -1. */
    final int company;

    /** When each conversation begins. */
    final long[] talks;

    final List<Story> stories = new ArrayList<>();
    final Path path;

    Person(House house, int number) {
        this.house = house;
        this.number = number;
        this.created = house.createdAt(number);
        this.id = house.contactId(number);
        this.owner = house.sellerOf(number);
        this.company = house.companyOf(number, owner.team());
        Dice dice = house.dice(Of.PERSON, number);
        this.sheIs = dice.chance(0.5);
        this.talks = days(dice, many(dice));
        plot(dice);
        this.path = new Path(this);
    }

    /** Most of them a few times, a few of them all the time. */
    private int many(Dice dice) {
        boolean never = dice.chance(NEVER_TALKED);
        if (isOldFriend()) {
            return Math.min(MOST_TALKS, 30 + house.contacts / 10);
        }
        return never
                ? 0
                : (int) Math.min(Math.min(800, 20 + house.contacts / 20), Math.pow(1 - dice.unit(), -1 / TAIL));
    }

    /** Some are there with whom we have said thousands of things, whatever the size of the sample. */
    boolean isOldFriend() {
        return number % 5000 == 7;
    }

    /** One exchange of theirs is as long as such things get: written to and fro for weeks. */
    boolean isLongest(int talk) {
        if (!isOldFriend() || talk < talks.length / 2 || !isPlain(talk)) {
            return false;
        }
        for (int before = talks.length / 2; before < talk; before++) {
            if (isPlain(before)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlain(int talk) {
        return storyAt(talk) == null && !isMonologue(talk);
    }

    private long[] days(Dice dice, int many) {
        if (many == 0) {
            return new long[0];
        }
        long last = house.horizon - (dice.chance(0.3) ? dice.between(1, 60) : dice.between(30, 1500)) * House.DAY;
        long end = Math.max(created + House.DAY, Math.min(house.horizon - House.DAY, last));
        double[] steps = new double[many];
        double sum = 0;
        for (int n = 0; n < many; n++) {
            sum += -Math.log(1 - dice.unit()) + 0.05;
            steps[n] = sum;
        }
        long[] all = new long[many];
        int kept = 0;
        for (int n = 0; n < many; n++) {
            long moment = inTheDay(created + (long) (steps[n] / sum * (end - created)), dice);
            long before = kept == 0 ? created : all[kept - 1] + LEAST_APART;
            moment = Math.max(moment, before + 60);
            if (moment < house.horizon - 2 * House.HOUR) {
                all[kept++] = moment;
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** In the hours in which people talk there. */
    private long inTheDay(long moment, Dice dice) {
        long day = Math.floorDiv(moment, House.DAY) * House.DAY;
        return day + (8 - owner.team().market().hours) * House.HOUR + dice.below(10 * 60) * 60L;
    }

    private void plot(Dice dice) {
        double wanted = talks.length == 0 ? 0 : talks.length == 1 ? 0.12 : talks.length == 2 ? 0.3 : 0.6;
        if (!dice.chance(wanted)) {
            return;
        }
        for (int at = talks.length >= 3 ? 1 : 0; at < talks.length && stories.size() < 12; at += dice.between(8, 14)) {
            stories.add(new Story(this, stories.size(), at));
        }
    }

    /** The story that is told in this conversation, if one is. */
    @Nullable
    Story storyAt(int talk) {
        for (Story story : stories) {
            if (talk >= story.talk && talk < story.talk + story.talksItTakes()) {
                return story;
            }
        }
        return null;
    }

    /** Whether something said in this conversation is picked up in the next, waits, or was let go; none: nothing to follow. */
    @Nullable
    String threadAt(int talk) {
        if (talk < 0 || talk >= talks.length) {
            return null;
        }
        Dice dice = house.dice(Of.AROUND, number, talk);
        if (!dice.chance(0.11)) {
            return null;
        }
        boolean next = talk + 1 < talks.length;
        return dice.chance(0.7) && next ? "picked" : dice.chance(0.4) ? "let go" : "waits";
    }

    boolean picksUp(int talk) {
        return "picked".equals(threadAt(talk - 1));
    }

    /** Where in this conversation the first thing they say stands; a story goes on with our saying back what they said. */
    int firstHeard(int talk) {
        Story story = storyAt(talk);
        return picksUp(talk) || story != null && talk > story.talk ? 2 : 1;
    }

    /** Only we spoke. */
    boolean isMonologue(int talk) {
        return talk > 2
                && house.dice(Of.AROUND, number, talk, 1).chance(0.06)
                && storyAt(talk) == null
                && threadAt(talk) == null
                && !picksUp(talk);
    }

    UUID talkId(int talk) {
        return house.dice(Of.TALK, number, talk).id(talks[talk]);
    }

    UUID turnId(int talk, int seq) {
        return house.dice(Of.TALK, number, talk, seq).id(saidAt(talk, seq));
    }

    long saidAt(int talk, int seq) {
        return talks[talk] + seq * 75L;
    }

    /** None: -1. */
    int firstTalkAfter(long moment) {
        int found = Arrays.binarySearch(talks, moment + 1);
        int first = found < 0 ? -found - 1 : found;
        return first < talks.length ? first : -1;
    }

    long lastTalk() {
        return talks.length == 0 ? created : talks[talks.length - 1];
    }

    Market market() {
        return owner.team().market();
    }
}

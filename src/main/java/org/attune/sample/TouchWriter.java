package org.attune.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/** Writes down what was done that is no conversation; now and then for several people in one go. */
final class TouchWriter {

    private static final int MOST_TOGETHER = 12;
    private static final long EVERY = 60 * House.DAY;
    private static final double IN_ONE_GO = 0.1;

    private final House house;
    private final Sheets sheets;
    private final Library library;
    private final Map<Dice.Path, Integer> together = new HashMap<>();

    TouchWriter(House house, Sheets sheets, Library library) {
        this.house = house;
        this.sheets = sheets;
        this.library = library;
    }

    /** @param given how they are called */
    void write(Person person, String given, Dice dice) {
        long end = person.path.endsIn(Path.PARTED) ? person.lastTalk() : house.horizon - House.HOUR;
        int more = person.talks.length < 3 ? 0 : Math.min(30, dice.skewed(person.talks.length / 2 + 1));
        for (int n = (dice.chance(0.35) ? dice.between(1, 3) : 0) + more; n > 0; n--) {
            long at = person.created + (long) (dice.unit() * (end - person.created));
            one(person, given, at, dice);
        }
        if (dice.chance(IN_ONE_GO)) {
            inOneGo(person, given, end, dice);
        }
    }

    private void one(Person person, String given, long at, Dice dice) {
        String kind = dice.one("tried_to_reach", "tried_to_reach", "material", "story", "event", "greeting", "other");
        String language = person.market().language;
        Library.Version version = kind.equals("material") ? library.version(dice, language, at) : null;
        Library.Told story = kind.equals("story") ? library.story(dice, language, at, true) : null;
        if (kind.equals("story") && story == null) {
            kind = "other";
        }
        String words = null;
        if (dice.chance(0.7)) {
            boolean own = !kind.equals("tried_to_reach");
            words = say(person, !own ? "touch" : dice.chance(0.3) ? "greeting" : "echo", given, dice);
            words = own ? words + " " + say(person, "after", given, dice) : words;
        }
        row(person, dice.id(at), kind, words, at, version, story, null, dice);
    }

    /** The same words to each of them but for the name, in an hour or so. */
    private void inOneGo(Person person, String given, long end, Dice dice) {
        long first = person.created / EVERY + 1;
        long last = end / EVERY - 1;
        if (first > last) {
            return;
        }
        long when = first + dice.below((int) (last - first + 1));
        long seller = person.owner.id().getLeastSignificantBits();
        Integer before = together.merge(new Dice.Path(seller, when), 1, Integer::sum);
        if (before > MOST_TOGETHER) {
            return;
        }
        Dice go = house.dice(Of.BESIDE, seller, when);
        long begins = when * EVERY + go.between(1, 40) * House.DAY + 9 * House.HOUR;
        UUID id = go.id(begins);
        String words = say(person, "greeting", given, go);
        long at = begins + before * 240L;
        if (at < end) {
            row(person, dice.id(at), go.one("greeting", "greeting", "event"), words, at, null, null, id, dice);
        }
    }

    private static String say(Person person, String group, String given, Dice dice) {
        return person.market()
                .phrases()
                .say(group, Phrases.About.anything(dice), dice)
                .replace(Phrases.GIVEN, given);
    }

    private void row(
            Person person,
            UUID id,
            String kind,
            @Nullable String words,
            long at,
            Library.@Nullable Version version,
            Library.@Nullable Told story,
            @Nullable UUID together,
            Dice dice) {
        String reaction = dice.chance(0.4) ? dice.one("good", "good", "none", "bad") : null;
        boolean answered = reaction != null && !reaction.equals("none");
        Sheet row = sheets.row("touch")
                .id(id)
                .id(person.id)
                .id(person.owner.team().id())
                .text(kind)
                .yes(together == null && dice.chance(0.15))
                .text(dice.chance(0.9) ? "marketing" : "sales")
                .text(words)
                .text(reaction)
                .text(answered ? say(person, "touch reaction", "", dice) : null)
                .at(at)
                .id(person.owner.id())
                .at(at);
        row.id(version == null ? null : version.id());
        row.id(story == null ? null : story.id()).id(together);
        Library.standsOn(story, row);
    }
}

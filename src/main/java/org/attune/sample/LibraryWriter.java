package org.attune.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.sample.Library.Material;
import org.attune.sample.Library.Told;
import org.attune.sample.Library.Version;

/** Writes down materials in all their versions, and stories with what they allowed. */
final class LibraryWriter {

    private static final List<String> STAGES = List.of("know", "like", "trust", "exploring", "weighing", "customer");
    private static final List<String> STEPS =
            List.of("know_us", "see_the_problem", "count_the_cost", "find_a_solution", "decide", "after_the_sale");

    private final House house;
    private final Sheets sheets;
    private final Library library;

    LibraryWriter(House house, Sheets sheets, Library library) {
        this.house = house;
        this.sheets = sheets;
        this.library = library;
    }

    void materials() {
        library.materials.forEach(this::material);
    }

    private void material(Material material) {
        Dice dice = house.dice(House.Of.LIBRARY, material.number(), 1);
        Phrases phrases = material.by().team().market().phrases();
        Phrases.About about = Phrases.About.anything(dice);
        long written = material.versions().get(0).written();
        sheets.row("material")
                .id(material.id())
                .text(phrases.say("material", about, dice))
                .text(phrases.say("purpose", about, dice))
                .text(dice.chance(0.7) ? dice.pick(STAGES) : null)
                .text(dice.pick(STEPS))
                .text(Library.language(material))
                .text(phrases.say("need", about, dice) + ". " + phrases.say("heard problem", about, dice))
                .id(material.by().id())
                .at(written)
                .at(material.retired())
                .id(material.retired() == 0 ? null : material.by().id())
                .whole(0);
        int theme = dice.below(house.themes.size());
        sheets.row("material_theme").id(material.id()).id(house.themes.get(theme));
        material.versions().forEach(version -> version(material, version, about, dice));
    }

    private void version(Material material, Version version, Phrases.About about, Dice dice) {
        Phrases phrases = material.by().team().market().phrases();
        String body = Stream.generate(() -> phrases.say("page", about, dice))
                .limit(dice.between(3, 8))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        sheets.row("material_version")
                .id(version.id())
                .id(material.id())
                .whole(version.number())
                .text(body)
                .text(version.number() == 1 ? null : phrases.say("news", about, dice))
                .id(material.by().id())
                .at(version.written())
                .at(version.published())
                .whole(version.published() == 0 ? 0 : 1);
    }

    /** What came of it for those who said yes, where it is worth telling. */
    void stories(Person person) {
        for (Story story : person.stories) {
            long at = story.reach == Story.Reach.YES
                    ? story.decidedAt() + story.dice(31).between(20, 200) * House.DAY
                    : 0;
            if (at > 0 && at + House.DAY < house.horizon && library.isWorthTelling(story)) {
                story(story, at);
            }
        }
    }

    private void story(Story story, long at) {
        Dice dice = story.dice(32);
        Person person = story.person;
        Phrases phrases = person.market().phrases();
        UUID id = dice.id(at);
        Said states = new Talk(person, story.talk).turn(story.first(1));
        sheets.row("story")
                .id(id)
                .text(phrases.say("story", story.about, dice))
                .id(person.id)
                .id(story.need)
                .id(person.owner.team().id())
                .text(phrases.say("situation", story.about, dice))
                .text(states.words)
                .text(phrases.say("ours", story.about, dice) + " " + phrases.say("theirs", story.about, dice))
                .text(phrases.say("result", story.about, dice))
                .text(person.market().language)
                .text(phrases.say("need", story.about, dice) + ". " + phrases.say("heard problem", story.about, dice))
                .id(person.owner.id())
                .at(at)
                .whole(0);
        sheets.row("story_theme").id(id).id(dice.pick(house.themes));
        sheets.row("story_turn")
                .id(id)
                .id(states.id)
                .whole(1)
                .text(states.words)
                .text(states.exactness);
        if (dice.chance(0.8)) {
            consent(story, id, at, dice);
        }
    }

    private void consent(Story story, UUID id, long at, Dice dice) {
        UUID by = story.person.owner.id();
        LocalDate given = LocalDate.ofEpochDay(at / House.DAY);
        LocalDate until = dice.chance(0.2) ? given.plusYears(2) : null;
        long from = beginOf(given, story.person);
        long untilEnd = until == null ? 0 : beginOf(until.plusDays(1), story.person);
        long withdrawn = dice.chance(0.06) ? at + dice.between(100, 900) * House.DAY : 0;
        long ended = withdrawn < house.horizon && (untilEnd == 0 || withdrawn < untilEnd) ? withdrawn : 0;
        UUID consent = dice.id(at);
        String scope = dice.chance(0.7) ? "written" : "told";
        sheets.row("story_consent")
                .id(consent)
                .id(id)
                .text(scope)
                .yes(dice.chance(0.5))
                .day(given.toEpochDay())
                .day(until == null ? 0 : until.toEpochDay())
                .text(story.person.market().phrases().say("consent", story.about, dice))
                .id(by)
                .at(at)
                .day(ended / House.DAY)
                .id(ended == 0 ? null : by)
                .at(ended)
                .at(ended)
                .at(from)
                .at(untilEnd);
        library.keep(new Told(id, story.person.market().language, consent, scope, from, ended == 0 ? untilEnd : ended));
    }

    /** As the one who noted it says "today". */
    private static long beginOf(LocalDate day, Person person) {
        return day.atStartOfDay(ZoneId.of(person.market().zone)).toEpochSecond();
    }
}

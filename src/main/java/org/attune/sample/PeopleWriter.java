package org.attune.sample;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/** Writes down companies, contacts, and what stands beside their conversations. */
final class PeopleWriter {

    private static final List<String> TAGS = List.of(
            "fair",
            "newsletter",
            "south",
            "north",
            "reference",
            "pilot",
            "family business",
            "supplier",
            "press",
            "alumni");
    private static final List<String> OTHER_LANGUAGES = List.of("fr", "it", "nl", "pl", "tr", "es");

    private final House house;
    private final Sheets sheets;

    PeopleWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
    }

    void companies() {
        for (int number = 0; number < house.companies(); number++) {
            Dice dice = house.dice(Of.COMPANY, number);
            long at = house.begin() + (long) (dice.unit() * House.DAY);
            Market market = Market.of(number);
            List<String> families = House.names("family", market.language);
            List<String> trades = House.names("trade", market.language);
            List<String> places = House.names("place", market.language);
            int kinds = families.size() * trades.size();
            long shuffled = (number * 7919L + 13) % ((long) kinds * places.size());
            String name = families.get((int) (shuffled % families.size())) + " "
                    + trades.get((int) (shuffled / families.size() % trades.size()));
            sheets.row("company")
                    .id(companyId(number))
                    .text(name)
                    .text(dice.chance(0.7) ? "https://www." + plain(name) + "-" + number + ".example" : null)
                    .text(places.get((int) (shuffled / kinds)))
                    .id(house.managers.get(number % house.managers.size()).id())
                    .at(at);
        }
    }

    private UUID companyId(int number) {
        Dice dice = house.dice(Of.COMPANY, number);
        return dice.id(house.begin() + (long) (dice.unit() * House.DAY));
    }

    void write(Person person) {
        Dice dice = house.dice(Of.AROUND, person.number, -1);
        String language = person.market().language;
        String given = dice.pick(House.names(person.sheIs ? "she" : "he", language));
        String family = dice.pick(House.names("family", language));
        boolean archived = person.talks.length == 0 && dice.chance(0.02);
        int ideal = dice.chance(0.04) ? dice.between(2, 12) * 7 : 0;
        Sheet row = sheets.row("contact")
                .id(person.id)
                .text(given)
                .text(family)
                .text(dice.chance(0.9) ? (person.sheIs ? "she" : "he") : dice.one("they", "unknown"))
                .text(dice.chance(0.8) ? dice.pick(House.names("job", language)) : null)
                .id(dice.chance(0.9) ? company(person, dice) : null)
                .id(person.owner.id())
                .id(person.owner.team().id())
                .text(dice.chance(0.92) ? language : dice.pick(OTHER_LANGUAGES))
                .text(dice.chance(0.7) ? dice.one("website", "event", "referral", "phone", "letter") : null)
                .text(
                        dice.chance(0.1)
                                ? person.market().phrases().say("found us", Phrases.About.anything(dice), dice)
                                : null);
        (ideal == 0 ? row.none().none() : row.whole(ideal).whole(ideal * 2))
                .id(person.owner.id())
                .at(person.created)
                .at(archived ? Math.max(person.created + 60, house.horizon - dice.between(5, 900) * House.DAY) : 0);
        reachable(person, given, family, dice);
        beside(person, dice);
        moves(person);
    }

    /** In the market of whoever looks after them; a few companies are large. */
    private UUID company(Person person, Dice dice) {
        int markets = Market.values().length;
        int own = (house.companies() - 1 - person.market().ordinal()) / markets;
        return companyId(Math.max(
                0,
                own <= 0 ? 0 : dice.skewed(own + 1) * markets + person.market().ordinal()));
    }

    private void reachable(Person person, String given, String family, Dice dice) {
        if (dice.chance(0.85)) {
            sheets.row("contact_email")
                    .id(dice.id(person.created))
                    .id(person.id)
                    .text(plain(given) + "." + plain(family) + "." + person.number + "@"
                            + dice.one("post", "mail", "office", "buero") + ".example")
                    .text("work")
                    .whole(0);
        }
        if (dice.chance(0.6)) {
            sheets.row("contact_phone")
                    .id(dice.id(person.created))
                    .id(person.id)
                    .text(person.market().phone + "555" + (1_000_000 + dice.below(9_000_000)))
                    .text(dice.one("work", "mobile"))
                    .whole(0);
        }
        if (dice.chance(0.3)) {
            sheets.row("contact_tag").id(person.id).text(TAGS.get(dice.skewed(TAGS.size())));
        }
    }

    private void beside(Person person, Dice dice) {
        UUID by = person.owner.id();
        if (dice.chance(0.03)) {
            UUID other = dice.pick(house.sellers).id();
            sheets.row("companion").id(person.id).id(other).none().id(by).at(person.created + 1);
        }
        if (person.path.introduced > 0) {
            long at = house.createdAt(person.path.introduced);
            sheets.row("introduction")
                    .id(dice.id(at))
                    .id(person.id)
                    .id(house.contactId(person.path.introduced))
                    .day(at / House.DAY)
                    .id(by)
                    .at(at);
        }
        for (int n = dice.chance(0.35) ? dice.between(1, 3) : 0; n > 0; n--) {
            touch(person, dice);
        }
        ahead(person, dice);
    }

    private void touch(Person person, Dice dice) {
        Phrases phrases = person.market().phrases();
        Phrases.About about = Phrases.About.anything(dice);
        long at = person.created + (long) (dice.unit() * (house.horizon - House.HOUR - person.created));
        String reaction = dice.chance(0.4) ? dice.one("good", "good", "none", "bad") : null;
        sheets.row("touch")
                .id(dice.id(at))
                .id(person.id)
                .id(person.owner.team().id())
                .text(dice.one("tried_to_reach", "tried_to_reach", "material", "event", "greeting", "other"))
                .yes(dice.chance(0.15))
                .text("marketing")
                .text(dice.chance(0.7) ? phrases.say("touch", about, dice) : null)
                .text(reaction)
                .text("good".equals(reaction) ? phrases.say("touch reaction", about, dice) : null)
                .at(at)
                .id(person.owner.id())
                .at(at);
    }

    /** What is agreed for the days to come with those we spoke with lately. */
    private void ahead(Person person, Dice dice) {
        if (person.talks.length == 0 || person.talks[person.talks.length - 1] < house.horizon - 60 * House.DAY) {
            return;
        }
        long said = person.talks[person.talks.length - 1] + 2 * House.HOUR;
        double luck = dice.unit();
        if (luck < 0.04) {
            sheets.row("agreed_silence")
                    .id(dice.id(said))
                    .id(person.id)
                    .day(house.horizon / House.DAY + dice.between(10, 150))
                    .text(person.market().phrases().say("why silent", Phrases.About.anything(dice), dice))
                    .id(person.owner.id())
                    .at(said);
        } else if (luck < 0.2 && !person.path.endsIn(Path.PARTED)) {
            planned(person, dice, said);
        }
    }

    private void planned(Person person, Dice dice, long at) {
        UUID id = dice.id(at);
        long when = house.horizon + dice.between(0, 20) * House.DAY + dice.between(8, 17) * House.HOUR;
        Sheet row = sheets.row("conversation")
                .id(id)
                .id(person.owner.id())
                .id(person.owner.team().id())
                .id(person.id);
        row.text("sales")
                .text(dice.one("call", "in_person", "video"))
                .text("we")
                .text("planned");
        row.at(when)
                .whole(30)
                .yes(dice.chance(0.3))
                .none()
                .none()
                .at(at)
                .none()
                .none()
                .yes(false)
                .yes(false)
                .text("team");
        row.yes(false)
                .none()
                .none()
                .none()
                .whole(0)
                .whole(0)
                .whole(0)
                .whole(0)
                .whole(0)
                .none()
                .none()
                .at(at)
                .whole(0);
        sheets.row("participant").id(id).id(person.id).at(at);
    }

    private void moves(Person person) {
        List<Path.Move> moves = person.path.moves;
        for (int n = 0; n < moves.size(); n++) {
            Path.Move move = moves.get(n);
            sheets.row("stage_move")
                    .id(person.path.idOf(n))
                    .id(person.id)
                    .text(move.from())
                    .text(move.to())
                    .whole(1)
                    .at(move.at())
                    .id(person.owner.id())
                    .text(move.how())
                    .day(move.until())
                    .json(evidence(move.check(), move.evidence()))
                    .id(person.owner.id())
                    .id(person.owner.team().id());
        }
        if (!moves.isEmpty()) {
            Path.Move last = moves.get(moves.size() - 1);
            sheets.row("contact_stage")
                    .id(person.id)
                    .whole(1)
                    .text(last.to())
                    .at(last.at())
                    .day(last.until())
                    .id(person.path.idOf(moves.size() - 1));
        }
    }

    private static String evidence(@Nullable String check, @Nullable UUID turn) {
        if (check == null) {
            return "[]";
        }
        String standsOn = turn == null
                ? ""
                : "{\"at\": \"" + Instant.ofEpochMilli(turn.getMostSignificantBits() >>> 16) + "\", \"turn\": \"" + turn
                        + "\"}";
        return "[{\"n\": 1, \"met\": true, \"check\": \"" + check + "\", \"stands_on\": [" + standsOn + "]}]";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace(' ', '-');
    }
}

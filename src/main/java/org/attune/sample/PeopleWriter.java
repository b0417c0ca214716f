package org.attune.sample;

import java.math.BigDecimal;
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

    private final OwnFields fields;
    private final TouchWriter touches;
    private final AskedWriter asked;
    private final HandOverWriter handOvers;

    PeopleWriter(House house, Sheets sheets, OwnFields fields, Library library) {
        this.house = house;
        this.sheets = sheets;
        this.fields = fields;
        this.touches = new TouchWriter(house, sheets, library);
        this.asked = new AskedWriter(house, sheets);
        this.handOvers = new HandOverWriter(house, sheets);
    }

    void companies() {
        for (int number = 0; number < house.companies(); number++) {
            Dice dice = house.dice(Of.COMPANY, number);
            long at = house.begin() + (long) (dice.unit() * House.DAY);
            Market market = house.teamOfCompany(number).market();
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
                    .id(house.teamOfCompany(number).manager())
                    .at(at);
            fields.company(sheets, companyId(number), number);
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
                .id(person.company < 0 ? null : companyId(person.company))
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
        fields.contact(sheets, person);
        beside(person, dice);
        touches.write(person, given, dice);
        asked.write(person, dice);
        handOvers.write(person);
        moves(person);
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
            introduced(person, dice);
        }
        if (dice.chance(0.005)) {
            putOff(person, dice);
        }
        if (person.talks.length == 0 && person.path.endsIn("customer")) {
            bought(person, dice);
        }
        ahead(person, dice);
    }

    private void introduced(Person person, Dice dice) {
        long at = house.createdAt(person.path.introduced);
        UUID id = dice.id(at);
        sheets.row("introduction")
                .id(id)
                .id(person.id)
                .id(house.contactId(person.path.introduced))
                .day(at / House.DAY)
                .id(person.owner.id())
                .at(at);
        if (dice.chance(0.5)) {
            thanked(person, id, at, dice);
        }
    }

    private void thanked(Person person, UUID introduction, long at, Dice dice) {
        UUID by = person.owner.id();
        long due = at / House.DAY + 7;
        boolean open = due * House.DAY >= house.horizon;
        UUID promise = dice.id(at);
        sheets.row("promise")
                .id(promise)
                .id(person.id)
                .text("us")
                .id(by)
                .text(person.market().phrases().say("thanks", Phrases.About.anything(dice), dice))
                .day(due)
                .text(open ? "open" : "kept")
                .yes(false)
                .none()
                .id(by)
                .at(at)
                .whole(open ? 0 : 1)
                .id(person.owner.team().id());
        sheets.row("introduction_thanks").id(promise).id(introduction);
        if (!open) {
            long noted = due * House.DAY - 5 * House.HOUR;
            sheets.row("promise_outcome")
                    .id(dice.id(noted))
                    .id(promise)
                    .text("kept")
                    .day(due)
                    .none()
                    .id(by)
                    .at(noted);
        }
    }

    /** Not today: until a day, or until they are heard again. */
    private void putOff(Person person, Dice dice) {
        long at = Math.max(person.created + 60, house.horizon - dice.between(1, 40) * House.DAY);
        sheets.row("put_off")
                .id(dice.id(at))
                .id(person.id)
                .day(dice.chance(0.7) ? house.horizon / House.DAY + dice.between(-10, 40) : 0)
                .id(person.owner.id())
                .at(at);
    }

    private void bought(Person person, Dice dice) {
        for (int n = dice.between(1, 3); n > 0; n--) {
            sheets.row("past_purchase")
                    .id(dice.id(person.created))
                    .id(person.id)
                    .text(person.market().phrases().say("past", Phrases.About.anything(dice), dice))
                    .day(person.created / House.DAY - dice.between(30, 1500))
                    .money(BigDecimal.valueOf(dice.between(2, 200) * 100L))
                    .text(person.market().currency)
                    .id(person.owner.id())
                    .at(person.created);
        }
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

package org.attune.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.health.Refreshed;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.offers.Offers;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two teams somebody leads and one they do not, with people of whom chance says how they are and were, what they signed, what was
 * agreed and where they stand. Some belonged to another team before, or do so since.
 */
@Component
class RelationshipsOfChance {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String[] STAGES = {"know", "weighing", "customer", "advocate", "parted"};
    private static final String[] WAYS = {"keep_talking", "stop", "keep_in_touch"};

    private final Somebody somebody;
    private final Happened happened;
    private final OfferScene offered;
    private final Offers offers;
    private final Dealings dealings;
    private final Refreshed refreshed;
    private final JdbcClient jdbc;

    RelationshipsOfChance(
            Somebody somebody,
            Happened happened,
            OfferScene offered,
            Offers offers,
            Dealings dealings,
            Refreshed refreshed,
            JdbcClient jdbc) {
        this.somebody = somebody;
        this.happened = happened;
        this.offered = offered;
        this.offers = offers;
        this.dealings = dealings;
        this.refreshed = refreshed;
        this.jdbc = jdbc;
    }

    /** Who is there. */
    record House(
            Viewer manager,
            TeamId north,
            TeamId south,
            Viewer anna,
            Viewer cora,
            Viewer stranger,
            List<ContactId> contacts,
            CompanyId company) {}

    House of(long seed) {
        Random chance = new Random(seed);
        TeamId north = somebody.aTeam();
        TeamId south = somebody.aTeam();
        Viewer anna = somebody.whoSells(north);
        Viewer cora = somebody.whoSells(south);
        Viewer stranger = somebody.whoSells();
        Viewer manager = somebody.whoLeads(north, south);
        CompanyId company = dealings.company(manager);
        List<Viewer> sellers = List.of(anna, cora, manager, stranger);
        List<ContactId> contacts = new ArrayList<>();
        for (int n = 0; n < 28; n++) {
            contacts.add(happened.met(sellers.get(n % sellers.size())));
        }
        House house = new House(manager, north, south, anna, cora, stranger, List.copyOf(contacts), company);
        for (int n = 0; n < 10; n++) {
            offers(sellers.get(n % sellers.size()), contacts.get(n), chance);
        }
        for (ContactId contact : contacts.subList(2, 8)) {
            dealings.goesTo(contact, sellers.get(chance.nextInt(sellers.size())));
        }
        for (ContactId contact : contacts) {
            is(house, contact, chance);
        }
        for (int n = 0; n < 4; n++) { // of each kind of unknown there is somebody
            ContactId unknown = contacts.get(List.of(12, 13, 14, 16).get(n));
            forget(unknown);
            isNow(unknown, null, n, chance);
            was(unknown, LocalDate.now(ZONE).minusDays(200), 70, teamOf(unknown));
            was(unknown, LocalDate.now(ZONE).minusDays(2), null, teamOf(unknown));
        }
        dealings.archived(contacts.get(1), contacts.get(20));
        refreshed.about(contacts);
        return house;
    }

    private void offers(Viewer by, ContactId to, Random chance) {
        for (int n = 0; n < 3; n++) {
            OfferScene.Story story = offered.complete(by, to, to);
            OfferId id = offers.record(by, n == 1 ? OfferScene.pushed(story, null) : OfferScene.pulled(story));
            dealings.priced(id, chance.nextInt(3) == 0 ? "GBP" : "EUR", chance.nextInt(5000), chance.nextInt(300));
            offers.send(by, id);
            decided(by, id, chance);
        }
    }

    /** Once or twice; the later word counts. */
    private void decided(Viewer by, OfferId id, Random chance) {
        for (int n = chance.nextInt(5) == 0 ? 1 : 0; n >= 0; n--) {
            String kind = chance.nextInt(4) == 0 ? "no" : "yes";
            dealings.says(by, id, kind, LocalDate.now(ZONE).minusDays(ago(chance)));
        }
    }

    /** This quarter, the same one a year ago, or in between. */
    private static int ago(Random chance) {
        return switch (chance.nextInt(3)) {
            case 0 -> chance.nextInt(90);
            case 1 -> 370 + chance.nextInt(80);
            default -> chance.nextInt(460);
        };
    }

    private void is(House house, ContactId contact, Random chance) {
        jdbc.sql("update contact set company_id = :company, created_at = now() - interval '400 days' where id = :id")
                .param("company", chance.nextBoolean() ? house.company().value() : null)
                .param("id", contact.value())
                .update();
        if (chance.nextInt(6) > 0) {
            dealings.stands(contact, STAGES[chance.nextInt(STAGES.length)], house.manager(), null);
        }
        health(house, contact, chance);
        if (chance.nextInt(4) == 0) {
            LocalDate due = LocalDate.now(ZONE).plusDays(chance.nextInt(20) - 8);
            dealings.promised(contact, "us", house.manager(), due);
        }
        if (chance.nextInt(6) == 0) {
            happened.planned(house.manager(), contact, Instant.now().plusSeconds(86_400L * (chance.nextInt(9) - 3)));
        }
        if (chance.nextInt(4) == 0) {
            goesOn(contact, house.manager(), WAYS[chance.nextInt(WAYS.length)]);
        }
        if (chance.nextInt(3) == 0) {
            happened.introduced(
                    contact,
                    house.contacts()
                            .get((house.contacts().indexOf(contact) + 1)
                                    % house.contacts().size()),
                    house.manager());
        }
    }

    void goesOn(ContactId contact, Viewer by, String way) {
        jdbc.sql("""
                        insert into way_on (id, contact_id, way, whose_wish, chosen_by, chosen_at)
                        values (uuidv7(), :contact, :way, :wish, :by, clock_timestamp())""")
                .param("contact", contact.value())
                .param("way", way)
                .param("wish", way.equals("stop") ? "theirs" : null)
                .param("by", by.uuid())
                .update();
    }

    private void health(House house, ContactId contact, Random chance) {
        forget(contact);
        TreeSet<Integer> days = new TreeSet<>(Collections.reverseOrder());
        for (int n = chance.nextInt(7); n > 0; n--) {
            days.add(chance.nextInt(chance.nextBoolean() ? 120 : 700));
        }
        List<UUID> teams = new ArrayList<>();
        teams.add(house.north().value());
        teams.add(house.south().value());
        teams.add(null);
        Integer score = null;
        for (int ago : days) {
            score = chance.nextInt(5) == 0 ? null : (Integer) chance.nextInt(101);
            UUID team = chance.nextInt(3) > 0 ? teamOf(contact) : teams.get(chance.nextInt(3));
            was(contact, LocalDate.now(ZONE).minusDays(ago), score, team);
        }
        if (!days.isEmpty()) {
            isNow(contact, score, score == null ? chance.nextInt(4) : 5, chance);
        }
    }

    /** What was reckoned while this was written down. */
    void forget(ContactId contact) {
        for (String table : List.of("contact_health", "health_history")) {
            jdbc.sql("delete from " + table + " where contact_id = :contact")
                    .param("contact", contact.value())
                    .update();
        }
    }

    void was(ContactId contact, LocalDate day, @Nullable Integer score, @Nullable UUID team) {
        jdbc.sql("""
                        insert into health_history (contact_id, day, score, band, team_id)
                        values (:contact, :day, :score, :band, :team)""")
                .param("contact", contact.value())
                .param("day", day)
                .param("score", score)
                .param("band", band(score))
                .param("team", team)
                .update();
    }

    void isNow(ContactId contact, @Nullable Integer score, int twoWay, Random chance) {
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way, rhythm, promises)
                        values (:contact, current_date, :score, :band, current_date, :twoWay, :rhythm, :promises)""")
                .param("contact", contact.value())
                .param("score", score)
                .param("band", band(score))
                .param("twoWay", twoWay)
                .param("rhythm", chance.nextInt(101))
                .param("promises", chance.nextBoolean() ? chance.nextInt(101) : null)
                .update();
        refreshed.about(List.of(contact));
    }

    UUID teamOf(ContactId contact) {
        return jdbc.sql("select team_id from contact where id = :contact")
                .param("contact", contact.value())
                .query(UUID.class)
                .single();
    }

    static String band(@Nullable Integer score) {
        if (score == null) {
            return "unknown";
        }
        return score >= 80 ? "thriving" : score >= 60 ? "steady" : score >= 40 ? "cooling" : "at_risk";
    }

    /** What every slice is tried with: everything, a team, a person, a stage, a company, one's own, and other days. */
    static List<Slice> slices(House house) {
        LocalDate today = LocalDate.now(ZONE);
        Period quarter = new Period(today.minusMonths(3).plusDays(1), today, ZONE);
        Period weeks = new Period(today.minusDays(75), today.minusDays(20), ZONE);
        Viewer manager = house.manager();
        return List.of(
                new Slice(manager, null, null, null, null, quarter),
                new Slice(manager, house.north(), null, null, null, quarter),
                new Slice(manager, null, house.cora().id(), null, null, weeks),
                new Slice(manager, null, null, "customer", null, quarter),
                new Slice(manager, house.south(), null, null, house.company(), weeks),
                new Slice(house.anna(), null, null, null, null, quarter));
    }

    static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }
}

package org.attune.insight;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationScene;
import org.attune.health.Refreshed;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.offers.Offers;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two teams somebody leads and one they do not, with people, promises, conversations and offers as chance has it: some of them
 * private, some with people of another team, some of people who went to another team since.
 */
@Component
class HouseOfChance {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String[] STAGES = {"know", "trust", "weighing", "customer", "not_now", "parted"};
    private static final String[] CHANNELS = {"in_person", "call", "video", "email", "chat", "letter", "document"};
    private static final String[] ENDS = {"closed", "closed", "closed", "broke_off", "not_closed", "open", "planned"};

    private final Somebody somebody;
    private final ConversationScene talks;
    private final OfferScene offered;
    private final Offers offers;
    private final Dealings dealings;
    private final Refreshed refreshed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    HouseOfChance(
            Somebody somebody,
            ConversationScene talks,
            OfferScene offered,
            Offers offers,
            Dealings dealings,
            Refreshed refreshed,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.somebody = somebody;
        this.talks = talks;
        this.offered = offered;
        this.offers = offers;
        this.dealings = dealings;
        this.refreshed = refreshed;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Who is there. */
    record House(
            Viewer manager,
            TeamId north,
            TeamId south,
            List<Viewer> sellers,
            Viewer stranger,
            List<ContactId> contacts,
            CompanyId company) {

        Viewer anna() {
            return sellers.get(0);
        }

        /** Everything, other days, a team, a person, a stage, a company, one's own, and a stranger's. */
        List<Slice> slices(Period days, Period otherDays) {
            return List.of(
                    new Slice(manager, null, null, null, null, days),
                    new Slice(manager, null, null, null, null, otherDays),
                    new Slice(manager, south, null, null, null, days),
                    new Slice(manager, null, anna().id(), null, null, days),
                    new Slice(manager, null, null, "customer", null, otherDays),
                    new Slice(manager, null, null, null, company, days),
                    new Slice(anna(), null, null, null, null, days),
                    new Slice(stranger, null, null, null, null, days));
        }
    }

    House of(long seed) {
        return built(seed, false);
    }

    /** Where somebody signed something, too; offers are dear. */
    House signing(long seed) {
        return built(seed, true);
    }

    private House built(long seed, boolean signing) {
        Random chance = new Random(seed);
        TeamId north = somebody.aTeam();
        TeamId south = somebody.aTeam();
        Viewer stranger = somebody.whoSells();
        List<Viewer> sellers = List.of(somebody.whoSells(north), somebody.whoSells(north), somebody.whoSells(south));
        Viewer manager = somebody.whoLeads(north, south);
        CompanyId company = dealings.company(manager);
        List<Viewer> all = new ArrayList<>(sellers);
        all.add(manager);
        all.add(stranger);
        List<ContactId> contacts = new ArrayList<>();
        for (int n = 0; n < 15; n++) {
            contacts.add(contact(all.get(n % all.size()), company, chance));
        }
        List<ContactId> everybody = new ArrayList<>(contacts);
        for (int n = 0; n < 10; n++) { // nobody speaks with these
            everybody.add(contact(all.get(n % all.size()), company, chance));
        }
        House house = new House(manager, north, south, sellers, stranger, List.copyOf(everybody), company);
        for (int n = 0; n < 5 && signing; n++) {
            offer(all.get(n), contacts.get(n), chance);
        }
        for (String side : List.of("us", "them")) {
            dealings.promised(
                    contacts.get(1), side, all.get(1), LocalDate.now(ZONE).plusDays(10));
        }
        for (int n = 0; n < 60; n++) {
            promise(contacts.get(chance.nextInt(contacts.size())), manager, chance);
            talk(all.get(chance.nextInt(all.size())), contacts, chance);
        }
        for (int n = 0; n < 5; n++) {
            dealings.goesTo(contacts.get(chance.nextInt(contacts.size())), all.get(chance.nextInt(all.size())));
        }
        for (int n = 0; n < 20; n++) {
            promise(contacts.get(chance.nextInt(contacts.size())), manager, chance);
            talk(all.get(chance.nextInt(all.size())), contacts, chance);
        }
        dealings.archived(contacts.get(13), contacts.get(14));
        refreshed.about(everybody);
        return house;
    }

    private ContactId contact(Viewer owner, CompanyId company, Random chance) {
        ContactId id = talks.contactOf(owner);
        boolean rhythm = chance.nextInt(3) == 0;
        jdbc.sql("""
                        update contact set company_id = :company, created_at = :at, ideal_days = :ideal, longest_days = :longest
                         where id = :id""")
                .param("company", chance.nextBoolean() ? company.value() : null)
                .param("at", ago(200 + chance.nextInt(300), chance))
                .param("ideal", rhythm ? 20 : null)
                .param("longest", rhythm ? 45 : null)
                .param("id", id.value())
                .update();
        return id;
    }

    private static Timestamp ago(int days, Random chance) {
        return Timestamp.from(
                Instant.now().minus(Duration.ofDays(days)).minus(Duration.ofMinutes(chance.nextInt(24 * 60))));
    }

    private void promise(ContactId with, Viewer by, Random chance) {
        UUID id = Ids.next();
        boolean ours = chance.nextBoolean();
        LocalDate due = LocalDate.now(ZONE).minusDays(chance.nextInt(220) - 90);
        jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, state, made_by, made_at)
                        select :id, c.id, c.team_id, :side, :promiser, 'Send the list', :due, :state, :by, :at
                          from contact c where c.id = :with""")
                .param("id", id)
                .param("side", ours ? "us" : "them")
                .param("promiser", ours ? by.uuid() : null)
                .param("due", due)
                .param("state", new String[] {"open", "kept", "kept", "broken"}[chance.nextInt(4)])
                .param("by", by.uuid())
                .param("at", ago(230, chance))
                .param("with", with.value())
                .update();
        LocalDate was = due;
        for (int n = chance.nextInt(3); n > 0; n--) { // moved back to where it was counts as not moved
            outcome(id, "moved", was, was = due.minusDays(chance.nextInt(4)), ago(225 - n, chance), by);
        }
        jdbc.sql("update promise set due = :due where id = :id")
                .param("due", was)
                .param("id", id)
                .update();
        String state = jdbc.sql("select state from promise where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        if (state.equals("kept") && chance.nextInt(8) > 0) {
            Timestamp around = Timestamp.from(was.atTime(23, 30)
                    .atZone(ZONE)
                    .toInstant()
                    .plus(Duration.ofMinutes(60L * (chance.nextInt(60) - 40))));
            outcome(id, "kept", was, null, around, by);
            if (chance.nextInt(5) == 0) {
                outcome(id, "reopened", was, null, around, by);
                outcome(id, "kept", was, null, Timestamp.from(around.toInstant().plusSeconds(7200)), by);
            }
        }
    }

    private void outcome(UUID promise, String kind, LocalDate from, @Nullable LocalDate to, Timestamp at, Viewer by) {
        jdbc.sql("""
                        insert into promise_outcome (id, promise_id, kind, from_due, to_due, noted_by, noted_at)
                        values (uuidv7(), :promise, :kind, :from, :to, :by, :at)""")
                .param("promise", promise)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("by", by.uuid())
                .param("at", at)
                .update();
    }

    private void talk(Viewer owner, List<ContactId> contacts, Random chance) {
        UUID id = Ids.next();
        String state = ENDS[chance.nextInt(ENDS.length)];
        boolean planned = state.equals("planned");
        boolean ended = !planned && !state.equals("open");
        Timestamp at = ago(chance.nextInt(220), chance);
        int first = chance.nextInt(contacts.size());
        transaction.executeWithoutResult(done -> {
            jdbc.sql("""
                            insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, planned_for,
                                happened_at, minutes, outcome, talked_more, built, moved, visibility, ended_at, complete)
                            select :id, u.id, u.team_id, :lead, :hat, :channel, 'we', :state, :planned, :happened, :minutes, :outcome,
                                   :more, :built, :moved, :visibility, :ended, :complete from app_user u where u.id = :owner""")
                    .param("id", id)
                    .param("lead", contacts.get(first).value())
                    .param("hat", chance.nextBoolean() ? "sales" : "marketing")
                    .param("channel", CHANNELS[chance.nextInt(CHANNELS.length)])
                    .param("state", state)
                    .param("planned", planned ? Timestamp.from(Instant.now().plusSeconds(86_400 * 3)) : null)
                    .param("happened", planned ? null : at)
                    .param("minutes", chance.nextInt(4) == 0 ? null : chance.nextInt(90))
                    .param("outcome", state.equals("closed") ? "goodbye" : null)
                    .param("more", new @Nullable String[] {null, "they", "we"}[chance.nextInt(3)])
                    .param("built", chance.nextInt(3) == 0)
                    .param("moved", chance.nextInt(3) == 0)
                    .param("visibility", chance.nextInt(4) == 0 ? "private" : "team")
                    .param("ended", ended ? at : null)
                    .param("complete", chance.nextInt(3) > 0)
                    .param("owner", owner.uuid())
                    .update();
            for (int n = chance.nextInt(3); n >= 0; n--) {
                jdbc.sql("insert into participant (conversation_id, contact_id) values (:id, :contact)")
                        .param("id", id)
                        .param(
                                "contact",
                                contacts.get((first + n) % contacts.size()).value())
                        .update();
            }
        });
        said(id, owner, at);
    }

    /** Now and then something is said, and the hat changes: in one, two or four turns, so that shares are exact numbers. */
    private void said(UUID talk, Viewer owner, Timestamp at) {
        Random turns = new Random(at.getTime());
        int many = turns.nextBoolean() ? 1 << turns.nextInt(3) : 0;
        for (int seq = 1; seq <= many; seq++) {
            jdbc.sql("""
                            insert into turn (id, conversation_id, seq, kind, hat, words, salt, seal, word_count, said_at, logged_by)
                            values (uuidv7(), :talk, :seq, 'told', :hat, 'Hello', '\\x01',
                              sha256('\\x01'::bytea || convert_to('Hello', 'UTF8')), 1, :at, :by)""")
                    .param("talk", talk)
                    .param("seq", seq)
                    .param("hat", turns.nextBoolean() ? "sales" : "marketing")
                    .param("at", at)
                    .param("by", owner.uuid())
                    .update();
        }
        jdbc.sql("update conversation set our_turns = :many, last_seq = :many where id = :talk")
                .param("many", many)
                .param("talk", talk)
                .update();
    }

    private void offer(Viewer by, ContactId to, Random chance) {
        for (int n = 0; n < 2; n++) {
            OfferId id = offered.recorded(offered.complete(by, to, to));
            dealings.priced(id, n == 0 ? "EUR" : "GBP", chance.nextInt(5000), chance.nextInt(300));
            offers.send(by, id);
            for (int d = chance.nextInt(3); d >= 0; d--) {
                String kind = new String[] {"yes", "yes", "no", "not_now"}[chance.nextInt(4)];
                dealings.says(by, id, kind, LocalDate.now(ZONE).minusDays(chance.nextInt(400)));
            }
        }
    }

    /** Where they stand, by chance; not_now until a day, or for good. */
    void staged(House house, long seed) {
        Random chance = new Random(seed);
        for (ContactId contact : house.contacts()) {
            String stage = STAGES[chance.nextInt(STAGES.length)];
            LocalDate until = stage.equals("not_now") && chance.nextBoolean()
                    ? LocalDate.now(ZONE).minusDays(chance.nextInt(9) - 4)
                    : null;
            dealings.stands(contact, stage, house.manager(), until);
        }
        refreshed.about(house.contacts());
    }
}

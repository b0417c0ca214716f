package org.attune.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.attune.TestDatabase;
import org.attune.access.Hat;
import org.attune.access.Role;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.mail.Handed;
import org.attune.mail.Obstacle;
import org.attune.mail.PersonalLetter;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge.MovedRow;
import org.attune.platform.Ids;
import org.attune.platform.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is written, sent, merged, given to others, said and taken back, in whatever order: where somebody said that they want no
 * letters none leaves, and the database itself lets none wait.
 */
class WishesPropertyTests {

    private static final int ADDRESSES = 2;
    private static final int CONTACTS = 3;
    private static @Nullable SingleConnectionDataSource open;

    private enum Deed {
        WRITE,
        WRITE_AGAIN,
        SEND,
        SEND_IN_VAIN,
        SAY_NO,
        SAY_YES,
        TELL_AN_ADMIN,
        MERGE,
        UNMERGE,
        GIVE_THE_ADDRESS_TO,
        PUT_IT_THERE_BY_HAND
    }

    record Step(Deed deed, int address, int contact, int other) {}

    @BeforeContainer
    static void connect() throws SQLException {
        open = new SingleConnectionDataSource(TestDatabase.fresh().connectionAsApplication(), true);
    }

    @AfterContainer
    static void disconnect() {
        Objects.requireNonNull(open).destroy();
    }

    @Provide
    Arbitrary<List<Step>> deeds() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(Deed.WRITE)),
                                Tuple.of(3, Arbitraries.just(Deed.SAY_NO)),
                                Tuple.of(8, Arbitraries.of(Deed.class))),
                        Arbitraries.integers().between(0, ADDRESSES - 1),
                        Arbitraries.integers().between(0, CONTACTS - 1),
                        Arbitraries.integers().between(0, CONTACTS - 1))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(50);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void noLetterLeavesToWhoeverSaidThatTheyWantNone(@ForAll("deeds") List<Step> steps) {
        House house = new House();
        for (Step step : steps) {
            house.does(step);
            assertThat(house.waitingUnwanted()).isZero();
        }
        Statistics.label("letters")
                .collect(house.left > 0 ? "some left" : "none")
                .coverage(seen -> seen.check("some left").percentage(percent -> percent > 20));
        Statistics.label("refused").collect(house.refused > 0 ? "some" : "none").coverage(seen -> seen.check("some")
                .percentage(percent -> percent > 20));
    }

    /** Some people, their addresses, and what they want, as we remember it apart from the database. */
    private static final class House {

        private final JdbcClient jdbc = JdbcClient.create(Objects.requireNonNull(open));
        private final TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(open)));
        private final Seal seal = new Seal("a key that is long and random");
        private final LetterRows rows = new LetterRows(jdbc, seal, new JsonMapper());
        private final LetterBox box = new LetterBox(jdbc, seal, new JsonMapper());
        private final Wishes wishes = new Wishes(jdbc, Clock.systemUTC());
        private final CorrespondenceFollowsMerge merges = new CorrespondenceFollowsMerge(jdbc);
        private final Viewer anna;
        private final List<ContactId> contacts = new ArrayList<>();
        private final List<String> addresses = new ArrayList<>();
        private final Map<String, String> secrets = new HashMap<>();
        private final Set<String> unwanted = new HashSet<>();
        private final List<Runnable> merged = new ArrayList<>();
        private final List<UUID> letters = new ArrayList<>();
        private int left;
        private int refused;

        House() {
            UUID user = Ids.next();
            UUID team = Ids.next();
            jdbc.sql("insert into team (id, name) values (:id, :name)")
                    .param("id", team)
                    .param("name", "Team " + team)
                    .update();
            jdbc.sql("""
                            insert into app_user (id, email, name, role, sells, team_id, zone, locale)
                            values (:id, :email, 'Anna', 'salesperson', true, :team, 'Europe/Berlin', 'en-GB')""")
                    .param("id", user)
                    .param("email", user + "@attune.example")
                    .param("team", team)
                    .update();
            anna = new Viewer(
                    new UserId(user), "Anna", Role.SALESPERSON, true, Hat.SALES, ZoneId.of("Europe/Berlin"), Locale.UK);
            jdbc.sql(
                            "update letter set state = 'withdrawn', wanted = null, content = null, ended_at = now() where state = 'waiting'")
                    .update();
            for (int n = 0; n < CONTACTS; n++) {
                contacts.add(contact(user, team, n));
            }
            for (int n = 0; n < ADDRESSES; n++) {
                addresses.add("a" + Ids.next() + "@brandt.example");
                carry(n, n);
            }
        }

        private ContactId contact(UUID user, UUID team, int n) {
            UUID id = Ids.next();
            jdbc.sql("""
                            insert into contact (id, given_name, family_name, owner_id, team_id, created_by)
                            values (:id, 'Helen', :name, :user, :team, :user)""")
                    .param("id", id)
                    .param("name", "Brandt " + n)
                    .param("user", user)
                    .param("team", team)
                    .update();
            return new ContactId(id);
        }

        /** In letters as they come. */
        private void carry(int contact, int address) {
            String written = contact % 2 == 0
                    ? addresses.get(address)
                    : addresses.get(address).toUpperCase(Locale.ROOT);
            jdbc.sql("""
                            insert into contact_email (id, contact_id, address) values (:id, :contact, :address)
                            on conflict do nothing""")
                    .param("id", Ids.next())
                    .param("contact", contacts.get(contact).value())
                    .param("address", written)
                    .update();
        }

        void does(Step step) {
            String address = addresses.get(step.address());
            switch (step.deed()) {
                case WRITE -> write(Ids.next(), step);
                case WRITE_AGAIN -> again(step);
                case SEND -> send(Handed.TAKEN);
                case SEND_IN_VAIN -> send(new Handed(Obstacle.UNKNOWN, null));
                case SAY_NO -> say(address, false);
                case SAY_YES -> say(address, true);
                case TELL_AN_ADMIN -> tell(address);
                case MERGE -> merge(step);
                case UNMERGE -> unmerge();
                case GIVE_THE_ADDRESS_TO -> carry(step.other(), step.address());
                case PUT_IT_THERE_BY_HAND -> byHand(step, address);
            }
        }

        private void write(UUID id, Step step) {
            List<AddressView> known = rows.addresses(contacts.get(step.contact()));
            if (known.isEmpty()) {
                return;
            }
            String address = known.get(step.other() % known.size()).address();
            transaction.executeWithoutResult(status -> {
                Optional<UUID> row = rows.wanted(address);
                assertThat(row.isPresent()).isNotEqualTo(unwanted.contains(address.toLowerCase(Locale.ROOT)));
                row.ifPresentOrElse(found -> put(id, step, address, found), () -> refused++);
            });
        }

        private void put(UUID id, Step step, String address, UUID row) {
            String secret = UUID.randomUUID().toString();
            secrets.put(address.toLowerCase(Locale.ROOT), secret);
            rows.link(Wishes.hash(secret), row, Optional.empty(), Instant.now());
            var draft = new LetterRows.Draft(id, contacts.get(step.contact()), row, "Subject", null, List.of());
            if (rows.put(anna, draft, letter(id, address), Instant.now())) {
                letters.add(id);
            }
        }

        private static PersonalLetter letter(UUID id, String address) {
            return new PersonalLetter(
                    id,
                    Instant.now(),
                    "Anna",
                    "anna@attune.example",
                    address,
                    "Helen",
                    "en-GB",
                    "Subject",
                    "Words",
                    "<p>Words</p>",
                    List.of(),
                    List.of(),
                    "https://attune.example.org/unwanted/x",
                    null);
        }

        private void again(Step step) {
            if (!letters.isEmpty()) {
                write(letters.get(step.other() % letters.size()), step);
            }
        }

        private void send(Handed answer) {
            Instant now = Instant.now().plusSeconds(86_400L * 30);
            transaction
                    .execute(status -> box.take(now))
                    .ifPresent(taken -> transaction.executeWithoutResult(
                            status -> box.carry(taken, letter -> hand(letter, answer), now)));
        }

        private Handed hand(PersonalLetter letter, Handed answer) {
            assertThat(unwanted).doesNotContain(letter.to().toLowerCase(Locale.ROOT));
            left++;
            return answer;
        }

        private void say(String address, boolean wanted) {
            String secret = secrets.get(address);
            if (secret != null) {
                transaction.executeWithoutResult(status -> wishes.choose(secret, wanted));
                remember(address, wanted);
            }
        }

        private void tell(String address) {
            if (unwanted.contains(address)) {
                transaction.executeWithoutResult(status -> wishes.takenBack(anna, address, "By telephone"));
                remember(address, true);
            }
        }

        private void remember(String address, boolean wanted) {
            if (wanted) {
                unwanted.remove(address);
            } else {
                unwanted.add(address);
            }
        }

        private void merge(Step step) {
            ContactId absorbed = contacts.get(step.contact());
            ContactId kept = contacts.get(step.other());
            if (!absorbed.equals(kept)) {
                List<MovedRow> moved = merges.follow(absorbed, kept);
                merged.add(() -> merges.goBack(absorbed, kept, moved));
            }
        }

        private void unmerge() {
            if (!merged.isEmpty()) {
                merged.remove(merged.size() - 1).run();
            }
        }

        /** Past all rules of ours: the database says no. */
        private void byHand(Step step, String address) {
            if (!unwanted.contains(address)) {
                return;
            }
            assertThatThrownBy(() -> jdbc.sql("""
                                    insert into letter (id, contact_id, address_id, wanted, subject, content, written_by, written_at, due_at)
                                    select :id, :contact, a.id, true, 'Subject', 'x', :user, now(), now()
                                      from letter_address a where a.key = address_key(:address)""")
                            .param("id", Ids.next())
                            .param("contact", contacts.get(step.contact()).value())
                            .param("user", anna.uuid())
                            .param("address", address)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }

        int waitingUnwanted() {
            return jdbc.sql("""
                            select count(*) from letter l join letter_address a on a.id = l.address_id
                             where l.state = 'waiting' and not a.wanted""").query(Integer.class).single();
        }
    }
}

package org.attune.stages;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.function.Supplier;
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
import org.attune.Happened;
import org.attune.TestDatabase;
import org.attune.access.Hat;
import org.attune.access.Role;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.HouseRules;
import org.attune.platform.Ids;
import org.attune.platform.ReadOnce;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever admins publish, restore and retire, and however people are moved in between: no move that was made is ever another
 * one, nobody is lost, and publishing does what the effect said it would. With every check there is, on a database of its own.
 */
class StageHistoryPropertyTests {

    private static final List<String> CHECKS = List.of(
            "heard_turns",
            "heard_on_days",
            "two_way_contact",
            "past_purchase",
            "introduced_someone",
            "need_heard",
            "started_conversation",
            "question_answered",
            "was_introduced");

    private static @Nullable World open;

    private enum Deed {
        HAPPENS,
        MOVE,
        ASK,
        RENAME,
        REORDER,
        ADD,
        RETIRE,
        RESTORE,
        UNDO,
        PUBLISH
    }

    /** @param a what it is done to, and @param b with what: taken from what there is by their remainders */
    record Step(Deed deed, int a, int b, Ask asks) {}

    @BeforeContainer
    static void begin() throws SQLException {
        open = new World(TestDatabase.fresh().connectionAsApplication());
    }

    @AfterContainer
    static void end() throws SQLException {
        world().connection.close();
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noMoveChangesNobodyIsLostAndTheEffectComesTrue(@ForAll("steps") List<Step> steps) {
        World world = world();
        world.peopleAppear();
        int published = 0;
        long retired = world.retired();
        for (Step step : steps) {
            Map<UUID, String> before = world.moves();
            Set<UUID> standing = world.standing().keySet();
            published += world.does(step) ? 1 : 0;
            assertThat(world.moves()).as("the moves after %s", step).containsAllEntriesOf(before);
            assertThat(world.standing().keySet())
                    .as("who stands somewhere after %s", step)
                    .containsAll(standing);
            assertThat(world.whoStandsWhereNoMoveLed()).isEmpty();
        }
        Statistics.label("published").collect(published > 0).coverage(seen -> seen.check(true)
                .percentage(share -> share > 20));
        Statistics.label("retired").collect(world.retired() > retired).coverage(seen -> seen.check(true)
                .percentage(share -> share > 5));
    }

    /** Some things happen more often than others, so that there is something to publish and somebody to move. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Deed> deed = Arbitraries.frequency(
                Tuple.of(6, Deed.HAPPENS),
                Tuple.of(6, Deed.MOVE),
                Tuple.of(6, Deed.ASK),
                Tuple.of(1, Deed.RENAME),
                Tuple.of(1, Deed.REORDER),
                Tuple.of(2, Deed.ADD),
                Tuple.of(5, Deed.RETIRE),
                Tuple.of(2, Deed.RESTORE),
                Tuple.of(1, Deed.UNDO),
                Tuple.of(5, Deed.PUBLISH));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
        return Combinators.combine(deed, any, any, asks())
                .as(Step::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(30);
    }

    private static Arbitrary<Ask> asks() {
        Arbitrary<Ask> check = Combinators.combine(
                        Arbitraries.of(CHECKS), Arbitraries.integers().between(1, 3), Arbitraries.of(10, 60))
                .as(StageHistoryPropertyTests::check);
        Arbitrary<List<Ask>> some = check.list().ofMinSize(1).ofMaxSize(3).uniqueElements();
        Arbitrary<Ask> group = Combinators.combine(some, Arbitraries.of(true, false))
                .as((parts, all) -> all ? Ask.allOf(parts) : Ask.anyOf(parts));
        return Combinators.combine(
                        Arbitraries.oneOf(check, group)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .uniqueElements(),
                        Arbitraries.of(true, false))
                .as((parts, all) -> all ? Ask.allOf(parts) : Ask.anyOf(parts));
    }

    private static Ask check(String key, int n, int days) {
        boolean counts = key.equals("heard_turns") || key.equals("heard_on_days");
        boolean looksBack = counts || key.equals("two_way_contact");
        return Ask.of(key, counts ? n : null, looksBack ? days : null);
    }

    private static World world() {
        return Objects.requireNonNull(open);
    }

    /** All of it without Spring, over one connection of the application's own role. */
    private static final class World {

        private final Connection connection;
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;
        private final DefinitionRows definitions;
        private final StageDrafts drafts;
        private final StageChanges changes;
        private final StageVersions versions;
        private final EntryChecks checks;
        private final StageRows rows;
        private final Moves moves;
        private final Happened happened;
        private final List<Viewer> people = new ArrayList<>();
        private List<ContactId> contacts = List.of();

        World(Connection connection) {
            this.connection = connection;
            var source = new SingleConnectionDataSource(connection, true);
            jdbc = JdbcClient.create(source);
            transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            JsonMapper json = JsonMapper.builder().build();
            Catalogue catalogue = new Catalogue(everyCheck());
            definitions = new DefinitionRows(jdbc, json, new HouseRules(jdbc, new ReadOnce()));
            DraftRows draftRows = new DraftRows(jdbc, json);
            Soundness soundness = new Soundness(catalogue);
            DraftSteps steps = new DraftSteps(draftRows, definitions, Clock.systemUTC());
            drafts = new StageDrafts(steps, draftRows, definitions, soundness, Clock.systemUTC());
            changes = new StageChanges(steps, draftRows, definitions, soundness);
            versions = new StageVersions(
                    draftRows,
                    definitions,
                    soundness,
                    new Effects(jdbc, catalogue),
                    jdbc,
                    event -> {},
                    Clock.systemUTC());
            checks = new EntryChecks(jdbc, catalogue);
            rows = new StageRows(jdbc);
            moves = new Moves(rows, definitions, checks, Clock.systemUTC(), json, event -> {});
            happened = made(Happened.class, jdbc, transaction);
            people.add(somebody("Anna", Role.SALESPERSON));
            people.add(somebody("Ben", Role.SALESPERSON));
            people.add(somebody("Ola", Role.ADMIN));
        }

        private static List<EntryCheck> everyCheck() {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AssignableTypeFilter(EntryCheck.class));
            List<EntryCheck> all = scanner.findCandidateComponents("org.attune").stream()
                    .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                    .map(type -> (EntryCheck) made(type))
                    .toList();
            assertThat(all).hasSizeGreaterThan(15);
            return all;
        }

        @SuppressWarnings("unchecked")
        private static <T> T made(Class<T> type, Object... with) {
            Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
            return BeanUtils.instantiateClass(constructor, with);
        }

        private Viewer somebody(String name, Role role) {
            UUID id = Ids.next();
            jdbc.sql("insert into team (id, name) values (:id, :name)")
                    .param("id", id)
                    .param("name", "Team of " + name)
                    .update();
            jdbc.sql("""
                            insert into app_user (id, email, name, role, sells, team_id)
                            values (:id, :email, :name, :role, true, :id)""")
                    .param("id", id)
                    .param("email", name.toLowerCase(Locale.ROOT) + "@attune.example")
                    .param("name", name)
                    .param("role", role.name().toLowerCase(Locale.ROOT))
                    .update();
            return new Viewer(new UserId(id), name, role, true, Hat.SALES, ZoneId.of("Europe/Berlin"), Locale.UK);
        }

        private Viewer admin() {
            return people.get(2);
        }

        void peopleAppear() {
            contacts = List.of(
                    happened.met(people.get(0)),
                    happened.met(people.get(0)),
                    happened.met(people.get(1)),
                    happened.met(people.get(1)),
                    happened.met(people.get(1)));
        }

        /** @return whether something was published by it */
        boolean does(Step step) {
            ContactId contact = contacts.get(step.a() % contacts.size());
            Viewer owner = people.get(step.a() % contacts.size() < 2 ? 0 : 1);
            switch (step.deed()) {
                case HAPPENS -> happens(contact, owner, step.b());
                case MOVE -> tried(() -> move(contact, owner, step.b()));
                case PUBLISH -> {
                    return publishes();
                }
                default -> tried(() -> edit(step));
            }
            return false;
        }

        private void happens(ContactId contact, Viewer owner, int what) {
            switch (what % 5) {
                case 0 -> happened.boughtBefore(contact, owner);
                case 1 ->
                    happened.introduced(
                            contact,
                            contacts.get(what % contacts.size()).equals(contact)
                                    ? happened.met(owner)
                                    : contacts.get(what % contacts.size()),
                            owner);
                case 2 -> happened.stated(happened.heard(happened.spoke(owner, contact, "we"), contact), owner);
                default ->
                    happened.heard(
                            happened.spoke(owner, contact, what % 2 == 0 ? "they" : "we"),
                            contact,
                            Instant.now().minus(Duration.ofDays(what % 90)));
            }
        }

        private Object move(ContactId contact, Viewer owner, int to) {
            List<Stage> stages = definitions.inForce().stages();
            UUID after = rows.standing(contact).move();
            String key = stages.get(to % stages.size()).key();
            return moves.make(
                    owner,
                    new MoveContact(
                            Ids.next(),
                            contact,
                            key,
                            after,
                            "Because",
                            key.equals(Stage.NOT_NOW) ? LocalDate.now().plusDays(9) : null));
        }

        private Object edit(Step step) {
            StageDraft draft = drafts.current();
            List<Stage> stages = draft.definition().stages();
            Stage stage = stages.get(step.a() % stages.size());
            String other = stages.get(step.b() % stages.size()).key();
            return switch (step.deed()) {
                case ASK ->
                    save(
                            draft,
                            new Stage(
                                    stage.key(),
                                    stage.name(),
                                    stage.colour(),
                                    stage.hat(),
                                    stage.position(),
                                    stage.meaning(),
                                    7,
                                    14,
                                    null,
                                    stage.aside() ? stage.asks() : step.asks(),
                                    step.b() % 2 == 0));
                case RENAME ->
                    save(
                            draft,
                            new Stage(
                                    stage.key(),
                                    "Stage " + step.b(),
                                    stage.colour(),
                                    stage.hat(),
                                    stage.position(),
                                    "Renamed",
                                    null,
                                    null,
                                    5,
                                    stage.asks(),
                                    true));
                case REORDER -> changes.place(admin(), Ids.next(), draft.seen(), stage.key(), step.b() % 9 + 1);
                case ADD -> add(step);
                case RETIRE -> retire(draft, stage.key(), other);
                case RESTORE ->
                    drafts.restore(
                            admin(),
                            Ids.next(),
                            draft.seen(),
                            1 + step.a() % definitions.inForce().version());
                default -> draft.begun() ? drafts.undo(admin(), UUID.fromString(draft.seen())) : draft;
            };
        }

        private StageDraft save(StageDraft draft, Stage stage) {
            return changes.save(admin(), new SaveStage(Ids.next(), draft.seen(), stage, false));
        }

        private StageDraft add(Step step) {
            String key = changes.add(
                    admin(),
                    Ids.next(),
                    "New " + step.a() + " " + step.b(),
                    step.b() % 4 == 0 ? null : Hat.values()[step.b() % 2]);
            Stage stage = drafts.current().definition().stage(key).orElseThrow();
            return save(
                    drafts.current(),
                    new Stage(
                            key,
                            stage.name(),
                            stage.colour(),
                            stage.hat(),
                            stage.position(),
                            "New",
                            null,
                            null,
                            null,
                            stage.aside() ? stage.asks() : step.asks(),
                            true));
        }

        private StageDraft retire(StageDraft draft, String key, String to) {
            return changes.retire(admin(), Ids.next(), draft.seen(), key, to);
        }

        /** What is still open is settled, the effect is written down, and compared with what becomes of everybody. */
        private boolean publishes() {
            settle();
            StageDraft draft = drafts.current();
            if (!draft.begun() || !drafts.problems().isEmpty()) {
                return false;
            }
            Definition was = definitions.inForce();
            Map<ContactId, Standing> before = standings();
            Set<ContactId> met = meeting(was, before);
            EffectView effect = versions.effect();
            Set<UUID> moved = new HashSet<>(retiredMoves().keySet());
            Optional<Object> version =
                    tried(() -> versions.publish(admin(), Objects.requireNonNull(draft.id()), draft.seen(), "Because"));
            if (version.isEmpty()) {
                return false;
            }
            Definition is = definitions.inForce();
            assertThat(is.version()).isEqualTo(version.get());
            compare(effect, before, met, is, moved);
            return true;
        }

        private void compare(
                EffectView effect,
                Map<ContactId, Standing> before,
                Set<ContactId> met,
                Definition is,
                Set<UUID> moved) {
            Map<ContactId, Standing> after = standings();
            Set<ContactId> stillMet = meeting(is, after);
            Map<String, Long> unmet = before.keySet().stream()
                    .filter(contact -> Objects.equals(
                            Objects.requireNonNull(before.get(contact)).move(),
                            Objects.requireNonNull(after.get(contact)).move()))
                    .filter(contact -> met.contains(contact) && !stillMet.contains(contact))
                    .collect(groupingBy(
                            contact ->
                                    Objects.requireNonNull(before.get(contact)).stage() + " of " + owner(contact),
                            counting()));
            Map<String, Long> gone = new HashMap<>();
            retiredMoves().forEach((move, from) -> {
                if (!moved.contains(move)) {
                    gone.merge(from, 1L, Long::sum);
                }
            });
            assertThat(counted(effect, true)).isEqualTo(unmet);
            assertThat(counted(effect, false)).isEqualTo(gone);
        }

        private static Map<String, Long> counted(EffectView effect, boolean staying) {
            Map<String, Long> counted = new HashMap<>();
            effect.lines().stream()
                    .filter(line -> (line.to() == null) == staying)
                    .forEach(line -> counted.put(line.stageKey() + " of " + line.owner(), line.contacts()));
            return counted;
        }

        /** Those whose own answer, as their page shows it, is that they meet the stage they are in. */
        private Set<ContactId> meeting(Definition definition, Map<ContactId, Standing> standings) {
            Set<ContactId> met = new HashSet<>();
            checks.answer(admin(), definition, List.copyOf(standings.keySet())).forEach((contact, criteria) -> {
                String key = Objects.requireNonNull(standings.get(contact)).stage();
                Stage stage = definition.stage(Objects.requireNonNull(key)).orElse(null);
                if (stage != null && stage.isMetBy(criteria)) {
                    met.add(contact);
                }
            });
            return met;
        }

        private void settle() {
            StageDraft draft = drafts.current();
            for (Stage stage : definitions.inForce().stages()) {
                String to = draft.goesTo().get(stage.key());
                boolean open = to == null || draft.definition().stage(to).isEmpty();
                if (draft.definition().stage(stage.key()).isEmpty() && open) {
                    String key = stage.key();
                    String seen = draft.seen();
                    tried(() -> changes.retire(admin(), Ids.next(), seen, key, Stage.PARTED));
                    draft = drafts.current();
                }
            }
        }

        private Optional<Object> tried(Supplier<Object> deed) {
            try {
                return Optional.ofNullable(transaction.execute(status -> deed.get()));
            } catch (RuleRefused | ChangedMeanwhile | Unsound refused) {
                return Optional.empty();
            }
        }

        Map<UUID, String> moves() {
            return texts("select id, m::text as says from stage_move m");
        }

        /** Where each stands; moves of the past show under which name. */
        Map<UUID, String> standing() {
            return texts("select contact_id as id, stage_key as says from contact_stage");
        }

        private Map<UUID, String> retiredMoves() {
            return texts("""
                    select m.id, m.from_key || ' of ' || u.name as says from stage_move m
                      join contact c on c.id = m.contact_id join app_user u on u.id = c.owner_id where m.how = 'retired'""");
        }

        private Map<UUID, String> texts(String sql) {
            Map<UUID, String> texts = new HashMap<>();
            jdbc.sql(sql).query(row -> {
                texts.put(row.getObject("id", UUID.class), row.getString("says"));
            });
            return texts;
        }

        private Map<ContactId, Standing> standings() {
            return rows.standings(
                    standing().keySet().stream().map(ContactId::new).toList());
        }

        private String owner(ContactId contact) {
            return jdbc.sql("select u.name from contact c join app_user u on u.id = c.owner_id where c.id = :id")
                    .param("id", contact.value())
                    .query(String.class)
                    .single();
        }

        long retired() {
            return retiredMoves().size();
        }

        List<UUID> whoStandsWhereNoMoveLed() {
            return jdbc.sql("""
                            select s.contact_id from contact_stage s join stage_move m on m.id = s.move_id
                             where m.to_key <> s.stage_key or m.contact_id <> s.contact_id
                                or not exists (select from current_stage g where g.key = s.stage_key)""").query(UUID.class).list();
        }
    }
}

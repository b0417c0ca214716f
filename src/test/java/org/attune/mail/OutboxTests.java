package org.attune.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.TestDatabase;
import org.attune.platform.Ids;
import org.attune.platform.Seal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class OutboxTests {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Written WORDS = new Written(
            "maya@attune.example", "Maya", "en-GB", "Come in", "https://attune.example/s3cret", "<p>s3cret</p>", null);

    private final UUID maya = Ids.next();
    private JdbcClient jdbc;
    private Outbox outbox;

    @BeforeEach
    void openAnEmptyOne() {
        jdbc = client();
        jdbc.sql("delete from mail").update();
        jdbc.sql("""
                        insert into app_user (id, email, name, role, sells, zone, locale)
                        values (:id, :email, 'Maya', 'admin', false, 'Europe/Berlin', 'en-GB')""").param("id", maya).param("email", maya + "@attune.example").update();
        outbox = new Outbox(jdbc, new Seal("a key that is long and random"), new JsonMapper());
    }

    private static JdbcClient client() {
        var login = DATABASE.application();
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
    }

    @Test
    void whatALetterSaysCanBeReadNowhereInTheDatabase() {
        put(NOW.plus(Duration.ofDays(1)));

        String row = jdbc.sql("select mail::text from mail").query(String.class).single();
        byte[] content =
                jdbc.sql("select content from mail").query(byte[].class).single();
        assertThat(row).doesNotContain("s3cret", "maya@attune");
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret", "maya@attune");
        assertThat(outbox.open(outbox.take(NOW).orElseThrow())).contains(WORDS);
    }

    @Test
    void anotherKeyOpensNothing() {
        put(NOW.plus(Duration.ofDays(1)));
        Outbox other = new Outbox(jdbc, new Seal("another key"), new JsonMapper());

        assertThat(other.open(other.take(NOW).orElseThrow())).isEmpty();
    }

    @Test
    void theSameLetterIsPutInOnce() {
        Letter letter = letter(Ids.next(), NOW.plus(Duration.ofDays(1)));

        assertThat(outbox.put(letter, WORDS, NOW)).isTrue();
        assertThat(outbox.put(letter, WORDS, NOW)).isFalse();
    }

    @Test
    void whatWasSentIsGone() {
        put(NOW.plus(Duration.ofDays(1)));

        outbox.handed(outbox.take(NOW).orElseThrow(), Handed.TAKEN, NOW);

        assertThat(states()).containsExactly("sent without content");
        assertThat(outbox.take(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void manyInstancesAtOnceCarryEachLetterOnce() throws Exception {
        IntStream.range(0, 40).forEach(n -> put(NOW.plus(Duration.ofDays(1))));
        ExecutorService instances = Executors.newFixedThreadPool(8);
        Callable<List<UUID>> carrying = () -> {
            Outbox own = new Outbox(client(), new Seal("a key that is long and random"), new JsonMapper());
            return Stream.generate(() -> own.take(NOW))
                    .takeWhile(Optional::isPresent)
                    .map(taken -> taken.orElseThrow().id())
                    .toList();
        };

        List<Future<List<UUID>>> all = instances.invokeAll(
                IntStream.range(0, 8).mapToObj(n -> carrying).toList());
        instances.shutdown();

        List<UUID> carried = all.stream().flatMap(one -> of(one).stream()).toList();
        assertThat(carried).hasSize(40).doesNotHaveDuplicates();
    }

    private static List<UUID> of(Future<List<UUID>> one) {
        try {
            return one.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAnInstanceDiedWithIsTakenByAnotherAfterAWhileUnderTheSameId() {
        UUID id = put(NOW.plus(Duration.ofDays(1)));
        outbox.take(NOW).orElseThrow();

        assertThat(outbox.take(NOW.plus(Duration.ofMinutes(9)))).isEmpty();
        assertThat(outbox.take(NOW.plus(Duration.ofMinutes(10))))
                .hasValueSatisfying(again -> assertThat(again.id()).isEqualTo(id));
    }

    @Test
    void thePausesGrowAndThenItIsGivenUp() {
        put(NOW.plus(Duration.ofDays(30)));
        Instant now = NOW;
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 7; attempt++) {
            outbox.handed(outbox.take(now).orElseThrow(), new Handed(Obstacle.UNREACHABLE, null), now);
            Instant due = jdbc.sql("select due_at from mail")
                    .query((row, n) -> row.getTimestamp(1).toInstant())
                    .single();
            assertThat(Duration.between(now, due)).isGreaterThan(before);
            assertThat(outbox.take(due.minusSeconds(1))).isEmpty();
            before = Duration.between(now, due);
            now = due;
        }

        outbox.handed(outbox.take(now).orElseThrow(), new Handed(Obstacle.UNREACHABLE, null), now);

        assertThat(states()).containsExactly("failed without content");
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(36), Duration.ofDays(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Obstacle.class,
            names = {"ADDRESS_REFUSED", "TOO_LATE", "UNREADABLE"})
    void whatIsHopelessIsTriedOnce(Obstacle obstacle) {
        put(NOW.plus(Duration.ofDays(1)));

        outbox.handed(outbox.take(NOW).orElseThrow(), new Handed(obstacle, 550), NOW);

        assertThat(states()).containsExactly("failed without content");
    }

    @Test
    void nothingIsTriedLongerThanItIsOfUse() {
        put(NOW.plusSeconds(30));

        outbox.handed(outbox.take(NOW).orElseThrow(), new Handed(Obstacle.UNREACHABLE, null), NOW);

        assertThat(states()).containsExactly("failed without content");
    }

    @Test
    void whatWasWithdrawnStaysSoThoughSomebodyIsAtIt() {
        put(NOW.plus(Duration.ofDays(1)));
        Outbox.Taken taken = outbox.take(NOW).orElseThrow();

        outbox.withdraw(maya, new String[] {"invitation"}, NOW);
        outbox.handed(taken, new Handed(Obstacle.UNREACHABLE, null), NOW);

        assertThat(states()).containsExactly("withdrawn without content");
        assertThat(outbox.take(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void afterAStartNobodyWaitsForThePauseToEndButForWhoeverIsAtIt() {
        put(NOW.plus(Duration.ofDays(1)));
        outbox.handed(outbox.take(NOW).orElseThrow(), new Handed(Obstacle.NOT_LET_IN, null), NOW);

        outbox.bringForward(NOW.plusSeconds(1));

        assertThat(outbox.take(NOW.plusSeconds(1))).isPresent();
        outbox.bringForward(NOW.plusSeconds(2));
        assertThat(outbox.take(NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void theStatusSaysWhatWaitsWhatFailedAndWhy() {
        Instant month = NOW.plus(Duration.ofDays(30));
        put(month);
        outbox.handed(outbox.take(NOW).orElseThrow(), Handed.TAKEN, NOW);
        put(month);
        outbox.handed(outbox.take(NOW).orElseThrow(), new Handed(Obstacle.ADDRESS_REFUSED, 550), NOW.plusSeconds(1));
        put(month);
        outbox.handed(outbox.take(NOW).orElseThrow(), new Handed(Obstacle.UNREACHABLE, null), NOW);

        MailStatus status = new Letters(jdbc).status(PostTests.without(), NOW.plusSeconds(2));

        assertThat(status.configured()).isFalse();
        assertThat(status.lastSentAt()).isEqualTo(NOW);
        assertThat(status.waiting()).isEqualTo(1);
        assertThat(status.waitingSince()).isEqualTo(NOW);
        assertThat(status.failed()).isEqualTo(1);
        assertThat(status.troubles())
                .extracting(LetterView::state, LetterView::obstacle, LetterView::replyCode)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                LetterView.State.FAILED, Obstacle.ADDRESS_REFUSED, Integer.valueOf(550)),
                        org.assertj.core.groups.Tuple.tuple(LetterView.State.WAITING, Obstacle.UNREACHABLE, null));
        assertThat(new Letters(jdbc).status(PostTests.without(), month.plus(Duration.ofDays(9))))
                .satisfies(later -> assertThat(later.failed()).isZero());
    }

    private UUID put(Instant until) {
        UUID id = Ids.next();
        outbox.put(letter(id, until), WORDS, NOW);
        return id;
    }

    private Letter letter(UUID id, Instant until) {
        Recipient to = new Recipient(maya, "Maya", "maya@attune.example", Locale.UK);
        return new Letter(id, "invitation", to, "access.letter.invitation.", List.of(), null, until);
    }

    private List<String> states() {
        return jdbc.sql("select state || case when content is null then ' without content' else '' end from mail")
                .query(String.class)
                .list();
    }
}

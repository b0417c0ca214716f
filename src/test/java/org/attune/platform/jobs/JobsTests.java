package org.attune.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Jobs on a database of their own, with instances whose time can be set. */
class JobsTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicInteger done = new AtomicInteger();
    private TestDatabase database;
    private Instant now = NOON;

    /** At twenty past every hour. */
    private record Hourly(Runnable what) implements Job {

        @Override
        public String name() {
            return "hourly";
        }

        @Override
        public String when() {
            return "0 20 * * * *";
        }

        @Override
        public void work() {
            what.run();
        }
    }

    private final Job counting = new Hourly(done::incrementAndGet);
    private final Job breaking = new Hourly(() -> {
        throw new IllegalStateException("Helen said: half of it is lost", new IllegalArgumentException("lost"));
    });

    @BeforeEach
    void aDatabase() {
        database = TestDatabase.fresh();
    }

    @Test
    void ofTwoInstancesAtTheSameMomentExactlyOneRunsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Job slow = new Hourly(() -> {
            begun.countDown();
            await(looked);
            done.incrementAndGet();
        });
        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> instance(slow).runIfDue(slow));
        await(begun);

        assertThat(instance(slow).runIfDue(slow)).isFalse();

        looked.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(instance(slow).runIfDue(slow)).isFalse();
        assertThat(done).hasValue(1);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void itIsRunAgainWhenItsTimeComesAndNotBefore() {
        Jobs jobs = instance(counting);
        jobs.runWhatIsDue();
        now = NOON.plus(Duration.ofMinutes(19));
        jobs.runWhatIsDue();
        assertThat(done).hasValue(1);

        now = NOON.plus(Duration.ofMinutes(20));
        jobs.runWhatIsDue();

        assertThat(done).hasValue(2);
        assertThat(jobs.states().get(0).next()).isEqualTo(Instant.parse("2026-11-23T13:20:00Z"));
    }

    @Test
    void afterDowntimeItIsCaughtUpOnOnce() {
        instance(counting).runWhatIsDue();
        now = NOON.plus(Duration.ofDays(3));
        Jobs afterwards = instance(counting);

        afterwards.runWhatIsDue();
        afterwards.runWhatIsDue();

        assertThat(done).hasValue(2);
    }

    @Test
    void aFailureIsWrittenDownWithoutItsWords() {
        Jobs jobs = instance(breaking);
        jobs.runWhatIsDue();

        JobRun last = Objects.requireNonNull(jobs.states().get(0).last());
        assertThat(last.isFailed()).isTrue();
        assertThat(last.failure())
                .startsWith("IllegalStateException < IllegalArgumentException, JobsTests.java:")
                .doesNotContain("Helen", "lost");
        assertThat(jobs.failedAt("hourly")).contains(NOON);
    }

    @Test
    void whatFailedIsTriedAgainSoonAndItsFailureStaysInSightWhenItGoesRight() {
        instance(breaking).runWhatIsDue();
        Jobs mended = instance(counting);
        now = NOON.plus(Duration.ofMinutes(14));
        mended.runWhatIsDue();
        assertThat(done).hasValue(0);

        now = NOON.plus(Duration.ofMinutes(15));
        mended.runWhatIsDue();

        assertThat(done).hasValue(1);
        assertThat(mended.failedAt("hourly")).isEmpty();
        Jobs.State state = mended.states().get(0);
        assertThat(Objects.requireNonNull(state.last()).isFailed()).isFalse();
        assertThat(Objects.requireNonNull(state.lastFailed()).startedAt()).isEqualTo(NOON);
    }

    @Test
    void oneThatFailsKeepsNoOtherFromRunning() {
        Job other = new Job() {
            @Override
            public String name() {
                return "zealous";
            }

            @Override
            public String when() {
                return "0 0 3 * * *";
            }

            @Override
            public void work() {
                done.incrementAndGet();
            }
        };
        instance(breaking, other).runWhatIsDue();
        assertThat(done).hasValue(1);
    }

    @Test
    void whatAnInstanceLeftHalfDoneAnotherTakesUpAtOnce() {
        JobRuns runs = new JobRuns(jdbc());
        Jobs gone = instance(counting);
        runs.begin("hourly", org.attune.platform.Ids.next(), now);
        assertThat(Objects.requireNonNull(gone.states().get(0).last()).isUnfinished())
                .isTrue();

        now = NOON.plus(Duration.ofMinutes(1));
        assertThat(instance(counting).runIfDue(counting)).isTrue();

        assertThat(done).hasValue(1);
        assertThat(jdbc().sql("select failure from job_run where failure is not null")
                        .query(String.class)
                        .list())
                .containsExactly("stopped meanwhile");
    }

    @Test
    void onlyTheNewestRunsAreKept() {
        Jobs jobs = instance(counting);
        for (int hour = 0; hour < 60; hour++) {
            now = NOON.plus(Duration.ofHours(hour));
            jobs.runWhatIsDue();
        }
        assertThat(done).hasValue(60);
        assertThat(runs()).isEqualTo(50);
    }

    @Test
    void instancesAreSeenWhileTheySaySoAndTheirOwnIsKnown() {
        Instances one = instances();
        Instances another = instances();
        one.sayHere();
        another.sayHere();
        assertThat(one.running()).hasSize(2).filteredOn(Instances.Running::own).hasSize(1);

        now = NOON.plus(Duration.ofMinutes(4));
        one.sayHere();
        assertThat(one.running()).hasSize(1).allMatch(Instances.Running::own);

        one.sayGone();
        assertThat(one.running()).isEmpty();
    }

    private Jobs instance(Job... jobs) {
        var login = database.application();
        var source = new DriverManagerDataSource(login.url(), login.username(), login.password());
        JdbcClient jdbc = JdbcClient.create(source);
        return new Jobs(List.of(jobs), new JobRuns(jdbc), source, instances(), clock());
    }

    private Instances instances() {
        return new Instances(jdbc(), new StaticListableBeanFactory().getBeanProvider(BuildProperties.class), clock());
    }

    private JdbcClient jdbc() {
        var login = database.application();
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
    }

    private int runs() {
        return jdbc().sql("select count(*) from job_run").query(Integer.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Always at the moment of this test. */
    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}

package org.attune.sample;

import com.zaxxer.hikari.HikariDataSource;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.attune.TestDatabase;
import org.attune.platform.jobs.LeftUndone;
import org.attune.platform.jobs.Rebuildable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A small sample in a database of its own, with those parts of Attune that make derived rows and nothing else around it. */
final class SampleHouse implements AutoCloseable {

    static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    static final int CONTACTS = 300;

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource source = new HikariDataSource();
    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    final JdbcClient jdbc;

    SampleHouse(long seed) {
        source.setJdbcUrl(database.owner().url());
        source.setUsername(database.owner().username());
        source.setPassword(database.owner().password());
        source.setConnectionInitSql("set time zone 'UTC'");
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(1);
        this.jdbc = JdbcClient.create(source);
        fill(seed);
    }

    void fill(long seed) {
        try (Connection connection = database.connectionAsOwner()) {
            new Filling(new House(CONTACTS, seed, UNTIL), silent()).fill(connection, "nobody's");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As far as the day after the last of the sample. */
    void derive() throws SQLException {
        parts.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        parts.registerBean(DataSource.class, () -> source);
        parts.registerBean(JdbcClient.class, () -> jdbc);
        parts.registerBean(JsonMapper.class, () -> new JsonMapper());
        parts.registerBean(
                Clock.class, () -> Clock.fixed(UNTIL.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        parts.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(source)));
        parts.register(LeftUndone.class);
        parts.scan(
                "org.attune.health",
                "org.attune.conversations",
                "org.attune.desk",
                "org.attune.listening",
                "org.attune.nurture",
                "org.attune.voice");
        Arrays.stream(parts.getBeanDefinitionNames())
                .forEach(name -> parts.getBeanDefinition(name).setLazyInit(true));
        parts.refresh();
        try (Connection connection = database.connectionAsOwner()) {
            new Derived(all()).make(connection, CONTACTS, CONTACTS, done -> {});
        }
    }

    List<Rebuildable> all() {
        return parts.getBeanProvider(Rebuildable.class).stream().toList();
    }

    private static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    List<String> lines(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        parts.close();
        source.close();
    }
}

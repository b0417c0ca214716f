package org.attune.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.attune.bench.Sent.Elements;
import org.attune.bench.Sent.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down every statement a second Attune sends to the database, with what it is given, while somebody listens. */
final class Capturing implements BeanPostProcessor {

    private static volatile @Nullable List<Sent> listening;

    /** What is sent while this is done, in the order in which it is sent. */
    static List<Sent> during(Runnable work) {
        List<Sent> heard = new CopyOnWriteArrayList<>();
        listening = heard;
        try {
            work.run();
        } finally {
            listening = null;
        }
        return List.copyOf(heard);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Overheard(database) : bean;
    }

    private static void note(String sql, List<List<Given>> rounds) {
        List<Sent> heard = listening;
        if (heard != null && !Thread.currentThread().getName().startsWith("scheduling")) {
            heard.add(new Sent(sql, List.copyOf(rounds)));
        }
    }

    private static final class Overheard extends DelegatingDataSource {

        Overheard(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return overheard(super.getConnection());
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return overheard(super.getConnection(username, password));
        }
    }

    private static Connection overheard(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(method, connection, arguments);
            if (result instanceof PreparedStatement statement
                    && method.getName().startsWith("prepare")) {
                return proxy(PreparedStatement.class, new Prepared(statement, (String) arguments[0]));
            }
            if (result instanceof Statement statement && method.getName().equals("createStatement")) {
                return proxy(Statement.class, (its, executing, given) -> {
                    if (executing.getName().startsWith("execute") && given != null && given[0] instanceof String sql) {
                        note(sql, List.of(List.of()));
                    }
                    return call(executing, statement, given);
                });
            }
            return result;
        });
    }

    /** Keeps what a statement is given until it is sent. */
    private static final class Prepared implements InvocationHandler {

        private final PreparedStatement statement;
        private final String sql;
        private final TreeMap<Integer, Given> given = new TreeMap<>();
        private final List<List<Given>> batch = new ArrayList<>();

        Prepared(PreparedStatement statement, String sql) {
            this.statement = statement;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (name.startsWith("set")
                    && arguments != null
                    && arguments.length > 1
                    && arguments[0] instanceof Integer n) {
                given.put(n, new Given(method, kept(arguments)));
            } else if (name.equals("clearParameters")) {
                given.clear();
            } else if (name.equals("addBatch")) {
                batch.add(List.copyOf(given.values()));
            } else if (name.startsWith("execute")) {
                note(sql, name.contains("Batch") ? batch : List.of(List.copyOf(given.values())));
                batch.clear();
            }
            return call(method, statement, arguments);
        }

        private static List<@Nullable Object> kept(@Nullable Object[] arguments) throws SQLException {
            List<@Nullable Object> kept = new ArrayList<>(Arrays.asList(arguments));
            for (int n = 0; n < kept.size(); n++) {
                if (kept.get(n) instanceof Array array) {
                    kept.set(n, new Elements(array.getBaseTypeName(), array.getArray()));
                }
            }
            return kept;
        }
    }

    private static @Nullable Object call(Method method, Object on, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Capturing.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

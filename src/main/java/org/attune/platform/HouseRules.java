package org.attune.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps in memory what the house has settled for everybody: its language and zone, stages, questions, the gate's policy, fields. Each
 * page asks the database once whether it is still the same, by the number that every change raises, on whichever instance it was
 * made; so a change holds from everybody's next click on. Where something may be written nothing is taken from memory.
 */
@Component
public class HouseRules {

    private record Number() {}

    private record Kept(long number, Map<Record, Object> rules) {}

    private final JdbcClient jdbc;
    private final ReadOnce once;
    private volatile Kept kept = new Kept(-1, Map.of());

    public HouseRules(JdbcClient jdbc, ReadOnce once) {
        this.jdbc = jdbc;
        this.once = once;
    }

    /**
     * @param question a record of its own for whoever asks; there are to be few
     * @param read only from tables that raise the number, and what nobody changes afterwards
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Record question, Supplier<T> read) {
        if (!ReadOnce.isReading()) {
            return read.get();
        }
        Map<Record, Object> rules = rulesOf(once.get(new Number(), this::number));
        Object before = rules.get(question);
        if (before != null) {
            return (T) before;
        }
        T answer = read.get();
        rules.put(question, answer);
        return answer;
    }

    /** The number, as somebody has just read it together with something else. */
    void know(long number) {
        once.know(new Number(), number);
    }

    /** What is read after the number was is at least as new, so it may be kept under it. */
    private Map<Record, Object> rulesOf(long number) {
        Kept now = kept;
        if (now.number() != number) {
            now = new Kept(number, new ConcurrentHashMap<>());
            kept = now;
        }
        return now.rules();
    }

    private long number() {
        return jdbc.sql("select number from house_rules").query(Long.class).single();
    }
}

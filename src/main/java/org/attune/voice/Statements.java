package org.attune.voice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers said, put to those who decide: heard, decided, told. */
@Component
@Transactional
public class Statements {

    private static final int LONGEST = 1000;
    private static final int LONGEST_WHY = 2000;
    private static final int MOST_TURNS = 30;
    private static final int ABOUT_A_THEME = 10;
    private static final int FURTHEST = 5;

    private final StatementRows rows;
    private final StatementReading reading;
    private final StatementLetters letters;
    private final JdbcClient jdbc;
    private final Clock clock;

    Statements(StatementRows rows, StatementReading reading, StatementLetters letters, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public KeysetPage<StatementLine> page(Viewer viewer, StatementFilter filter, @Nullable String after, int size) {
        return KeysetPage.of(rows.page(viewer, filter, StatementKey.parse(after), size + 1), size, StatementLine::key);
    }

    /** How many wait for the viewer: to be answered, or somebody of theirs to be told. */
    @Transactional(readOnly = true)
    public int waiting(Viewer viewer) {
        return rows.waiting(viewer);
    }

    /** What was put about a theme, the newest first. */
    @Transactional(readOnly = true)
    public List<StatementLine> about(Viewer viewer, UUID theme) {
        return rows.about(viewer, theme, ABOUT_A_THEME);
    }

    /** @throws NotSeen where there is none, or the viewer has nothing to do with it */
    @Transactional(readOnly = true)
    public StatementView find(Viewer viewer, UUID id) {
        StatementLine line = line(viewer, id);
        List<SaidBehind> said = reading.said(viewer, id);
        List<ListenerView> listeners = reading.listeners(viewer, id);
        return new StatementView(
                line,
                said,
                Math.max(0, reading.turns(id) - said.size()),
                reading.answers(id),
                listeners,
                Math.max(0, line.people() - listeners.size()));
    }

    /** What could be put: what was said about a theme, or one turn. */
    @Transactional(readOnly = true)
    public List<SaidBehind> couldBePut(Viewer viewer, @Nullable UUID theme, List<UUID> turns) {
        return theme == null ? reading.these(viewer, turns) : reading.ofTheme(viewer, theme, MOST_TURNS);
    }

    @Transactional(readOnly = true)
    public Optional<String> themeName(UUID theme) {
        return jdbc.sql("select n.name from theme t join theme n on n.id = t.stands_for where t.id = :id")
                .param("id", theme)
                .query(String.class)
                .optional();
    }

    /**
     * Puts a statement to those who decide, and writes to them.
     *
     * @throws NotSeen where one of the turns may not be read, or is nothing for the voice
     * @throws ChangedMeanwhile where another statement has this id
     */
    public void put(Viewer viewer, PutStatement put) {
        String words = text(put.words(), LONGEST, "words", "voice.statement.words");
        if (put.turns().isEmpty() || put.turns().size() > MOST_TURNS) {
            throw new RuleRefused("voice.statement.turns", "turns", MOST_TURNS);
        }
        List<UUID> turns = put.turns().stream().map(TurnId::value).toList();
        if (reading.these(viewer, turns).size() < turns.size()) {
            throw new NotSeen("turns " + turns);
        }
        if (put.theme() != null && themeName(put.theme()).isEmpty()) {
            throw new NotSeen("theme " + put.theme());
        }
        if (insert(viewer, put, words) == 0) {
            sameAsBefore(viewer, put, words);
            return;
        }
        turns.forEach(turn -> jdbc.sql("insert into statement_turn (statement_id, turn_id) values (:id, :turn)")
                .param("id", put.id())
                .param("turn", turn)
                .update());
        letters.toWhoeverAnswers(viewer, put);
    }

    private int insert(Viewer viewer, PutStatement put, String words) {
        return jdbc.sql("""
                        insert into statement (id, audience, words, theme_id, put_by, put_at)
                        values (:id, :to, :words, :theme, :by, :at) on conflict (id) do nothing""")
                .param("id", put.id())
                .param("to", put.to().word())
                .param("words", words)
                .param("theme", put.theme())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private void sameAsBefore(Viewer viewer, PutStatement put, String words) {
        StatementLine kept = line(viewer, put.id());
        String written = kept.mine() ? rows.written(put.id()) : kept.words();
        Set<UUID> turns = new HashSet<>(jdbc.sql("select turn_id from statement_turn where statement_id = :id")
                .param("id", put.id())
                .query(UUID.class)
                .list());
        boolean same = kept.mine()
                && kept.to() == put.to()
                && written.equals(words)
                && turns.equals(put.turns().stream().map(TurnId::value).collect(Collectors.toSet()));
        if (!same) {
            throw new ChangedMeanwhile(written, words);
        }
    }

    /** @throws RuleRefused where somebody has answered meanwhile */
    public void withdraw(Viewer viewer, UUID id) {
        StatementLine line = lock(viewer, id);
        if (!line.mine()) {
            throw new NotSeen("statement of mine " + id);
        }
        if (line.answers() > 0) {
            throw new RuleRefused("voice.statement.answered");
        }
        jdbc.sql("update statement set withdrawn_at = :at, withdrawn_by = :by where id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("by", viewer.uuid())
                .param("id", id)
                .update();
    }

    /**
     * Says what is to become of it. Every answer stays; the newest holds.
     *
     * @throws NotSeen where the viewer is none of those it is put to
     * @throws ChangedMeanwhile where somebody answered since the form was opened
     */
    public void answer(Viewer viewer, AnswerStatement answer) {
        String why = text(answer.why(), LONGEST_WHY, "why", "voice.answer.why");
        StatementLine line = lock(viewer, answer.statement());
        if (!line.mayAnswer()) {
            throw new NotSeen("statement to answer " + answer.statement());
        }
        List<AnswerView> before = reading.answers(answer.statement());
        Optional<AnswerView> repeated =
                before.stream().filter(one -> one.id().equals(answer.id())).findFirst();
        if (repeated.isPresent()) {
            sameAs(repeated.get(), answer, why);
            return;
        }
        guardDay(viewer, answer);
        if (line.answers() != answer.version()) {
            throw new ChangedMeanwhile(told(before.get(0)), why, line.answers());
        }
        append(viewer, answer, why);
    }

    private static void sameAs(AnswerView kept, AnswerStatement answer, String why) {
        boolean same = kept.resolve() == answer.resolve()
                && kept.why().equals(why)
                && Objects.equals(kept.byWhen(), answer.byWhen());
        if (!same) {
            throw new ChangedMeanwhile(told(kept), why);
        }
    }

    private static String told(AnswerView kept) {
        return kept.by() + "\n" + kept.why() + (kept.byWhen() == null ? "" : "\n" + kept.byWhen());
    }

    private void guardDay(Viewer viewer, AnswerStatement answer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        LocalDate day = answer.byWhen();
        if (answer.resolve() == Resolve.WILL && day == null) {
            throw new RuleRefused("voice.answer.by-when", "byWhen");
        }
        if (answer.resolve() == Resolve.NO && day != null) {
            throw new RuleRefused("voice.answer.no-day", "byWhen");
        }
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(FURTHEST)))) {
            throw new RuleRefused("voice.answer.day", "byWhen");
        }
    }

    private void append(Viewer viewer, AnswerStatement answer, String why) {
        jdbc.sql("""
                        insert into statement_answer (id, statement_id, number, decision, why, by_when, answered_by, answered_at)
                        values (:id, :statement, :number, :decision, :why, :day, :by, :at)""")
                .param("id", answer.id())
                .param("statement", answer.statement())
                .param("number", answer.version() + 1)
                .param("decision", answer.resolve().word())
                .param("why", why)
                .param("day", answer.byWhen())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update statement set version = version + 1 where id = :id")
                .param("id", answer.statement())
                .update();
    }

    StatementLine line(Viewer viewer, UUID id) {
        return rows.find(viewer, id).orElseThrow(() -> new NotSeen("statement " + id));
    }

    /** Takes the row first, so that two who answer take turns. */
    StatementLine lock(Viewer viewer, UUID id) {
        jdbc.sql("select id from statement where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return line(viewer, id);
    }

    private static String text(String typed, int longest, String field, String key) {
        String words = PlainText.linesOrNothing(typed);
        if (words == null || !PlainText.saysSomething(words)) {
            throw new RuleRefused(key + ".needed", field);
        }
        if (PlainText.length(words) > longest) {
            throw new RuleRefused(key + ".long", field, longest);
        }
        return words;
    }
}

package org.attune.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.conversations.Mark;
import org.attune.conversations.Signs;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.jspecify.annotations.Nullable;

/** Reads turns as they are counted. */
final class SpokenTurns {

    /** Of turn {@code t}. */
    static final String COLUMNS = """
            t.id as turn_id, t.seq, t.kind, t.words, t.word_count, t.exactness,
            array(select m.kind from turn_mark m where m.turn_id = t.id) as marks,
            array(select r.heard_id from reply r where r.response_id = t.id) as answers""";

    private SpokenTurns() {}

    static SpokenTurn read(ResultSet row) throws SQLException {
        TurnKind kind = TurnKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        Set<Mark> marks = Arrays.stream((String[]) row.getArray("marks").getArray())
                .map(mark -> Mark.valueOf(mark.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        Set<TurnId> answers = Arrays.stream((UUID[]) row.getArray("answers").getArray())
                .map(TurnId::new)
                .collect(Collectors.toUnmodifiableSet());
        return new SpokenTurn(
                new TurnId(Objects.requireNonNull(row.getObject("turn_id", UUID.class))),
                row.getInt("seq"),
                kind,
                row.getInt("word_count"),
                asks(kind, marks, row.getString("words"), row.getString("exactness")),
                marks,
                answers);
    }

    /** What was asked by its kind or by a mark is a question however it is worded; what they did is none. */
    private static boolean asks(TurnKind kind, Set<Mark> marks, @Nullable String words, @Nullable String exactness) {
        return kind == TurnKind.ASKED
                || marks.contains(Mark.THEIR_QUESTION)
                || words != null && !"did".equals(exactness) && Signs.asks(words);
    }
}

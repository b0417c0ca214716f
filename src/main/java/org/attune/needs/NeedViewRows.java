package org.attune.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** What the queries behind {@link NeedView} find. */
final class NeedViewRows {

    private NeedViewRows() {}

    /** A need without its people and words. */
    record Bare(
            NeedId id,
            NeedKind kind,
            String title,
            NeedState state,
            @Nullable Ending how,
            @Nullable String endedWhy,
            @Nullable Instant endedAt,
            String notedBy,
            Instant notedAt,
            int version,
            @Nullable CostView cost,
            @Nullable CostView estimate,
            @Nullable SolutionView solution,
            @Nullable PlaybackView playback,
            int heard,
            int people,
            boolean someNotMet,
            boolean tended) {

        /** The turns that something of it stands on. */
        Stream<UUID> pinned() {
            return Stream.of(
                            cost == null ? null : cost.turn(),
                            solution == null ? null : solution.contributedTurn(),
                            solution == null ? null : solution.agreedTurn(),
                            playback == null ? null : playback.answer())
                    .filter(Objects::nonNull)
                    .map(TurnId::value);
        }

        NeedView with(List<NeedPersonView> seen, List<NotMetView> notMet, List<HeardWords> words) {
            return new NeedView(
                    id,
                    kind,
                    title,
                    state,
                    place(),
                    how,
                    endedWhy,
                    endedAt,
                    notedBy,
                    notedAt,
                    version,
                    cost,
                    estimate,
                    solution,
                    playback,
                    seen,
                    notMet,
                    words,
                    heard,
                    people - seen.size(),
                    tended);
        }

        private @Nullable Place place() {
            return state.open() && kind == NeedKind.PROBLEM
                    ? Place.of(state, cost != null, solution != null && solution.agreed())
                    : null;
        }
    }

    static Bare bare(ResultSet row, int n) throws SQLException {
        NeedState state = NeedWords.in(NeedState.class, row.getString("state"));
        return new Bare(
                new NeedId(NeedRows.id(row, "id")),
                NeedWords.in(NeedKind.class, row.getString("kind")),
                row.getString("title"),
                state,
                Ending.of(state, row.getString("not_a_fit_for")),
                row.getString("ended_why"),
                NeedRows.momentOrNone(row, "ended_at"),
                row.getString("noted_by_name"),
                NeedRows.moment(row, "noted_at"),
                row.getInt("version"),
                cost(row, "cost_"),
                cost(row, "estimate_"),
                solution(row, "solution_"),
                playback(row, "playback_"),
                row.getInt("heard"),
                row.getInt("people"),
                row.getBoolean("some_not_met"),
                row.getBoolean("tended"));
    }

    static @Nullable CostView cost(ResultSet row, String prefix) throws SQLException {
        UUID id = row.getObject(prefix + "id", UUID.class);
        if (id == null) {
            return null;
        }
        return new CostView(
                id,
                NeedWords.in(CostKind.class, row.getString(prefix + "kind")),
                NeedRows.cost(row, prefix),
                row.getString(prefix + "worked_out"),
                NeedRows.turn(row, prefix + "turn_id"),
                row.getString(prefix + "by"),
                NeedRows.moment(row, prefix + "noted_at"));
    }

    static @Nullable SolutionView solution(ResultSet row, String prefix) throws SQLException {
        UUID id = row.getObject(prefix + "id", UUID.class);
        if (id == null) {
            return null;
        }
        return new SolutionView(
                id,
                row.getString(prefix + "our_part"),
                row.getString(prefix + "their_part"),
                NeedRows.turn(row, prefix + "contributed_turn"),
                NeedRows.turn(row, prefix + "agreed_turn"),
                row.getString(prefix + "by"),
                NeedRows.moment(row, prefix + "noted_at"));
    }

    static @Nullable PlaybackView playback(ResultSet row, String prefix) throws SQLException {
        UUID id = row.getObject(prefix + "id", UUID.class);
        if (id == null) {
            return null;
        }
        return new PlaybackView(
                id,
                row.getString(prefix + "played_back"),
                NeedRows.turn(row, prefix + "playback_turn"),
                new TurnId(NeedRows.id(row, prefix + "answer_turn")),
                NeedWords.in(Verdict.class, row.getString(prefix + "verdict")),
                row.getString(prefix + "by"),
                NeedRows.moment(row, prefix + "noted_at"));
    }

    static HeardWords words(ResultSet row, int n) throws SQLException {
        return new HeardWords(
                new TurnId(NeedRows.id(row, "id")),
                new ConversationId(NeedRows.id(row, "conversation_id")),
                row.getInt("seq"),
                new ContactId(NeedRows.id(row, "speaker_id")),
                row.getString("speaker_name"),
                row.getString("exactness"),
                NeedRows.moment(row, "said_at"),
                row.getString("words"),
                row.getString("erased_as"),
                row.getString("excerpt"),
                row.getBoolean("linked"),
                row.getBoolean("states"));
    }
}

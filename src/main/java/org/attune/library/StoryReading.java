package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a story: four statements, whatever was done with it. */
@Component
class StoryReading {

    private static final String STORY = """
            select s.*, u.name as by_name, w.contact, w.given_name, w.family_name, w.name as about, w.company,
                   exists (select from tended_story(:viewer) t where t.id = s.id) as tended,
                   array(select t.name from story_theme x join theme e on e.id = x.theme_id
                           join theme t on t.id = e.stands_for
                          where x.story_id = s.id group by t.name order by folded(t.name)) as themes
              from seen_story(:viewer) s
              join app_user u on u.id = s.written_by
              join lateral (select n.*, c.id as contact from story_names n
                              left join seen_contact(:viewer) c on c.id = s.contact_id where n.story_id = s.id) w on true
            """;

    private final JdbcClient jdbc;
    private final StoryHistory history;

    StoryReading(JdbcClient jdbc, StoryHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    Optional<StoryView> find(Viewer viewer, StoryId id, LocalDate today) {
        List<ConsentView> consents = history.consents(viewer, id);
        List<HeardWordsView> heard = heard(viewer, id);
        List<StoryUse> uses = history.uses(viewer, id);
        return jdbc.sql(STORY + " where s.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> view(row, heard, consents, uses, today))
                .optional();
    }

    private List<HeardWordsView> heard(Viewer viewer, StoryId id) {
        return jdbc.sql("""
                        select x.turn_id, x.words, x.exactness, t.said_at, '/conversations/' || t.conversation_id || '#t' || t.seq as path
                          from story_turn x left join seen_turn(:viewer) t on t.id = x.turn_id
                         where x.story_id = :id order by x.position, x.turn_id""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(StoryReading::heard)
                .list();
    }

    /** What somebody said that can stand in a story about them, the newest first. */
    List<HeardWordsView> picks(Viewer viewer, UUID contact, @Nullable UUID need) {
        return jdbc.sql("""
                        select t.id as turn_id, t.words, t.exactness, t.said_at,
                               '/conversations/' || t.conversation_id || '#t' || t.seq as path
                          from seen_turn(:viewer) t
                         where t.speaker_id = :contact and %s
                         order by exists (select from need_turn n where n.heard_id = t.id and n.need_id = :need) desc,
                                  t.said_at desc, t.id desc limit 40""".formatted(StoryRows.PICKED))
                .param("viewer", viewer.uuid())
                .param("contact", contact)
                .param("need", need)
                .query(StoryReading::heard)
                .list();
    }

    static HeardWordsView heard(ResultSet row, int n) throws SQLException {
        Timestamp at = row.getTimestamp("said_at");
        return new HeardWordsView(
                row.getObject("turn_id", UUID.class),
                row.getString("words"),
                row.getString("exactness"),
                row.getString("path"),
                at == null ? null : at.toInstant());
    }

    private static StoryView view(
            ResultSet row, List<HeardWordsView> heard, List<ConsentView> consents, List<StoryUse> uses, LocalDate today)
            throws SQLException {
        boolean tended = row.getBoolean("tended");
        ConsentView inForce = consents.stream()
                .filter(one -> one.consent().holdsOn(today))
                .findFirst()
                .orElse(null);
        boolean named = inForce != null && inForce.consent().named();
        UUID contact = row.getObject("contact", UUID.class);
        NamesInWords names = names(row);
        StoryWords words = words(row);
        boolean cut = !tended && !named;
        boolean known = named || tended && contact != null;
        return new StoryView(
                new StoryId(row.getObject("id", UUID.class)),
                cut ? without(names, words) : words,
                cut ? heard.stream().map(one -> without(names, one)).toList() : heard,
                contact,
                known ? row.getString("about") : null,
                known ? row.getString("company") : null,
                tended ? row.getObject("need_id", UUID.class) : null,
                row.getString("by_name"),
                row.getTimestamp("written_at").toInstant(),
                instant(row.getTimestamp("retired_at")),
                row.getInt("version"),
                tended,
                inForce == null || tended ? inForce : inForce.forOthers(),
                tended ? consents : List.of(),
                tended ? uses : List.of(),
                tended && !named ? names.in(texts(words, heard)) : List.of());
    }

    static NamesInWords names(ResultSet row) throws SQLException {
        return NamesInWords.of(
                row.getString("about"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("company"));
    }

    static StoryWords words(ResultSet row) throws SQLException {
        return new StoryWords(
                row.getString("title"),
                row.getString("situation"),
                row.getString("found"),
                row.getString("result"),
                row.getString("language"),
                row.getString("speaks_to"),
                Arrays.asList((String[]) row.getArray("themes").getArray()));
    }

    private static Stream<String> texts(StoryWords words, List<HeardWordsView> heard) {
        return Stream.concat(
                Stream.of(words.title(), words.situation(), words.found(), words.result(), words.speaksTo()),
                heard.stream().map(HeardWordsView::words));
    }

    static StoryWords without(NamesInWords names, StoryWords words) {
        return new StoryWords(
                names.cutFrom(words.title()),
                names.cutFrom(words.situation()),
                names.cutFrom(words.found()),
                names.cutFrom(words.result()),
                words.language(),
                names.cutFrom(words.speaksTo()),
                words.themes());
    }

    static HeardWordsView without(NamesInWords names, HeardWordsView heard) {
        return new HeardWordsView(heard.turn(), names.cutFrom(heard.words()), heard.exactness(), null, null);
    }

    /** As it may leave the house on this day; none where nothing allows it. */
    Optional<ToldStory> told(Viewer viewer, StoryId id, StoryUse.How how, LocalDate day) {
        List<HeardWordsView> heard = heard(viewer, id);
        Optional<Consent> consent = history.consents(viewer, id).stream()
                .map(ConsentView::consent)
                .filter(one -> one.allows(how, day))
                .findFirst();
        return consent.flatMap(allowed -> jdbc.sql(STORY + " where s.id = :id and s.retired_at is null")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> told(row, heard, allowed))
                .optional());
    }

    private static ToldStory told(ResultSet row, List<HeardWordsView> heard, Consent consent) throws SQLException {
        NamesInWords names = consent.named() ? NamesInWords.of() : names(row);
        StoryWords words = without(names, words(row));
        return new ToldStory(
                new StoryId(row.getObject("id", UUID.class)),
                words.title(),
                words.situation(),
                heard.stream().map(one -> without(names, one)).toList(),
                words.found(),
                words.result(),
                consent);
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : Objects.requireNonNull(at).toInstant();
    }
}

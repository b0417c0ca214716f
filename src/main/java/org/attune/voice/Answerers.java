package org.attune.voice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers what is put to marketing, product and management: named by an admin, whether they work with customers or not. */
@Component
@Transactional
public class Answerers {

    private final JdbcClient jdbc;
    private final WhoCouldAnswer people;
    private final Clock clock;

    Answerers(JdbcClient jdbc, WhoCouldAnswer people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** Those who are there to answer. */
    @Transactional(readOnly = true)
    public List<AnswererView> all() {
        return jdbc.sql("""
                        select r.*, u.name from statement_answerer r join app_user u on u.id = r.user_id
                         where u.deactivated_at is null order by r.audience, u.name, u.id""")
                .query((row, n) -> new AnswererView(
                        Addressee.of(row.getString("audience")).orElseThrow(),
                        StatementRows.uuid(row, "user_id"),
                        row.getString("name"),
                        row.getBoolean("by_letter")))
                .list();
    }

    /** What the viewer answers for. */
    @Transactional(readOnly = true)
    public List<AnswererView> of(Viewer viewer) {
        return all().stream().filter(one -> one.user().equals(viewer.uuid())).toList();
    }

    /** Says in one word who answers, so that a form knows whether it is stale. */
    @Transactional(readOnly = true)
    public int version() {
        return version(standing());
    }

    private static int version(Map<Addressee, TreeSet<UUID>> standing) {
        return standing.toString().hashCode();
    }

    private Map<Addressee, TreeSet<UUID>> standing() {
        Map<Addressee, TreeSet<UUID>> standing = new EnumMap<>(Addressee.class);
        Arrays.stream(Addressee.values()).forEach(one -> standing.put(one, new TreeSet<>()));
        all().forEach(one -> standing.computeIfAbsent(one.audience(), some -> new TreeSet<>())
                .add(one.user()));
        return standing;
    }

    /**
     * Names them, all at once.
     *
     * @throws RuleRefused where somebody is not there any more
     * @throws ChangedMeanwhile where somebody named others since the form was opened
     */
    public void name(Viewer admin, Map<Addressee, ? extends Collection<UUID>> named, int version) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('statement_answerer'))) l")
                .query(Integer.class)
                .single();
        Map<Addressee, TreeSet<UUID>> wanted = new EnumMap<>(Addressee.class);
        Arrays.stream(Addressee.values()).forEach(one -> wanted.put(one, chosen(named.get(one))));
        Map<Addressee, TreeSet<UUID>> before = standing();
        if (before.equals(wanted)) {
            return;
        }
        Map<UUID, String> names = namesOf(before, wanted);
        if (wanted.values().stream().anyMatch(some -> !names.keySet().containsAll(some))) {
            throw new RuleRefused("voice.answerers.unknown");
        }
        if (version(before) != version) {
            throw new ChangedMeanwhile(said(before, names), said(wanted, names), version(before));
        }
        wanted.forEach((audience, users) -> replace(admin, audience, users));
    }

    private static TreeSet<UUID> chosen(@Nullable Collection<UUID> some) {
        return some == null ? new TreeSet<>() : new TreeSet<>(some);
    }

    private Map<UUID, String> namesOf(Map<Addressee, TreeSet<UUID>> before, Map<Addressee, TreeSet<UUID>> wanted) {
        Set<UUID> users = Stream.of(before, wanted)
                .flatMap(who -> who.values().stream())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return people.of(users).stream().collect(Collectors.toMap(CouldAnswer::user, CouldAnswer::name));
    }

    private static String said(Map<Addressee, TreeSet<UUID>> who, Map<UUID, String> names) {
        return who.values().stream()
                .map(users -> users.stream()
                        .map(user -> names.getOrDefault(user, ""))
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    private void replace(Viewer admin, Addressee audience, Collection<UUID> users) {
        UUID[] ids = users.toArray(UUID[]::new);
        jdbc.sql("delete from statement_answerer where audience = :audience and user_id <> all (:users::uuid[])")
                .param("audience", audience.word())
                .param("users", ids)
                .update();
        jdbc.sql("""
                        insert into statement_answerer (audience, user_id, named_by, named_at)
                        select :audience, u, :by, :at from unnest(:users::uuid[]) u on conflict do nothing""")
                .param("audience", audience.word())
                .param("users", ids)
                .param("by", admin.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether the viewer wants a letter when something is put to them. */
    public void byLetter(Viewer viewer, boolean wanted) {
        jdbc.sql("update statement_answerer set by_letter = :wanted where user_id = :viewer and by_letter <> :wanted")
                .param("wanted", wanted)
                .param("viewer", viewer.uuid())
                .update();
    }
}

package org.attune.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.people.FollowsMerge.MovedRow;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Two contacts that turn out to be one person become one: what belongs to the absorbed one follows to the kept one, old
 * links lead there, and for a day it can be undone.
 */
@Component
@Transactional
public class Merges {

    private final Contacts contacts;
    private final MergeRecord kept;
    private final ObjectProvider<FollowsMerge> followers;
    private final FieldsFollowMerge own;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Merges(
            Contacts contacts,
            MergeRecord kept,
            ObjectProvider<FollowsMerge> followers,
            FieldsFollowMerge own,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.contacts = contacts;
        this.kept = kept;
        this.followers = followers;
        this.own = own;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What a merge would do, found by doing it and taking it back: nothing else would know every module's rows. */
    public MergePreview preview(Viewer viewer, ContactId kept, ContactId absorbed) {
        notOneself(kept, absorbed);
        ContactView first = contacts.tendedPage(viewer, kept);
        ContactView second = contacts.tendedPage(viewer, absorbed);
        lock(viewer, kept, absorbed);
        SortedMap<String, Integer> moving = new TreeMap<>();
        follow(kept, absorbed).forEach(row -> moving.merge(row.relation(), 1, Integer::sum));
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new MergePreview(first, second, moving);
    }

    /**
     * Merges, once.
     *
     * @throws ChangedMeanwhile where one of the two is no longer as the preview showed them
     */
    public void merge(Viewer viewer, MergeContacts merge) {
        notOneself(merge.kept(), merge.absorbed());
        if (this.kept.has(merge)) {
            return;
        }
        List<Locked> locked = lock(viewer, merge.kept(), merge.absorbed());
        unchanged(locked, merge.kept(), merge.keptVersion());
        unchanged(locked, merge.absorbed(), merge.absorbedVersion());
        this.kept.begin(viewer, merge);
        List<MovedRow> moved = new ArrayList<>(follow(merge.kept(), merge.absorbed()));
        moved.addAll(own.takeOver(merge.absorbed(), merge.kept(), merge.ownFromAbsorbed()));
        this.kept.rows(merge.id(), moved);
        takeOver(merge);
        jdbc.sql("update contact set merged_into = :kept, version = version + 1 where id = :absorbed")
                .param("kept", merge.kept().value())
                .param("absorbed", merge.absorbed().value())
                .update();
        changed(merge.kept());
    }

    /**
     * Makes two of one again, as they were; what was added since stays with the kept one.
     *
     * @throws RuleRefused where an introduction noted since would lead in a circle
     */
    public ContactId undo(Viewer viewer, UUID merge) {
        MergeRecord.Merged merged = kept.undoable(merge).orElseThrow(() -> new NotSeen("merge " + merge));
        lock(viewer, merged.kept());
        if (kept.undone(viewer, merge) == 0) {
            return merged.absorbed();
        }
        jdbc.sql("select id from contact where id = :id for update")
                .param("id", merged.absorbed().value())
                .query(UUID.class)
                .single();
        jdbc.sql("set constraints all deferred").update();
        List<MovedRow> rows = kept.rows(merge);
        followers.orderedStream().forEach(follower -> follower.goBack(merged.absorbed(), merged.kept(), rows));
        giveBack(merge);
        jdbc.sql("update contact set merged_into = null, version = version + 1 where id = :absorbed")
                .param("absorbed", merged.absorbed().value())
                .update();
        changed(merged.kept(), merged.absorbed());
        return merged.absorbed();
    }

    /** Both rows, in the order of their ids: whoever logs something about one of them waits, or is waited for. */
    private List<Locked> lock(Viewer viewer, ContactId... both) {
        Set<UUID> ids = Stream.of(both).map(ContactId::value).collect(Collectors.toSet());
        List<Locked> locked = jdbc.sql("""
                        select id, name, version from contact
                         where id in (select id from tended_contact(:viewer) where id in (:ids)) and merged_into is null and erasure_id is null
                         order by id for update""")
                .param("viewer", viewer.uuid())
                .param("ids", ids)
                .query(Locked::of)
                .list();
        if (locked.size() < ids.size()) {
            throw new NotSeen("contacts " + ids);
        }
        return locked;
    }

    private record Locked(UUID id, String name, int version) {

        static Locked of(ResultSet row, int n) throws SQLException {
            return new Locked(
                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getInt("version"));
        }
    }

    private static void unchanged(List<Locked> locked, ContactId contact, int version) {
        Optional<Locked> changed = locked.stream()
                .filter(row -> row.id().equals(contact.value()) && row.version() != version)
                .findFirst();
        if (changed.isPresent()) {
            throw new ChangedMeanwhile(changed.get().name(), "");
        }
    }

    private List<MovedRow> follow(ContactId kept, ContactId absorbed) {
        jdbc.sql("set constraints all deferred").update();
        return followers
                .orderedStream()
                .map(follower -> follower.follow(absorbed, kept))
                .flatMap(Collection::stream)
                .toList();
    }

    private void takeOver(MergeContacts merge) {
        String columns = merge.fromAbsorbed().stream()
                .flatMap(field -> field.columns().stream())
                .map(column -> column + " = a." + column + ", ")
                .collect(Collectors.joining());
        jdbc.sql("update contact k set " + columns
                        + "version = k.version + 1 from contact a where k.id = :kept and a.id = :absorbed")
                .param("kept", merge.kept().value())
                .param("absorbed", merge.absorbed().value())
                .update();
    }

    /** Only what is still as it was taken over: what somebody has written since is theirs. */
    private void giveBack(UUID merge) {
        String columns = Stream.of(MergeField.values())
                .flatMap(field -> field.columns().stream())
                .map(column -> "%1$s = case when k.%1$s is not distinct from a.%1$s then b.%1$s else k.%1$s end, "
                        .formatted(column))
                .collect(Collectors.joining());
        jdbc.sql("update contact k set " + columns + """
                        version = k.version + 1
                          from contact_merge m, contact a, jsonb_populate_record(null::contact, m.kept_before) b
                         where m.id = :merge and k.id = m.kept_id and a.id = m.absorbed_id""").param("merge", merge).update();
    }

    private void changed(ContactId... contacts) {
        events.publishEvent(new ContactChanged(Set.of(contacts)));
    }

    private static void notOneself(ContactId kept, ContactId absorbed) {
        if (kept.equals(absorbed)) {
            throw new RuleRefused("people.merge.oneself", "with");
        }
    }
}

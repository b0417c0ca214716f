package org.attune.people;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does one thing to many contacts, in one statement however many they are; whom somebody does not work with is left
 * alone. The trail keeps an entry for each.
 */
@Component
@Transactional
public class ChosenContacts {

    /** Those the viewer works with, in the order in which everybody waits for them. */
    private static final String CHOSEN = """
            with chosen as materialized (
              select c.id from contact c
               where c.id in (select t.id from tended_contact(:viewer) t where t.id in (:ids))
                 and c.merged_into is null and c.erasure_id is null
               order by c.id for update)
            """;

    private static final String ARCHIVE = """
            update contact c set archived_at = :at, version = c.version + 1
              from chosen where c.id = chosen.id and c.archived_at is null returning c.id""";

    private static final String RESTORE = """
            update contact c set archived_at = null, version = c.version + 1
              from chosen where c.id = chosen.id and c.archived_at is not null returning c.id""";

    private static final String TAG = """
            , tagged as (
              insert into contact_tag (contact_id, tag)
              select h.id, :tag from chosen h where (select count(*) from contact_tag x where x.contact_id = h.id) < :most
              on conflict do nothing returning contact_id)
            update contact c set version = c.version + 1 from tagged where c.id = tagged.contact_id returning c.id""";

    private static final String UNTAG = """
            , untagged as (
              delete from contact_tag x using chosen h where x.contact_id = h.id and x.tag = :tag returning x.contact_id)
            update contact c set version = c.version + 1 from untagged where c.id = untagged.contact_id returning c.id""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChosenContacts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @return those that were changed, to undo exactly this */
    public Set<ContactId> archive(Viewer viewer, Collection<ContactId> ids) {
        Instant now = clock.instant();
        return changed(viewer, ids, ARCHIVE, Map.of("at", now.atOffset(ZoneOffset.UTC)));
    }

    public Set<ContactId> restore(Viewer viewer, Collection<ContactId> ids) {
        return changed(viewer, ids, RESTORE, Map.of());
    }

    /** Whoever has as many tags as there may be is left alone. */
    public Set<ContactId> tag(Viewer viewer, Collection<ContactId> ids, @Nullable String typed) {
        String tag = typed == null ? "" : ContactDetails.tag(typed);
        if (!PlainText.saysSomething(tag)) {
            throw new RuleRefused("people.contact.tag.missing", "tag");
        }
        ContactRules.checkTags(Set.of(tag));
        return changed(viewer, ids, TAG, Map.of("tag", tag, "most", ContactRules.MOST_TAGS));
    }

    /** Takes a tag off again. */
    public Set<ContactId> untag(Viewer viewer, Collection<ContactId> ids, @Nullable String typed) {
        String tag = typed == null ? "" : ContactDetails.tag(typed);
        return changed(viewer, ids, UNTAG, Map.of("tag", tag));
    }

    private Set<ContactId> changed(
            Viewer viewer, Collection<ContactId> ids, String change, Map<String, Object> arguments) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<ContactId> changed = jdbc
                .sql(CHOSEN + change)
                .param("viewer", viewer.uuid())
                .param("ids", ids.stream().map(ContactId::value).toList())
                .params(arguments)
                .query(UUID.class)
                .stream()
                .map(ContactId::new)
                .collect(Collectors.toCollection(HashSet::new));
        if (!changed.isEmpty()) {
            events.publishEvent(new ContactChanged(changed));
        }
        return changed;
    }
}

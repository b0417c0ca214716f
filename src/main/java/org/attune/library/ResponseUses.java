package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.Ids;
import org.attune.platform.ManyIds;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which materials and stories a response used. */
@Component
@Transactional
public class ResponseUses {

    private record Use(TurnId response, UsedItem item) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ResponseUses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Once more changes nothing.
     *
     * @throws RuleRefused where a story may not be told, or not in writing
     * @throws NotSeen where there is no such response or material
     */
    public void note(Viewer viewer, TurnId response, Collection<LibraryItem> items) {
        for (LibraryItem item : items) {
            if (item instanceof StoryId story) {
                story(viewer, response, story);
            } else {
                material(viewer, response, item.value());
            }
        }
    }

    private void material(Viewer viewer, TurnId response, UUID version) {
        boolean there = jdbc.sql("""
                                with may as (
                                  select t.id from seen_turn(:viewer) t join seen_material_version(:viewer) v on v.id = :item
                                   where t.id = :response and t.kind = 'responded' and v.published_at is not null),
                                     noted as (
                                  insert into response_use (id, response_id, material_version_id, noted_by, noted_at)
                                  select :id, id, :item, :viewer, :now from may on conflict do nothing)
                                select exists (select from may)""")
                .param("id", Ids.next())
                .param("response", response.value())
                .param("item", version)
                .param("viewer", viewer.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotSeen("response " + response + " with " + version);
        }
    }

    /** Beyond what anybody may see of it, a story is told as long as the customer allows it, and written if they allow that. */
    private void story(Viewer viewer, TurnId response, StoryId story) {
        boolean allowed = jdbc.sql("""
                                with may as (
                                  select t.id from seen_turn(:viewer) t join conversation v on v.id = t.conversation_id
                                    join seen_story(:viewer) s on s.id = :item and s.retired_at is null
                                    join lateral consent_at(s.id, t.said_at) c
                                      on c.scope = 'written' or v.channel not in ('email', 'chat', 'letter', 'document')
                                   where t.id = :response and t.kind = 'responded'),
                                     noted as (
                                  insert into response_use (id, response_id, story_id, noted_by, noted_at)
                                  select :id, id, :item, :viewer, :now from may on conflict do nothing)
                                select exists (select from may) or exists (
                                         select from response_use u where u.response_id = :response and u.story_id = :item)""")
                .param("id", Ids.next())
                .param("response", response.value())
                .param("item", story.value())
                .param("viewer", viewer.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
        if (!allowed) {
            throw new RuleRefused(whyNot(viewer, story), "uses");
        }
    }

    /** Whoever may no longer see the story hears only that it is not to be told. */
    private String whyNot(Viewer viewer, StoryId story) {
        return jdbc.sql("""
                        select 'library.story.refused.' || case
                                 when s.retired_at is not null then 'retired'
                                 when exists (select from consent_at(s.id, :now)) then 'aloud'
                                 when exists (select from story_consent c where c.story_id = s.id and c.withdrawn_on is not null) then 'withdrawn'
                                 else 'none' end
                          from seen_story(:viewer) s where s.id = :item""")
                .param("item", story.value())
                .param("viewer", viewer.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .orElse("library.refused.story-not-told");
    }

    /** What these responses used, as far as the viewer may read them and see it. One statement. */
    @Transactional(readOnly = true)
    public Map<TurnId, List<UsedItem>> of(Viewer viewer, Collection<TurnId> turns) {
        if (turns.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select u.response_id, m.title, false as story, '/library/materials/' || m.id as path, u.noted_at, u.id
                          from response_use u join seen_turn(:viewer) t on t.id = u.response_id
                          join material_version v on v.id = u.material_version_id join material m on m.id = v.material_id
                         where u.response_id = any (:turns::uuid[])
                        union all
                        select u.response_id, s.title, true, '/library/stories/' || s.id, u.noted_at, u.id
                          from response_use u join seen_turn(:viewer) t on t.id = u.response_id
                          join seen_story(:viewer) s on s.id = u.story_id
                         where u.response_id = any (:turns::uuid[])
                         order by 5, 6""")
                .param("viewer", viewer.uuid())
                .param("turns", ManyIds.of(turns.stream().map(TurnId::value).toList()))
                .query((row, n) -> use(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Use::response, Collectors.mapping(Use::item, Collectors.toList())));
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                new TurnId(row.getObject("response_id", UUID.class)),
                new UsedItem(row.getString("title"), row.getBoolean("story"), row.getString("path")));
    }
}

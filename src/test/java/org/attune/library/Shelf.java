package org.attune.library;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts materials and stories into the library, for tests about what they are used for. */
@Component
public class Shelf {

    private final Materials materials;
    private final MaterialDrafts drafts;
    private final JdbcClient jdbc;

    Shelf(Materials materials, MaterialDrafts drafts, JdbcClient jdbc) {
        this.materials = materials;
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    /** Published. */
    public MaterialVersionId material(
            Viewer by, String language, String title, String speaksTo, String body, String... themes) {
        return material(by, language, title, speaksTo, title, body, List.of(themes));
    }

    public MaterialVersionId material(
            Viewer by,
            String language,
            String title,
            String speaksTo,
            String purpose,
            String body,
            List<String> themes) {
        MaterialId id = new MaterialId(Ids.next());
        MaterialView written = materials.write(
                by,
                new WriteMaterial(
                        id,
                        new MaterialDetails(title, purpose, null, null, language, speaksTo, themes),
                        new MaterialContent(body, null, null)));
        MaterialVersionId draft = Objects.requireNonNull(written.draft()).id();
        drafts.publish(by, id, draft, 0);
        return draft;
    }

    /** Not allowed to be told yet. */
    public StoryId story(Viewer by, ContactId of, String title, String speaksTo) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into story (id, title, contact_id, team_id, situation, speaks_to, written_by)
                        select :id, :title, c.id, c.team_id, 'A forwarder', :speaks, :by from contact c where c.id = :of""")
                .param("id", id)
                .param("title", title)
                .param("speaks", speaksTo)
                .param("of", of.value())
                .param("by", by.uuid())
                .update();
        return new StoryId(id);
    }

    /** In the place of the one before. @param scope told or written */
    public void consent(Viewer by, StoryId story, String scope) {
        jdbc.sql("update story_consent set ended_at = now() where story_id = :story and ended_at is null")
                .param("story", story.value())
                .update();
        jdbc.sql("""
                        insert into story_consent (id, story_id, scope, named, given_on, how, noted_by)
                        values (:id, :story, :scope, false, current_date - 3, 'On the phone', :by)""")
                .param("id", Ids.next())
                .param("story", story.value())
                .param("scope", scope)
                .param("by", by.uuid())
                .update();
    }

    public void withdraw(Viewer by, StoryId story) {
        jdbc.sql("""
                        update story_consent set withdrawn_on = current_date, withdrawn_at = now(), ended_at = now(), withdrawn_by = :by
                         where story_id = :story and ended_at is null""").param("by", by.uuid()).param("story", story.value()).update();
    }

    public MaterialId materialOf(MaterialVersionId version) {
        return materials.given(version).material();
    }
}

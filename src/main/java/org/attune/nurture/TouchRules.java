package org.attune.nurture;

import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryUse;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a touch may be about, and when two are the same. */
@Component
class TouchRules {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Stories stories;

    TouchRules(JdbcClient jdbc, ContactSight sight, Stories stories) {
        this.jdbc = jdbc;
        this.stories = stories;
        this.sight = sight;
    }

    /** @throws RuleRefused where something is missing, or was not published, consented to or said */
    void check(Viewer viewer, NoteTouch touch) {
        if (touch.words() != null && PlainText.length(touch.words()) > LONGEST) {
            throw new RuleRefused("nurture.touch.long", "words");
        }
        Given given = touch.given();
        if (given.material() != null
                && !is(
                        "select 1 from material_version where id = :id and published_at is not null",
                        given.material())) {
            throw new RuleRefused("nurture.touch.material.gone", "material");
        }
        if (touch.kind() == TouchKind.STORY) {
            story(viewer, given.story());
        }
        if (touch.kind() == TouchKind.INTRODUCTION) {
            introduction(viewer, touch.contact(), given.introduced());
        }
        if (given.askedTurn() != null && !isTheirs(viewer, touch)) {
            throw new RuleRefused("nurture.touch.turn.gone", "askedTurn");
        }
    }

    private void story(Viewer viewer, @Nullable UUID story) {
        if (story == null) {
            throw new RuleRefused("nurture.touch.story.needed", "story");
        }
        stories.told(viewer, new StoryId(story), StoryUse.How.WRITTEN);
    }

    private void introduction(Viewer viewer, ContactId contact, @Nullable ContactId introduced) {
        if (introduced == null) {
            throw new RuleRefused("nurture.touch.introduced.needed", "introducedTo");
        }
        if (introduced.equals(contact)) {
            throw new RuleRefused("nurture.touch.introduced.oneself", "introducedTo");
        }
        sight.stillKnown(viewer, introduced);
    }

    /** Something they said, in a conversation the viewer may read. */
    private boolean isTheirs(Viewer viewer, NoteTouch touch) {
        return jdbc.sql("""
                        select 1 from seen_turn(:viewer) t
                         where t.id = :turn and t.kind = 'heard' and t.erased_at is null
                           and exists (select from participant p
                                        where p.conversation_id = t.conversation_id and p.contact_id = :contact)""")
                .param("viewer", viewer.uuid())
                .param("turn", Objects.requireNonNull(touch.given().askedTurn()).value())
                .param("contact", touch.contact().value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean is(String query, UUID id) {
        return jdbc.sql(query).param("id", id).query(Integer.class).optional().isPresent();
    }

    /** Whether what was noted under this id says the same; of what it is about the viewer may see less than there is. */
    boolean isSame(TouchView kept, NoteTouch touch) {
        return kept.contact().equals(touch.contact())
                && kept.kind() == touch.kind()
                && kept.askedFor() == touch.askedFor()
                && (touch.happenedAt() == null || touch.happenedAt().equals(kept.happenedAt()))
                && Objects.equals(kept.words(), touch.words())
                && Objects.equals(kept.together(), touch.given().together())
                && Objects.equals(kept.about() == null ? null : kept.about().id(), aboutOf(touch.given()));
    }

    private static @Nullable UUID aboutOf(Given given) {
        if (given.introduced() != null) {
            return given.introduced().value();
        }
        return given.material() != null ? given.material() : given.story();
    }
}

package org.attune.library;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Helen's story, written down by who listened to her. */
@Component
class StoryScene {

    private final Somebody somebody;
    private final Acquaintances acquaintances;
    private final Happened happened;
    private final Stories stories;
    private final Consents consents;
    private final JdbcClient jdbc;

    StoryScene(
            Somebody somebody,
            Acquaintances acquaintances,
            Happened happened,
            Stories stories,
            Consents consents,
            JdbcClient jdbc) {
        this.somebody = somebody;
        this.acquaintances = acquaintances;
        this.happened = happened;
        this.stories = stories;
        this.consents = consents;
        this.jdbc = jdbc;
    }

    Told told() {
        Viewer maya = somebody.whoSells();
        ContactId helen = acquaintances.of(
                maya, ContactDetails.named("Helen", "Brockmeier").at("Velo Nord GmbH"));
        UUID talk = happened.spoke(maya, helen, "they");
        UUID heard = happened.heard(talk, helen);
        StoryId story = new StoryId(Ids.next());
        stories.write(maya, new WriteStory(story, helen, null, words("Month end in a day"), List.of(heard)));
        return new Told(maya, helen, talk, heard, story);
    }

    static StoryWords words(String title) {
        return new StoryWords(
                title,
                "Helen Brockmeier typed everything twice.",
                "One list for both.",
                "Four hours a week.",
                "en",
                "double entry",
                List.of());
    }

    /** @param talk in which she said it */
    record Told(Viewer maya, ContactId helen, UUID talk, UUID heard, StoryId story) {}

    UUID allow(Told told, Scope scope, boolean named) {
        return allow(told, scope, named, LocalDate.now(told.maya().zone()), null);
    }

    UUID allow(Told told, Scope scope, boolean named, LocalDate from, @Nullable LocalDate until) {
        UUID consent = Ids.next();
        consents.note(
                told.maya(),
                new NoteConsent(consent, told.story(), scope, named, from, until, null, new TurnId(told.heard())));
        return consent;
    }

    void withdraw(Told told, UUID consent) {
        consents.withdraw(
                told.maya(), told.story(), consent, LocalDate.now(told.maya().zone()));
    }

    /** Sends it to somebody, as whatever SQL would. */
    UUID sent(Told told, String at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into touch (id, contact_id, team_id, kind, hat, happened_at, noted_by, story_id)
                        select :id, c.id, c.team_id, 'story', 'marketing', %s, :by, :story from contact c where c.id = :contact
                        """.formatted(at))
                .param("id", id)
                .param("by", told.maya().uuid())
                .param("story", told.story().value())
                .param("contact", told.helen().value())
                .update();
        return id;
    }

    UUID saidIn(Told told, UUID response) {
        UUID id = Ids.next();
        jdbc.sql("insert into response_use (id, response_id, story_id, noted_by) values (:id, :response, :story, :by)")
                .param("id", id)
                .param("response", response)
                .param("story", told.story().value())
                .param("by", told.maya().uuid())
                .update();
        return id;
    }
}

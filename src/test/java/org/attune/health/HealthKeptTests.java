package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Rhythm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class HealthKeptTests {

    @Autowired
    private Healths healths;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyOneKnows() {
        anna = somebody.whoSells();
        helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").every(new Rhythm(10, 30)));
    }

    @Test
    void isUnknownUntilTheySaidSomethingInThreeConversations() {
        assertThat(kept()).containsEntry("band", "unknown").containsEntry("two_way", 0);

        talk();
        talk();
        assertThat(healths.of(anna, helen).orElseThrow()).satisfies(view -> {
            assertThat(view.band()).isEqualTo(Band.UNKNOWN);
            assertThat(view.missing()).isEqualTo(1);
        });

        talk();
        assertThat(kept()).containsEntry("two_way", 3).containsEntry("band", "thriving");
        HealthView view = healths.of(anna, helen).orElseThrow();
        assertThat(view.score()).isEqualTo(kept().get("score"));
        assertThat(view.part(Factor.RHYTHM).value()).isEqualTo(100);
        assertThat(history()).hasSize(1);
    }

    private void talk() {
        ConversationId talk = scene.begun(anna, helen);
        scene.heard(anna, talk, helen, "Half of it is lost.");
    }

    private Map<String, Object> kept() {
        return jdbc.sql("select * from contact_health where contact_id = :id")
                .param("id", helen.value())
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> history() {
        return jdbc.sql("select * from health_history where contact_id = :id order by day")
                .param("id", helen.value())
                .query()
                .listOfRows();
    }
}

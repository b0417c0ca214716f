package org.attune.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.audit.Retention;
import org.attune.conversations.ConversationScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Periods as admins settle them. */
@AttuneTest
class RetentionPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Retention retention;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void onlyAdminsSettlePeriods() {
        TeamId team = somebody.aTeam();
        assertThat(mvc.get().uri("/admin/retention").with(signedIn(somebody.whoAdministers())))
                .hasStatusOk();
        assertThat(mvc.get().uri("/admin/retention").with(signedIn(somebody.whoSells(team))))
                .hasStatus(404);
        assertThat(mvc.get().uri("/admin/retention").with(signedIn(somebody.whoLeads(team))))
                .hasStatus(404);
        assertThat(sent(somebody.whoSells(team), Map.of("parted", "1"))).hasStatus(404);
    }

    @Test
    void aLookSaysHowManyAndNamesOnlyThoseOneSeesAndSettlesNothing() {
        Viewer admin = somebody.whoAdministers();
        Viewer both = somebody.whoAdministersAndSells();
        ContactId helen = parted(talks.contactOf(both, "Helen", "Longago"), both);
        parted(talks.contactOf(somebody.whoSells(), "Petra", "Unseen"), both);
        int before = retention.periods().version();

        assertThat(sent(admin, Map.of("parted", "12", "preview", "1")))
                .hasStatusOk()
                .bodyText()
                .contains("This would go today", "contacts we parted from", "whom you do not work with")
                .doesNotContain("Longago", "Unseen");
        assertThat(sent(both, Map.of("parted", "12", "preview", "1")))
                .bodyText()
                .contains("Helen Longago")
                .doesNotContain("Unseen");
        assertThat(retention.periods().version()).isEqualTo(before);
        assertThat(jdbc.sql("select name from contact where id = :id")
                        .param("id", helen.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Helen Longago");
    }

    @Test
    void whatIsNoPeriodIsSaidAtItsFieldAndNothingIsLost() {
        Viewer admin = somebody.whoAdministers();
        assertThat(sent(admin, Map.of("parted", "0", "draft", "7")))
                .hasStatus(422)
                .bodyText()
                .contains("parted-error", "value=\"7\"");
        assertThat(sent(admin, Map.of("parted", "soon")))
                .hasStatus(422)
                .bodyText()
                .contains("Write a whole number", "soon");
        assertThat(sent(admin, Map.of("importFile", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Give a number of days");
    }

    @Test
    void twoAdminsAtOnceAreTold() {
        Viewer admin = somebody.whoAdministers();
        MvcTestResult conflict = sent(admin, Map.of("version", "-1", "draft", "238"));
        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("Someone changed this meanwhile", "Proposed turns nobody confirmed: ", "value=\"238\"");
        assertThat(SentForm.on(conflict, "/admin/retention").value("version")).isNotEqualTo("-1");
    }

    @Test
    void settlingIsOnTheTrail() {
        Viewer admin = somebody.whoAdministers();
        assertThat(sent(admin, Map.of("draft", "239"))).hasStatus(303);
        assertThat(mvc.get()
                        .uri("/admin/audit?kind=retention&who=" + admin.uuid())
                        .with(signedIn(admin)))
                .bodyText()
                .contains(admin.name() + " changed how long what is kept: proposed turns, months", "239");
        assertThat(sent(admin, Map.of())).hasStatus(303);
    }

    private MvcTestResult sent(Viewer viewer, Map<String, String> typed) {
        var request = mvc.post().uri("/admin/retention").with(signedIn(viewer)).with(csrf());
        var fields = new java.util.HashMap<>(Map.of(
                "auditAddress",
                "24",
                "importFile",
                "1",
                "session",
                "30",
                "version",
                String.valueOf(retention.periods().version())));
        fields.putAll(typed);
        fields.forEach(request::param);
        return request.exchange();
    }

    private ContactId parted(ContactId contact, Viewer by) {
        jdbc.sql("""
                        with moved as (
                          insert into stage_move (id, contact_id, owner_id, team_id, to_key, version, moved_at, moved_by, how)
                          select :move, id, owner_id, team_id, 'parted', 1, now() - interval '3 years', :by, 'aside'
                            from contact where id = :contact returning id)
                        insert into contact_stage (contact_id, version, stage_key, since, move_id)
                        select :contact, 1, 'parted', now() - interval '3 years', id from moved""")
                .param("move", Ids.next())
                .param("contact", contact.value())
                .param("by", by.uuid())
                .update();
        return contact;
    }
}

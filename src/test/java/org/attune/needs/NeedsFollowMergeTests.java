package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class NeedsFollowMergeTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Needs needs;

    @Autowired
    private NeedTurns turns;

    @Autowired
    private NeedPeople people;

    @Autowired
    private NeedViews views;

    @Autowired
    private Merges merges;

    private Viewer maya;
    private ContactId petra;
    private ContactId alsoPetra;
    private Talk talk;
    private NeedId need;

    @BeforeEach
    void twoWhoAreOne() {
        maya = somebody.whoSells();
        petra = Talk.contact(jdbc, maya, "Petra");
        alsoPetra = Talk.contact(jdbc, maya, "P. Kühn");
        talk = Talk.with(jdbc, maya, petra, alsoPetra);
        TurnId said = talk.heard(alsoPetra, "The surcharges are on my list.");
        need = needs.note(
                maya,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        said,
                        NeedKind.PROBLEM,
                        "Surcharges",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
    }

    @Test
    void theNeedsOfOneBecomeThoseOfTheOtherAndGoBack() {
        ExpectPerson owner = new ExpectPerson(Ids.next(), need, "Their owner", Set.of(PersonRole.PAYS));
        people.expect(maya, owner);
        people.met(maya, need, owner.id(), alsoPetra);
        UUID merge = merged();

        assertThat(roles()).isEqualTo(Map.of(petra, Set.of(PersonRole.HAS_PROBLEM, PersonRole.PAYS)));
        assertThat(speakers()).containsExactly(petra);

        merges.undo(maya, merge);

        assertThat(roles()).isEqualTo(Map.of(alsoPetra, Set.of(PersonRole.HAS_PROBLEM, PersonRole.PAYS)));
        assertThat(speakers()).containsExactly(alsoPetra);
        assertThat(metAs(owner.id())).isEqualTo(alsoPetra.value());
    }

    @Test
    void whoWereBothInANeedAddUpAndPartAgain() {
        people.add(maya, need, petra, Set.of(PersonRole.DECIDES));
        UUID merge = merged();

        assertThat(roles()).isEqualTo(Map.of(petra, Set.of(PersonRole.HAS_PROBLEM, PersonRole.DECIDES)));

        merges.undo(maya, merge);

        assertThat(roles())
                .isEqualTo(Map.of(petra, Set.of(PersonRole.DECIDES), alsoPetra, Set.of(PersonRole.HAS_PROBLEM)));
    }

    @Test
    void whoSpokeSinceStaysWhenTheOtherGoes() {
        UUID merge = merged();
        turns.link(maya, LinkTurn.about(need, talk.heard(petra, "Every Friday.")));

        merges.undo(maya, merge);

        assertThat(roles().keySet()).containsExactlyInAnyOrder(petra, alsoPetra);
        assertThat(speakers()).containsExactlyInAnyOrder(petra, alsoPetra);
    }

    private UUID merged() {
        UUID merge = Ids.next();
        merges.merge(maya, new MergeContacts(merge, petra, alsoPetra, 0, 0, Set.of()));
        return merge;
    }

    private Map<ContactId, Set<PersonRole>> roles() {
        return views.find(maya, need).people().stream()
                .collect(Collectors.toMap(NeedPersonView::id, NeedPersonView::roles));
    }

    private List<ContactId> speakers() {
        return views.find(maya, need).words().stream().map(HeardWords::speaker).toList();
    }

    private UUID metAs(UUID unmet) {
        return jdbc.sql("select met_as from need_person_not_met where id = :id")
                .param("id", unmet)
                .query(UUID.class)
                .single();
    }
}

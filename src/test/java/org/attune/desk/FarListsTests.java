package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationScene;
import org.attune.health.Band;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.InSight;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists are pieces of indexes; these hold the same people as whoever decides about sight gives, and stop where they say. */
@AttuneTest
class FarListsTests {

    @Autowired
    private ContactLists lists;

    @Autowired
    private ContactExports exports;

    @Autowired
    private Contacts contacts;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private final String own = Ids.next().toString().substring(24);
    private TeamId team;
    private Viewer manager;
    private Viewer ben;
    private Viewer other;
    private ContactId bens;
    private ContactId others;

    @BeforeEach
    void twoTeams() {
        team = somebody.aTeam();
        manager = somebody.whoLeads(team);
        ben = somebody.whoSells(team);
        other = somebody.whoSells();
        bens = acquaintances.of(ben, ContactDetails.named("Bens", own));
        others = acquaintances.of(other, ContactDetails.named("Others", own));
    }

    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void everyOrderShowsWhomOneSeesAndNobodyElse(ContactOrder order) {
        scene.companion(others, ben);
        ContactId managers = acquaintances.of(manager, ContactDetails.named("Managers", own));

        assertThat(ids(manager, order))
                .containsExactlyInAnyOrder(bens, managers)
                .containsAll(seen(manager));
        assertThat(ids(ben, order)).containsExactlyInAnyOrder(bens, others).hasSameSizeAs(seen(ben));
        assertThat(ids(other, order)).containsExactly(others);
        assertThat(ids(somebody.whoAdministers(), order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void whoLeadsManyTeamsSeesThemInOneOrder(ContactOrder order) {
        Set<ContactId> all = new HashSet<>(List.of(bens));
        for (int n = 0; n < 8; n++) {
            TeamId another = somebody.aTeam();
            jdbc.sql("insert into team_lead (team_id, user_id) values (?, ?)")
                    .params(another.value(), manager.uuid())
                    .update();
            all.add(acquaintances.of(somebody.whoSells(another), ContactDetails.named("Many" + n, own)));
        }
        scene.companion(others, manager);
        all.add(others);

        assertThat(InSight.of(jdbc, manager).isOfAFew()).isFalse();
        assertThat(ids(manager, order)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aCardFollowsWhomeverTheContactBelongsToInTheSameTransaction() {
        Viewer carla = somebody.whoSells();
        jdbc.sql("update contact set owner_id = ?, team_id = (select team_id from app_user where id = ?) where id = ?")
                .params(carla.uuid(), carla.uuid(), bens.value())
                .update();
        jdbc.sql("update contact set family_name = ? where id = ?")
                .params("Aa" + own, bens.value())
                .update();

        assertThat(ids(ben, ContactOrder.NAME)).isEmpty();
        assertThat(ids(carla, ContactOrder.NAME)).containsExactly(bens);
        assertThat(card(bens)).isEqualTo(whatItShouldBe(bens));
        contacts.archive(carla, bens);
        assertThat(ids(carla, ContactOrder.NAME)).isEmpty();
        assertThat(card(bens)).isEqualTo(whatItShouldBe(bens));
    }

    @Test
    void aCardFollowsHealth() {
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way)
                        values (?, current_date, 55, 'cooling', current_date, 3)
                        on conflict (contact_id) do update set score = 55, band = 'cooling'""").param(bens.value()).update();
        assertThat(lists.page(ben, band(Band.COOLING, ContactOrder.HEARD)).items())
                .hasSize(1);
        assertThat(lists.page(ben, band(Band.COOLING, ContactOrder.HEALTH)).items())
                .hasSize(1);
        assertThat(lists.page(ben, band(Band.STEADY, ContactOrder.HEALTH)).items())
                .isEmpty();

        jdbc.sql("update contact_health set score = 61, band = 'steady' where contact_id = ?")
                .param(bens.value())
                .update();
        assertThat(lists.page(ben, band(Band.STEADY, ContactOrder.NAME)).items())
                .extracting(ContactLine::score)
                .containsExactly(61);

        jdbc.sql("delete from contact_health where contact_id = ?")
                .param(bens.value())
                .update();
        assertThat(lists.page(ben, band(Band.UNKNOWN, ContactOrder.STAGE)).items())
                .hasSize(1);
    }

    @Test
    void looksThroughSoManyAndGoesOnFromThere() {
        many(ben, 25);
        ContactId last = acquaintances.of(ben, ContactDetails.named("Zz", "x"));
        ContactPicking picking = new ContactPicking(jdbc, 10);
        Map<String, @Nullable Object> asked = Map.of("viewer", ben.uuid(), "today", LocalDate.now(ben.zone()));
        List<UUID> found = new ArrayList<>();
        List<@Nullable ListStop> stops = new ArrayList<>();
        String after = null;
        do {
            ContactPicking.Picked page = picking.pick(InSight.of(jdbc, ben), calledX(after), asked, 5);
            found.addAll(page.ids());
            stops.add(page.stop());
            after = page.next();
        } while (after != null);

        assertThat(found).containsExactly(last.value());
        assertThat(stops).containsExactly(ListStop.LOOKED_THROUGH, ListStop.LOOKED_THROUGH, null);
    }

    /** A single letter stands in no index, so that each name has to be looked at. */
    private static ContactFilter calledX(@Nullable String after) {
        return new ContactFilter(null, "x", null, null, null, null, null, null, false, ContactOrder.NAME, after);
    }

    @Test
    void theArchiveIsOrderedAmongThoseHeardLastAndSaysSo() {
        many(ben, 12);
        jdbc.sql("update contact set archived_at = now() where owner_id = ?")
                .param(ben.uuid())
                .update();
        Map<String, @Nullable Object> asked = Map.of("viewer", ben.uuid(), "today", LocalDate.now(ben.zone()));
        ContactFilter archived =
                new ContactFilter(null, null, null, null, null, null, null, null, true, ContactOrder.NAME, null);

        ContactPicking.Picked cut = new ContactPicking(jdbc, 10).pick(InSight.of(jdbc, ben), archived, asked, 30);
        assertThat(cut.ids()).hasSize(10);
        assertThat(cut.stop()).isEqualTo(ListStop.HEARD_LAST);
        ContactPicking.Picked whole = new ContactPicking(jdbc, 13).pick(InSight.of(jdbc, ben), archived, asked, 30);
        assertThat(whole.ids()).hasSize(13);
        assertThat(whole.stop()).isNull();
    }

    private void many(Viewer owner, int many) {
        jdbc.sql("""
                        insert into contact (id, given_name, family_name, owner_id, team_id, created_by)
                        select gen_random_uuid(), 'Given', 'Family' || lpad(n::text, 6, '0'), u.id, u.team_id, u.id
                          from app_user u cross join generate_series(1, :many) n where u.id = :owner""").param("owner", owner.uuid()).param("many", many).update();
    }

    @Test
    void anExportHasThemAllThoughAPageHasFew() {
        many(ben, 600);
        List<List<String>> lines = new ArrayList<>();
        exports.lines(ben, ContactFilter.none(), List.of(), lines::add);

        assertThat(lines).hasSize(601).doesNotHaveDuplicates();
    }

    private List<ContactId> ids(Viewer viewer, ContactOrder order) {
        return lists
                .page(viewer, new ContactFilter(null, null, null, null, null, null, null, null, false, order, null))
                .items()
                .stream()
                .map(ContactLine::id)
                .toList();
    }

    private List<ContactId> seen(Viewer viewer) {
        return jdbc
                .sql("select id from seen_contact(:viewer) where archived_at is null")
                .param("viewer", viewer.uuid())
                .query(UUID.class)
                .list()
                .stream()
                .map(ContactId::new)
                .toList();
    }

    private static ContactFilter band(Band band, ContactOrder order) {
        return new ContactFilter(null, null, null, null, null, null, null, band, false, order, null);
    }

    private List<Object> card(ContactId contact) {
        return row(
                "select owner_id, team_id, sort_name, created_at, shelf from contact_card where contact_id = :id",
                contact);
    }

    private List<Object> whatItShouldBe(ContactId contact) {
        return row("""
                select owner_id, team_id, sort_name, created_at,
                       case when archived_at is null then 'listed' else 'archived' end from contact where id = :id""", contact);
    }

    private List<Object> row(String statement, ContactId contact) {
        return jdbc.sql(statement)
                .param("id", contact.value())
                .query((row, n) -> Arrays.asList(
                        row.getObject(1), row.getObject(2), row.getObject(3), row.getObject(4), row.getObject(5)))
                .single();
    }
}

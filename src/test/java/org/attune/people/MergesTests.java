package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
class MergesTests {

    @Autowired
    private Merges merges;

    @Autowired
    private Contacts contacts;

    @Autowired
    private ChosenContacts chosen;

    @Autowired
    private Companions companions;

    @Autowired
    private Introductions introductions;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId kept;
    private ContactId absorbed;

    @BeforeEach
    void twoOfOne() {
        anna = somebody.whoSells();
        kept = acquaintances.of(
                anna,
                ContactDetails.named("Helen", "Brandt")
                        .with(EmailLine.work("h@kessler.de"))
                        .with(PhoneLine.work("030 901820"))
                        .tagged("fair"));
        absorbed = acquaintances.of(
                anna,
                ContactDetails.named("Hellen", "Brand")
                        .at("Kessler " + Ids.next())
                        .every(new Rhythm(7, 14))
                        .with(EmailLine.work("H@kessler.de"), EmailLine.work("helen@home.de"))
                        .tagged("fair", "logistics"));
    }

    @Test
    void bringsTogetherWhatBelongsToBoth() {
        Viewer ben = somebody.whoSells();
        ContactId greta = acquaintances.of(anna);
        companions.invite(anna, absorbed, ben.id(), null);
        introductions.note(anna, Ids.next(), greta, absorbed, null, null);

        merges.merge(anna, merge(Set.of(MergeField.COMPANY, MergeField.RHYTHM)));

        ContactView view = contacts.page(anna, kept);
        assertThat(view.name()).isEqualTo("Helen Brandt");
        assertThat(view.company()).startsWith("Kessler");
        assertThat(view.details().rhythm()).isEqualTo(new Rhythm(7, 14));
        assertThat(view.emails())
                .extracting(EmailLine::address)
                .containsExactlyInAnyOrder("h@kessler.de", "helen@home.de");
        assertThat(view.details().tags()).containsExactly("fair", "logistics");
        assertThat(view.companions())
                .extracting(ContactView.CompanionView::user)
                .containsExactly(ben.id());
        assertThat(view.introducedBy()).hasSize(1);
    }

    @Test
    void leadsOldLinksToTheKeptOneAndHidesTheAbsorbedOne() {
        merges.merge(anna, merge(Set.of()));

        assertThatThrownBy(() -> contacts.page(anna, absorbed))
                .isInstanceOfSatisfying(
                        ContactMoved.class, moved -> assertThat(moved.to()).isEqualTo(kept));
        assertThatThrownBy(() -> contacts.page(somebody.whoSells(), absorbed)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> contacts.archive(anna, absorbed)).isInstanceOf(NotSeen.class);
    }

    @Test
    void isUndoneExactly() {
        Viewer ben = somebody.whoSells();
        ContactId greta = acquaintances.of(anna);
        companions.invite(anna, absorbed, ben.id(), null);
        introductions.note(anna, Ids.next(), absorbed, greta, null, null);
        introductions.note(anna, Ids.next(), kept, absorbed, null, null);
        List<Map<String, Object>> before = everything();
        MergeContacts merge = merge(Set.of(MergeField.values()));

        merges.merge(anna, merge);
        assertThat(everything()).isNotEqualTo(before);
        assertThat(contacts.page(anna, kept).merge()).isEqualTo(merge.id());
        merges.undo(anna, merge.id());

        assertThat(everything()).isEqualTo(before);
        assertThat(contacts.page(anna, kept).merge()).isNull();
        assertThat(merges.undo(anna, merge.id())).isEqualTo(absorbed);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void letsGoWhatSaysThatSomebodyBroughtThemselvesAndGivesItBack() {
        ContactId greta = acquaintances.of(anna);
        introductions.note(anna, Ids.next(), kept, absorbed, null, null);
        introductions.note(anna, Ids.next(), greta, kept, null, null);
        introductions.note(anna, Ids.next(), greta, absorbed, null, null);
        MergeContacts merge = merge(Set.of());

        merges.merge(anna, merge);

        assertThat(standing(kept, absorbed, greta)).isEqualTo(1);
        merges.undo(anna, merge.id());
        assertThat(standing(kept, absorbed, greta)).isEqualTo(3);
    }

    @Test
    void isRefusedWhereSomebodyWouldHaveBroughtThemselvesByWayOfOthers() {
        ContactId greta = acquaintances.of(anna);
        introductions.note(anna, Ids.next(), kept, greta, null, null);
        UUID second = Ids.next();
        introductions.note(anna, second, greta, absorbed, null, null);

        for (int twice = 0; twice < 2; twice++) {
            assertThatThrownBy(() -> merges.preview(anna, kept, absorbed))
                    .isInstanceOfSatisfying(
                            RuleRefused.class, no -> assertThat(no.messageKey()).isEqualTo("people.merge.circle"));
        }
        assertThatThrownBy(() -> merges.merge(anna, merge(Set.of()))).isInstanceOf(RuleRefused.class);

        introductions.withdraw(anna, second);
        merges.merge(anna, merge(Set.of()));
        assertThat(contacts.page(anna, kept).introduced()).hasSize(1);
    }

    private int standing(ContactId... people) {
        return jdbc.sql(
                        "select count(*) from introduction where introducer_id in (:ids) and introduced_id in (:ids) and withdrawn_at is null")
                .param("ids", Stream.of(people).map(ContactId::value).toList())
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsOnUndoWhatWasWrittenSince() {
        MergeContacts merge = merge(Set.of(MergeField.NAME));
        merges.merge(anna, merge);
        int version = contacts.page(anna, kept).version();
        contacts.change(
                anna,
                new ChangeContact(
                        kept, version, ContactDetails.named("Helena", "Brandt").tagged("new")));

        merges.undo(anna, merge.id());

        assertThat(contacts.page(anna, kept).details().givenName()).isEqualTo("Helena");
        assertThat(contacts.page(anna, kept).details().familyName()).isEqualTo("Brandt");
        assertThat(contacts.page(anna, kept).details().tags()).containsExactly("new");
    }

    @Test
    void cannotBeUndoneAfterADay() {
        MergeContacts merge = merge(Set.of());
        merges.merge(anna, merge);
        jdbc.sql("update contact_merge set merged_at = merged_at - interval '25 hours' where id = ?")
                .param(merge.id())
                .update();

        assertThatThrownBy(() -> merges.undo(anna, merge.id())).isInstanceOf(NotSeen.class);
        assertThat(contacts.page(anna, kept).merge()).isNull();
    }

    @Test
    void turnsAwayWhatIsWrittenAboutTheAbsorbedOneAfterwards() {
        merges.merge(anna, merge(Set.of()));

        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(then -> events.publishEvent(ContactChanged.of(absorbed))))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void isPreviewedWithoutChangingAnything() {
        List<Map<String, Object>> before = everything();

        MergePreview preview = merges.preview(anna, kept, absorbed);

        assertThat(preview.moving()).containsEntry("contact_email", 1).containsEntry("contact_tag", 1);
        assertThat(preview.kept().name()).isEqualTo("Helen Brandt");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isForThoseWhoWorkWithBoth() {
        TeamId team = somebody.aTeam();
        ContactId anothers = acquaintances.of(somebody.whoSells(team));
        Viewer manager = somebody.whoLeads(team);

        assertThatThrownBy(() -> merges.preview(anna, kept, anothers)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> merges.merge(anna, new MergeContacts(Ids.next(), kept, anothers, 0, 0, Set.of())))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> merges.merge(manager, new MergeContacts(Ids.next(), kept, anothers, 0, 0, Set.of())))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> merges.merge(anna, new MergeContacts(Ids.next(), kept, kept, 0, 0, Set.of())))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void leavesTheOtherOwnerACompanion() {
        TeamId team = somebody.aTeam();
        Viewer manager = somebody.whoLeads(team);
        Viewer one = somebody.whoSells(team);
        Viewer other = somebody.whoSells(team);
        ContactId ones = acquaintances.of(one);
        ContactId others = acquaintances.of(other);
        MergeContacts merge = new MergeContacts(Ids.next(), ones, others, 0, 0, Set.of());

        merges.merge(manager, merge);
        assertThat(contacts.page(other, ones).mayTend()).isTrue();
        merges.undo(manager, merge.id());

        assertThatThrownBy(() -> contacts.page(other, ones)).isInstanceOf(NotSeen.class);
        assertThat(contacts.page(other, others).owner()).isEqualTo(other.id());
    }

    @Test
    void refusesToMergeWhatThePreviewNoLongerShows() {
        MergeContacts merge = merge(Set.of());
        chosen.tag(anna, List.of(absorbed), "later");

        assertThatThrownBy(() -> merges.merge(anna, merge)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void happensOnceHoweverManySendIt() {
        MergeContacts merge = merge(Set.of());

        merges.merge(anna, merge);
        merges.merge(anna, merge);

        assertThat(count(merge.id())).isEqualTo(1);
    }

    @Test
    void letsOneOfTwoContraryMergesWin() {
        MergeContacts oneWay = merge(Set.of());
        MergeContacts otherWay =
                new MergeContacts(Ids.next(), absorbed, kept, oneWay.absorbedVersion(), oneWay.keptVersion(), Set.of());

        List<Boolean> merged =
                Stream.of(oneWay, otherWay)
                        .map(merge -> CompletableFuture.supplyAsync(() -> merged(merge)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(merged).containsExactlyInAnyOrder(true, false);
    }

    private boolean merged(MergeContacts merge) {
        try {
            merges.merge(anna, merge);
            return true;
        } catch (NotSeen goneBefore) {
            return false;
        }
    }

    private MergeContacts merge(Set<MergeField> fields) {
        return new MergeContacts(
                Ids.next(),
                kept,
                absorbed,
                contacts.page(anna, kept).version(),
                contacts.page(anna, absorbed).version(),
                fields);
    }

    private int count(UUID merge) {
        return jdbc.sql("select count(*) from contact_merge where id = ?")
                .param(merge)
                .query(Integer.class)
                .single();
    }

    /** Every row that belongs to one of the two, but for the versions, which only ever grow. */
    private List<Map<String, Object>> everything() {
        return jdbc.sql("""
                        select 'contact' as what, to_jsonb(c) - 'version' || '{}' as row from contact c where id in (:both)
                        union all select 'email', to_jsonb(e) from contact_email e where contact_id in (:both)
                        union all select 'phone', to_jsonb(e) from contact_phone e where contact_id in (:both)
                        union all select 'tag', to_jsonb(e) from contact_tag e where contact_id in (:both)
                        union all select 'companion', to_jsonb(e) from companion e where contact_id in (:both)
                        union all select 'introduction', to_jsonb(e) from introduction e
                         where introducer_id in (:both) or introduced_id in (:both)
                         order by 1, 2""")
                .param("both", List.of(kept.value(), absorbed.value()))
                .query((row, n) -> Map.<String, Object>of(row.getString("what"), row.getString("row")))
                .list();
    }
}

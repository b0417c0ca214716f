package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Introductions lead back in time and never in a circle, whoever writes them and when. */
@AttuneTest
class CirclesTests {

    @Autowired
    private Introductions introductions;

    @Autowired
    private Merges merges;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Viewer anna;
    private ContactId a;
    private ContactId b;
    private ContactId c;

    @BeforeEach
    void three() {
        anna = somebody.whoSells();
        a = acquaintances.of(anna);
        b = acquaintances.of(anna);
        c = acquaintances.of(anna);
    }

    @Test
    void nobodyBringsWhoeverBroughtThem() {
        brings(a, b);
        brings(b, c);

        assertThatThrownBy(() -> brings(b, a)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> brings(c, a))
                .isInstanceOfSatisfying(
                        RuleRefused.class, no -> assertThat(no.messageKey()).isEqualTo("people.introduction.circle"));
        brings(a, c);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void whatWasTakenBackClosesNoCircleUntilItIsGivenBack() {
        UUID first = brings(a, b);
        introductions.withdraw(anna, first);
        brings(b, a);

        assertThatThrownBy(() -> introductions.restore(anna, first)).isInstanceOf(RuleRefused.class);
        assertThat(count()).isEqualTo(1);
    }

    /** Who brought whom among two and a third was let go with the merge, and the other way round was noted after it. */
    @Test
    void aMergeIsUndoneOnlyWhereThatLeadsInNoCircle() {
        brings(a, b);
        brings(c, a);
        UUID stands = brings(c, b);
        MergeContacts merge = new MergeContacts(Ids.next(), b, a, version(b), version(a), Set.of(), Set.of());
        merges.merge(anna, merge);
        introductions.withdraw(anna, stands);
        UUID since = brings(b, c);

        assertThatThrownBy(() -> merges.undo(anna, merge.id()))
                .isInstanceOfSatisfying(
                        RuleRefused.class, no -> assertThat(no.messageKey()).isEqualTo("people.merge.undo.circle"));
        introductions.withdraw(anna, since);
        assertThat(merges.undo(anna, merge.id())).isEqualTo(a);
    }

    private int version(ContactId who) {
        return jdbc.sql("select version from contact where id = ?")
                .param(who.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theDatabaseRefusesItWhoeverWrites() {
        brings(a, b);
        brings(b, c);

        assertThatThrownBy(() -> insert(c, a))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
                    jdbc.sql("set constraints all deferred").update();
                    insert(c, a);
                }))
                .hasMessageContaining("circle");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsRefused() {
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Void>> writing = new ArrayList<>();
        writing.add(CompletableFuture.runAsync(() -> together(both, a, b)));
        writing.add(CompletableFuture.runAsync(() -> together(both, b, a)));

        long refused = writing.stream().filter(CirclesTests::wasRefused).count();

        assertThat(refused).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    /** Both have looked before either writes. */
    private void together(CountDownLatch both, ContactId who, ContactId whom) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("select introductions_lead(:whom, :who)")
                    .param("whom", whom.value())
                    .param("who", who.value())
                    .query(Boolean.class)
                    .single();
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            insert(who, whom);
        });
    }

    private static boolean wasRefused(CompletableFuture<Void> writing) {
        try {
            writing.join();
            return false;
        } catch (CompletionException refused) {
            return String.valueOf(refused.getCause()).contains("circle");
        }
    }

    private UUID brings(ContactId who, ContactId whom) {
        UUID id = Ids.next();
        introductions.note(anna, id, who, whom, null, null);
        return id;
    }

    private void insert(ContactId who, ContactId whom) {
        jdbc.sql("""
                        insert into introduction (id, introducer_id, introduced_id, on_day, noted_by)
                        values (:id, :who, :whom, current_date, :by)""")
                .param("id", Ids.next())
                .param("who", who.value())
                .param("whom", whom.value())
                .param("by", anna.uuid())
                .update();
    }

    private int count() {
        return jdbc.sql("select count(*) from introduction where noted_by = ? and withdrawn_at is null")
                .param(anna.uuid())
                .query(Integer.class)
                .single();
    }
}

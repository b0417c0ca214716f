package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene.Story;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
class PoliciesTests {

    @Autowired
    private Policies policies;

    @Autowired
    private TryOuts tryOuts;

    @Autowired
    private HousePolicy house;

    @Autowired
    private Offers offers;

    @Autowired
    private OffersSeen seen;

    @Autowired
    private OfferScene scene;

    @Autowired
    private ChanceStories chance;

    @Autowired
    private OfferRows rows;

    @Autowired
    private OfferRecording recording;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;
    private Viewer maya;

    @BeforeEach
    void anAdminAndASalesperson() {
        house.asItCame();
        admin = somebody.whoAdministers();
        maya = somebody.whoSells();
    }

    @AfterEach
    void asItCame() {
        house.asItCame();
    }

    @Test
    void whatIsPublishedCountsFromThenOnAndIsKeptWithItsNote() {
        PolicyVersion before = policies.inForce();
        GatePolicy stricter = GatePolicyTests.and(before.policy(), OfferKind.NEW, Rule.ASKED_FOR, Demand.REQUIRED);

        int number = policies.publish(
                admin, new PublishPolicy(Ids.next(), before.number(), stricter, "  Let them push for the close.  "));

        PolicyVersion now = policies.inForce();
        assertThat(now.number()).isEqualTo(number).isEqualTo(before.number() + 1);
        assertThat(now.note()).isEqualTo("Let them push for the close.");
        assertThat(now.by()).isEqualTo(admin.name());
        assertThat(now.changes())
                .containsExactly(new GatePolicy.Change(OfferKind.NEW, Rule.ASKED_FOR, Demand.WARN, Demand.REQUIRED));
        assertThat(policies.version(before.number())).isEqualTo(before.policy());
        assertThat(policies.of(OfferKind.NEW)).isEqualTo(stricter.of(OfferKind.NEW));
        Story story = scene.complete(maya);
        assertThatExceptionOfType(GateClosed.class)
                .isThrownBy(() -> offers.record(maya, OfferScene.pushed(story, null)));
    }

    @Test
    void anOfferKeepsTheVerdictOfItsDay() {
        OfferId id = offers.record(maya, OfferScene.pushed(scene.complete(maya), null));

        house.demands(OfferKind.NEW, Rule.ASKED_FOR, Demand.REQUIRED);

        Finding asked = seen.find(maya, id).needs().get(0).findings().get(Rule.ASKED_FOR.ordinal());
        assertThat(asked.demand()).isEqualTo(Demand.WARN);
        assertThat(asked.isHere()).isFalse();
    }

    @Test
    void theSecondOfTwoAdminsLosesNothingAndOverwritesNothing() {
        PolicyVersion before = policies.inForce();
        house.demands(OfferKind.NEW, Rule.ASKED_FOR, Demand.REQUIRED);
        GatePolicy other = GatePolicyTests.and(before.policy(), OfferKind.TENDER, Rule.COST_KNOWN, Demand.OFF);
        PublishPolicy late = new PublishPolicy(Ids.next(), before.number(), other, "Tenders name no cost");

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> policies.publish(admin, late))
                .satisfies(changed -> {
                    assertThat(changed.kept())
                            .contains("For a test", "New, They asked for the offer: from Warn to Required");
                    assertThat(changed.typed()).contains("Tender, Its cost is known: from Required to Off");
                    assertThat(changed.version()).isEqualTo(before.number() + 1);
                });
        assertThat(policies.inForce().number()).isEqualTo(before.number() + 1);
    }

    @Test
    void theSameSentTwiceIsPublishedOnce() {
        PolicyVersion before = policies.inForce();
        UUID id = Ids.next();
        GatePolicy off = new GatePolicy(Map.of());
        PublishPolicy publish = new PublishPolicy(id, before.number(), off, "The hard rules are enough");

        int number = policies.publish(admin, publish);
        assertThat(policies.publish(admin, publish)).isEqualTo(number);
        assertThat(policies.inForce().number()).isEqualTo(number);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> policies.publish(
                        admin, new PublishPolicy(id, number, before.policy(), "The hard rules are enough")));
    }

    @Test
    void aChangeOfNothingWithoutANoteOrOfNoVersionIsRefused() {
        PolicyVersion before = policies.inForce();
        GatePolicy off = new GatePolicy(Map.of());
        refused("offers.policy.refused.same", before.policy(), "Why not");
        refused("offers.policy.refused.note", off, "  ");
        refused("offers.refused.too-long", off, "x".repeat(501));
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> policies.version(before.number() + 1));
        assertThat(policies.inForce().number()).isEqualTo(before.number());
    }

    private void refused(String why, GatePolicy policy, String note) {
        PublishPolicy publish = new PublishPolicy(Ids.next(), policies.inForce().number(), policy, note);
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> policies.publish(admin, publish))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(why));
    }

    @Test
    void aVersionCannotBeRewrittenByTheApplication() {
        for (String sql : List.of(
                "update gate_policy_version set note = 'another'",
                "delete from gate_policy_part",
                "update gate_policy_part set demand = 'off'",
                "delete from gate_policy")) {
            assertThatExceptionOfType(DataAccessException.class).as(sql).isThrownBy(() -> jdbc.sql(sql)
                    .update());
        }
    }

    /**
     * A policy tried out says what publishing it and judging the same offers anew then says, rule by rule and offer by offer:
     * of every kind, on evidence that is there by chance, by policies that demand anything of anything.
     */
    @ParameterizedTest
    @ValueSource(longs = {20261122, 7, 2718281828L})
    void theTryOutAgreesWithPublishingAndJudgingAnew(long seed) {
        Random random = new Random(seed);
        house.publish(new GatePolicy(Map.of()));
        Set<OfferId> mine = new HashSet<>();
        for (int n = 0; n < 15; n++) {
            mine.add(chance.recorded(maya, random));
        }
        Set<String> seenToDiffer = new TreeSet<>();
        for (int round = 0; round < 12; round++) {
            PolicyVersion before = policies.inForce();
            GatePolicy draft = random(random);
            TryOut promised = tryOuts.ofLastOffers(before.policy(), draft);
            house.publish(draft);
            assertThat(promised.draft())
                    .isEqualTo(tryOuts.ofLastOffers(policies.inForce().policy(), before.policy())
                            .today());
            List<TryOut.Recorded> last = tryOuts.lastOffers();
            for (TryOut.Recorded offer : last) {
                if (mine.contains(offer.id())) {
                    agrees(offer, draft);
                    seenToDiffer.add(offer.kind() + " " + offer.isClosed(draft));
                }
            }
            addsUp(promised, last, draft);
        }
        assertThat(seenToDiffer).as("kinds that were open and closed").hasSize(2 * OfferKind.values().length);
        assertThat(mine)
                .isSubsetOf(
                        tryOuts.lastOffers().stream().map(TryOut.Recorded::id).toList());
    }

    private static void addsUp(TryOut promised, List<TryOut.Recorded> last, GatePolicy draft) {
        assertThat(promised.draft().closed()).isEqualTo((int)
                last.stream().filter(offer -> offer.isClosed(draft)).count());
        assertThat(promised.draft().warned()).isEqualTo((int)
                last.stream().filter(offer -> offer.isWarned(draft)).count());
        assertThat(promised.offers())
                .isEqualTo(promised.draft().open()
                        + promised.draft().warned()
                        + promised.draft().closed())
                .isEqualTo(last.size())
                .isLessThanOrEqualTo(TryOuts.OFFERS);
        for (TryOut.OfRule rule : promised.rules()) {
            assertThat(rule.missing()).as(rule.rule().code()).isEqualTo((int)
                    last.stream().filter(offer -> offer.isMissing(rule.rule())).count());
        }
    }

    /** Judged as an edit of it would be, and nothing of that kept. */
    private void agrees(TryOut.Recorded offer, GatePolicy draft) {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Offer known = rows.tended(maya, offer.id());
            List<Readiness> closed = List.of();
            try {
                recording.judgeAgain(maya, known, known.words());
            } catch (GateClosed refused) {
                closed = refused.readiness();
            }
            assertThat(!closed.isEmpty()).as("%s by %s", offer, draft).isEqualTo(offer.isClosed(draft));
            if (closed.isEmpty()) {
                assertThat(verdict(offer.id()).met())
                        .as("%s by %s", offer, draft)
                        .isEqualTo(offer.met());
            } else {
                assertThat(closing(closed))
                        .as("%s by %s", offer, draft)
                        .isEqualTo(Rule.ofPolicy().stream()
                                .filter(rule -> offer.isMissing(rule, draft, Demand.REQUIRED))
                                .collect(Collectors.toSet()));
            }
        });
    }

    private TryOut.Recorded verdict(OfferId id) {
        return tryOuts.lastOffers().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Rule> closing(List<Readiness> closed) {
        return closed.stream()
                .flatMap(readiness -> readiness.findings().stream())
                .filter(Finding::closes)
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static GatePolicy random(Random random) {
        List<Demand> choices = Demand.choices();
        Map<OfferKind, Policy> kinds = new EnumMap<>(OfferKind.class);
        for (OfferKind kind : OfferKind.values()) {
            Map<Rule, Demand> demands = new EnumMap<>(Rule.class);
            for (Rule rule : new ArrayList<>(Rule.ofPolicy())) {
                demands.put(rule, choices.get(random.nextInt(choices.size())));
            }
            kinds.put(kind, new Policy(kind, demands));
        }
        return new GatePolicy(kinds);
    }
}

package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** How much each factor counts, and the page that says how health is worked out. */
@AttuneTest
class HealthWeightsTests {

    private static final String PAGE = "/admin/organisation/health";
    private static final Pattern ADDS = Pattern.compile("<span class=\"meta end num\">(\\d+) of (\\d+)</span>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private HealthWeights weights;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void signIn() {
        admin = somebody.whoAdministers();
    }

    @AfterEach
    void asTheyCameWithAttune() {
        weights.settle(admin, Weights.usual(), weights.current().number());
    }

    @Test
    void anAdminLooksAtWhatItWouldDoAndSettlesIt() {
        int before = weights.current().number();
        SentForm form = SentForm.opened(mvc, admin, PAGE, PAGE).with("rhythm", "30");
        assertThat(SentForm.body(sent(form, PAGE + "/effect", admin))).contains("What it would do", "value=\"30\"");
        assertThat(weights.current().number()).isEqualTo(before);

        assertThat(form.send(mvc, admin)).hasStatus(303);
        assertThat(form.send(mvc, admin)).hasStatus(303);

        assertThat(weights.current().number()).isEqualTo(before + 1);
        assertThat(weights.current().weights().of(Factor.RHYTHM)).isEqualTo(30);
        assertThat(get(admin, PAGE)).bodyText().contains("Settled by " + admin.name(), "value=\"30\"");
        assertThat(get(admin, PAGE + "?usual=true")).bodyText().contains("value=\"25\"", "What it would do");
    }

    @Test
    void eachByAtMostHalfAndEveryFieldSaysSo() {
        MvcTestResult page = SentForm.opened(mvc, admin, PAGE, PAGE)
                .with("rhythm", "38")
                .with("followThrough", "9")
                .with("needs", "a few")
                .with("promises", "")
                .send(mvc, admin);
        assertThat(page)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "here from 13 to 37",
                        "here from 10 to 30",
                        "value=\"38\"",
                        "id=\"needs-error\"",
                        "id=\"promises-error\"");
        assertThat(weights.current().weights()).isEqualTo(Weights.usual());
        assertThat(sent(SentForm.opened(mvc, admin, PAGE, PAGE).with("rhythm", "38"), PAGE + "/effect", admin))
                .hasStatus(422);
    }

    @Test
    void whoeverIsSecondSeesBothAndKeepsTheirsKnowingly() {
        Viewer other = somebody.whoAdministers();
        SentForm first = SentForm.opened(mvc, admin, PAGE, PAGE).with("balance", "28");
        SentForm second = SentForm.opened(mvc, other, PAGE, PAGE).with("balance", "12");
        assertThat(first.send(mvc, admin)).hasStatus(303);

        MvcTestResult conflict = second.send(mvc, other);

        assertThat(conflict).hasStatus(409).bodyText().contains("Balance 28", "value=\"12\"");
        assertThat(weights.current().weights().of(Factor.BALANCE)).isEqualTo(28);
        assertThat(SentForm.on(conflict, PAGE).send(mvc, other)).hasStatus(303);
        assertThat(weights.current().weights().of(Factor.BALANCE)).isEqualTo(12);
    }

    @Test
    void whatItWouldDoIsCountedFromTheFactors() {
        Viewer anna = somebody.whoSells();
        Map<Factor, Integer> each = new HashMap<>(Weights.usual().each());
        each.put(Factor.RHYTHM, 37);
        Weights draft = new Weights(each);
        WeightsEffect before = weights.effect(draft);

        reckoned(happened.met(anna), 100, 30); // (25·100 + 20·30) / 45 = 69, steady; (37·100 + 20·30) / 57 = 75
        reckoned(happened.met(anna), 0, 100); // 44, cooling; 35, at risk
        reckoned(happened.met(anna), 0, 100);
        unknown(happened.met(anna));
        ContactId away = happened.met(anna);
        reckoned(away, 0, 100);
        jdbc.sql("update contact set archived_at = now() where id = :id")
                .param("id", away.value())
                .update();

        WeightsEffect after = weights.effect(draft);
        assertThat(after.known() - before.known()).isEqualTo(3);
        assertThat(after.moved() - before.moved()).isEqualTo(2);
        assertThat(moved(after) - moved(before)).isEqualTo(2);
    }

    @Test
    void thePageOnTheFormulaShowsWhatHoldsAndAnExampleThatSums() {
        for (Viewer viewer : List.of(somebody.whoSells(), admin, somebody.whoAdministersAndSells())) {
            String page = SentForm.body(get(viewer, "/health"));
            int sum = ADDS.matcher(page)
                    .results()
                    .mapToInt(one -> Integer.parseInt(one.group(1)))
                    .sum();
            int most = ADDS.matcher(page)
                    .results()
                    .mapToInt(one -> Integer.parseInt(one.group(2)))
                    .sum();
            assertThat(page)
                    .contains("Together " + sum + " of 100", "Not known, left out", "Kluger", "Dynamics 365", "PingCRM")
                    .contains("<td class=\"n num\">25</td>")
                    .doesNotContain("??");
            assertThat(most).isEqualTo(100);
        }
        assertThat(get(admin, "/health")).bodyText().contains(PAGE);
        assertThat(get(somebody.whoSells(), "/health")).bodyText().doesNotContain(PAGE);
    }

    @Test
    void whatWasSettledTodayHoldsFromTomorrow() {
        Map<Factor, Integer> each = new HashMap<>(Weights.usual().each());
        each.put(Factor.NEEDS, 14);
        weights.settle(admin, new Weights(each), weights.current().number());
        assertThat(weights.today().weights()).isEqualTo(Weights.usual());
        assertThat(get(somebody.whoSells(), "/health")).bodyText().contains("Other weights were settled today");
    }

    private static int moved(WeightsEffect effect) {
        return effect.shifts().stream()
                .filter(one -> one.was() == Band.COOLING && one.becomes() == Band.AT_RISK)
                .mapToInt(WeightsEffect.Shift::contacts)
                .sum();
    }

    private void reckoned(ContactId contact, int rhythm, int balance) {
        int score = (25 * rhythm + 20 * balance + 22) / 45;
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way, rhythm, balance)
                        values (:id, current_date, :score, :band, current_date, 3, :rhythm, :balance)
                        on conflict (contact_id) do update set score = excluded.score, band = excluded.band,
                          rhythm = excluded.rhythm, balance = excluded.balance""")
                .param("id", contact.value())
                .param("score", score)
                .param("band", Band.of(score).code())
                .param("rhythm", rhythm)
                .param("balance", balance)
                .update();
    }

    private void unknown(ContactId contact) {
        jdbc.sql("""
                        insert into contact_health (contact_id, day, band, band_since, two_way, rhythm)
                        values (:id, current_date, 'unknown', current_date, 1, 0) on conflict do nothing""").param("id", contact.value()).update();
    }

    private MvcTestResult sent(SentForm form, String where, Viewer viewer) {
        return mvc.post()
                .uri(where)
                .with(signedIn(viewer))
                .with(csrf())
                .params(parameters(form))
                .exchange();
    }

    private static MultiValueMap<String, String> parameters(SentForm form) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        String[] fields = form.fields();
        for (int n = 0; n < fields.length; n += 2) {
            all.add(fields[n], fields[n + 1]);
        }
        return all;
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(signedIn(viewer)).exchange();
    }
}

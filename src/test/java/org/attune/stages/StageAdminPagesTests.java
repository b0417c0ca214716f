package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The admin's pages about stages, and who is refused. */
@AttuneTest
class StageAdminPagesTests {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Stages stages;

    @Autowired
    private StageDrafts drafts;

    @Autowired
    private StageVersions versions;

    @Autowired
    private StagesAsTheyWere before;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Viewer admin;

    @BeforeEach
    void anAdmin() {
        before.comeBack();
        admin = somebody.whoAdministers();
    }

    @AfterEach
    void putBack() {
        before.comeBack();
    }

    @Test
    void showsThePathAndEachOfItsStages() {
        assertThat(get("/admin/stages")).hasStatusOk().bodyText().contains("is in force", "Know", "Parted");
        assertThat(get("/admin/stages/deciding"))
                .hasStatusOk()
                .bodyText()
                .contains("They answered what it costs them", "They agreed to a solution");
        assertThat(get("/admin/stages/nirvana")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/stages",
                "/admin/stages/know",
                "/admin/stages/know/retirement",
                "/admin/stage-draft",
                "/admin/stage-versions",
                "/admin/stage-versions/1"
            })
    void doesNotExistForAnybodyElse(String path) {
        for (Viewer other : List.of(somebody.whoSells(), somebody.whoLeads(somebody.aTeam()))) {
            assertThat(get(other, path)).hasStatus(404);
        }
        assertThat(get(path)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/stages",
                "/admin/stages/know",
                "/admin/stages/know/place",
                "/admin/stages/know/retirement",
                "/admin/stages/know/retirement/end",
                "/admin/stage-draft/publication",
                "/admin/stage-draft/undo",
                "/admin/stage-draft/discarding",
                "/admin/stage-draft/return",
                "/admin/stage-versions/1/draft"
            })
    void changesNothingForAnybodyElse(String path) {
        Map<String, String> form = form("know");
        form.put("name", "Mine");
        for (Viewer other : List.of(somebody.whoSells(), somebody.whoLeads(somebody.aTeam()))) {
            assertThat(post(other, path, form)).hasStatus(404);
        }
        assertThat(drafts.current().begun()).isFalse();
    }

    @Test
    void keepsAStageInTheDraftAndTakesItBack() {
        Map<String, String> form = form("deciding");
        form.put("name", "Settling");
        form.put("patience", "60");

        assertThat(post("/admin/stages/deciding", form)).hasStatus3xxRedirection();
        assertThat(stage("deciding")).satisfies(stage -> {
            assertThat(stage.name()).isEqualTo("Settling");
            assertThat(stage.patienceDays()).isEqualTo(60);
        });
        assertThat(get("/admin/stage-draft")).hasStatusOk().bodyText().contains("Deciding is called Settling.");

        assertThat(post(
                        "/admin/stage-draft/undo",
                        Map.of("step", drafts.current().seen())))
                .hasStatus3xxRedirection();
        assertThat(stage("deciding").name()).isEqualTo("Deciding");
    }

    @Test
    void everyButtonOfTheFormKeepsAllThatWasTyped() {
        Map<String, String> form = form("deciding");
        form.put("name", "Settling");
        form.put("add", "heard_on_days");
        form.put("then", "add:-1");
        assertThat(post("/admin/stages/deciding", form)).hasRedirectedUrl("/admin/stages/deciding#asks");
        assertThat(stage("deciding").name()).isEqualTo("Settling");
        assertThat(stage("deciding").asks().parts()).contains(Ask.of("heard_on_days", 1, null));

        form = form("deciding");
        form.put("lines[2].n", "3");
        form.put("lines[2].days", "30");
        form.put("then", "up:2");
        post("/admin/stages/deciding", form);
        assertThat(stage("deciding").asks().parts())
                .containsExactly(
                        Ask.of("cost_answered", null, null),
                        Ask.of("heard_on_days", 3, 30),
                        Ask.of("solution_agreed", null, null));
    }

    @Test
    void groupsAreBuiltAndTakenApartLineByLine() {
        press("add:-1", "any", -1);
        press("add:2", "need_heard", 2);
        press("add:2", "all", 2);
        press("add:4", "past_purchase", 4);
        press("add:4", "decision_no", 4);
        assertThat(stage("deciding").asks().parts())
                .last()
                .isEqualTo(Ask.anyOf(List.of(
                        Ask.of("need_heard", null, null),
                        Ask.allOf(List.of(Ask.of("past_purchase", null, null), Ask.of("decision_no", null, null))))));
        assertThat(get("/admin/stage-draft"))
                .bodyText()
                .contains("either a need was heard or both they bought before and they decided no");

        press("down:3", "", -1);
        press("remove:3", "", -1);
        assertThat(stage("deciding").asks().parts())
                .last()
                .isEqualTo(Ask.anyOf(List.of(Ask.of("need_heard", null, null))));
        press("remove:2", "", -1);
        assertThat(stage("deciding").asks()).isEqualTo(stages.all().get(5).asks());
    }

    private void press(String button, String add, int group) {
        Map<String, String> form = form("deciding");
        form.put(group < 0 ? "add" : "lines[" + group + "].add", add);
        form.put("then", button);
        assertThat(post("/admin/stages/deciding", form)).hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|  |name|Give the stage a name.",
                "name|ÉXPLORING|name|There is a stage called Exploring already.",
                "name|1234567890123456789012345678901234567890x|name|Make the name shorter than 40 letters.",
                "meaning||meaning|Say in a sentence what it means to be here.",
                "colour|PLUM|colour|Customer has this colour.",
                "colour|neon|colour|Choose one of the colours.",
                "ideal|soon|ideal|Give a whole number of days from 1 to 730.",
                "ideal|0|ideal|Give a whole number of days from 1 to 730.",
                "longest|3|longest|The longest cannot be shorter than the ideal.",
                "longest||longest|Give both numbers of days, or none.",
                "patience|99999|patience|Give a whole number of days from 1 to 3,650.",
                "lines[0].kind|mind_read|lines0.kind|There is no such thing in the catalogue.",
                "lines[1].kind|cost_answered|lines1.kind|It is asked for twice.",
            })
    void saysAtTheFieldWhatIsWrongAndLosesNothing(String field, @Nullable String typed, String at, String says) {
        Map<String, String> form = form("deciding");
        form.put(field.equals("name") ? "meaning" : "name", "Kept as it was typed");
        form.put(field, typed == null ? "" : typed);

        assertThat(post("/admin/stages/deciding", form))
                .hasStatus(422)
                .bodyText()
                .contains(says, "Kept as it was typed", "id=\"" + at + "-error\"", "href=\"#" + at + "\"");
        assertThat(drafts.current().begun()).isFalse();
    }

    @Test
    void refusesCriteriaThatCouldNeverHold() {
        Map<String, String> form = form("like");
        form.put("lines[0].n", "10");
        form.put("lines[0].days", "7");
        assertThat(post("/admin/stages/like", form))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody can be heard on more days than there are.");

        form.put("lines[0].n", "many");
        assertThat(post("/admin/stages/like", form))
                .hasStatus(422)
                .bodyText()
                .contains("Give a whole number from 1 to 999.", "value=\"many\"");
        assertThat(drafts.current().begun()).isFalse();
    }

    @Test
    void showsAScriptAsTheTextItIs() {
        Map<String, String> form = form("deciding");
        form.put("name", SCRIPT);
        form.put("meaning", SCRIPT);
        assertThat(post("/admin/stages/deciding", form)).hasStatus3xxRedirection();

        for (String page : List.of("/admin/stages", "/admin/stages/deciding", "/admin/stage-draft")) {
            assertThat(get(page)).bodyText().doesNotContain(SCRIPT).contains("&lt;script&gt;");
        }
    }

    @Test
    void aStageThatNothingLeadsToIsNamedWhereItIsPublished() {
        assertThat(post("/admin/stages", Map.of("id", Ids.next().toString(), "name", "Thawing", "hat", "SALES")))
                .hasRedirectedUrl("/admin/stages/thawing");
        assertThat(get("/admin/stages/thawing")).bodyText().contains("Nothing leads here yet.");
        assertThat(publish("In a hurry"))
                .hasStatus(422)
                .bodyText()
                .contains("Something is missing before it can be published.", "Nothing leads here yet.", "In a hurry");
        assertThat(drafts.inForce().stage("thawing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "know", "1234567890123456789012345678901234567890x"})
    void aNewStageNeedsANameOfItsOwn(String name) {
        assertThat(post("/admin/stages", Map.of("id", Ids.next().toString(), "name", name, "hat", "SALES")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"");
        assertThat(drafts.current().begun()).isFalse();
    }

    @Test
    void aGroupWithNothingInItIsNamedAtItsLine() {
        press("add:-1", "any", -1);

        assertThat(get("/admin/stages/deciding")).bodyText().contains("There is nothing in this group");
        assertThat(publish("Empty")).hasStatus(422);
    }

    @Test
    void asksWhereThePeopleOfARetiredStageGo() {
        Viewer anna = somebody.whoSells();
        ContactId helen = happened.met(anna);
        stages.placeAsImported(anna, Ids.next(), helen, "weighing", Instant.now());

        assertThat(get("/admin/stages/weighing/retirement"))
                .hasStatusOk()
                .bodyText()
                .contains("stand", "in Weighing today")
                .doesNotContain("value=\"not_now\"");
        assertThat(retire("weighing", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose where those go who stand in Weighing.");
        assertThat(retire("weighing", "not_now")).hasStatus(422);
        assertThat(retire("weighing", "weighing")).hasStatus(422);
        assertThat(retire("not_now", "parted")).hasStatus(422).bodyText().contains("Attune itself leads there");
        assertThat(retire("weighing", "exploring")).hasRedirectedUrl("/admin/stages");
        assertThat(get("/admin/stages")).bodyText().contains("Retired in this draft", "to Exploring");

        assertThat(post(
                        "/admin/stages/weighing/retirement/end",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "seen",
                                drafts.current().seen())))
                .hasStatus3xxRedirection();
        assertThat(drafts.current().definition().keys())
                .isEqualTo(drafts.inForce().keys());
    }

    @Test
    void showsTheEffectInNumbersAndPublishesWithANote() {
        Viewer anna = somebody.whoSells();
        ContactId helen = happened.met(anna, "Helena Unmistakable");
        happened.heard(happened.spoke(anna, helen, "we"), helen);
        stages.move(anna, new MoveContact(Ids.next(), helen, "know", null, null, null));
        Map<String, String> form = form("know");
        form.put("lines[0].n", "2");
        post("/admin/stages/know", form);

        assertThat(get("/admin/stage-draft"))
                .hasStatusOk()
                .bodyText()
                .contains(anna.name(), "would no longer meet it", "they were heard 2 times")
                .doesNotContain("Unmistakable");
        assertThat(get(anna, "/stages/mine")).hasStatusOk().bodyText().contains("Helena Unmistakable");
        assertThat(get(somebody.whoSells(), "/stages/mine")).bodyText().doesNotContain("Unmistakable");
        assertThat(publish(" ")).hasStatus(422).bodyText().contains("Say in a sentence or two what changes and why.");

        assertThat(publish("Twice at least")).hasRedirectedUrl("/admin/stages");
        assertThat(get("/admin/stage-versions")).bodyText().contains("Twice at least", "in force");
        int version = drafts.inForce().version();
        assertThat(get("/admin/stage-versions?was=1&becomes=" + version))
                .bodyText()
                .contains("Know asked for this: they were heard. It asks for this: they were heard 2 times.");
        assertThat(get("/admin/stage-versions/1")).bodyText().contains("Bring it back as a draft");
        assertThat(post(
                        "/admin/stage-versions/1/draft",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "seen",
                                drafts.current().seen())))
                .hasStatus3xxRedirection();
        assertThat(stage("know").asks().parts()).containsExactly(Ask.of("heard_turns", 1, null));
    }

    @Test
    void twoAdminsAtOnceSeeBothTextsAndDecide() {
        Map<String, String> late = form("deciding");
        late.put("name", "Settling");
        Map<String, String> first = form("deciding");
        first.put("name", "Choosing");
        Viewer other = somebody.whoAdministers();
        assertThat(post(other, "/admin/stages/deciding", first)).hasStatus3xxRedirection();

        assertThat(post("/admin/stages/deciding", late))
                .hasStatus(409)
                .bodyText()
                .contains("changed this stage meanwhile", "Choosing is called Settling.", "value=\"Settling\"");
        assertThat(stage("deciding").name()).isEqualTo("Choosing");

        late.put("id", Ids.next().toString());
        late.put("then", "anyway");
        assertThat(post("/admin/stages/deciding", late)).hasStatus3xxRedirection();
        assertThat(stage("deciding").name()).isEqualTo("Settling");
    }

    @Test
    void publishingADraftThatAnotherChangedMeanwhileAsksOnceMoreAndKeepsTheNote() {
        Map<String, String> first = form("deciding");
        first.put("name", "Choosing");
        assertThat(post("/admin/stages/deciding", first)).hasStatus3xxRedirection();
        SentForm publishing = SentForm.opened(mvc, admin, "/admin/stage-draft", "/admin/stage-draft/publication")
                .with("note", "As we say it");
        Map<String, String> second = form("deciding");
        second.put("name", "Settling");
        assertThat(post(somebody.whoAdministers(), "/admin/stages/deciding", second))
                .hasStatus3xxRedirection();

        MvcTestResult conflict = publishing.send(mvc, admin);

        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("Someone changed this meanwhile", "Settling", "As we say it");
        SentForm again = SentForm.on(conflict, "/admin/stage-draft/publication");
        assertThat(again.value("seen")).isEqualTo(drafts.current().seen());
        assertThat(again.value("id")).isEqualTo(publishing.value("id"));
        assertThat(drafts.current().begun()).isTrue();
    }

    @Test
    void movesAStageUpAndDown() {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("id", Ids.next().toString(), "seen", drafts.current().seen(), "place", "1"));
        assertThat(post("/admin/stages/trust/place", form)).hasRedirectedUrl("/admin/stages?moved=trust");
        assertThat(drafts.current().definition().keys()).startsWith("trust", "know", "like");

        form.put("id", Ids.next().toString());
        assertThat(post("/admin/stages/like/place", form)).hasStatus(409);
        form.put("place", "first");
        assertThat(post("/admin/stages/like/place", form)).hasStatus(400);
    }

    @Test
    void throwsTheDraftAwayAndHasItBack() {
        Map<String, String> form = form("deciding");
        form.put("name", "Settling");
        post("/admin/stages/deciding", form);
        StageDraft draft = drafts.current();
        String id = Objects.requireNonNull(draft.id()).toString();

        assertThat(post("/admin/stage-draft/discarding", Map.of("id", id, "seen", draft.seen())))
                .hasStatus3xxRedirection();
        assertThat(drafts.current().begun()).isFalse();
        assertThat(post("/admin/stage-draft/return", Map.of("id", id))).hasStatus3xxRedirection();
        assertThat(stage("deciding").name()).isEqualTo("Settling");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/stages",
                "/admin/stages/know",
                "/admin/stages/know/place",
                "/admin/stages/know/retirement",
                "/admin/stages/know/retirement/end",
                "/admin/stage-draft/publication",
                "/admin/stage-draft/undo",
                "/admin/stage-draft/discarding",
                "/admin/stage-draft/return",
                "/admin/stage-versions/1/draft"
            })
    void nonsenseChangesNothingAndBreaksNothing(String path) {
        String definition = jdbc.sql("select version::text from definition_in_force")
                .query(String.class)
                .single();
        for (String nonsense : List.of("", "ü\">", "-1", "99999999999", "x".repeat(70_000))) {
            Map<String, String> form = form("know");
            form.replaceAll((name, value) -> nonsense);
            form.put("place", nonsense);
            form.put("step", nonsense);
            form.put("then", "add:" + nonsense);
            assertThat(post(path, form).getResponse().getStatus()).as(path).isBetween(400, 499);
        }
        assertThat(drafts.current().begun()).isFalse();
        assertThat(jdbc.sql("select version::text from definition_in_force")
                        .query(String.class)
                        .single())
                .isEqualTo(definition);
    }

    @Test
    void aManagerReadsWhyAndASalespersonDoesNot() {
        var team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        ContactId helen = happened.met(anna);
        stages.move(anna, new MoveContact(Ids.next(), helen, "weighing", null, "She said so at the fair", null));

        assertThat(get(somebody.whoLeads(team), "/stages/reasons"))
                .hasStatusOk()
                .bodyText()
                .contains("She said so at the fair", anna.name());
        assertThat(get(anna, "/stages/reasons")).hasStatus(404);
        assertThat(get(admin, "/stages/reasons")).hasStatus(404);
        assertThat(get(admin, "/stages/mine")).hasStatus(404);
        assertThat(get(anna, "/stages")).hasStatusOk().bodyText().contains("they were heard", "With a reason");
    }

    private Stage stage(String key) {
        return drafts.current().definition().stage(key).orElseThrow();
    }

    private MvcTestResult retire(String stage, String to) {
        return post(
                "/admin/stages/" + stage + "/retirement",
                Map.of("id", Ids.next().toString(), "seen", drafts.current().seen(), "to", to));
    }

    private MvcTestResult publish(String note) {
        StageDraft draft = drafts.current();
        return post(
                "/admin/stage-draft/publication",
                Map.of("id", Objects.requireNonNull(draft.id()).toString(), "seen", draft.seen(), "note", note));
    }

    /** What the form of a stage sends when nothing in it is changed. */
    private Map<String, String> form(String key) {
        StageDraft draft = drafts.current();
        Stage stage = stage(key);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", Ids.next().toString());
        form.put("seen", draft.seen());
        form.put("name", stage.name());
        form.put("colour", stage.colour().name());
        form.put("meaning", stage.meaning());
        Hat hat = stage.hat();
        form.put("hat", hat == null ? "" : hat.name());
        form.put("ideal", written(stage.idealDays()));
        form.put("longest", written(stage.longestDays()));
        form.put("patience", written(stage.patienceDays()));
        form.put("override", stage.overrideAllowed() ? "reason" : "never");
        form.put("which", stage.asks().all() ? "all" : "any");
        stage.asks().parts().forEach(part -> lines(form, part, 0, new int[] {count(form)}));
        return form;
    }

    private static int count(Map<String, String> form) {
        return (int)
                form.keySet().stream().filter(name -> name.endsWith(".kind")).count();
    }

    private static void lines(Map<String, String> form, Ask ask, int depth, int[] at) {
        String line = "lines[" + at[0]++ + "].";
        form.put(line + "kind", Objects.requireNonNullElse(ask.check(), ask.all() ? "all" : "any"));
        form.put(line + "depth", String.valueOf(depth));
        form.put(line + "n", written(ask.n()));
        form.put(line + "days", written(ask.days()));
        ask.parts().forEach(part -> lines(form, part, depth + 1, at));
    }

    private static String written(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private MvcTestResult get(String path) {
        return get(admin, path);
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(viewer)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        return post(admin, path, form);
    }

    private MvcTestResult post(Viewer viewer, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(Somebody.signedIn(viewer)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}

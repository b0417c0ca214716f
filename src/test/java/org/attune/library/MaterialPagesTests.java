package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class MaterialPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Themes themes;

    @Autowired
    private Materials materials;

    @Autowired
    private MaterialDrafts drafts;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private LibraryCleanUp cleanUp;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer ben;

    @BeforeEach
    void twoSell() {
        anna = somebody.whoSells();
        ben = somebody.whoSells();
    }

    private MaterialView draft(String title) {
        MaterialId id = new MaterialId(Ids.next());
        return materials.write(
                anna,
                new WriteMaterial(
                        id, PublishedVersionTests.aDetails(title), PublishedVersionTests.says("It *adds* up.")));
    }

    private MaterialView published(String title) {
        MaterialView written = draft(title);
        VersionView draft = Objects.requireNonNull(written.draft());
        drafts.publish(anna, written.id(), draft.id(), draft.version());
        return materials.find(anna, written.id());
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult upload(Viewer viewer, MaterialView material, Object id, String name, byte[] content) {
        return mvc.post()
                .uri("/library/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .with(signedIn(viewer))
                .with(csrf())
                .param("id", id.toString())
                .param("material", material.id().value().toString())
                .param(
                        "draft",
                        Objects.requireNonNull(material.draft()).id().value().toString())
                .exchange();
    }

    @Test
    void aMaterialIsWrittenLookedAtPublishedAndReadByEverybody() {
        TurnId said = heard(anna, "We type everything twice.");
        String theme = "Double entry " + Ids.next();
        themes.add(anna, said, theme);
        SentForm form = SentForm.opened(mvc, anna, "/library/materials/new", "/library/materials")
                .with("title", "What typing twice costs")
                .with("purpose", "They can count it")
                .choosing("stage", "like")
                .choosing("step", "count_the_cost")
                .with("themes", theme.toUpperCase(Locale.ROOT))
                .with("body", "# Count\n\n**hours** <script>alert(1)</script>");
        MvcTestResult preview = form.choosing("preview", "true").send(mvc, anna);
        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<strong>hours</strong>",
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "value=\"What typing twice costs\"");
        assertThat(form.without("preview").send(mvc, anna)).hasStatus3xxRedirection();

        MaterialId id = new MaterialId(UUID.fromString(form.value("id")));
        MaterialView written = materials.find(anna, id);
        assertThat(written.details().themes()).containsExactly(theme);
        assertThat(get(ben, written.path())).hasStatus(404);
        assertThat(get(anna, written.path()))
                .hasStatusOk()
                .bodyText()
                .contains("Draft of version 1", "<h3>Count</h3>", "<strong>hours</strong>")
                .doesNotContain("<script>alert");

        assertThat(SentForm.opened(mvc, anna, written.path(), written.path() + "/draft/publication")
                        .send(mvc, anna))
                .hasRedirectedUrl(written.path());
        assertThat(get(ben, written.path()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "What typing twice costs",
                        "They can count it",
                        "Count what it costs",
                        theme,
                        "version 1",
                        anna.name())
                .doesNotContain(written.path() + "/details", "Retire it");
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingIsLost() {
        MvcTestResult page = SentForm.opened(mvc, anna, "/library/materials/new", "/library/materials")
                .with("body", "All of my work")
                .with("url", "javascript:alert(1)")
                .send(mvc, anna);
        assertThat(page)
                .hasStatus(422)
                .bodyText()
                .contains("Give it a title.", "All of my work", "javascript:alert(1)");
        assertThat(SentForm.on(page, "/library/materials")
                        .with("title", "T")
                        .with("purpose", "P")
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("beginning with https://", "All of my work");
        assertThat(SentForm.on(page, "/library/materials")
                        .with("title", "T")
                        .with("purpose", "P")
                        .with("url", "")
                        .with("themes", "never heard of")
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody has used the theme “never heard of” yet");
    }

    @Test
    void thereIsNothingToPublishInAnEmptyDraft() {
        MaterialId id = new MaterialId(Ids.next());
        MaterialView empty = materials.write(
                anna, new WriteMaterial(id, PublishedVersionTests.aDetails("Empty"), PublishedVersionTests.says("")));
        assertThat(get(anna, empty.path())).bodyText().doesNotContain("Publish it");
        MvcTestResult refused = SentForm.to(empty.path() + "/draft/publication")
                .choosing(
                        "draft",
                        Objects.requireNonNull(empty.draft()).id().value().toString())
                .choosing("seen", "0")
                .send(mvc, anna);
        assertThat(refused).hasStatus(422).bodyText().contains("There is nothing to give yet.");
    }

    @Test
    void whoPublishesWhatSomebodyWroteOnMeanwhileIsToldSo() {
        MaterialView written = draft("Counting");
        VersionView draft = Objects.requireNonNull(written.draft());
        SentForm publish = SentForm.opened(mvc, anna, written.path(), written.path() + "/draft/publication");
        drafts.write(anna, new WriteDraft(draft.id(), written.id(), PublishedVersionTests.says("Not like this."), 0));
        assertThat(publish.without("button").send(mvc, anna)).hasStatus(409);
        assertThat(materials.find(anna, written.id()).newest()).isNull();
    }

    @Test
    void anotherWritesTheNextVersionAndOnlyOneAtATime() {
        MaterialView material = published("Counting together");
        assertThat(SentForm.opened(mvc, ben, material.path() + "/draft", material.path() + "/draft")
                        .with("body", "Ben counts.")
                        .with("news", "In minutes")
                        .send(mvc, ben))
                .hasRedirectedUrl(material.path());
        assertThat(get(anna, material.path()))
                .bodyText()
                .contains(ben.name() + " is writing the next version.")
                .doesNotContain("Ben counts.");
        assertThat(SentForm.opened(mvc, anna, material.path() + "/draft", material.path() + "/draft")
                        .with("body", "Anna counts.")
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("is writing the next version already", "Anna counts.");

        SentForm.opened(mvc, ben, material.path(), material.path() + "/draft/publication")
                .send(mvc, ben);
        assertThat(get(anna, material.path()))
                .bodyText()
                .contains("Ben counts.", "In minutes", "version 2", "version 1");
        assertThat(get(anna, material.path() + "/versions/1")).bodyText().contains("<em>adds</em>", "not the newest");
        assertThat(get(anna, material.path() + "/versions/7")).hasStatus(404);
    }

    @Test
    void aDraftIsThrownAwayAndTheMaterialWithItWhereNothingWasPublished() {
        MaterialView only = draft("Never");
        assertThat(SentForm.opened(mvc, anna, only.path(), only.path() + "/draft/removal")
                        .send(mvc, anna))
                .hasRedirectedUrl("/library");
        assertThat(get(anna, only.path())).hasStatus(404);

        MaterialView material = published("Once");
        SentForm.opened(mvc, anna, material.path() + "/draft", material.path() + "/draft")
                .send(mvc, anna);
        assertThat(SentForm.opened(mvc, anna, material.path(), material.path() + "/draft/removal")
                        .send(mvc, anna))
                .hasRedirectedUrl(material.path());
        assertThat(materials.find(anna, material.id()).drafting()).isNull();
    }

    @Test
    void whatLedToItIsNamedAndReadOnlyByThoseWhoMayReadIt() {
        MaterialView material = published("Counting because of them");
        String words = "Nobody bills the surcharges " + Ids.next().toString().substring(30);
        TurnId turn = heard(anna, words);
        String causes = "/library/versions/"
                + Objects.requireNonNull(material.newest()).id().value() + "/causes";
        assertThat(get(anna, causes + "?q=surcharges")).hasStatusOk().bodyText().contains(words);
        assertThat(get(ben, causes + "?q=surcharges")).hasStatusOk().bodyText().doesNotContain(words);
        assertThat(SentForm.to(causes).choosing("turn", turn.value().toString()).send(mvc, ben))
                .hasStatus(404);
        assertThat(SentForm.to(causes).choosing("turn", turn.value().toString()).send(mvc, anna))
                .hasRedirectedUrl(causes);
        assertThat(SentForm.to(causes).choosing("turn", turn.value().toString()).send(mvc, anna))
                .hasRedirectedUrl(causes);
        assertThat(get(anna, material.path())).bodyText().contains(words, "One heard turn led to it");
        assertThat(get(ben, material.path()))
                .bodyText()
                .contains("One more is not yours to read.")
                .doesNotContain(words);
        SentForm.to(causes + "/" + turn.value() + "/removal").send(mvc, ben);
        assertThat(get(anna, material.path())).bodyText().contains(words);
        SentForm.to(causes + "/" + turn.value() + "/removal").send(mvc, anna);
        assertThat(get(anna, material.path())).bodyText().doesNotContain(words);
    }

    @Test
    void aSentenceThatSellsIsPointedOutAndKeptAllTheSame() {
        SentForm form = SentForm.opened(mvc, anna, "/library/materials/new", "/library/materials")
                .with("title", "Counting")
                .with("purpose", "They count")
                .with("body", "Count the strokes of a week. Buy now and save!");
        assertThat(form.choosing("preview", "true").send(mvc, anna))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"remarks\"", "<p class=\"lines\">Buy now and save!</p>");
        assertThat(form.without("preview").send(mvc, anna)).hasStatus3xxRedirection();
        String path = "/library/materials/" + form.value("id");
        assertThat(get(anna, path)).bodyText().contains("<p class=\"lines\">Buy now and save!</p>");
        assertThat(get(anna, path + "/draft"))
                .bodyText()
                .contains(
                        "<p class=\"lines\">Buy now and save!</p>",
                        "<p>Count the strokes of a week. Buy now and save!</p>")
                .doesNotContain("Nothing is written yet");
    }

    @Test
    void whatIsPersonalLeadsToNoMaterial() {
        MaterialView material = published("Nothing personal");
        String edition = "/library/versions/"
                + Objects.requireNonNull(material.newest()).id().value() + "/causes";
        ContactId helen = acquaintances.of(anna);
        ConversationId talk = talks.begun(anna, helen);
        String words = "Her operation " + Ids.next().toString().substring(30);
        TurnId personal = talks.heard(anna, talk, helen, words, Mark.PERSONAL);
        assertThat(get(anna, edition + "?q=operation")).bodyText().doesNotContain(words);
        assertThat(SentForm.to(edition)
                        .choosing("turn", personal.value().toString())
                        .send(mvc, anna))
                .hasStatus(404);
    }

    @Test
    void aTurnThatIsWithdrawnLeadsToNothingAnyMore() {
        MaterialView material = published("For a while");
        MaterialVersionId version = Objects.requireNonNull(material.newest()).id();
        TurnId turn = heard(anna, "That was a slip.");
        SentForm.to("/library/versions/" + version.value() + "/causes")
                .choosing("turn", turn.value().toString())
                .send(mvc, anna);
        assertThat(materials.find(anna, material.id()).versions().get(0).causes())
                .isOne();
        edits.withdraw(anna, turn);
        assertThat(materials.find(anna, material.id()).versions().get(0).causes())
                .isZero();
    }

    private TurnId heard(Viewer viewer, String words) {
        ContactId helen = acquaintances.of(viewer);
        ConversationId talk = talks.begun(viewer, helen);
        return talks.heard(viewer, talk, helen, words);
    }

    @Test
    void theListIsNarrowedAndPagedByKey() {
        String word = "Wechsel" + Ids.next().toString().replace("-", "").substring(20);
        for (int n = 0; n < 31; n++) {
            published(word + " " + n);
        }
        MvcTestResult first = get(
                anna, "/library?q=" + word.toLowerCase(Locale.ROOT) + "&step=count_the_cost&stage=like&language=en");
        assertThat(first)
                .hasStatusOk()
                .bodyText()
                .contains(word + " 30", word + " 1<")
                .doesNotContain(word + " 0<");
        String more = SentForm.body(first)
                .replaceAll("(?s).*href=\"(/library\\?[^\"]*after[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(mvc.get().uri(URI.create(more)).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains(word + " 0<")
                .doesNotContain(word + " 1<");
        assertThat(get(anna, "/library?q=" + word + "&step=decide")).bodyText().contains("No material is like that");
        assertThat(get(anna, "/library?q=" + word + "&language=de")).bodyText().contains("No material is like that");
        assertThat(get(anna, "/library?theme=nonsense&step=nonsense&stage=nonsense&after="))
                .hasStatusOk();
        assertThat(get(anna, "/library?after=nonsense")).hasStatus(404);
        assertThat(get(anna, "/library?q=%25_%27&theme=" + Ids.next())).hasStatusOk();
    }

    @Test
    void whatIsRetiredStandsApartAndComesBack() {
        MaterialView material = published("Going " + Ids.next());
        assertThat(SentForm.to(material.path() + "/retirement").send(mvc, ben)).hasStatus(404);
        assertThat(SentForm.opened(mvc, anna, material.path(), material.path() + "/retirement")
                        .send(mvc, anna))
                .hasRedirectedUrl(material.path());
        String title = material.details().title();
        assertThat(materials.choices(ben)).extracting(MaterialChoice::title).doesNotContain(title);
        assertThat(get(ben, "/library")).bodyText().doesNotContain(title);
        assertThat(get(ben, "/library?show=retired")).bodyText().contains(title);
        assertThat(get(ben, material.path())).bodyText().contains("Retired on");
        SentForm.opened(mvc, anna, material.path(), material.path() + "/restoration")
                .send(mvc, anna);
        assertThat(materials.choices(ben)).extracting(MaterialChoice::title).contains(title);
    }

    @Test
    void aFileIsSavedByTheBrowserAndNeverRun() throws Exception {
        MaterialView written = draft("With a file");
        UUID id = Ids.next();
        byte[] pdf = FileCheckTests.aPdf("x");
        assertThat(upload(anna, written, id, "Übersicht “May”.pdf", pdf)).hasStatus3xxRedirection();
        assertThat(upload(anna, written, id, "Übersicht “May”.pdf", pdf)).hasStatus3xxRedirection();
        assertThat(upload(anna, written, id, "other.pdf", FileCheckTests.aPdf("y")))
                .hasStatus(409);
        assertThat(get(ben, "/library/files/" + id)).hasStatus(404);

        VersionView draft =
                Objects.requireNonNull(materials.find(anna, written.id()).draft());
        drafts.publish(anna, written.id(), draft.id(), draft.version());
        MvcTestResult download = get(ben, "/library/files/" + id);
        assertThat(download).hasStatusOk();
        var answer = download.getResponse();
        assertThat(answer.getContentAsByteArray()).isEqualTo(pdf);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeaders("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%C3%9Cbersicht%20%E2%80%9CMay%E2%80%9D.pdf");
        assertThat(mvc.get()
                        .uri("/library/files/" + id)
                        .with(signedIn(ben))
                        .header("If-None-Match", Objects.requireNonNull(answer.getHeader("ETag"))))
                .hasStatus(304);
        assertThat(get(somebody.whoAdministers(), "/library/files/" + id)).hasStatus(404);
        assertThat(get(ben, written.path())).bodyText().contains("Übersicht “May”.pdf", "PDF, 1 KB");
    }

    @Test
    void aFileThatIsNotWhatItSaysCostsNobodyWhatTheyWrote() {
        MaterialView written = draft("With a page");
        assertThat(upload(
                        anna,
                        written,
                        Ids.next(),
                        "report.pdf",
                        FileCheckTests.bytes("<html><script>alert(1)</script></html>")))
                .hasStatus(422)
                .bodyText()
                .contains("This is a page or a drawing that a browser would run.", "<em>adds</em>", "role=\"alert\"");
        assertThat(upload(anna, written, Ids.next(), "report.pdf", new byte[11 * 1024 * 1024]))
                .hasStatus(422)
                .bodyText()
                .contains("too large; 10 MB is the most");
        assertThat(upload(ben, written, Ids.next(), "report.pdf", FileCheckTests.aPdf("")))
                .hasStatus(404);
        assertThat(Objects.requireNonNull(materials.find(anna, written.id()).draft())
                        .file())
                .isNull();
    }

    @Test
    void aFileNobodyNamesIsLetGoOfAfterADay() {
        MaterialView written = draft("With two files");
        UUID first = Ids.next();
        UUID second = Ids.next();
        upload(anna, written, first, "a.pdf", FileCheckTests.aPdf("1"));
        upload(anna, written, second, "b.pdf", FileCheckTests.aPdf("2"));
        cleanUp.letGoOfRows(Instant.now().minusSeconds(3600));
        assertThat(files(first, second)).isEqualTo(2);
        cleanUp.letGoOfRows(Instant.now().plusSeconds(60));
        assertThat(files(first)).isZero();
        assertThat(files(second)).isOne();
        assertThat(SentForm.opened(mvc, anna, written.path(), written.path() + "/draft/file/removal")
                        .send(mvc, anna))
                .hasStatus3xxRedirection();
        assertThat(get(anna, "/library/files/" + second)).hasStatus(404);
    }

    private int files(UUID... ids) {
        return jdbc.sql("select count(*) from library_file where id = any(:ids)")
                .param("ids", ids)
                .query(Integer.class)
                .single();
    }

    @Test
    void theNextVersionBeginsWithWhatTheLastOneSays() {
        MaterialView material = published("Going on");
        SentForm form = SentForm.opened(mvc, anna, material.path() + "/draft", material.path() + "/draft");
        assertThat(form.value("body")).isEqualTo("It *adds* up.");
        assertThat(form.value("version")).isEmpty();
    }
}

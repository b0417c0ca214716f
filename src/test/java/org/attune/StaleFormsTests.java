package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.coaching.WriteNote;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Notes;
import org.attune.conversations.TendedThemes;
import org.attune.conversations.TurnId;
import org.attune.fields.Field;
import org.attune.fields.FieldKind;
import org.attune.fields.Holder;
import org.attune.fields.OwnFields;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialId;
import org.attune.library.Materials;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryWords;
import org.attune.library.WriteMaterial;
import org.attune.library.WriteStory;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.Companies;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.questions.AddQuestion;
import org.attune.questions.Gap;
import org.attune.questions.QuestionBank;
import org.attune.questions.QuestionPlace;
import org.attune.voice.StatementScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Two people have the same form open. Whoever sends it second sees what stands there now beside their own words, which are
 * still in the form, and keeps theirs with one more click or leaves it.
 */
@AttuneTest
class StaleFormsTests {

    @Autowired
    private org.attune.coaching.Notes oneToOneNotes;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private Stories stories;

    @Autowired
    private Materials materials;

    @Autowired
    private TendedThemes themes;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private StatementScene voiced;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private OfferScene offers;

    @Autowired
    private Companies companies;

    @Autowired
    private OwnFields ownFields;

    @Autowired
    private Merges merges;

    @Autowired
    private Notes notes;

    @Autowired
    private Promises promises;

    @Autowired
    private Needs needs;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsKnown() {
        anna = somebody.whoSells();
        helen = acquaintances.of(anna);
    }

    @Test
    void aContact() {
        String page = "/contacts/" + helen.value();
        keepsBothAndThenMine(anna, page + "/edit", page, "background", "Runs dispatch", "Runs dispatch and the yard");
    }

    @Test
    void aStory() {
        StoryId id = new StoryId(Ids.next());
        StoryWords words = new StoryWords("Month end in a day", "Twice", "", "", "en", "", List.of());
        stories.write(anna, new WriteStory(id, helen, null, words, List.of()));
        String page = "/library/stories/" + id.value();
        keepsBothAndThenMine(
                anna, page + "/words", page + "/words", "situation", "They typed it twice", "They typed it thrice");
    }

    @Test
    void aCompany() {
        CompanyId id = companies.add(
                anna, new CompanyId(Ids.next()), new CompanyDetails("Kessler " + Ids.next(), null, "Bremen"));
        String page = "/companies/" + id.value();
        keepsBothAndThenMine(anna, page + "/edit", page, "city", "Hamburg-Altona", "Bremerhaven");
    }

    @Test
    void aFieldOfOnesOwnAndOneOfItsChoices() {
        Viewer admin = somebody.whoAdministers();
        Field field = ownFields.choosing(Holder.CONTACT, FieldKind.CHOICE, "Sailing", "Rowing");
        String page = "/admin/fields/" + field.id();
        keepsBothAndThenMine(admin, page, page, "hint", "As their contract says", "As their card says");
        String choice = page + "/choices/" + field.offered().get(0).id();
        keepsBothAndThenMine(admin, choice, choice, "name", "Sailing at sea", "Sailing on lakes");
        ownFields.areAskedForNoMore();
    }

    @Test
    void whatAMaterialIsForAndTheDraftOfIt() {
        MaterialId id = new MaterialId(Ids.next());
        MaterialDetails details = new MaterialDetails("Counting", "They can count", null, null, "en", "", List.of());
        String page = materials
                .write(anna, new WriteMaterial(id, details, new MaterialContent("Count.", null, null)))
                .path();
        keepsBothAndThenMine(anna, page + "/details", page + "/details", "purpose", "They count", "They have counted");
        keepsBothAndThenMine(anna, page + "/draft", page + "/draft", "body", "Count hours.", "Count minutes.");
    }

    @Test
    void thePromiseItself() {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(
                anna,
                MakePromise.ours(id, helen, "Send the list", LocalDate.now().plusDays(3)));
        String page = "/promises/" + id.value();
        keepsBothAndThenMine(anna, page, page, "words", "Send the long list", "Send the short list");
    }

    @Test
    void theTitleOfANeed() {
        String page = "/needs/" + need().value();
        keepsBothAndThenMine(anna, page, page + "/wording", "title", "Surcharges get lost", "Nobody bills surcharges");
    }

    @Test
    void theEndOfANeed() {
        String page = "/needs/" + need().value();
        SentForm first = SentForm.opened(mvc, anna, page, page + "/wording");
        SentForm second = SentForm.opened(mvc, anna, page, page + "/ending").choosing("how", "DROPPED");
        assertThat(first.with("title", "Surcharges get lost").send(mvc, anna)).hasStatus3xxRedirection();

        MvcTestResult conflict = second.with("why", "They sold the lorries").send(mvc, anna);

        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("Surcharges get lost", "They sold the lorries", "Keep what I wrote instead");
        assertThat(SentForm.on(conflict, page + "/ending").send(mvc, anna)).hasStatus3xxRedirection();
    }

    @Test
    void theDraftOfAnOffer() {
        OfferId id = offers.recorded(offers.complete(anna));
        String page = "/offers/" + id.value() + "/wording";
        keepsBothAndThenMine(anna, page, page, "title", "Call capture for two years", "Call capture, lean");
    }

    @Test
    void theWordsOfATurn() {
        ConversationId talk = talks.begun(anna, helen);
        TurnId heard = talks.heard(anna, talk, helen, "The surcharges are never billed.");
        String page = "/turns/" + heard.value();
        keepsBothAndThenMine(
                anna, page, page + "/words", "words", "They are rarely billed.", "They are seldom billed.");
    }

    @Test
    void theFactsAboutAConversation() {
        String page = "/conversations/" + talks.begun(anna, helen).value() + "/facts";
        SentForm first = SentForm.opened(mvc, anna, page, page);
        SentForm second = SentForm.opened(mvc, anna, page, page);
        assertThat(first.with("minutes", "25").send(mvc, anna)).hasStatus3xxRedirection();

        MvcTestResult conflict = second.with("minutes", "45").send(mvc, anna);

        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("25 minutes", "value=\"45\"", "Keep what I wrote instead", "Who sought it? They did");
        assertThat(SentForm.on(conflict, page).send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(SentForm.opened(mvc, anna, page, page).value("minutes")).isEqualTo("45");
    }

    @Test
    void aNoteThatIsNotSortedYet() {
        ConversationId talk = talks.begun(anna, helen);
        String page = "/conversations/" + talk.value() + "/notes";
        keepsBothAndThenMine(anna, page, page, "note", "Asked about the yard", "Asked about the drivers");
    }

    @Test
    void oneOfUs() {
        Viewer admin = somebody.whoAdministers();
        String page = "/admin/people/" + anna.uuid();
        keepsBothAndThenMine(admin, page, page, "name", "Anna Berg-Olsen", "Anna Berg");
    }

    @Test
    void aTeam() {
        Viewer admin = somebody.whoAdministers();
        String page = "/admin/teams/" + somebody.aTeam().value();
        String north = "North " + Ids.next();
        keepsBothAndThenMine(admin, page, page, "name", north, north + " and east");
    }

    @Test
    void aTheme() {
        Viewer admin = somebody.whoAdministers();
        UUID id = Ids.next();
        themes.make(admin, id, "Theme " + id);
        String page = "/admin/themes/" + id;
        keepsBothAndThenMine(admin, page, page, "name", "Theirs " + id, "Mine " + id);
    }

    @Test
    void aQuestionOfTheBank() {
        Viewer admin = somebody.whoAdministers();
        AddQuestion add = new AddQuestion(
                Ids.next(), QuestionPlace.of(Gap.FIT), Language.ENGLISH, "What then, " + Ids.next() + "?");
        bank.add(admin, add);
        String page = "/admin/questions/" + add.id();
        keepsBothAndThenMine(admin, page, page, "words", "What else, " + add.id() + "?", "What now, " + add.id() + "?");
        bank.retire(add.id());
    }

    @Test
    void whatASortedPieceSays() {
        ConversationId talk = talks.begun(anna, helen);
        notes.sort(anna, talk, Ids.next(), "We never bill them. We never did.");
        String page = "/conversations/" + talk.value() + "/notes";
        String piece = page.replace("/notes", "/proposals/")
                + notes.proposals(anna, talk).get(0).id().value();
        SentForm first = SentForm.opened(mvc, anna, page, piece);
        SentForm second = SentForm.opened(mvc, anna, page, piece);
        assertThat(first.choosing("do", "keep")
                        .with("words", "We seldom bill them.")
                        .send(mvc, anna))
                .hasStatus3xxRedirection();

        MvcTestResult conflict = second.with("words", "We rarely bill them.")
                .choosing("do", "confirm")
                .send(mvc, anna);

        assertThat(conflict).hasStatus(409);
        assertThat(kept(SentForm.body(conflict))).contains("We seldom bill them.");
        SentForm again = SentForm.on(conflict, piece);
        assertThat(again.value("words")).isEqualTo("We rarely bill them.");
        assertThat(again.send(mvc, anna)).hasStatus3xxRedirection();
    }

    @Test
    void twoContactsThatAreToBecomeOne() {
        ContactId twin = acquaintances.of(anna, ContactDetails.named("Hellen", "Brandt"));
        String page = "/contacts/" + helen.value();
        SentForm merge = SentForm.opened(mvc, anna, page + "/merge?with=" + twin.value(), page + "/merge");
        assertThat(SentForm.opened(mvc, anna, page + "/edit", page)
                        .with("background", "Runs dispatch")
                        .send(mvc, anna))
                .hasStatus3xxRedirection();

        MvcTestResult conflict = merge.send(mvc, anna);

        assertThat(conflict).hasStatus(409).bodyText().contains("Someone changed this meanwhile", "Runs dispatch");
        assertThat(SentForm.on(conflict, page + "/merge").send(mvc, anna)).hasStatus3xxRedirection();
    }

    @Test
    void aTurnThatWasLoggedWithOtherWords() {
        String page = "/conversations/" + talks.begun(anna, helen).value();
        SentForm turn = SentForm.opened(mvc, anna, page, page + "/turns").with("text", "We never bill them.");
        assertThat(turn.send(mvc, anna)).hasStatus3xxRedirection();

        MvcTestResult conflict = turn.with("text", "We seldom bill them.").send(mvc, anna);

        assertThat(conflict).hasStatus(409);
        assertThat(kept(SentForm.body(conflict))).contains("We never bill them.");
        SentForm again = SentForm.on(conflict, page + "/turns");
        assertThat(again.value("text")).isEqualTo("We seldom bill them.");
        assertThat(again.send(mvc, anna)).hasStatus3xxRedirection();
    }

    @Test
    void aNoteOfAOneToOne() {
        TeamId team = somebody.aTeam();
        Viewer ben = somebody.whoSells(team);
        Viewer ruth = somebody.whoLeads(team);
        UUID id = Ids.next();
        oneToOneNotes.write(ben, new WriteNote(id, ben.id(), ruth.id(), "It was hard."));
        String page = "/one-to-one/notes/" + id;
        keepsBothAndThenMine(ben, page, page, "words", "It was hard to be quiet.", "It was easy to be quiet.");
    }

    @Test
    void whatIsToBecomeOfAStatement() {
        UUID statement = voiced.put(anna, helen);
        String page = "/voice/statements/" + statement;
        SentForm first = answering(page, "It saves hours");
        SentForm second = answering(page, "It saves days");
        assertThat(first.send(mvc, anna)).hasStatus3xxRedirection();

        MvcTestResult conflict = second.send(mvc, anna);

        assertThat(conflict).hasStatus(409);
        assertThat(kept(SentForm.body(conflict))).contains("It saves hours");
        SentForm again = SentForm.on(conflict, page + "/answers");
        assertThat(again.value("why")).isEqualTo("It saves days");
        assertThat(again.send(mvc, anna)).hasStatus3xxRedirection();
    }

    private SentForm answering(String page, String why) {
        return SentForm.opened(mvc, anna, page, page + "/answers")
                .choosing("resolve", "NO")
                .with("why", why);
    }

    @Test
    void onesOwnPreferences() {
        keepsBothAndThenMine(anna, "/preferences", "/preferences", "name", "Anna Berg-Olsen", "Anna Berg");
    }

    @Test
    void onesSignatureInEachLanguage() {
        String page = "/preferences/signature";
        keepsBothAndThenMine(anna, page, page, "en", "Anna Berg, dispatch", "Anna Berg");
        keepsBothAndThenMine(anna, page, page, "de", "Anna Berg, Disposition", "Anna");
    }

    @Test
    void howRarelyCustomersAreAsked() {
        Viewer admin = somebody.whoAdministers();
        String page = "/admin/organisation/pulse";
        String before = SentForm.opened(mvc, admin, page, page).value("weeks");
        keepsBothAndThenMine(admin, page, page, "weeks", "14", "16");
        assertThat(SentForm.opened(mvc, admin, page, page).with("weeks", before).send(mvc, admin))
                .hasStatus3xxRedirection();
    }

    @Test
    void theStageOfAContact() {
        String page = "/contacts/" + helen.value() + "/stage";
        SentForm first = SentForm.opened(mvc, anna, page, page);
        SentForm second = SentForm.opened(mvc, anna, page, page);
        assertThat(first.choosing("to", "not_now")
                        .with("reason", "On leave")
                        .with("until", LocalDate.now().plusDays(90).toString())
                        .send(mvc, anna))
                .hasStatus3xxRedirection();

        MvcTestResult conflict = second.choosing("to", "not_now")
                .with("reason", "They told me to wait")
                .with("until", LocalDate.now().plusDays(60).toString())
                .send(mvc, anna);

        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("Someone changed this meanwhile", "They told me to wait");
    }

    @Test
    void whatWeUnderstoodOfATurn() {
        ConversationId talk = talks.begun(anna, helen);
        String page = "/turns/"
                + talks.heard(anna, talk, helen, "The surcharges are never billed.")
                        .value();
        keepsBothAndThenMine(
                anna,
                page,
                page + "/understanding",
                "understanding",
                "It costs them two thousand.",
                "It costs them a thousand.");
    }

    @Test
    void aCorrectionThatWasAddedInOtherWords() {
        ConversationId talk = talks.begun(anna, helen);
        String action =
                "/turns/" + talks.heard(anna, talk, helen, "Never billed.").value() + "/corrections";
        SentForm form =
                SentForm.to(action).choosing("id", Ids.next().toString()).choosing("words", "They meant tolls");
        assertThat(form.send(mvc, anna)).hasStatus3xxRedirection();

        MvcTestResult conflict = form.with("words", "They meant fuel").send(mvc, anna);

        assertThat(conflict).hasStatus(409);
        assertThat(kept(SentForm.body(conflict))).contains("They meant tolls");
        SentForm again = SentForm.on(conflict, action);
        assertThat(again.value("words")).isEqualTo("They meant fuel");
        assertThat(again.send(mvc, anna)).hasStatus3xxRedirection();
    }

    @Test
    void aButtonThatComesTooLateSaysSoOnThePageItStandsOn() {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(
                anna,
                MakePromise.ours(id, helen, "Send the list", LocalDate.now().plusDays(3)));
        var kept = promises.keep(anna, id).outcome();
        promises.reopen(anna, id);
        String page = "/contacts/" + helen.value() + "/promises";

        MvcTestResult undone = mvc.post()
                .uri("/promises/" + id.value() + "/reversal?of="
                        + Objects.requireNonNull(kept).id())
                .with(Somebody.signedIn(anna))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .header("Referer", "http://localhost" + page + "?all=true")
                .param("button", "true")
                .exchange();

        assertThat(undone).hasStatus(303).hasRedirectedUrl(page + "?all=true");
        assertThat(undone.getMvcResult().getFlashMap().get("said"))
                .asString()
                .contains("platform.button.changed", "refused=true");
    }

    @Test
    void anAssumptionThatWasWrittenDownInOtherWords() {
        besideADialogue("/assumptions", "It starts in dispatch", "It starts in finance");
    }

    @Test
    void aHunchThatWasWrittenDownInOtherWords() {
        besideADialogue("/hunches", "Let the drivers speak", "Let the office call them");
    }

    @Test
    void whatWasLookedUpAndWrittenDownInOtherWords() {
        besideADialogue("/research", "They bought two lorries", "They sold two lorries");
    }

    /** The first is kept, the second under the same id shown beside it, and kept as another once somebody says so. */
    private void besideADialogue(String what, String before, String now) {
        String page = "/conversations/" + talks.begun(anna, helen).value();
        String action = "/contacts/" + helen.value() + what;
        SentForm form = SentForm.opened(mvc, anna, page, action).with("words", before);
        if (what.equals("/research")) {
            form.with("source", "The local paper");
        }
        assertThat(form.send(mvc, anna)).hasStatus3xxRedirection();

        MvcTestResult conflict = form.with("words", now).send(mvc, anna);

        assertThat(conflict).hasStatus(409).bodyText().contains("This was sent before, in other words");
        assertThat(kept(SentForm.body(conflict))).contains(before);
        SentForm again = SentForm.on(conflict, action);
        assertThat(again.value("words")).isEqualTo(now);
        assertThat(again.send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(page).with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains(before, now);
    }

    @Test
    void nothingWrittenBesideADialogueIsSaidThere() {
        String page = "/conversations/" + talks.begun(anna, helen).value();
        String action = "/contacts/" + helen.value() + "/research";
        assertThat(SentForm.opened(mvc, anna, page, action)
                        .with("words", "They bought two lorries")
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"looked-source-error\"", "value=\"They bought two lorries\"");
    }

    @Test
    void aContactThatWasMergedMeanwhileSaysIntoWhomAndKeepsTheWords() {
        ContactId kept = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt-Olsen"));
        String page = "/contacts/" + helen.value();
        SentForm open = SentForm.opened(mvc, anna, page + "/edit", page);
        merges.merge(anna, new MergeContacts(Ids.next(), kept, helen, 0, 0, Set.of()));

        MvcTestResult moved =
                open.with("background", "Runs dispatch & the yard").send(mvc, anna);

        String there = "/contacts/" + kept.value();
        assertThat(moved)
                .hasStatus(409)
                .bodyText()
                .contains("part of Helen Brandt-Olsen now", "href=\"" + there + "\"", "Runs dispatch &amp; the yard");
        MvcTestResult both = SentForm.on(moved, there).send(mvc, anna);
        assertThat(both).hasStatus(409).bodyText().contains("Someone changed this meanwhile");
        assertThat(SentForm.on(both, there).send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(SentForm.opened(mvc, anna, there + "/edit", there).value("background"))
                .isEqualTo("Runs dispatch & the yard");
    }

    @Test
    void aFormThatDoesNotSayHowOldItIsComparesFirst() {
        String page = "/contacts/" + helen.value();
        assertThat(SentForm.opened(mvc, anna, page + "/edit", page)
                        .without("version")
                        .send(mvc, anna))
                .hasStatus(409)
                .bodyText()
                .contains("Keep what I wrote instead");
    }

    @Test
    void whatWasSentBeforeInOtherWordsIsKeptAsWellIfTheyWantThat() {
        String page = "/contacts/" + helen.value() + "/promises";
        SentForm form = SentForm.opened(mvc, anna, page, page)
                .choosing("side", "US")
                .with("words", "Send the list")
                .with("due", LocalDate.now().plusDays(3).toString());
        assertThat(form.send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(form.send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(promises.ofContact(anna, helen).open()).hasSize(1);

        MvcTestResult other = form.with("words", "Send the contract").send(mvc, anna);

        assertThat(other).hasStatus(409).bodyText().contains("This was sent before, in other words", "Send the list");
        assertThat(SentForm.on(other, page).send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(promises.ofContact(anna, helen).open()).hasSize(2);
    }

    private NeedId need() {
        ConversationId talk = talks.begun(anna, helen);
        TurnId heard = talks.heard(anna, talk, helen, "The surcharges are never billed.");
        return needs.note(
                anna,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        heard,
                        NeedKind.PROBLEM,
                        "Surcharges",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
    }

    /** Both open the form; the first keeps something, the second comes too late. */
    private void keepsBothAndThenMine(
            Viewer viewer, String page, String action, String field, String theirs, String mine) {
        SentForm first = SentForm.opened(mvc, viewer, page, action);
        SentForm second = SentForm.opened(mvc, viewer, page, action);
        assertThat(first.with(field, theirs).send(mvc, viewer)).hasStatus3xxRedirection();

        MvcTestResult conflict = second.with(field, mine).send(mvc, viewer);

        assertThat(conflict).hasStatus(409);
        String both = SentForm.body(conflict);
        assertThat(both)
                .contains("Someone changed this meanwhile", "Keep what I wrote instead", "Leave it as it is now");
        assertThat(kept(both)).contains(theirs);
        SentForm again = SentForm.on(conflict, action);
        assertThat(again.value(field)).isEqualTo(mine);
        assertThat(SentForm.opened(mvc, viewer, page, action).value(field)).isEqualTo(theirs);

        assertThat(again.send(mvc, viewer)).hasStatus3xxRedirection();
        assertThat(SentForm.opened(mvc, viewer, page, action).value(field)).isEqualTo(mine);
    }

    private static String kept(String html) {
        List<String> parts = List.of(html.split("<pre class=\"kept\">|</pre>"));
        assertThat(parts).as("what stands there now").hasSizeGreaterThan(2);
        return parts.get(1);
    }
}

package org.attune;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Notes;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.fields.FieldKind;
import org.attune.fields.Holder;
import org.attune.fields.OwnFields;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialDrafts;
import org.attune.library.MaterialId;
import org.attune.library.MaterialView;
import org.attune.library.Materials;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryWords;
import org.attune.library.VersionView;
import org.attune.library.WriteMaterial;
import org.attune.library.WriteStory;
import org.attune.needs.SendSummary;
import org.attune.needs.Summaries;
import org.attune.needs.SummaryView;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.offers.OfferScene.Story;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.EmailLine;
import org.attune.platform.Ids;
import org.attune.pulse.AskPulse;
import org.attune.pulse.Pulses;
import org.attune.stages.StagesAsTheyWere;
import org.attune.voice.StatementScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Fingers click twice, and lines break after the server has answered. Every form that makes something says the same the second
 * time and makes nothing more; with other words in it, it is not taken for the first, and both are shown.
 */
@AttuneTest
class RepeatedSubmitTests {

    private static final String IN_A_WHILE = LocalDate.now().plusDays(40).toString();
    private static final String LATER = LocalDate.now().plusDays(50).toString();

    /** Their rows are none of a form's. */
    private static final String NOT_COUNTED = "spring_session.*|sign_in_failure|flyway.*";

    /** Where every answer brings a link of its own, because none is kept; that it was made is on the trail, and the one before is spent. */
    private static final String INVITES = "/admin/people";

    /** What a page needs to send, which nobody reads as a word. */
    private static final Pattern CODE = Pattern.compile(
            "(conversation:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z_]{2,}|[a-z]+(_[a-z]+)*|true|stage=.*|\\d{4}-\\d\\d-\\d\\dT.*");

    private static final Pattern LETTERS_AND_LINKS =
            Pattern.compile("org\\.attune\\.(correspondence|outside|pulse)\\..*|.*\\.(Asked|Summary)Controller");

    private static final Pattern ERROR = Pattern.compile("<ul class=\"errlist\">.*?</ul>", Pattern.DOTALL);

    /** What carries an id and is tested where it is at home, or makes nothing of that id. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/set-up",
            "/admin/people/{id}",
            "/admin/gate",
            "/admin/gate/trial",
            "/companies/{company}",
            "/contacts/duplicates",
            "/contacts/views/{view}",
            "/nurture/{contact}/not-them",
            "/contacts/{contact}",
            "/library/files",
            "/voice/statements/{statement}/promises",
            "/introductions/{introduction}/thanks");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private OfferScene offers;

    @Autowired
    private Notes notes;

    @Autowired
    private StatementScene voiced;

    @Autowired
    private OwnFields ownFields;

    @Autowired
    private StagesAsTheyWere stagesBefore;

    @Autowired
    private Themes themes;

    @Autowired
    private Materials materials;

    @Autowired
    private Stories toldStories;

    @Autowired
    private MaterialDrafts drafts;

    @Autowired
    private Pulses pulses;

    @Autowired
    private Summaries summaries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Viewer admin;
    private Viewer anna;
    private Viewer ben;
    private Viewer carl;
    private Viewer ruth;
    private ContactId hanna;
    private ContactId paula;
    private ConversationId talk;
    private TurnId heard;
    private TurnId asked;
    private Story story;

    /**
     * A form as somebody filled it in.
     *
     * @param others for each of these fields something else, that makes it another form
     */
    private record Filled(Viewer by, SentForm form, Map<String, String> others) {}

    @AfterEach
    void askForNothingMore() {
        jdbc.sql("update pulse_rule set weeks = 12 where weeks <> 12").update();
        ownFields.areAskedForNoMore();
        jdbc.sql(
                        "update custom_field set retired_at = now(), position = null where name ~ 'umber' and retired_at is null")
                .update();
    }

    @BeforeEach
    void somethingWasSaid() {
        admin = somebody.whoAdministers();
        TeamId team = somebody.aTeam();
        anna = somebody.whoSells(team);
        ben = somebody.whoSells(team);
        carl = somebody.whoSells(team);
        ruth = somebody.whoLeads(team);
        hanna = acquaintances.of(anna, ContactDetails.named("Hanna", "Weiss"));
        paula = acquaintances.of(anna, ContactDetails.named("Paula", "Roth"));
        talk = talks.begun(anna, hanna, paula);
        heard = talks.heard(anna, talk, hanna, "The surcharges are never billed.");
        asked = talks.asked(anna, talk, "Since when?", heard);
        story = offers.complete(anna);
    }

    @AfterEach
    void stagesComeBack() {
        stagesBefore.comeBack();
    }

    /** What makes something carries the id of it, made beforehand. */
    @Test
    void everyRouteThatMakesSomethingIsHere() {
        Set<String> known = new TreeSet<>(ELSEWHERE);
        known.addAll(made().keySet());
        assertThat(mappings.getHandlerMethods().entrySet().stream()
                        .filter(one ->
                                one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                        .filter(one -> Stream.of(one.getValue().getMethodParameters())
                                .anyMatch(RepeatedSubmitTests::carriesAnId))
                        .flatMap(one -> one.getKey().getPatternValues().stream())
                        .filter(path -> !known.contains(path)))
                .isEmpty();
    }

    /** Of letters, links and what customers answer nothing is left out, whether it carries an id or not. */
    @Test
    void everyPostOfLettersAndLinksIsHere() {
        Set<String> known = new TreeSet<>(Set.of("/letters/returned")); // tested where letters are
        known.addAll(made().keySet());
        known.addAll(added().keySet());
        List<String> missing = mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .filter(one -> LETTERS_AND_LINKS
                        .matcher(one.getValue().getBeanType().getName())
                        .matches())
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .toList();
        assertThat(missing).hasSizeGreaterThan(8).isSubsetOf(known);
    }

    private static boolean carriesAnId(MethodParameter parameter) {
        RequestParam one = parameter.getParameterAnnotation(RequestParam.class);
        if (one != null) {
            String name = one.name().isEmpty() ? parameter.getParameter().getName() : one.name();
            return name.equals("id") && parameter.getParameterType() == UUID.class;
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                && Stream.of(parameter.getParameterType().getDeclaredFields())
                        .anyMatch(field -> field.getName().equals("id"));
    }

    @TestFactory
    Stream<DynamicTest> whatCarriesAnIdIsMadeOnceAndOtherWordsUnderItAreShownBeside() {
        return made().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> sentAgain(one.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOneByNatureIsAddedOnce() {
        return added().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    assertThat(one.getValue().get().others()).isEmpty();
                    sentAgain(one.getValue().get());
                }));
    }

    private void sentAgain(Filled filled) {
        MvcTestResult first = filled.form().send(mvc, filled.by());
        assertThat(first.getResponse().getStatus())
                .as("the first time: %s", said(first))
                .isIn(200, 303);
        boolean invites = filled.form().action().equals(INVITES);
        Map<String, Long> rows = rows(invites);
        MvcTestResult again = filled.form().send(mvc, filled.by());
        assertThat(again).hasStatus(first.getResponse().getStatus());
        assertThat(again.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(rows(invites)).isEqualTo(rows);
        filled.others().forEach((field, other) -> {
            sentOtherwise(filled, field, other);
            assertThat(rows(invites)).as("with another " + field).isEqualTo(rows);
        });
    }

    /** What the page has against it. */
    private static List<String> said(MvcTestResult page) {
        return ERROR.matcher(SentForm.body(page))
                .results()
                .map(error -> error.group().replaceAll("<[^>]*>", " ").strip())
                .toList();
    }

    private void sentOtherwise(Filled filled, String field, String other) {
        String before = filled.form().typed(field);
        MvcTestResult answer = filled.form().choosing(field, other).send(mvc, filled.by());
        if (before.isEmpty()) {
            filled.form().without(field);
        } else {
            filled.form().choosing(field, before);
        }
        assertThat(answer).as("with another " + field).hasStatus(409);
        if (!CODE.matcher(other).matches()) {
            assertThat(SentForm.body(answer)).as("with another " + field).contains(before, other);
        }
    }

    private Map<String, Long> rows(boolean withoutTrail) {
        return jdbc
                .sql("select tablename from pg_tables where schemaname = 'public' and tablename !~ :not")
                .param("not", "^(" + NOT_COUNTED + (withoutTrail ? "|audit_.*|spent_link" : "") + ")$")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    /** By the address each is sent to. */
    private Map<String, Supplier<Filled>> made() {
        Map<String, Supplier<Filled>> made = new LinkedHashMap<>();
        people(made);
        around(made);
        conversations(made);
        needs(made);
        offers(made);
        administration(made);
        colleagues(made);
        voice(made);
        stages(made);
        library(made);
        stories(made);
        return made;
    }

    private void stories(Map<String, Supplier<Filled>> made) {
        made.put(
                "/library/stories",
                () -> filled(
                        "/library/stories/new?contact=" + acquaintances.of(anna).value(),
                        "/library/stories",
                        Map.of("title", "Month end in a day", "situation", "Twice"),
                        Map.of("title", "Month end in an hour", "situation", "Thrice")));
        made.put("/library/stories/{story}/consents", () -> {
            String page = toldStory();
            return filled(
                    page + "/consents/new",
                    page + "/consents",
                    Map.of("scope", "TOLD", "named", "false", "how", "By letter"),
                    Map.of("scope", "WRITTEN", "named", "true", "how", "On the phone"));
        });
    }

    private String toldStory() {
        StoryId id = new StoryId(Ids.next());
        StoryWords words = new StoryWords("Month end in a day", "Twice", "", "", "en", "", List.of());
        return toldStories
                .write(anna, new WriteStory(id, acquaintances.of(anna), null, words, List.of()))
                .path();
    }

    private void library(Map<String, Supplier<Filled>> made) {
        made.put(
                "/library/materials",
                () -> filled(
                        "/library/materials/new",
                        "/library/materials",
                        Map.of("title", "Counting twice", "purpose", "They can count it", "body", "Count the hours."),
                        Map.of(
                                "title",
                                "Counting thrice",
                                "body",
                                "Count the days.",
                                "url",
                                "https://example.org/count")));
        made.put("/library/materials/{material}/draft", () -> {
            String path = published().path();
            return filled(
                    path + "/draft",
                    path + "/draft",
                    Map.of("body", "Count the minutes.", "news", "Minutes"),
                    Map.of("body", "Count the seconds.", "news", "Seconds"));
        });
    }

    private MaterialView published() {
        MaterialId id = new MaterialId(Ids.next());
        MaterialDetails details = new MaterialDetails("Counting", "They can count", null, null, "en", "", List.of());
        VersionView draft = Objects.requireNonNull(materials
                .write(anna, new WriteMaterial(id, details, new MaterialContent("Count.", null, null)))
                .draft());
        drafts.publish(anna, id, draft.id(), draft.version());
        return materials.find(anna, id);
    }

    private void people(Map<String, Supplier<Filled>> made) {
        made.put(
                "/contacts",
                () -> filled(
                        "/contacts/new",
                        "/contacts",
                        Map.of("givenName", "Rosalind", "familyName", "Okafor " + Ids.next(), "background", "Runs it"),
                        Map.of("givenName", "Rosa", "background", "Runs the yard", "jobTitle", "Director")));
        made.put(
                "/companies",
                () -> filled(
                        "/companies/new",
                        "/companies",
                        Map.of("name", "Kessler " + Ids.next(), "city", "Bremen"),
                        Map.of("name", "Rau " + Ids.next(), "city", "Hamburg")));
        made.put(
                "/contacts/views",
                () -> filled(
                        "/contacts?stage=know",
                        "/contacts/views",
                        Map.of("name", "In the north", "query", "stage=know"),
                        Map.of("name", "In the south", "query", "stage=trust")));
        made.put("/contacts/{contact}/merge", () -> {
            ContactId twin = acquaintances.of(anna, ContactDetails.named("Hannah", "Weiss"));
            String path = of(hanna) + "/merge";
            return filled(
                    path + "?with=" + twin.value(),
                    path,
                    Map.of(),
                    Map.of("with", paula.value().toString()));
        });
        made.put(
                "/contacts/{contact}/introductions",
                () -> filled(
                        of(hanna) + "/introductions",
                        of(hanna) + "/introductions",
                        Map.of("part", "BROUGHT", "who", "Paula Roth", "note", "At the fair", "day", "2026-03-02"),
                        Map.of("note", "On the phone", "day", "2026-03-03")));
    }

    private void around(Map<String, Supplier<Filled>> made) {
        made.put(
                "/contacts/{contact}/stage",
                () -> filled(
                        of(hanna) + "/stage",
                        of(hanna) + "/stage",
                        Map.of("to", "not_now", "reason", "On leave", "until", IN_A_WHILE),
                        Map.of("reason", "They told me to wait", "until", LATER)));
        made.put(
                "/contacts/{contact}/pulses",
                () -> filled(of(hanna), of(hanna) + "/pulses", Map.of("days", "14"), Map.of("days", "30")));
        made.put(
                "/contacts/{contact}/promises",
                () -> filled(
                        of(hanna) + "/promises",
                        of(hanna) + "/promises",
                        Map.of("side", "US", "words", "Send the list", "due", IN_A_WHILE),
                        Map.of("words", "Send the contract", "due", LATER, "side", "THEM")));
        made.put(
                "/contacts/{contact}/touches",
                () -> filled(
                        of(hanna) + "/touches",
                        of(hanna) + "/touches",
                        Map.of("kind", "MATERIAL", "words", "The checklist", "day", "2026-03-02"),
                        Map.of("words", "The long checklist", "kind", "EVENT", "day", "2026-03-03")));
        made.put(
                "/touches/new",
                () -> filled(
                        "/touches/new/words?with=" + hanna.value(),
                        "/touches/new",
                        Map.of("rows[0].words", "Dear Hanna, a dry spring to you"),
                        Map.of("rows[0].words", "Dear Hanna, and a long summer", "kind", "EVENT")));
        made.put(
                "/contacts/{contact}/silence",
                () -> filled(
                        of(hanna) + "/silence",
                        of(hanna) + "/silence",
                        Map.of("until", IN_A_WHILE, "why", "The board decides then"),
                        Map.of("until", LATER, "why", "They are moving house")));
        made.put(
                "/contacts/{contact}/way-on",
                () -> filled(
                        of(hanna) + "/way-on",
                        of(hanna) + "/way-on",
                        Map.of("way", "KEEP_IN_TOUCH", "why", "After stocktaking"),
                        Map.of("way", "KEEP_TALKING", "why", "They rang at once")));
        made.put(
                "/nurture/{contact}/later",
                () -> filled(
                        "/nurture/" + hanna.value() + "/later",
                        "/nurture/" + hanna.value() + "/later",
                        Map.of("until", IN_A_WHILE),
                        Map.of("until", LATER)));
    }

    private void conversations(Map<String, Supplier<Filled>> made) {
        String page = "/conversations/" + talk.value();
        made.put(
                "/conversations",
                () -> filled(
                        "/conversations/new?with=" + hanna.value(),
                        "/conversations",
                        Map.of("kind", "note", "note", "Asked about the yard", "minutes", "20"),
                        Map.of(
                                "note", "Asked about the drivers",
                                "minutes", "40",
                                "channel", "VIDEO",
                                "startedBy", "THEY",
                                "at", "2026-03-02T10:00",
                                "visibility", "PRIVATE",
                                "participants", paula.value().toString())));
        made.put(
                "/conversations/{id}/turns",
                () -> filled(
                        page,
                        page + "/turns",
                        Map.of(
                                "text",
                                "We lose two thousand a month.",
                                "speaker",
                                hanna.value().toString()),
                        Map.of(
                                "text", "We lose a thousand a month.",
                                "how", "in_essence",
                                "speaker", paula.value().toString(),
                                "understanding", "More than they say")));
        made.put(
                "/conversations/{conversation}/notes",
                () -> filled(
                        page + "/notes",
                        page + "/notes",
                        Map.of("kind", "sort", "note", "Hanna: We never bill them."),
                        Map.of("note", "Hanna: We rarely bill them.")));
        made.put(
                "/conversations/{conversation}/closing",
                () -> filled(
                        page + "/closing",
                        page + "/closing",
                        Map.ofEntries(
                                entry("outcome", "GOODBYE"),
                                entry("side", "us"),
                                entry("next", "Send the list"),
                                entry("due", IN_A_WHILE),
                                entry("way", "KEEP_TALKING"),
                                entry("minutes", "20")),
                        Map.of(
                                "next", "Send the contract",
                                "due", LATER,
                                "outcome", "CONTINUES",
                                "way", "KEEP_IN_TOUCH")));
        made.put("/turns/{turn}/corrections", () -> {
            SentForm form = SentForm.to("/turns/" + heard.value() + "/corrections")
                    .choosing("id", Ids.next().toString())
                    .choosing("words", "They meant the toll");
            return new Filled(anna, form, Map.of("words", "Or the fuel"));
        });
        for (String what : List.of("assumptions", "hunches")) {
            made.put(
                    "/contacts/{contact}/" + what,
                    () -> filled(
                            page,
                            of(hanna) + "/" + what,
                            Map.of("words", "It starts in dispatch"),
                            Map.of("words", "It starts in finance")));
        }
        made.put(
                "/contacts/{contact}/research",
                () -> filled(
                        page,
                        of(hanna) + "/research",
                        Map.of("words", "They bought two lorries", "source", "The local paper"),
                        Map.of("words", "They sold two lorries", "source", "Their own page")));
    }

    private void needs(Map<String, Supplier<Filled>> made) {
        String need = "/needs/" + story.need().value();
        String said = story.said().value().toString();
        made.put(
                "/needs",
                () -> filled(
                        "/turns/" + heard.value() + "/needs/new",
                        "/needs",
                        Map.of("kind", "PROBLEM", "title", "Surcharges", "roles", "HAS_PROBLEM"),
                        Map.of("title", "Billing", "kind", "WANTS_TO_KNOW", "roles", "PAYS")));
        made.put(
                "/needs/{id}/cost",
                () -> filled(
                        need,
                        need + "/cost",
                        Map.of("kind", "AMOUNT", "low", "700", "per", "MONTH", "workedOut", "By hand", "turn", said),
                        Map.of("low", "900", "workedOut", "From the books", "per", "YEAR")));
        made.put("/needs/{id}/cost/confirmation", () -> {
            filled(need, need + "/cost", Map.of("kind", "OUR_ESTIMATE", "low", "800", "per", "MONTH"), Map.of())
                    .form()
                    .send(mvc, anna);
            return filled(
                    need,
                    need + "/cost/confirmation",
                    Map.of("turn", said),
                    Map.of("turn", story.ask().value().toString()));
        });
        made.put(
                "/needs/{id}/confirmation",
                () -> filled(
                        need,
                        need + "/confirmation",
                        Map.of("text", "Only on the list", "answer", said, "verdict", "YES"),
                        Map.of("text", "Nowhere but on the list", "verdict", "NOT_QUITE")));
        made.put(
                "/needs/{id}/summaries",
                () -> filled(
                        need,
                        need + "/summaries",
                        Map.of("text", "Only on the list", "days", "14"),
                        Map.of("text", "Nowhere but on the list", "days", "30")));
        made.put(
                "/needs/{id}/solution",
                () -> filled(
                        need,
                        need + "/solution",
                        Map.of("ourPart", "We record them", "theirPart", "They phone them in", "agreedTurn", said),
                        Map.of("ourPart", "We write them down", "theirPart", "They send them")));
        made.put(
                "/needs/{id}/unmet",
                () -> filled(
                        need,
                        need + "/unmet",
                        Map.of("label", "Their owner", "roles", "DECIDES"),
                        Map.of("label", "Their banker", "roles", "PAYS")));
    }

    private void offers(Map<String, Supplier<Filled>> made) {
        Map<String, String> terms =
                Map.of("title", "Capture", "scope", "All of it", "once", "9600", "validUntil", LATER);
        Map<String, String> otherTerms =
                Map.of("title", "Capture, lean", "scope", "Half of it", "once", "4800", "validUntil", IN_A_WHILE);
        Map<String, String> forTheNeed = Map.of(
                "needs[0].chosen",
                "true",
                "needs[0].percent",
                "75",
                "needs[0].turn",
                story.said().value().toString(),
                "asked",
                story.ask().value().toString());
        String path = of(story.helen()) + "/offers";
        made.put(
                "/contacts/{contact}/offers",
                () -> filled(path + "/new?need=" + story.need().value(), path, both(terms, forTheNeed), otherTerms));
        made.put("/offers/{id}/revision", () -> {
            String revision = "/offers/" + offers.sent(offers.complete(anna)).value() + "/revision";
            return filled(revision, revision, both(terms, Map.of("pushReason", "They lose a year")), otherTerms);
        });
        made.put("/offers/{id}/again", () -> {
            String again = "/offers/" + offers.accepted(offers.complete(anna)).value() + "/again";
            return filled(
                    again,
                    again,
                    both(terms, Map.of("answer", "Yes, the same again.", "reply", "Then so be it.")),
                    both(otherTerms, Map.of("answer", "Half of it.", "reply", "Good.")));
        });
        made.put("/offers/{id}/decisions", () -> {
            OfferId sent = offers.sent(offers.complete(anna));
            String offer = "/offers/" + sent.value();
            return filled(
                    offer,
                    offer + "/decisions",
                    Map.of("decision", "NO", "onDay", LocalDate.now().toString(), "reason", "Too late for us"),
                    Map.of("reason", "Too early for us", "decision", "YES"));
        });
    }

    private void administration(Map<String, Supplier<Filled>> made) {
        made.put(
                "/admin/fields",
                () -> filled(
                        admin,
                        "/admin/fields",
                        "/admin/fields",
                        Map.of("name", "Customer number " + Ids.next(), "kind", "TEXT"),
                        Map.of("name", "Number of a customer " + Ids.next())));
        made.put("/admin/fields/{field}/choices", () -> {
            String field = "/admin/fields/"
                    + ownFields.of(Holder.CONTACT, FieldKind.CHOICES).id();
            return filled(
                    admin, field, field + "/choices", Map.of("name", "Sailing"), Map.of("name", "Rowing and sailing"));
        });
        made.put(
                "/admin/teams",
                () -> filled(
                        admin,
                        "/admin/teams",
                        "/admin/teams",
                        Map.of("name", "North " + Ids.next()),
                        Map.of("name", "South " + Ids.next())));
        made.put(
                "/admin/questions",
                () -> filled(
                        admin,
                        "/admin/questions",
                        "/admin/questions",
                        Map.of("words", "What then, " + Ids.next() + "?", "place", "gap:fit"),
                        Map.of("words", "What else, " + Ids.next() + "?")));
        made.put(
                "/admin/themes",
                () -> filled(
                        admin,
                        "/admin/themes",
                        "/admin/themes",
                        Map.of("name", "Yards " + code(1)),
                        Map.of("name", "Moats " + code(2))));
        made.put("/admin/themes/{theme}/merge", () -> {
            UUID goes = themes.add(anna, heard, "Goes " + code(3)).id();
            UUID stays = themes.add(anna, heard, "Stays " + code(4)).id();
            String path = "/admin/themes/" + goes + "/merge";
            return filled(admin, path + "?into=" + stays, path, Map.of(), Map.of());
        });
        made.put("/admin/people", () -> {
            TeamId team = somebody.aTeam();
            return filled(
                    admin,
                    "/admin/people/new",
                    "/admin/people",
                    Map.ofEntries(
                            entry("name", "Ola Berg"),
                            entry("email", "ola-" + Ids.next() + "@attune.example"),
                            entry("role", "SALESPERSON"),
                            entry("sells", "true"),
                            entry("team", team.value().toString())),
                    Map.of("name", "Ole Berg", "role", "MANAGER"));
        });
        made.put("/admin/erasure/{contact}", () -> {
            ContactId gone = acquaintances.of(ben, ContactDetails.named("Rosalind", "Okafor"));
            String path = "/admin/erasure/" + gone.value();
            return filled(
                    admin,
                    path,
                    path,
                    Map.of("name", "Rosalind Okafor", "reason", "Asked by letter"),
                    Map.of("reason", "Asked by telephone"));
        });
    }

    private void colleagues(Map<String, Supplier<Filled>> made) {
        String away = "/colleagues/" + anna.uuid() + "/away";
        made.put(
                "/colleagues/{id}/away",
                () -> filled(
                        away,
                        away,
                        Map.of("from", IN_A_WHILE, "until", IN_A_WHILE, "standIn", id(ben)),
                        Map.of("until", LATER, "standIn", id(carl))));
        String all = "/colleagues/" + ben.uuid() + "/hand-over";
        made.put(
                "/colleagues/{id}/hand-over",
                () -> filled(
                        ruth,
                        all,
                        all,
                        Map.of("to", id(anna), "why", "She moves to Lisbon"),
                        Map.of("why", "She moves to Porto", "to", id(carl))));
        made.put(
                "/contacts/{contact}/owner",
                () -> filled(
                        ruth,
                        of(hanna) + "/owner",
                        of(hanna) + "/owner",
                        Map.of("to", id(ben), "why", "Closer to them"),
                        Map.of("why", "Knows them better", "to", id(carl))));
        String talked = "/people/" + anna.uuid() + "/one-to-one";
        made.put(
                "/people/{id}/one-to-one/notes",
                () -> filled(
                        talked,
                        talked + "/notes",
                        Map.of("words", "It was hard to be quiet"),
                        Map.of("words", "It was easy to be quiet")));
        made.put(
                "/people/{id}/one-to-one/steps",
                () -> filled(
                        talked,
                        talked + "/steps",
                        Map.of("words", "Ask once more", "due", IN_A_WHILE),
                        Map.of("words", "Ask somebody else", "due", LATER)));
        made.put("/admin/people/{id}/closing", () -> {
            acquaintances.of(carl);
            String closing = "/admin/people/" + carl.uuid() + "/closing";
            return filled(
                    admin,
                    closing,
                    closing,
                    Map.of("to", id(ben), "why", "He moves to Lisbon"),
                    Map.of("why", "He moves to Porto", "to", id(anna)));
        });
    }

    private void voice(Map<String, Supplier<Filled>> made) {
        made.put(
                "/voice/statements",
                () -> filled(
                        "/voice/statements/new?turn=" + heard(),
                        "/voice/statements",
                        Map.of("to", "PRODUCT", "words", "Surcharges are never billed"),
                        Map.of("words", "Surcharges are billed late", "to", "MANAGEMENT")));
        made.put("/voice/statements/{statement}/answers", () -> {
            String page = "/voice/statements/" + voiced.put(anna, acquaintances.of(anna));
            return filled(
                    page,
                    page + "/answers",
                    Map.of("resolve", "WILL", "why", "It saves hours", "byWhen", IN_A_WHILE),
                    Map.of("why", "It saves days", "byWhen", LATER, "resolve", "NOT_NOW"));
        });
        made.put("/voice/statements/{statement}/tellings", () -> {
            ContactId helen = acquaintances.of(anna);
            UUID statement = voiced.put(anna, helen);
            voiced.answered(anna, statement);
            ConversationId told = talks.begun(anna, helen);
            ConversationId elsewhere = talks.begun(anna, helen);
            return filled(
                    "/voice/statements/" + statement + "/tellings/new?contact=" + helen.value(),
                    "/voice/statements/" + statement + "/tellings",
                    Map.of("where", "conversation:" + told.value()),
                    Map.of("where", "conversation:" + elsewhere.value()));
        });
    }

    private UUID heard() {
        ContactId helen = acquaintances.of(anna);
        return talks.heard(anna, talks.begun(anna, helen), helen, "They are never billed.")
                .value();
    }

    /** There is one draft for everybody, which goes again afterwards. */
    private void stages(Map<String, Supplier<Filled>> made) {
        made.put(
                "/admin/stages",
                () -> drafted(
                        "/admin/stages", "/admin/stages", Map.of("name", "Warming up"), Map.of("name", "Thawing")));
        made.put(
                "/admin/stages/{stage}",
                () -> drafted(
                        "/admin/stages/deciding",
                        "/admin/stages/deciding",
                        Map.of("name", "Settling"),
                        Map.of("name", "Choosing")));
        made.put("/admin/stages/{stage}/place", () -> {
            Filled placed =
                    drafted("/admin/stages", "/admin/stages/trust/place", Map.of("place", "1"), Map.of("place", "2"));
            placed.form().without("button"); // or it leads back to its page
            return placed;
        });
        String retirement = "/admin/stages/like/retirement";
        made.put(
                "/admin/stages/{stage}/retirement",
                () -> drafted(retirement, retirement, Map.of("to", "know"), Map.of("to", "trust")));
        made.put("/admin/stages/{stage}/retirement/end", () -> {
            drafted(retirement, retirement, Map.of("to", "know"), Map.of())
                    .form()
                    .send(mvc, admin);
            return filled(admin, "/admin/stages", retirement + "/end", Map.of(), Map.of());
        });
        made.put("/admin/stage-draft/discarding", () -> {
            begun();
            return filled(admin, "/admin/stages", "/admin/stage-draft/discarding", Map.of(), Map.of());
        });
        made.put("/admin/stage-draft/return", () -> {
            begun();
            SentForm away = SentForm.opened(mvc, admin, "/admin/stages", "/admin/stage-draft/discarding");
            away.send(mvc, admin);
            return new Filled(
                    admin, SentForm.to("/admin/stage-draft/return").choosing("id", away.value("id")), Map.of());
        });
        made.put("/admin/stage-draft/publication", () -> {
            begun();
            return filled(
                    admin,
                    "/admin/stage-draft",
                    "/admin/stage-draft/publication",
                    Map.of("note", "As we say it"),
                    Map.of("note", "As they say it"));
        });
        made.put("/admin/stage-versions/{version}/draft", () -> {
            begun();
            SentForm.opened(mvc, admin, "/admin/stage-draft", "/admin/stage-draft/publication")
                    .with("note", "As we say it")
                    .send(mvc, admin);
            return filled(admin, "/admin/stage-versions/1", "/admin/stage-versions/1/draft", Map.of(), Map.of());
        });
    }

    private void begun() {
        drafted("/admin/stages/deciding", "/admin/stages/deciding", Map.of("name", "Settling"), Map.of())
                .form()
                .send(mvc, admin);
    }

    private Filled drafted(String page, String action, Map<String, String> values, Map<String, String> others) {
        stagesBefore.comeBack();
        return filled(admin, page, action, values, others);
    }

    private static String id(Viewer viewer) {
        return viewer.uuid().toString();
    }

    /** Unlike any other: names of themes that are much alike are pointed out. */
    private static String code(int n) {
        return new StringBuilder(Ids.next().toString().replace("-", ""))
                        .reverse()
                        .substring(0, 20)
                + n;
    }

    /** What is one by nature: somebody is there or not. */
    private Map<String, Supplier<Filled>> added() {
        String page = "/conversations/" + talk.value();
        String turn = "/turns/" + heard.value();
        String need = "/needs/" + story.need().value();
        Map<String, Supplier<Filled>> added = new LinkedHashMap<>();
        added.put("/contacts/{contact}/companions", () -> bare(of(hanna) + "/companions", "companion", ben.uuid()));
        added.put(
                "/conversations/{id}/participants",
                () -> bare(page + "/participants", "contact", story.petra().value()));
        added.put("/turns/{turn}/marks", () -> bare(turn + "/marks", "mark", "personal"));
        added.put("/turns/{turn}/thread", () -> bare(turn + "/thread", "on", "true"));
        added.put("/turns/{turn}/themes", () -> bare(turn + "/themes", "theme", code(5)));
        TurnId later = talks.heard(anna, talk, paula, "Since the spring.");
        added.put(
                "/turns/{question}/answers",
                () -> bare("/turns/" + asked.value() + "/answers", "heard", later.value()));
        added.put(
                "/needs/{id}/people",
                () -> bare(need + "/people", "contact", story.helen().value()));
        TurnId more = talks.heard(anna, story.talk(), story.petra(), "And the tolls.");
        added.put("/needs/{id}/turns", () -> bare(need + "/turns", "turn", more.value()));
        added.put("/needs/{id}/unmet/{unmet}/meeting", () -> {
            UUID unmet = Ids.next();
            filled(need, need + "/unmet", Map.of("label", "Their owner", "id", unmet.toString()), Map.of())
                    .form()
                    .send(mvc, anna);
            return bare(
                    need + "/unmet/" + unmet + "/meeting",
                    "contact",
                    story.helen().value());
        });
        added.put("/conversations/{conversation}/proposals", () -> {
            notes.sort(anna, talk, Ids.next(), "Hanna: We never bill them.");
            return bare(page + "/proposals", "all", "true");
        });
        added.put("/conversations/{conversation}/proposals/{proposal}", () -> {
            notes.sort(anna, talk, Ids.next(), "Paula: We write them on the list.");
            UUID proposal = notes.proposals(anna, talk).stream()
                    .filter(one -> one.canBeConfirmed())
                    .findFirst()
                    .orElseThrow()
                    .id()
                    .value();
            String path = page + "/proposals/" + proposal;
            return filled(page + "/notes", path, Map.of(), Map.of());
        });
        letters(added);
        links(added);
        added.put("/admin/teams/{team}/leads", () -> {
            TeamId team = somebody.aTeam();
            SentForm form = SentForm.to("/admin/teams/" + team.value() + "/leads")
                    .choosing("manager", somebody.whoLeads(team).uuid().toString());
            return new Filled(admin, form, Map.of());
        });
        return added;
    }

    private void letters(Map<String, Supplier<Filled>> added) {
        added.put(
                "/preferences/signature",
                () -> filled("/preferences/signature", "/preferences/signature", Map.of("en", "Anna"), Map.of()));
        added.put("/contacts/{contact}/touches/address", () -> {
            String address = "otto-" + Ids.next() + "@weiss.example";
            ContactId otto =
                    acquaintances.of(anna, ContactDetails.named("Otto", "Weiss").with(EmailLine.work(address)));
            known(address, true);
            jdbc.sql("update letter_address set dead_since = now() where key = address_key(:a)")
                    .param("a", address)
                    .update();
            return bare(of(otto) + "/touches/address", "address", address);
        });
        added.put("/admin/unwanted", () -> {
            String address = "otto-" + Ids.next() + "@weiss.example";
            known(address, false);
            return filled(
                    admin,
                    "/admin/unwanted",
                    "/admin/unwanted",
                    Map.of("address", address, "how", "By telephone"),
                    Map.of());
        });
        for (String last : List.of("", "/reversal")) {
            added.put("/unwanted/{secret}" + last, () -> {
                String address = "otto-" + Ids.next() + "@weiss.example";
                known(address, !last.isEmpty());
                jdbc.sql("""
                                insert into letter_link (hash, address_id, made_at)
                                select sha256(convert_to(:a, 'UTF8')), id, now() from letter_address where key = address_key(:a)""").param("a", address).update();
                return bare("/unwanted/" + address + last, "List-Unsubscribe", "One-Click");
            });
        }
    }

    private void known(String address, boolean wanted) {
        jdbc.sql("insert into letter_address (key, wanted) values (address_key(:a), :wanted)")
                .param("a", address)
                .param("wanted", wanted)
                .update();
    }

    private void links(Map<String, Supplier<Filled>> added) {
        added.put("/contacts/{contact}/pulses/{link}/ending", () -> {
            ContactId otto = acquaintances.of(anna);
            return bare(of(otto) + "/pulses/" + pulse(otto).value() + "/ending", "pressed", "");
        });
        added.put("/pulse/{secret}", () -> {
            ContactId otto = acquaintances.of(anna);
            pulse(otto);
            String path = Objects.requireNonNull(
                    Objects.requireNonNull(pulses.panel(anna, otto, true).sent())
                            .path());
            Map<String, String> answers = Map.of("heard", "FULLY", "understood", "FULLY", "answered", "MOSTLY");
            return filled(path, path, answers, Map.of());
        });
        added.put("/needs/{id}/summaries/{link}/ending", () -> {
            String link = summary().link().id().value().toString();
            return bare("/needs/" + story.need().value() + "/summaries/" + link + "/ending", "pressed", "");
        });
        added.put("/p/{secret}", () -> {
            String path = Objects.requireNonNull(summary().link().path());
            return filled(path, path, Map.of("verdict", "NOT_QUITE", "words", "It is rather the drivers"), Map.of());
        });
        added.put(
                "/admin/organisation/pulse",
                () -> filled(
                        admin,
                        "/admin/organisation/pulse",
                        "/admin/organisation/pulse",
                        Map.of("weeks", "13"),
                        Map.of()));
    }

    private OutsideLinkId pulse(ContactId contact) {
        OutsideLinkId link = new OutsideLinkId(Ids.next());
        pulses.ask(anna, new AskPulse(link, contact, 14));
        return link;
    }

    private SummaryView summary() {
        OutsideLinkId link = new OutsideLinkId(Ids.next());
        summaries.send(anna, new SendSummary(link, story.need(), story.petra(), "Only on the list", 14));
        return summaries.of(anna, story.need()).get(0);
    }

    private Filled bare(String path, String name, Object value) {
        return new Filled(anna, SentForm.to(path).choosing(name, value.toString()), Map.of());
    }

    private Filled filled(String page, String action, Map<String, String> values, Map<String, String> others) {
        return filled(anna, page, action, values, others);
    }

    private Filled filled(
            Viewer by, String page, String action, Map<String, String> values, Map<String, String> others) {
        SentForm form = SentForm.opened(mvc, by, page, action);
        values.forEach(form::choosing);
        return new Filled(by, form, others);
    }

    private static String of(ContactId contact) {
        return "/contacts/" + contact.value();
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        Map<String, String> both = new LinkedHashMap<>(some);
        both.putAll(more);
        return both;
    }
}

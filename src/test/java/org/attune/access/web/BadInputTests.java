package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.PropertyDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.WebClient;
import org.attune.access.Audience;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.coaching.AgreeStep;
import org.attune.coaching.Steps;
import org.attune.coaching.WriteNote;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Notes;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.library.Consents;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialId;
import org.attune.library.MaterialView;
import org.attune.library.Materials;
import org.attune.library.NoteConsent;
import org.attune.library.Scope;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryWords;
import org.attune.library.WriteMaterial;
import org.attune.library.WriteStory;
import org.attune.needs.ExpectPerson;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedPeople;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.PutOffs;
import org.attune.nurture.Silences;
import org.attune.nurture.TouchKind;
import org.attune.nurture.Touches;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.nurture.Wish;
import org.attune.offers.OfferScene;
import org.attune.people.Companies;
import org.attune.people.Companions;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.attune.people.Introductions;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.people.SavedView;
import org.attune.people.SavedViews;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every form everything it does not expect, over the wire, as somebody it is there for: it answers that the request is
 * wrong or leads back to a page, never breaks, and writes nothing where it should not.
 */
@AttuneTest
class BadInputTests {

    private static final String PASSWORD = "seven slow barges at dawn";
    private static final String FILE = "form-data; name=\"file\"; filename=\"list.csv\"";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    /** Longer than a field may be: 50,000 at most, but for a transcript. */
    private static final String LONG = "long ".repeat(10_400);

    /** They keep who is signed in and who tried to; the hours' work is not a request's. */
    private static final String NOT_COUNTED = "spring_session|spring_session_attributes|sign_in_failure|flyway.*";

    /** One takes nothing that could be wrong; the others write down that somebody looked, whatever they looked for. */
    private static final Set<String> NOT_WALKED = Set.of(
            "/preferences/sessions/end",
            "/admin/audit/export",
            "/admin/erasure/search",
            "/contacts/export",
            "/voice/export");

    /** One takes nothing either, and answers with the link itself; the other takes all that is said and changes nothing. */
    private static final Set<String> ANSWERS_WITH_A_PAGE =
            Set.of("/admin/people/{id}/invitation", "/conversations/{conversation}/alike");

    /** Looks at words while they are written, whatever they are, and answers with a part of a page. */
    private static final String ONLY_LOOKS = "/library/remarks";

    /** Without script the page comes again at once, with what was being written. */
    private static final String SHOWS_THE_PAGE = "/conversations/{conversation}/fitting/refusals";

    /** What an admin changes for everybody stays as other tests know it. */
    private static final Set<String> ONES_OWN_AS_ADMIN = Set.of("people", "teams");

    /** A place to send a form to, with the names and types it reads. */
    private record Post(String path, Map<String, Class<?>> fields, Set<Audience> audiences) {

        boolean isUpload() {
            return fields.containsValue(MultipartFile.class);
        }

        boolean isForNobody() {
            return audiences.stream().anyMatch(STRANGERS::contains);
        }

        boolean isForAdmins() {
            return audiences.contains(Audience.ADMINS);
        }

        /** The names under which a world has to know what stands in the address. */
        Stream<String> places() {
            return PLACE.matcher(path).results().map(place -> name(place.group(1), place.start()));
        }

        String at(Map<String, UUID> ids) {
            Matcher places = PLACE.matcher(path);
            return places.replaceAll(place -> ids.getOrDefault(name(place.group(1), place.start()), UUID.randomUUID())
                    .toString());
        }

        /** {@code id} is that of what stands before it. */
        private String name(String place, int at) {
            String[] before = path.substring(0, at).split("/");
            return place.equals("id") ? before[before.length - 1] : place;
        }

        String form(Function<Class<?>, String> value) {
            return fields.entrySet().stream()
                    .map(field -> WebClient.encoded(field.getKey()) + "=" + value.apply(field.getValue()))
                    .collect(Collectors.joining("&"));
        }
    }

    private static final Set<Audience> STRANGERS = Set.of(Audience.ANYONE, Audience.SET_UP, Audience.DEMO);

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Needs needs;

    @Autowired
    private Promises promises;

    @Autowired
    private NeedPeople people;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private Themes themes;

    @Autowired
    private Notes notes;

    @Autowired
    private Touches touches;

    @Autowired
    private Silences silences;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private PutOffs putOffs;

    @Autowired
    private Companions companions;

    @Autowired
    private Introductions introductions;

    @Autowired
    private Companies companies;

    @Autowired
    private SavedViews views;

    @Autowired
    private Merges merges;

    @Autowired
    private org.attune.coaching.Notes oneToOneNotes;

    @Autowired
    private Steps oneToOneSteps;

    @Autowired
    private OfferScene offers;

    @Autowired
    private Materials materials;

    @Autowired
    private Stories stories;

    @Autowired
    private Consents consents;

    @Autowired
    private StatementScene voiced;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer manager;
    private WebClient browser;
    private WebClient managers;
    private WebClient admins;
    private WebClient nobodys;
    private List<Post> posts;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void signIn() throws Exception {
        Viewer admin = somebody.whoAdministers(); // or Attune wants to be set up
        TeamId team = somebody.aTeam();
        anna = somebody.whoSells(team);
        manager = somebody.whoLeads(team);
        browser = signedIn(anna);
        managers = signedIn(manager);
        admins = signedIn(admin);
        nobodys = new WebClient(port);
        nobodys.get("/sign-in");
        posts = posts();
        assertThat(posts).hasSizeGreaterThan(100);
    }

    /** Trying to sign in in every wrong way is no reason to let others wait. */
    @AfterEach
    void forgetTheAttempts() {
        jdbc.sql("delete from sign_in_failure").update();
    }

    private WebClient signedIn(Viewer person) throws Exception {
        somebody.chooses(person, PASSWORD);
        WebClient own = new WebClient(port);
        own.get("/sign-in");
        assertThat(own.post("/sign-in", Map.of("email", somebody.emailOf(person), "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        own.get("/preferences");
        return own;
    }

    /** In the browser of somebody it is open to. */
    private WebClient browserFor(Post post) {
        if (post.isForNobody()) {
            return nobodys;
        }
        if (post.isForAdmins()) {
            return admins;
        }
        return post.audiences().contains(Audience.MANAGERS) ? managers : browser;
    }

    /** Whoever adds a route has to say here what stands in its address, so that it is walked with something that is there. */
    @Test
    void everyAddressThatTakesAFormIsWalkedWithSomethingThatIsThere() {
        Set<String> known = world(anna).keySet();
        assertThat(posts.stream()
                        .flatMap(post -> post.places()
                                .filter(name -> !known.contains(name))
                                .map(name -> post.path() + ": " + name))
                        .toList())
                .isEmpty();
        assertThat(posts.stream().flatMap(post -> post.audiences().stream()))
                .contains(Audience.ANYONE, Audience.SET_UP, Audience.DEMO, Audience.MANAGERS, Audience.ADMINS);
    }

    @Test
    void aFileThatIsNoneOrCannotBeReadIsRefusedAndWritesNothing() {
        Map<String, String> before = rows();
        List<Post> uploads = posts.stream().filter(Post::isUpload).toList();
        assertThat(uploads).hasSizeGreaterThan(1);
        for (Post post : uploads) {
            upload("without a file", post, "form-data; name=\"other\"", new byte[0], true);
            upload("with an empty file", post, FILE, new byte[0], true);
            upload(
                    "with a picture",
                    post,
                    FILE,
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0},
                    true);
            upload("in no encoding", post, FILE, new byte[] {'a', ',', 'b', 10, (byte) 0x81, (byte) 0x8d}, true);
            upload("cut off", post, FILE, "name,email\nHelen,h@x.no\n".getBytes(StandardCharsets.UTF_8), false);
            upload("too large", post, FILE, new byte[21 * 1024 * 1024], true);
            String elsewhere = FILE.replace("list.csv", "../../../etc/list.csv");
            upload("that is to lie elsewhere", post, elsewhere, new byte[] {0, 1, 2}, true);
        }
        assertNothingIsWrong(before);
    }

    /** Who asks for the token has to read the body; that it cannot be read is no fault of ours. */
    @Test
    void aBrokenUploadWithoutATokenIsRefusedToo() {
        Map<String, String> before = rows();
        String part = "--between\r\nContent-Disposition: " + FILE + "\r\n\r\nname,email\n";
        for (Post post : posts.stream().filter(Post::isUpload).toList()) {
            for (String type : List.of("multipart/form-data; boundary=between", "multipart/form-data")) {
                for (String body : List.of(part, "", "--between", "nothing of that kind")) {
                    int status = attempt(() -> browserFor(post)
                                    .postAsItIs(post.path(), type, body.getBytes(StandardCharsets.US_ASCII)))
                            .map(HttpResponse::statusCode)
                            .orElse(0);
                    if (status < 400 || status >= 500) {
                        wrong.add(post.path() + " as " + type + ": " + body + " answers " + status);
                    }
                }
            }
        }
        assertNothingIsWrong(before);
    }

    private void upload(String what, Post post, String disposition, byte[] content, boolean whole) {
        String type = "multipart/form-data; boundary=between";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--between\r\nContent-Disposition: " + disposition + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes((whole ? "\r\n--between--\r\n" : "").getBytes(StandardCharsets.US_ASCII));
        int status = attempt(() -> browserFor(post).post(post.path(), type, body.toByteArray()))
                .map(HttpResponse::statusCode)
                .orElse(0);
        if (status < 400 || status >= 500) {
            wrong.add(post.path() + " " + what + " answers " + status);
        }
    }

    @Test
    void aFormWithNothingOrNonsenseInItWritesNothing() {
        Map<String, String> before = rows();
        for (Post post : posts) {
            send("empty", post, Map.of(), "");
            send("blank", post, Map.of(), post.form(type -> "++"));
            send("of the wrong kind", post, Map.of(), post.form(type -> "%C3%BC%22%3E%3Cwrong"));
            send("with two values", post, Map.of(), post.form(type -> "-1") + "&" + post.form(type -> "99999999999"));
        }
        assertNothingIsWrong(before);
    }

    @Test
    void aFormThatIsMaimedOrTooLongWritesNothing() {
        Map<String, String> before = rows();
        for (Post post : posts) {
            send("not in UTF-8", post, Map.of(), "x=%ff%fe&" + post.form(type -> "%C3%28"));
            send("with broken escapes", post, Map.of(), post.form(type -> "%zz"));
            send("of nothing but NUL", post, Map.of(), post.form(type -> "%00"));
            if (post.fields().containsValue(String.class)) { // where there are no words, nothing is too long
                send("too long", post, Map.of(), post.form(BadInputTests::tooLong));
            }
        }
        assertNothingIsWrong(before);
    }

    @Test
    void aFormForWhatIsAnothersIsNotFoundAndWritesNothing() {
        Viewer other = somebody.whoSells();
        Map<String, UUID> theirs = world(other);
        theirs.remove("file");
        Map<String, String> before = rows();
        for (Post post : posts) {
            if (!post.path().contains("{") || post.path().startsWith("/companies/") || post.isForAdmins()) {
                continue; // nobody's in particular
            }
            send("in vain", post, Map.of(), post.form(BadInputTests::plausible));
            send("about another's", post, theirs, post.form(BadInputTests::plausible));
            send("about another's, empty", post, theirs, "");
        }
        assertNothingIsWrong(before);
    }

    @Test
    void aFormWithoutTheTokenIsRefusedAndWritesNothing() {
        Map<String, UUID> own = world(anna);
        Map<String, String> before = rows();
        for (Post post : posts) {
            byte[] form = post.form(BadInputTests::plausible).getBytes(StandardCharsets.US_ASCII);
            if (post.isForNobody()) {
                continue; // is led to the sign-in, or back to where they were
            }
            int status = attempt(() -> browserFor(post).post(post.at(own), form, false))
                    .map(HttpResponse::statusCode)
                    .orElse(0);
            if (status != 403) {
                wrong.add(post.path() + " without a token answers " + status);
            }
        }
        assertNothingIsWrong(before);
    }

    /** What is their own may change; it may not break. */
    @Test
    void nothingBreaksOnWhatIsOnesOwn() {
        nothingBreaks("blank", type -> "");
        nothingBreaks("with letters where there are none", type -> "%C3%BCber");
        nothingBreaks("too long", BadInputTests::tooLong);
        nothingBreaks("plausible", BadInputTests::plausible);
        nothingBreaks("extreme", BadInputTests::extreme);
        assertThat(wrong).isEmpty();
    }

    private void nothingBreaks(String what, Function<Class<?>, String> value) {
        Map<String, UUID> own = world(anna);
        UUID one = own.values().iterator().next();
        for (Post post : posts) {
            boolean everybodys = post.isForAdmins() && post.places().noneMatch(ONES_OWN_AS_ADMIN::contains);
            if (everybodys || ANSWERS_WITH_A_PAGE.contains(post.path())) {
                continue;
            }
            send(what, post, own, post.form(value));
            if (post.fields().containsValue(UUID.class)) {
                send(
                        what + ", with one's own ids",
                        post,
                        own,
                        post.form(type -> type == UUID.class ? one.toString() : value.apply(type)));
            }
        }
    }

    private void send(String what, Post post, Map<String, UUID> ids, String form) {
        byte[] sent = form.getBytes(StandardCharsets.US_ASCII);
        Optional<HttpResponse<String>> answer = attempt(() -> browserFor(post).post(post.at(ids), sent, true));
        int status = answer.map(HttpResponse::statusCode).orElse(0);
        String location =
                answer.flatMap(one -> one.headers().firstValue("Location")).orElse("");
        String body = answer.map(HttpResponse::body).orElse("").strip();
        if (status == 200
                && (post.path().equals(ONLY_LOOKS) || post.path().equals(SHOWS_THE_PAGE) && body.endsWith("</html>"))) {
            return;
        }
        if (status < 300
                || status >= 500
                || (location.startsWith("/sign-in") && !post.isForNobody())
                || !isWhole(body)) {
            wrong.add(post.path() + " " + what + " answers " + status + " " + location);
        }
    }

    /** A page that broke in the middle has no end. */
    private static boolean isWhole(String body) {
        return body.isEmpty() || body.endsWith("</html>");
    }

    @FunctionalInterface
    private interface Sending {
        HttpResponse<String> now() throws IOException, InterruptedException;
    }

    /** Twice, as the server may close a connection at the very moment it is used again. */
    private static Optional<HttpResponse<String>> attempt(Sending sending) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return Optional.of(sending.now());
            } catch (IOException brokenOff) {
                // and again
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.empty();
    }

    private void assertNothingIsWrong(Map<String, String> before) {
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    private static String tooLong(Class<?> type) {
        return type == String.class ? LONG.replace(' ', '+') : plausible(type);
    }

    /** Of the right kind, and about nothing there is. */
    private static String plausible(Class<?> type) {
        if (type == UUID.class) {
            return UUID.randomUUID().toString();
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))) {
            return "1";
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "2031-02-03";
            case "boolean", "Boolean" -> "true";
            default -> "Something";
        };
    }

    /** Of the right kind, and as far out as it goes. */
    private static String extreme(Class<?> type) {
        if (Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))) {
            return "2147483647";
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "%2B999999999-12-31";
            case "String" -> "9999-12-31T23%3A59";
            default -> plausible(type);
        };
    }

    /** One of everything, under the names that paths have for it. */
    private Map<String, UUID> world(Viewer owner) {
        ContactId helen = acquaintances.of(owner);
        ConversationId talk = scene.begun(owner, helen);
        TurnId heard = scene.heard(owner, talk, helen, "The surcharges are never billed.");
        TurnId asked = scene.asked(owner, talk, "Since when?");
        NeedId need = new NeedId(Ids.next());
        needs.note(
                owner, new NoteNeed(need, heard, NeedKind.PROBLEM, "Surcharges", null, Set.of(PersonRole.HAS_PROBLEM)));
        PromiseId promise = new PromiseId(Ids.next());
        promises.make(
                owner,
                MakePromise.ours(
                        promise, helen, "Send the list", LocalDate.now().plusDays(2)));
        Map<String, UUID> world = new LinkedHashMap<>();
        world.put("contact", helen.value());
        world.put("conversation", talk.value());
        world.put("conversations", talk.value());
        world.put("turn", heard.value());
        world.put("heard", heard.value());
        world.put("question", asked.value());
        world.put("needs", need.value());
        world.put("promise", promise.value());
        around(owner, helen, talk, heard, need, world);
        apart(owner, world);
        library(owner, world);
        story(owner, world);
        return world;
    }

    private void around(
            Viewer owner, ContactId helen, ConversationId talk, TurnId heard, NeedId need, Map<String, UUID> world) {
        UUID unmet = Ids.next();
        people.expect(owner, new ExpectPerson(unmet, need, "Their owner", Set.of(PersonRole.DECIDES)));
        world.put("unmet", unmet);
        AddQuestion add =
                new AddQuestion(Ids.next(), QuestionPlace.of(Gap.FIT), Language.ENGLISH, "What then, " + unmet + "?");
        bank.add(owner, add);
        bank.retire(add.id());
        world.put("kept", add.id());
        world.put("theme", themes.add(owner, heard, "Billing " + unmet).id());
        notes.sort(owner, talk, Ids.next(), "Helen: We lose money.\nUs: Since when?");
        world.put("proposal", notes.proposals(owner, talk).get(0).id().value());
        UUID touch = Ids.next();
        touches.note(owner, new NoteTouch(touch, helen, TouchKind.TRIED_TO_REACH, false, null, null));
        world.put("touch", touch);
        UUID silence = Ids.next();
        silences.agree(
                owner,
                new AgreeSilence(
                        silence, acquaintances.of(owner), LocalDate.now().plusDays(90), null, null));
        world.put("silence", silence);
        UUID stop = Ids.next();
        waysOn.choose(
                owner, new ChooseWayOn(stop, acquaintances.of(owner), null, Way.STOP, null, Wish.OURS, null, null));
        world.put("stop", stop);
        UUID off = Ids.next();
        putOffs.put(owner, off, acquaintances.of(owner), null);
        world.put("off", off);
        companions.invite(owner, helen, manager.id(), null);
        world.put("companion", manager.uuid());
        UUID introduction = Ids.next();
        introductions.note(owner, introduction, helen, acquaintances.of(owner), null, null);
        world.put("introduction", introduction);
        UUID statement = voiced.put(owner, helen);
        world.put("statement", statement);
        world.put("telling", voiced.told(owner, statement, voiced.answered(owner, statement), helen));
    }

    private void apart(Viewer owner, Map<String, UUID> world) {
        world.put("offers", offers.recorded(offers.complete(owner)).value());
        CompanyId company = new CompanyId(Ids.next());
        companies.add(owner, company, new CompanyDetails("Kessler " + company.value(), null, null));
        world.put("company", company.value());
        UUID view = Ids.next();
        views.save(owner, new SavedView(view, "View " + view, "q=a"));
        world.put("view", view);
        UUID merge = Ids.next();
        merges.merge(owner, new MergeContacts(merge, acquaintances.of(owner), acquaintances.of(owner), 0, 0, Set.of()));
        world.put("merge", merge);
        world.put("file", imported());
        TeamId team = somebody.aTeam();
        world.put("team", team.value());
        world.put("manager", somebody.whoLeads(team).uuid());
        world.put("people", somebody.whoSells().uuid());
        oneToOne(owner, world);
        world.put("secret", Ids.next());
        world.put("link", Ids.next()); // and so are links: AskedPageTests and PulseTests do
        world.put("session", Ids.next());
        world.put("colleagues", somebody.whoSells().uuid());
        world.put("hand-overs", Ids.next());
        world.put(
                "stage",
                Ids.next()); // the stages are everybody's: StageAdminPagesTests sends them what they do not expect
        world.put("version", Ids.next());
        world.put("field", Ids.next()); // so are the fields: FieldPagesTests does
        world.put("choice", Ids.next());
    }

    private void library(Viewer owner, Map<String, UUID> world) {
        MaterialId material = new MaterialId(Ids.next());
        MaterialDetails details = new MaterialDetails("Counting", "What it costs", null, null, "en", "", List.of());
        MaterialView written =
                materials.write(owner, new WriteMaterial(material, details, new MaterialContent("Count.", null, null)));
        world.put("material", material.value());
        world.put("edition", Objects.requireNonNull(written.draft()).id().value());
    }

    private void story(Viewer owner, Map<String, UUID> world) {
        StoryId story = new StoryId(Ids.next());
        StoryWords words = new StoryWords("Month end", "Twice", "One list", "In hours", "en", "", List.of());
        stories.write(owner, new WriteStory(story, acquaintances.of(owner), null, words, List.of()));
        UUID consent = Ids.next();
        LocalDate yesterday = LocalDate.now().minusDays(1);
        consents.note(owner, new NoteConsent(consent, story, Scope.TOLD, false, yesterday, null, "By letter", null));
        world.put("story", story.value());
        world.put("consent", consent);
    }

    /** With whoever leads them, in a team of their own for whom nobody does. */
    private void oneToOne(Viewer owner, Map<String, UUID> world) {
        Viewer leads = manager;
        if (owner != anna) {
            leads = somebody.whoLeads();
            jdbc.sql("insert into team_lead (team_id, user_id) select team_id, :leads from app_user where id = :owner")
                    .param("leads", leads.uuid())
                    .param("owner", owner.uuid())
                    .update();
        }
        UUID note = Ids.next();
        oneToOneNotes.write(owner, new WriteNote(note, owner.id(), leads.id(), "It was hard to be quiet."));
        world.put("note", note);
        UUID step = Ids.next();
        LocalDate soon = LocalDate.now().plusDays(2);
        oneToOneSteps.agree(owner, new AgreeStep(step, owner.id(), leads.id(), "Ask once more", soon));
        world.put("step", step);
    }

    /** Hers, whoever else the world belongs to; where it is to be another's, that is still nobody's but theirs. */
    private UUID imported() {
        byte[] list = "name,email\nHelen,helen@kessler.example\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--between\r\nContent-Disposition: " + FILE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(list);
        body.writeBytes("\r\n--between--\r\n".getBytes(StandardCharsets.US_ASCII));
        return attempt(() ->
                        browser.post("/import/contacts", "multipart/form-data; boundary=between", body.toByteArray()))
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .map(location -> UUID.fromString(location.replaceFirst(".*/", "")))
                .orElseThrow();
    }

    /** Changes whenever any row was written, by whom ever. */
    private Map<String, String> rows() {
        List<String> tables = jdbc.sql("""
                        select tablename from pg_tables where schemaname = 'public' and tablename !~ :not order by 1""")
                .param("not", "^(" + NOT_COUNTED + ")$")
                .query(String.class)
                .list();
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) || '/' || coalesce(sum(hashtext(t.ctid::text || t.xmin::text)), 0) from "
                                    + table + " t")
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    private List<Post> posts() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                // "One more line" shows the same form again and takes anything.
                .filter(entry -> entry.getKey().getParamsCondition().getExpressions().stream()
                        .allMatch(NameValueExpression::isNegated))
                .flatMap(entry -> posts(entry.getKey(), entry.getValue()))
                .filter(post -> !NOT_WALKED.contains(post.path()))
                .sorted(Comparator.comparing(Post::path))
                .toList();
    }

    private static Stream<Post> posts(RequestMappingInfo info, HandlerMethod handler) {
        Map<String, Class<?>> fields = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam one = parameter.getParameterAnnotation(RequestParam.class);
            if (one != null) {
                String name = one.name().isEmpty() ? parameter.getParameter().getName() : one.name();
                put(fields, name, parameter.getGenericParameterType());
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                components(fields, "", parameter.getParameterType());
            }
        }
        return info.getPatternValues().stream()
                .map(path -> new Post(path, fields, Set.of(Doorkeeper.audiences(handler))));
    }

    private static void components(Map<String, Class<?>> fields, String prefix, Class<?> form) {
        if (!form.isRecord()) {
            Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                    .filter(property -> property.getWriteMethod() != null)
                    .forEach(property -> fields.put(prefix + property.getName(), kindOf(property)));
            return;
        }
        for (RecordComponent component : form.getRecordComponents()) {
            put(fields, prefix + component.getName(), component.getGenericType());
        }
    }

    private static Class<?> kindOf(PropertyDescriptor property) {
        Class<?> element = ResolvableType.forMethodReturnType(property.getReadMethod())
                .asCollection()
                .resolveGeneric(0);
        return element == null ? property.getPropertyType() : element;
    }

    private static void put(Map<String, Class<?>> fields, String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean many = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
            Class<?> element = (Class<?>) arguments[arguments.length - 1];
            if (element.isRecord()) {
                components(fields, name + "[0].", element);
            } else {
                fields.put(many ? name : name + "[" + UUID.randomUUID() + "]", element);
            }
        } else {
            fields.put(name, (Class<?>) type);
        }
    }
}

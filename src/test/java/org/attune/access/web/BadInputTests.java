package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every form everything it does not expect, over the wire, as a signed-in salesperson: it answers that the request is
 * wrong or leads back to a page, never breaks, and writes nothing where it should not.
 */
@AttuneTest
class BadInputTests {

    private static final String PASSWORD = "seven slow barges at dawn";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final String LONG = "long ".repeat(14_000);

    /** They keep who is signed in and who tried to; the hours' work is not a request's. */
    private static final String NOT_COUNTED = "spring_session|spring_session_attributes|sign_in_failure|flyway.*";

    /** A place to send a form to, with the names and types it reads. */
    private record Post(String path, Map<String, Class<?>> fields) {

        String at(Map<String, UUID> ids) {
            Matcher places = PLACE.matcher(path);
            return places.replaceAll(place ->
                    ids.getOrDefault(name(place.group(1)), UUID.randomUUID()).toString());
        }

        /** {@code id} is that of what stands before it. */
        private String name(String place) {
            return place.equals("id") ? path.split("/")[1] : place;
        }

        String form(Function<Class<?>, String> value) {
            return fields.entrySet().stream()
                    .map(field -> WebClient.encoded(field.getKey()) + "=" + value.apply(field.getValue()))
                    .collect(Collectors.joining("&"));
        }
    }

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
    private JdbcClient jdbc;

    private Viewer anna;
    private WebClient browser;
    private List<Post> posts;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void signIn() throws Exception {
        somebody.whoAdministers(); // or Attune wants to be set up
        anna = somebody.whoSells();
        somebody.chooses(anna, PASSWORD);
        browser = new WebClient(port);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", Map.of("email", somebody.emailOf(anna), "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        browser.get("/preferences");
        posts = posts();
        assertThat(posts).hasSizeGreaterThan(60);
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
            send("too long", post, Map.of(), post.form(BadInputTests::tooLong));
        }
        assertNothingIsWrong(before);
    }

    @Test
    void aFormForWhatIsAnothersIsNotFoundAndWritesNothing() {
        Viewer other = somebody.whoSells();
        Map<String, UUID> theirs = world(other);
        Map<String, String> before = rows();
        for (Post post : posts) {
            if (!post.path().contains("{") || post.path().startsWith("/companies/")) {
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
            int status = answer(post.at(own), form, false)
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
            send(what, post, own, post.form(value));
            send(
                    what + ", with one's own ids",
                    post,
                    own,
                    post.form(type -> type == UUID.class ? one.toString() : value.apply(type)));
        }
    }

    private void send(String what, Post post, Map<String, UUID> ids, String form) {
        Optional<HttpResponse<String>> answer = answer(post.at(ids), form.getBytes(StandardCharsets.US_ASCII), true);
        int status = answer.map(HttpResponse::statusCode).orElse(0);
        String location =
                answer.flatMap(one -> one.headers().firstValue("Location")).orElse("");
        String body = answer.map(HttpResponse::body).orElse("").strip();
        if (status < 300 || status >= 500 || location.startsWith("/sign-in") || !isWhole(body)) {
            wrong.add(post.path() + " " + what + " answers " + status + " " + location);
        }
    }

    /** A page that broke in the middle has no end. */
    private static boolean isWhole(String body) {
        return body.isEmpty() || body.endsWith("</html>");
    }

    /** Twice, as the server may close a connection at the very moment it is used again. */
    private Optional<HttpResponse<String>> answer(String path, byte[] form, boolean withToken) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return Optional.of(browser.post(path, form, withToken));
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
        return Map.of(
                "contact", helen.value(),
                "conversation", talk.value(),
                "conversations", talk.value(),
                "turn", heard.value(),
                "heard", heard.value(),
                "question", asked.value(),
                "needs", need.value(),
                "promise", promise.value());
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
                .filter(entry -> isForSalespeople(entry.getValue()))
                // "One more line" shows the same form again and takes anything.
                .filter(entry -> entry.getKey().getParamsCondition().getExpressions().stream()
                        .allMatch(NameValueExpression::isNegated))
                .flatMap(entry -> posts(entry.getKey(), entry.getValue()))
                // It ends the other sessions, which is what it is for.
                .filter(post -> !post.path().equals("/preferences/sessions/end"))
                .sorted(Comparator.comparing(Post::path))
                .toList();
    }

    private static boolean isForSalespeople(HandlerMethod handler) {
        return Arrays.stream(Doorkeeper.audiences(handler))
                .anyMatch(audience -> audience == Audience.SELLERS || audience == Audience.SIGNED_IN);
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
        return info.getPatternValues().stream().map(path -> new Post(path, fields));
    }

    private static void components(Map<String, Class<?>> fields, String prefix, Class<?> form) {
        if (!form.isRecord()) {
            Arrays.stream(BeanUtils.getPropertyDescriptors(form))
                    .filter(property -> property.getWriteMethod() != null)
                    .forEach(property -> fields.put(prefix + property.getName(), property.getPropertyType()));
            return;
        }
        for (RecordComponent component : form.getRecordComponents()) {
            put(fields, prefix + component.getName(), component.getGenericType());
        }
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

package org.attune;

import static java.util.Map.entry;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every page there is, what it costs at the most, and who sees it. Whoever walks pages walks these, and a test fails on a page
 * that somebody added and nobody put here.
 */
public final class Pages {

    /** Who looks at it. */
    public enum Who {
        SELLER,
        MANAGER,
        ADMIN,
        DECIDER,
        NOBODY
    }

    /**
     * A page.
     *
     * @param path with the names of what a {@link World} has in it
     * @param atMost statements; two of them begin a session, which a browser has already, and one counts what waits today
     * @param grows with what is there, written as + : the preview of a merge does it and takes it back, need by need
     */
    public record Page(Who who, String path, int atMost, boolean grows) {

        @Override
        public String toString() {
            return who + " " + path;
        }
    }

    /** What is answered to a GET and is no page, or a page of which there is none here. */
    private static final Map<String, String> NOT_HERE = Map.ofEntries(
            entry("/conversations/{id}/turns", "a part of the conversation's page, counted on its own"),
            entry("/conversations/{conversation}/fitting", "a part of the conversation's page, counted on its own"),
            entry("/conversations/people", "suggestions"),
            entry("/companies/suggestions", "suggestions"),
            entry("/dashboards/companies", "suggestions"),
            entry("/contacts/suggestions", "suggestions"),
            entry("/contacts/tags", "suggestions"),
            entry("/admin/organisation/answerers/suggestions", "suggestions"),
            entry("/import/{run}/left-over.csv", "a file"),
            entry("/library/files/{file}", "a file"),
            entry("/dashboards/{dashboard}/rows.csv", "a file"),
            entry("/dashboards/{dashboard}/{table}.csv", "a file"),
            entry("/p/{secret}", "only by a link: AskedPageTests"),
            entry("/me/interest", "only from twenty complete conversations on: MyPageTests"),
            entry("/pulse/{secret}", "only by a link: PulseTests"),
            entry("/digest/{secret}", "only by a letter: DigestTests"),
            entry("/unwanted/{secret}", "only by a letter: LettersToContactsTests"),
            entry("/single-sign-on", "leads elsewhere"),
            entry("/sign-in/code", "only on the threshold: SecondFactorScenes"),
            entry("/set-up", "only before anybody is there: SetUpScenes"),
            entry("/sign-in/forgotten", "only where letters can be sent: LetterScenes"),
            entry("/password-resets/{secret}", "only by a letter: LetterScenes"));

    private static final String TABLE = """
            SELLER | / | 18
            SELLER | /search?q=surcharge | 17
            SELLER | /contacts | 11
            SELLER | /contacts/new | 6
            SELLER | /contacts/{contact} | 29
            SELLER | /contacts/{contact}/edit | 10
            SELLER | /contacts/{contact}/companions | 9
            SELLER | /contacts/{contact}/introductions | 8
            SELLER | /contacts/{contact}/merge | 9
            SELLER | /contacts/{contact}/merge?with={twin} | 74+
            SELLER | /contacts/{contact}/promises | 10
            SELLER | /contacts/{contact}/stage | 12
            SELLER | /contacts/{contact}/touches | 15
            SELLER | /contacts/{contact}/silence | 7
            SELLER | /contacts/{contact}/way-on | 8
            SELLER | /nurture | 5
            MANAGER | /nurture | 7
            SELLER | /nurture/{contact}/later | 6
            SELLER | /contacts/{contact}/offers/new | 10
            SELLER | /promises/{promise} | 6
            SELLER | /touches/{touch} | 10
            SELLER | /touches/new?with={contact}&q=helen | 9
            SELLER | /touches/new/words?with={contact} | 10
            SELLER | /touches/together/{together} | 7
            SELLER | /letters/returned | 4
            SELLER | /companies | 8
            SELLER | /companies/new | 5
            SELLER | /companies/{company} | 9
            SELLER | /companies/{company}/edit | 7
            SELLER | /conversations/new | 7
            SELLER | /conversations/new?with={contact} | 7
            SELLER | /conversations/{talk} | 26
            SELLER | /conversations/{talk}/notes | 8
            SELLER | /conversations/{talk}/participants | 9
            SELLER | /conversations/{talk}/facts | 8
            SELLER | /conversations/{talk}/listening | 11
            SELLER | /conversations/{talk}/closing | 15
            SELLER | /turns/{turn} | 6
            SELLER | /turns/{turn}/themes | 8
            SELLER | /turns/{turn}/needs/new | 9
            SELLER | /needs/{need} | 16
            SELLER | /needs/{need}/readiness | 8
            SELLER | /offers | 5
            SELLER | /offers/{offer} | 10
            SELLER | /offers/{offer}/print | 10
            SELLER | /offers/{offer}/revision | 16
            SELLER | /offers/{draft}/wording | 12
            SELLER | /offers/{accepted}/again | 14
            SELLER | /history/contacts/{contact} | 8
            SELLER | /history/needs/{need} | 8
            SELLER | /history/offers/{offer} | 8
            SELLER | /hand-overs/{handOver} | 7
            SELLER | /absences/{absence} | 6
            SELLER | /colleagues/{seller}/away | 8
            SELLER | /import | 7
            SELLER | /import/contacts/{contactsFile} | 12
            SELLER | /import/conversation/{transcript} | 8
            SELLER | /import/{run} | 7
            SELLER | /library | 9
            SELLER | /library/materials/new | 8
            SELLER | /library/materials/{material} | 12
            SELLER | /library/materials/{material}/versions/1 | 12
            SELLER | /library/materials/{material}/details | 11
            SELLER | /library/materials/{material}/draft | 10
            SELLER | /library/versions/{edition}/causes?q=surcharge | 12
            SELLER | /library/stories | 8
            SELLER | /library/stories/new | 6
            SELLER | /library/stories/new?contact={contact} | 8
            SELLER | /library/stories/{story} | 14
            SELLER | /library/stories/{story}/words | 12
            SELLER | /library/stories/{story}/consents/new | 11
            SELLER | /stages | 9
            SELLER | /stages/mine | 16
            SELLER, MANAGER | /dashboards | 21
            SELLER, MANAGER | /dashboards/health | 19
            SELLER, MANAGER | /dashboards/health/rows?figure=known | 10
            SELLER, MANAGER | /dashboards/sales | 16
            SELLER, MANAGER | /dashboards/sales/rows?figure=offers | 10
            SELLER, MANAGER | /dashboards/offers | 12
            SELLER, MANAGER | /dashboards/pull | 15
            SELLER, MANAGER | /dashboards/flow | 18
            SELLER, MANAGER | /dashboards/promises | 12
            SELLER, MANAGER | /dashboards/promises/rows?figure=us-due | 10
            SELLER, MANAGER | /dashboards/time | 14
            SELLER, MANAGER | /dashboards/time/rows?figure=conversations | 10
            SELLER, MANAGER | /dashboards/listening | 16
            SELLER, MANAGER | /dashboards/listening/rows?figure=complete | 10
            SELLER, MANAGER | /dashboards/offers/rows?figure=open | 10
            SELLER, MANAGER | /voice | 30
            SELLER | /voice/themes/{voicedTheme} | 30
            SELLER | /voice/themes/{voicedTheme}/people | 30
            SELLER | /voice/themes/{voicedTheme}/phrases | 30
            SELLER | /voice/questions | 30
            SELLER | /voice/landed | 30
            SELLER | /voice/landed/material/{givenMaterial} | 30
            SELLER | /voice/sorting | 30
            SELLER | /health | 6
            SELLER | /preferences | 5
            SELLER | /preferences/second-factor | 7
            SELLER | /preferences/digest | 5
            SELLER, MANAGER | /me | 15
            SELLER | /preferences/signature | 5
            SELLER | /me/conversations?hat=SALES&month=2026-03-01 | 5
            SELLER | /people/{seller}/one-to-one | 12
            SELLER | /one-to-one/notes/{oneToOneNote} | 7
            SELLER | /introductions | 12
            SELLER | /voice/statements | 7
            SELLER | /voice/statements/new?turn={turn} | 6
            SELLER | /voice/statements/{statement} | 9
            SELLER | /voice/statements/{statement}/tellings/new?contact={contact} | 12
            MANAGER | /contacts/{contact}/owner | 17
            MANAGER | /people/{seller}/one-to-one | 13
            MANAGER | /colleagues/{seller}/hand-over | 13
            MANAGER | /stages/reasons | 5
            ADMIN | /admin/people | 5
            ADMIN | /admin/people/new | 5
            ADMIN | /admin/people/{seller} | 6
            ADMIN | /admin/people/{seller}/closing | 12
            ADMIN | /admin/people/{manager}/closing | 12
            ADMIN | /admin/teams | 5
            ADMIN | /admin/teams/{team} | 8
            ADMIN | /admin/organisation | 5
            ADMIN | /admin/organisation/figures | 10
            ADMIN | /admin/organisation/health | 8
            ADMIN | /admin/organisation/answerers | 6
            ADMIN | /admin/organisation/pulse | 5
            ADMIN | /admin/health | 15
            ADMIN | /admin/organisation/sight | 8
            ADMIN | /admin/fields | 4
            ADMIN | /admin/fields/{field} | 5
            ADMIN | /admin/fields/{field}/choices/{choice} | 6
            ADMIN | /admin/mail | 10
            ADMIN | /admin/unwanted | 4
            ADMIN | /admin/sign-in | 4
            ADMIN | /admin/stages | 8
            ADMIN | /admin/stages/deciding | 10
            ADMIN | /admin/stages/know/retirement | 10
            ADMIN | /admin/stage-draft | 12
            ADMIN | /admin/stage-versions?was=1&becomes=1 | 6
            ADMIN | /admin/stage-versions/1 | 7
            ADMIN | /admin/questions | 10
            ADMIN | /admin/questions/{question} | 10
            ADMIN | /admin/themes | 6
            ADMIN | /admin/themes/{theme} | 9
            ADMIN | /admin/themes/{theme}/merge?into={otherTheme} | 10
            ADMIN | /admin/gate | 8
            ADMIN | /admin/audit | 7
            ADMIN | /admin/erasure | 4
            ADMIN | /admin/erasure/{contact} | 7
            ADMIN | /admin/retention | 6
            ADMIN | /preferences | 4
            DECIDER | /voice/statements | 7
            DECIDER | /voice/statements/{statement} | 9
            DECIDER | /preferences | 4
            NOBODY | /sign-in | 4
            NOBODY | /invitations/{secret} | 6
            """;

    private Pages() {}

    public static List<Page> all() {
        return TABLE.lines()
                .map(line -> line.split("\\|"))
                .flatMap(cells -> Stream.of(cells[0].split(","))
                        .map(who -> page(who.strip(), cells[1].strip(), cells[2].strip())))
                .toList();
    }

    private static Page page(String who, String path, String atMost) {
        return new Page(Who.valueOf(who), path, Integer.parseInt(atMost.replace("+", "")), atMost.endsWith("+"));
    }

    public static Stream<Page> of(Who who) {
        return all().stream().filter(page -> page.who() == who);
    }

    /** The addresses, as they are mapped, of the pages that are not here. */
    public static Set<String> leftOut(RequestMappingHandlerMapping mappings) throws Exception {
        Set<Method> walked = new HashSet<>();
        for (Page page : all()) {
            walked.add(handler(mappings, page.path()));
        }
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> isRead(one.getKey()) && !isError(one.getValue()))
                .filter(one -> !walked.contains(one.getValue().getMethod()))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .filter(path -> !NOT_HERE.containsKey(path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is said to be no page, and is not there any more. */
    public static Collection<String> saidInVain(RequestMappingHandlerMapping mappings) {
        List<String> mapped = new ArrayList<>();
        mappings.getHandlerMethods().forEach((one, handler) -> mapped.addAll(one.getPatternValues()));
        return NOT_HERE.keySet().stream().filter(path -> !mapped.contains(path)).toList();
    }

    private static boolean isRead(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean isError(HandlerMethod handler) {
        return ErrorController.class.isAssignableFrom(handler.getBeanType());
    }

    private static Method handler(RequestMappingHandlerMapping mappings, String template) throws Exception {
        String path = template.replaceAll("\\{[^}]+}", "0198c000-0000-7000-8000-000000000000");
        var address = UriComponentsBuilder.fromUriString(path).build();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address.getPath());
        address.getQueryParams().forEach((name, values) -> request.addParameter(name, values.toArray(String[]::new)));
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain chain =
                Objects.requireNonNull(mappings.getHandler(request), "nothing is mapped to " + template);
        return ((HandlerMethod) chain.getHandler()).getMethod();
    }
}

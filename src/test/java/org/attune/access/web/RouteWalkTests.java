package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Audience;
import org.attune.access.SignedIn;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every mapped route as everybody, with identifiers of nothing. */
@AttuneTest
class RouteWalkTests {

    private record Route(HttpMethod method, String path, List<Audience> audiences, String handler) {

        @Override
        public String toString() {
            return method + " " + path + " (" + handler + ")";
        }

        boolean isFor(@Nullable SignedIn person) {
            return audiences.contains(Audience.ANYONE)
                    || (person != null && audiences.stream().anyMatch(person::belongsTo));
        }

        /** Behind the set-up page and the demo there is nothing for anybody here. */
        boolean isNotHere() {
            return audiences.contains(Audience.SET_UP) || audiences.contains(Audience.DEMO);
        }
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    private final Map<String, Viewer> people = new LinkedHashMap<>();

    @BeforeEach
    void meetEverybody() {
        people.put("a salesperson", somebody.whoSells());
        people.put("a manager", somebody.whoLeads(somebody.aTeam()));
        people.put("an admin", somebody.whoAdministers());
        people.put("a decider", somebody.whoDecides());
        people.put("an admin who sells", somebody.whoAdministersAndSells());
    }

    @Test
    void everyRouteSaysWhomItIsOpenTo() {
        assertThat(routes()).isNotEmpty().allSatisfy(route -> assertThat(route.audiences())
                .as("@OpenTo of %s", route)
                .isNotEmpty());
    }

    @Test
    void everybodyReachesWhatIsOpenToThemAndTheRestDoesNotExist() {
        List<String> wrong = new ArrayList<>();
        people.forEach((who, viewer) -> {
            SignedIn person = users.signedIn(viewer.id()).orElseThrow();
            for (Route route : routes()) {
                int status = statusFor(route, viewer);
                if (!fits(status, route.isFor(person))) {
                    wrong.add(route + " answers " + status + " to " + who);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverIsNotSignedInIsAskedToSignIn() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            var response = request(route).exchange().getResponse();
            int status = isAskedToSignIn(response.getHeader("Location")) ? 401 : response.getStatus();
            boolean right = route.isNotHere() || route.isFor(null) ? fits(status, route.isFor(null)) : status == 401;
            if (!right) {
                wrong.add(route + " answers " + status + " to nobody");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aFragmentForNobodyIsRefusedWithoutAPage() {
        assertThat(routes().stream().filter(route -> !route.isFor(null) && !route.isNotHere()))
                .allSatisfy(route -> assertThat(request(route).header("HX-Request", "true"))
                        .as(route.toString())
                        .hasStatus(401));
    }

    @Test
    void whatNobodyMappedDoesNotExist() {
        Viewer admin = somebody.whoAdministersAndSells();
        for (String path : Set.of("/nothing", "/error", "/admin", "/access/sign-in", "/templates/access/people.html")) {
            assertThat(mvc.get().uri(path).with(Somebody.signedIn(admin)))
                    .as(path)
                    .hasStatus(404);
            assertThat(mvc.get().uri(path)).as(path).hasStatus(303);
        }
    }

    @Test
    void whatWatchesOverAttuneIsNotOnThisPort() {
        for (String path : Set.of("/actuator", "/actuator/health", "/actuator/env", "/actuator/prometheus")) {
            assertThat(mvc.get().uri(path)).as(path).hasStatus(404);
        }
    }

    private static boolean fits(int status, boolean allowed) {
        return allowed ? status != 401 && status != 403 && status < 500 : status == 404;
    }

    private int statusFor(Route route, Viewer viewer) {
        var response = request(route).with(Somebody.signedIn(viewer)).exchange().getResponse();
        return isAskedToSignIn(response.getHeader("Location")) ? 401 : response.getStatus();
    }

    private static boolean isAskedToSignIn(@Nullable String location) {
        return location != null && location.startsWith("/sign-in?to=");
    }

    private MockMvcRequestBuilder request(Route route) {
        return mvc.method(route.method()).uri(route.path()).with(csrf());
    }

    private List<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        !ErrorController.class.isAssignableFrom(entry.getValue().getBeanType()))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> mapped = info.getMethodsCondition().getMethods();
        Stream<RequestMethod> methods = mapped.isEmpty() ? Stream.of(RequestMethod.GET) : mapped.stream();
        return methods.flatMap(method -> info.getPatternValues().stream()
                .map(pattern -> new Route(
                        method.asHttpMethod(),
                        pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                        Arrays.asList(Doorkeeper.audiences(handler)),
                        handler.getShortLogMessage())));
    }
}

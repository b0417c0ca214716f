package org.attune.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.audit.Mentioned;
import org.attune.platform.Deed;
import org.attune.platform.Trail;
import org.attune.platform.web.WhoIsThere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes what an admin reads of customers. Admins who sell as well see customers like any seller, but they also decide who sees
 * what; so everybody can see what they looked at. Every page that is open to sellers counts, whoever writes it.
 */
@Configuration(proxyBeanMethods = false)
class Reading implements WebMvcConfigurer, HandlerInterceptor {

    private static final Map<String, String> KINDS = Map.of(
            "contacts", "contact",
            "conversations", "conversation",
            "turns", "turn",
            "needs", "need",
            "offers", "offer",
            "companies", "company",
            "promises", "promise");

    private final Trail trail;
    private final WhoIsThere whoIsThere;

    Reading(Trail trail, WhoIsThere whoIsThere) {
        this.trail = trail;
        this.whoIsThere = whoIsThere;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        boolean shown = request.getMethod().equals("GET")
                && response.getStatus() < 300
                && (page == null || !String.valueOf(page.getViewName()).startsWith("redirect:"));
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (shown && (isForSellers(handler) || path.equals("/")) && isAdminWhoSells()) {
            note(path);
        }
    }

    private void note(String path) {
        String place = path.substring(1).replaceAll("/.*", "");
        Optional<UUID> record = Mentioned.in(path);
        String kind = place.isEmpty() ? "today" : record.isPresent() ? KINDS.getOrDefault(place, place) : place;
        trail.note(Deed.of(Deed.Done.READ, kind, record.orElse(null)));
    }

    private boolean isAdminWhoSells() {
        return whoIsThere
                .person()
                .filter(person -> person.sells() && person.administers())
                .isPresent();
    }

    private static boolean isForSellers(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return false;
        }
        OpenTo own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), OpenTo.class);
        OpenTo word =
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OpenTo.class);
        return word != null
                && Arrays.stream(word.value())
                        .anyMatch(audience -> audience == Audience.SELLERS || audience == Audience.MANAGERS);
    }
}

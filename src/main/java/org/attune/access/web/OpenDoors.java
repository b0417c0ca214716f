package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.access.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Requests for which one need not be signed in, as the handlers themselves say. */
@Component
class OpenDoors implements RequestMatcher {

    private static final Set<Audience> STRANGERS = EnumSet.of(Audience.ANYONE, Audience.SET_UP, Audience.DEMO);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private @Nullable volatile List<RequestMappingInfo> open;

    OpenDoors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return open().stream().anyMatch(info -> info.getMatchingCondition(request) != null);
    }

    /** Collected at the first request, when all handlers are known. */
    private List<RequestMappingInfo> open() {
        List<RequestMappingInfo> known = open;
        if (known == null) {
            known = mappings.getObject().getHandlerMethods().entrySet().stream()
                    .filter(entry -> Arrays.stream(Doorkeeper.audiences(entry.getValue()))
                            .anyMatch(STRANGERS::contains))
                    .map(Map.Entry::getKey)
                    .toList();
            open = known;
        }
        return known;
    }
}

package org.attune.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.SetUp;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Stands before every handler: it is reached only by those whom its {@link OpenTo} names; without that word, by nobody.
 * To everybody else it does not exist.
 */
@Component
class Doorkeeper implements HandlerInterceptor {

    private final Caller caller;
    private final SetUp setUp;
    private final Demo demo;

    Doorkeeper(Caller caller, SetUp setUp, Demo demo) {
        this.caller = caller;
        this.setUp = setUp;
        this.demo = demo;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR || handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (Arrays.stream(audiences(handler)).noneMatch(audience -> belongs(request, audience))) {
            throw new NotSeen("page");
        }
        return true;
    }

    /** Who may reach a handler; nobody, if it does not say. */
    static Audience[] audiences(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return new Audience[0];
        }
        OpenTo word = openTo(method);
        return word == null ? new Audience[0] : word.value();
    }

    private static @Nullable OpenTo openTo(HandlerMethod method) {
        OpenTo own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), OpenTo.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OpenTo.class);
    }

    private boolean belongs(HttpServletRequest request, Audience audience) {
        return switch (audience) {
            case ANYONE -> true;
            case SET_UP -> setUp.isNeeded();
            case DEMO -> demo.isFor(request);
            default ->
                caller.of(request).filter(person -> person.belongsTo(audience)).isPresent();
        };
    }
}

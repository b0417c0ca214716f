package org.attune.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.attune.access.SignedIn;
import org.attune.access.WhoAsks;
import org.attune.insight.Slice;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handler methods the {@link Slice} of their address; read once in each request. Days that are none, and a company nobody can tell, are answered 422. */
@Component
class SliceResolver implements HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = Sliced.class.getName();

    private final WhoAsks whoAsks;
    private final SliceReading reading;

    SliceResolver(WhoAsks whoAsks, SliceReading reading) {
        this.whoAsks = whoAsks;
        this.reading = reading;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Slice.class || parameter.getParameterType() == Sliced.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Sliced sliced = http.getAttribute(ATTRIBUTE) instanceof Sliced before ? before : read(http);
        HttpServletResponse answer = request.getNativeResponse(HttpServletResponse.class);
        if ((sliced.problem() != null || sliced.company().isUnclear()) && answer != null) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return parameter.getParameterType() == Slice.class ? sliced.slice() : sliced;
    }

    private Sliced read(HttpServletRequest http) {
        SignedIn asking = whoAsks.of(http).orElseThrow(() -> new NotSeen("viewer"));
        Sliced sliced = reading.read(asking.viewer(), http);
        http.setAttribute(ATTRIBUTE, sliced);
        return sliced;
    }
}

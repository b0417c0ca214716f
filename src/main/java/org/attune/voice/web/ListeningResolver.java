package org.attune.voice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.attune.access.WhoAsks;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of the voice what their address listens to, and pages the same as {@code heard}. Days that are none: 422. */
@Component
class ListeningResolver implements HandlerMethodArgumentResolver {

    private final WhoAsks whoAsks;
    private final ListeningReading reading;

    ListeningResolver(WhoAsks whoAsks, ListeningReading reading) {
        this.whoAsks = whoAsks;
        this.reading = reading;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Listening.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Listening heard = reading.read(
                whoAsks.of(http).orElseThrow(() -> new NotSeen("viewer")).viewer(), http);
        HttpServletResponse answer = request.getNativeResponse(HttpServletResponse.class);
        if (heard.problem() != null && answer != null) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        if (model != null) {
            model.addAttribute("heard", heard);
        }
        return heard;
    }
}

package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.attune.access.SignedIn;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives handler methods the {@link Viewer}, or the {@link SignedIn} around it, that they ask for; where nobody is signed in
 * only to those that can do without.
 */
@Component
class ViewerArgument implements HandlerMethodArgumentResolver {

    private final Caller caller;

    ViewerArgument(Caller caller) {
        this.caller = caller;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        Optional<SignedIn> there = http == null ? Optional.empty() : caller.of(http);
        if (there.isEmpty() && parameter.isOptional()) {
            return null;
        }
        SignedIn signedIn = there.orElseThrow(() -> new NotSeen("viewer"));
        return parameter.getParameterType() == Viewer.class ? signedIn.viewer() : signedIn;
    }
}

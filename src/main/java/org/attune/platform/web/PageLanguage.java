package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A page that is written to somebody speaks their language whoever opens it, and from the start: also what is wrong with its form is
 * said in it.
 */
@Component
class PageLanguage implements HandlerInterceptor, WebMvcConfigurer {

    static final String NAME = PageLanguage.class.getName();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.getBean() instanceof WrittenTo page) {
            secret(request).flatMap(page::readerOf).ifPresent(theirs -> request.setAttribute(NAME, theirs));
        }
        return true;
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                        && named.get("secret") instanceof String secret
                ? Optional.of(secret)
                : Optional.empty();
    }
}

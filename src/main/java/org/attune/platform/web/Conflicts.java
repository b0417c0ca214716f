package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A form that is shown again because of a {@link Meanwhile} is answered with 409, whatever its handler says of errors. */
@Component
class Conflicts implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getModel().values().stream().anyMatch(Conflicts::isConflict)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.setStatus(HttpStatus.CONFLICT);
        }
    }

    private static boolean isConflict(Object part) {
        return part instanceof BindingResult errors && Meanwhile.in(errors) != null;
    }
}

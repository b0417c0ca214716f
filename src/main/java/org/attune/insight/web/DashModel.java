package org.attune.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Gives every dashboard the frame around it. */
@ControllerAdvice(annotations = Dashboard.class)
class DashModel {

    /** The order people ask in: how are they, what came of it, and how did it come about. */
    private static final List<String> ORDER =
            List.of("health", "sales", "listening", "pull", "flow", "promises", "time", "offers");

    private final List<String> tabs;

    DashModel(ListableBeanFactory beans) {
        Set<String> there = Arrays.stream(beans.getBeanNamesForAnnotation(Dashboard.class))
                .map(bean -> Objects.requireNonNull(beans.findAnnotationOnBean(bean, Dashboard.class)))
                .map(Dashboard::value)
                .collect(Collectors.toSet());
        this.tabs = ORDER.stream().filter(there::contains).toList();
    }

    @ModelAttribute("dash")
    Dash dash(Sliced sliced, HttpServletRequest request) {
        return new Dash(name(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)), tabs, sliced);
    }

    private static String name(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                ? Objects.requireNonNull(
                                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Dashboard.class))
                        .value()
                : "";
    }
}

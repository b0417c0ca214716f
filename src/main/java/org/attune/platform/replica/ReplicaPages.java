package org.attune.platform.replica;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.attune.platform.FromReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Says of each request whether its handler may read from the replica, until its page is written. */
final class ReplicaPages implements AsyncHandlerInterceptor {

    private static final Set<String> FETCHING = Set.of("GET", "HEAD");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && mayReadThere(method, request)) {
            Reading.begin();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Reading.end();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Reading.end();
    }

    private static boolean mayReadThere(HandlerMethod method, HttpServletRequest request) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), FromReplica.class)
                || (FETCHING.contains(request.getMethod())
                        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), FromReplica.class));
    }
}

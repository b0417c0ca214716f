package org.attune.access.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the doorkeeper before all handlers and tells them who is asking. */
@Configuration(proxyBeanMethods = false)
class DoorsConfiguration implements WebMvcConfigurer {

    private final Doorkeeper doorkeeper;
    private final ViewerArgument viewer;
    private final OpenSessions sessions;

    DoorsConfiguration(Doorkeeper doorkeeper, ViewerArgument viewer, OpenSessions sessions) {
        this.doorkeeper = doorkeeper;
        this.viewer = viewer;
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doorkeeper).order(Integer.MIN_VALUE);
        registry.addInterceptor(sessions);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewer);
    }
}

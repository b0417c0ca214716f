package org.attune.insight.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the handlers of dashboards what is looked at. */
@Configuration(proxyBeanMethods = false)
class InsightConfiguration implements WebMvcConfigurer {

    private final SliceResolver slices;

    InsightConfiguration(SliceResolver slices) {
        this.slices = slices;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(slices);
    }
}

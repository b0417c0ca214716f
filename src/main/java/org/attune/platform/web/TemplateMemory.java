package org.attune.platform.web;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Keeps every template and expression once it was read. Thymeleaf keeps 200 and 500 by itself; Attune's templates hold thousands of
 * expressions, so that by the time a page is asked for again most of it would have been forgotten.
 */
@Configuration(proxyBeanMethods = false)
class TemplateMemory {

    static final int TEMPLATES = 2_000;
    static final int EXPRESSIONS = 20_000;

    TemplateMemory(SpringTemplateEngine engine) {
        StandardCacheManager cache = new StandardCacheManager();
        cache.setTemplateCacheMaxSize(TEMPLATES);
        cache.setExpressionCacheMaxSize(EXPRESSIONS);
        engine.setCacheManager(cache);
    }
}

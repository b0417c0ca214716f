package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Maps the files as Boot would, except that only what could be one is looked for. Every link on a page asks whether it leads to
 * a file, and an answer of no is not remembered: it opened every jar anew, for a third of all that a page costs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // Boot leaves alone what is mapped before it comes
class ServedFiles implements WebMvcConfigurer {

    private final WebProperties.Resources files;

    ServedFiles(WebProperties web) {
        this.files = web.getResources();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/**")
                .addResourceLocations(files.getStaticLocations())
                .setCacheControl(kept())
                .resourceChain(true)
                .addResolver(new OnlyFiles())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    private CacheControl kept() {
        CacheControl control = files.getCache().getCachecontrol().toHttpCacheControl();
        return control == null ? CacheControl.empty() : control;
    }

    /** The name of a file has a dot in it, and hardly another address has. */
    private static final class OnlyFiles implements ResourceResolver {

        @Override
        public @Nullable Resource resolveResource(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return couldBe(path) ? chain.resolveResource(request, path, locations) : null;
        }

        @Override
        public @Nullable String resolveUrlPath(
                String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return couldBe(path) ? chain.resolveUrlPath(path, locations) : null;
        }

        private static boolean couldBe(String path) {
            return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        }
    }
}

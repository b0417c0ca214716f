package org.attune.platform.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@code #shell} and {@code #say} known to every template. */
@Component
class ShellDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String SPRITE = "/img/icons.svg";

    private final Say say;
    private final ObjectProvider<WhoIsThere> whoIsThere;
    private final ObjectProvider<ResourceUrlProvider> resources;

    ShellDialect(Say say, ObjectProvider<WhoIsThere> whoIsThere, ObjectProvider<ResourceUrlProvider> resources) {
        this.say = say;
        this.whoIsThere = whoIsThere;
        this.resources = resources;
    }

    @Override
    public String getName() {
        return "attune";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("shell", "say");
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return switch (name) {
            case "shell" -> new Shell(context, whoIsThere.getIfAvailable(() -> Optional::empty), sprite());
            case "say" -> say;
            default -> null;
        };
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }

    private String sprite() {
        ResourceUrlProvider provider = resources.getIfAvailable();
        String hashed = provider == null ? null : provider.getForLookupPath(SPRITE);
        return hashed == null ? SPRITE : hashed;
    }
}

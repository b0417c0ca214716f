package org.attune.platform.web;

import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** {@code #shell} without the rest of the product. */
record ShellOnly(WhoIsThere whoIsThere) implements IExpressionObjectDialect, IExpressionObjectFactory {

    @Override
    public String getName() {
        return "shell only";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("shell");
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return new Shell(context, whoIsThere, "/sprite");
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}

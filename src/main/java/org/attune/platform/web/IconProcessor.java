package org.attune.platform.web;

import java.util.regex.Pattern;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** Puts an icon of the sprite in the place of an {@code svg}; it decorates, so a word stands beside it or in {@code aria-label}. */
class IconProcessor extends AbstractAttributeTagProcessor {

    /** After conditions, loops and local variables. */
    private static final int PRECEDENCE = 1_400;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    private final String look;

    IconProcessor(String prefix, String attribute, String look) {
        super(TemplateMode.HTML, prefix, "svg", false, attribute, true, PRECEDENCE, true);
        this.look = look;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String value,
            IElementTagStructureHandler structure) {
        String name = value.startsWith("${") ? evaluated(context, value) : value;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        structure.replaceWith(
                "<svg class=\"" + look + "\" aria-hidden=\"true\"><use href=\"" + sprite(context) + "#" + name
                        + "\"></use></svg>",
                false);
    }

    private static String evaluated(ITemplateContext context, String expression) {
        return String.valueOf(StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression)
                .execute(context));
    }

    private static String sprite(ITemplateContext context) {
        return ((Shell) context.getExpressionObjects().getObject("shell")).sprite();
    }
}

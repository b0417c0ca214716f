package org.attune.library.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code attune:markdown="${…}"} fills an element with a text in Markdown. It hands Thymeleaf elements and escaped text, never
 * HTML, so that no template needs {@code th:utext}.
 */
@Component
class MarkdownDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "attune";

    MarkdownDialect() {
        super("markdown", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Filling(dialectPrefix));
    }

    private static final class Filling extends AbstractStandardExpressionAttributeTagProcessor {

        private static final int AS_TEXT_DOES = 1300;

        Filling(String dialectPrefix) {
            super(TemplateMode.HTML, dialectPrefix, "markdown", AS_TEXT_DOES, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attributeName,
                String attributeValue,
                Object source,
                IElementTagStructureHandler structure) {
            ModelPen pen = new ModelPen(context.getModelFactory());
            Markdown.write(source == null ? "" : source.toString(), pen);
            structure.setBody(pen.model, false);
        }
    }

    private static final class ModelPen implements Markdown.Pen {

        private final IModelFactory factory;
        private final IModel model;

        ModelPen(IModelFactory factory) {
            this.factory = factory;
            this.model = factory.createModel();
        }

        @Override
        public void open(String element, Map<String, String> attributes) {
            Map<String, String> escaped = new LinkedHashMap<>();
            attributes.forEach((name, value) -> escaped.put(name, HtmlUtils.htmlEscape(value, "UTF-8")));
            model.add(factory.createOpenElementTag(element, escaped, AttributeValueQuotes.DOUBLE, false));
        }

        @Override
        public void close(String element) {
            model.add(factory.createCloseElementTag(element));
        }

        @Override
        public void empty(String element) {
            model.add(factory.createStandaloneElementTag(element, Map.of(), AttributeValueQuotes.DOUBLE, false, false));
        }

        @Override
        public void text(String text) {
            model.add(factory.createText(HtmlUtils.htmlEscape(text, "UTF-8")));
        }
    }
}

package org.attune.platform.web;

import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.spring6.context.SpringContextUtils;
import org.thymeleaf.templatemode.TemplateMode;

/** Says on every page, in the one place all text passes through, that words were erased; no template has to think of it. */
@Component
class ErasedWordsDialect implements IPostProcessorDialect {

    @Override
    public String getName() {
        return "erased words";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return 1000;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Saying.class, 1000));
    }

    /** Made by Thymeleaf for each page. */
    public static final class Saying extends AbstractTemplateHandler {

        @Override
        public void handleText(IText text) {
            ITemplateContext context = getContext();
            ApplicationContext spring =
                    ErasedWords.mayBeIn(text) ? SpringContextUtils.getApplicationContext(context) : null;
            if (spring == null) {
                super.handleText(text);
            } else {
                String said = spring.getBean(ErasedWords.class).in(text.getText());
                super.handleText(context.getModelFactory().createText(said));
            }
        }
    }
}

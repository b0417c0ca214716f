package org.attune.platform.web;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.IProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/**
 * What every page has dozens of. {@code <svg attune:icon="users"></svg>}, {@code attune:tiny} for a small one; a name or an expression: a
 * page shows a hundred icons, and a fragment is looked up, copied and processed for each, which was a tenth of what a page cost.
 * {@code attune:kept="keys"} for a part of the frame that is the same for many, which together were a third of a plain page.
 */
@Component
class FrameDialect implements IProcessorDialect {

    static final String PREFIX = "attune";

    private final boolean keeps;

    FrameDialect(@Value("${spring.thymeleaf.cache:true}") boolean keeps) {
        this.keeps = keeps;
    }

    @Override
    public String getName() {
        return "attune frame";
    }

    @Override
    public String getPrefix() {
        return PREFIX;
    }

    @Override
    public int getDialectProcessorPrecedence() {
        return 1000;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new IconProcessor(prefix, "icon", "icon"),
                new IconProcessor(prefix, "tiny", "icon s"),
                new KeptProcessor(prefix, keeps));
    }
}

package org.attune.platform.web;

import jakarta.servlet.RequestDispatcher;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts a part of the frame in the place of an element, {@code attune:kept="places(active, hat)"}, and keeps what was rendered for each
 * language and for each value of the words in brackets: the hat, what the person may, and which place is the active one. The part is
 * given these and nothing else of the page. It must not ask {@code #shell} who is there, and a form that is posted carries a token and
 * stays outside; a test holds both.
 */
class KeptProcessor extends AbstractAttributeTagProcessor {

    /** After conditions, loops and local variables. */
    private static final int PRECEDENCE = 1_400;

    /** Far more than pages and hats make; what comes beyond is rendered each time. */
    private static final int AT_MOST = 2_000;

    private static final Pattern PART = Pattern.compile("([a-z-]+)(?:\\(([a-zA-Z, ]+)\\))?");

    private final boolean keeps;
    private final Map<Key, String> kept = new ConcurrentHashMap<>();

    /** @param keeps not where templates are being written */
    KeptProcessor(String prefix, boolean keeps) {
        super(TemplateMode.HTML, prefix, null, false, "kept", true, PRECEDENCE, true);
        this.keeps = keeps;
    }

    private record Key(String part, Locale locale, List<@Nullable Object> by) {}

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String value,
            IElementTagStructureHandler structure) {
        Matcher part = PART.matcher(value);
        if (!part.matches() || !(context instanceof IWebContext web)) {
            throw new IllegalArgumentException("no part of the frame is called " + value);
        }
        List<String> names =
                part.group(2) == null ? List.of() : List.of(part.group(2).split(", *"));
        List<@Nullable Object> by =
                Arrays.asList(names.stream().map(name -> word(name, context)).toArray());
        Key key = new Key(part.group(1), context.getLocale(), by);
        String found = kept.get(key);
        if (found == null) {
            found = rendered(context, web, key, names);
            // A page of a failure is rendered outside of what gives files their hash.
            if (keeps
                    && !web.getExchange().containsAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                    && kept.size() < AT_MOST) {
                kept.put(key, found);
            }
        }
        structure.replaceWith(found, false);
    }

    private static String rendered(ITemplateContext context, IWebContext page, Key key, List<String> names) {
        Map<String, Object> variables = new HashMap<>();
        for (int n = 0; n < names.size(); n++) {
            variables.put(names.get(n), key.by().get(n));
        }
        StringWriter part = new StringWriter();
        context.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec("layout/kept", Set.of(key.part()), TemplateMode.HTML, Map.of()),
                        new WebContext(new BareExchange(page.getExchange()), key.locale(), variables),
                        part);
        return part.toString();
    }

    private static @Nullable Object word(String name, ITemplateContext context) {
        Shell shell = (Shell) context.getExpressionObjects().getObject("shell");
        Optional<ShellPerson> person = Optional.ofNullable(shell.person());
        return switch (name) {
            case "hat" -> shell.hat();
            case "sells" -> shell.sells();
            case "leads" -> person.map(ShellPerson::leads).orElse(false);
            case "administers" -> person.map(ShellPerson::administers).orElse(false);
            case "decides" -> person.map(ShellPerson::decides).orElse(false);
            case "active" -> context.getVariable("active") instanceof String active ? active : null;
            default -> throw new IllegalArgumentException("the frame has no word " + name);
        };
    }
}

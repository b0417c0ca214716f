package org.attune.platform.web;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebRequest;

/** What the frame around a page needs beside the page itself; in templates it is {@code #shell}. */
public final class Shell {

    private final IExpressionContext context;
    private final WhoIsThere whoIsThere;
    private final String sprite;

    Shell(IExpressionContext context, WhoIsThere whoIsThere, String sprite) {
        this.context = context;
        this.whoIsThere = whoIsThere;
        this.sprite = sprite;
    }

    /** Who is signed in, or nobody. */
    public @Nullable ShellPerson person() {
        return whoIsThere.person().orElse(null);
    }

    /** What the page says of its own language. */
    public String language() {
        return Language.of(context.getLocale()).tag();
    }

    public boolean sells() {
        return whoIsThere.person().map(ShellPerson::sells).orElse(false);
    }

    /** The hat the person wears; on the page of an open conversation the one it is held under. */
    public String hat() {
        if (context.getVariable("hatHere") instanceof String here) {
            return here;
        }
        return whoIsThere.person().map(ShellPerson::hat).orElse("sales");
    }

    /** Where the icons are, with the hash of their content. */
    public String sprite() {
        return sprite;
    }

    /** Where this page is, to come back to after a detour such as changing the hat. */
    public String here() {
        if (!(context instanceof IWebContext web)) {
            return "/";
        }
        if (web.getExchange().containsAttribute(RequestDispatcher.ERROR_STATUS_CODE)) {
            return "/";
        }
        IWebRequest request = web.getExchange().getRequest();
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return request.getPathWithinApplication() + (query == null ? "" : "?" + query);
    }

    /** The page of ours that led here, or the front page. */
    public String cameFrom() {
        String referer = context instanceof IWebContext web
                ? web.getExchange().getRequest().getHeaderValue("Referer")
                : null;
        return referer == null ? "/" : ownPath(referer);
    }

    private static String ownPath(String address) {
        try {
            String path = URI.create(address).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path;
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }

    /** Whether a form on this page came back with errors; its title then says so first. */
    public boolean invalid() {
        return bindingResults().anyMatch(BindingResult::hasErrors);
    }

    /** What somebody else changed meanwhile below the form that is just being written ({@code th:object}). */
    public @Nullable Meanwhile meanwhile() {
        if (!(context instanceof ITemplateContext template) || !template.hasSelectionTarget()) {
            return null;
        }
        Object form = template.getSelectionTarget();
        return bindingResults()
                .filter(result -> result.getTarget() == form)
                .map(Meanwhile::in)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Stands for something that is not there yet. */
    public UUID newId() {
        return Ids.next();
    }

    private Stream<BindingResult> bindingResults() {
        return context.getVariableNames().stream()
                .filter(name -> name.startsWith(BindingResult.MODEL_KEY_PREFIX))
                .map(context::getVariable)
                .filter(BindingResult.class::isInstance)
                .map(BindingResult.class::cast);
    }

    /** What an empty place shows: a conversation, not a hole. */
    public Waveform quiet(String says) {
        return Waveform.ofAnEmptyPlace(says);
    }
}

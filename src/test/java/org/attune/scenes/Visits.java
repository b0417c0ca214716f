package org.attune.scenes;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives a test its visitors, each with a browser profile of their own, and sends them home afterwards. */
class Visits implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Visits.class);

    /** htmx says that a request came back with an error (htmx:afterRequest) only where it never arrived. */
    private static final List<String> REFUSALS = List.of(
            "Failed to load resource",
            "Response Status Error Code",
            "htmx:sendError",
            "htmx:afterRequest",
            "net::ERR_");

    private final ToIntFunction<ExtensionContext> port;

    /** To the application around the test. */
    Visits() {
        this(test -> Integer.parseInt(
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port")));
    }

    private Visits(ToIntFunction<ExtensionContext> port) {
        this.port = port;
    }

    /** To an application of its own. */
    static Visits to(int port) {
        return new Visits(test -> port);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        boolean phone = parameter.isAnnotated(OnAPhone.class);
        BrowserContext profile = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port.applyAsInt(test))
                        .setLocale("en-GB")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setTimezoneId("Europe/Berlin")
                        .setHasTouch(phone)
                        .setViewportSize(phone ? 390 : 1280, phone ? 844 : 860));
        List<String> troubles = troubles(test);
        profile.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isRefusal(message.text())) {
                troubles.add(message.text());
            }
        });
        profile.onWebError(error -> troubles.add(error.error()));
        profiles(test).add(profile);
        return new Visitor(profile.newPage());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        profiles(test).forEach(BrowserContext::close);
        Assertions.assertThat(troubles(test))
                .as("what the browsers had to complain about")
                .isEmpty();
    }

    /** What the server or the line refuses is told to the person, and many scenes are about that; the rest is a mistake of ours. */
    private static boolean isRefusal(String complaint) {
        return REFUSALS.stream().anyMatch(complaint::contains);
    }

    @SuppressWarnings("unchecked")
    private static List<String> troubles(ExtensionContext test) {
        return (List<String>)
                test.getStore(HERE).computeIfAbsent("troubles", key -> new CopyOnWriteArrayList<String>());
    }

    @SuppressWarnings("unchecked")
    private static List<BrowserContext> profiles(ExtensionContext test) {
        return (List<BrowserContext>)
                test.getStore(HERE).computeIfAbsent("profiles", key -> new ArrayList<BrowserContext>());
    }
}

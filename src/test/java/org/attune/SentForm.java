package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** A form of a page, filled in as the page shows it: what a browser would send on a click on its first button. */
public final class SentForm {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final String action;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private SentForm(String action) {
        this.action = action;
    }

    /** The form of a page that is sent to this address; of several the one with the most fields. */
    public static SentForm on(MvcTestResult page, String action) {
        return in(body(page), action);
    }

    public static SentForm in(String html, String action) {
        Matcher forms = FORM.matcher(html);
        SentForm fullest = null;
        while (forms.find()) {
            if (action.equals(attribute(forms.group(1), "action"))) {
                SentForm form = new SentForm(action);
                form.read(forms.group(2));
                fullest = fullest == null || form.values.size() > fullest.values.size() ? form : fullest;
            }
        }
        assertThat(fullest).as("a form to %s", action).isNotNull();
        return Objects.requireNonNull(fullest);
    }

    /** One that no page has to show: a button, say. */
    public static SentForm to(String action) {
        return new SentForm(action);
    }

    public static SentForm opened(MockMvcTester mvc, Viewer viewer, String page, String action) {
        MvcTestResult opened =
                mvc.get().uri(page).with(Somebody.signedIn(viewer)).exchange();
        assertThat(opened).as(page).hasStatusOk();
        return on(opened, action);
    }

    /** What somebody types; the field has to be there. */
    public SentForm with(String name, String value) {
        assertThat(values).as(action).containsKey(name);
        values.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    /** What somebody chooses that was not chosen before. */
    public SentForm choosing(String name, String value) {
        values.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    public SentForm without(String name) {
        values.remove(name);
        return this;
    }

    public String action() {
        return action;
    }

    /** Nothing where it is not filled in. */
    public String typed(String name) {
        return String.join(",", values.getOrDefault(name, List.of()));
    }

    public String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        assertThat(all).as("%s of the form to %s", name, action).hasSize(1);
        return all.get(0);
    }

    /** Names and values in turn, without the token. */
    public String[] fields() {
        return values.entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field -> field.getValue().stream().flatMap(value -> Stream.of(field.getKey(), value)))
                .toArray(String[]::new);
    }

    public MvcTestResult send(MockMvcTester mvc, Viewer viewer) {
        MockMvcRequestBuilder request =
                mvc.post().uri(action).with(Somebody.signedIn(viewer)).with(csrf());
        values.forEach((name, all) -> {
            if (!name.equals("_csrf")) {
                request.param(name, all.toArray(new String[0]));
            }
        });
        return request.exchange();
    }

    private void read(String html) {
        Matcher controls = CONTROL.matcher(html);
        while (controls.find()) {
            if (controls.group(1) != null) {
                input(controls.group(1));
            } else if (controls.group(2) != null) {
                put(attribute(controls.group(2), "name"), HtmlUtils.htmlUnescape(controls.group(3)));
            } else {
                put(attribute(controls.group(4), "name"), chosen(controls.group(5)));
            }
        }
    }

    private void input(String attributes) {
        String type = attribute(attributes, "type");
        boolean toTick = "checkbox".equals(type) || "radio".equals(type);
        boolean ticked = !toTick || attributes.contains("checked=");
        if (ticked && !"submit".equals(type) && !"file".equals(type)) {
            String value = attribute(attributes, "value");
            put(attribute(attributes, "name"), value == null ? "" : value);
        }
    }

    private static String chosen(String options) {
        String first = null;
        Matcher each = OPTION.matcher(options);
        while (each.find()) {
            String value = attribute(each.group(1), "value");
            if (each.group(1).contains("selected=")) {
                return value == null ? "" : value;
            }
            first = first == null ? value : first;
        }
        return first == null ? "" : first;
    }

    private void put(@Nullable String name, String value) {
        if (name != null) {
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }

    private static @Nullable String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : null;
    }

    public static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

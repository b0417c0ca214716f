package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose attributes lie in one map while its page is written. Thymeleaf keeps its variables there and looks each up again
 * for every expression, and between it and where Tomcat keeps them stands a wrapper for each filter. What is set here goes with the page.
 */
class AttributesAtHand extends HttpServletRequestWrapper {

    private final Map<String, @Nullable Object> attributes = new HashMap<>();

    AttributesAtHand(HttpServletRequest request) {
        super(request);
        Collections.list(request.getAttributeNames()).forEach(name -> setAttribute(name, request.getAttribute(name)));
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        // Tomcat has some that it names to nobody; their names are those of its packages, and no variable has a dot.
        boolean known = name.indexOf('.') < 0 || attributes.containsKey(name);
        return known ? attributes.get(name) : super.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.put(name, null);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet().stream()
                .filter(name -> attributes.get(name) != null)
                .toList());
    }
}

package org.attune.platform.web;

import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.web.IWebApplication;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;
import org.thymeleaf.web.IWebSession;

/** A request without what was found out for its page, which Thymeleaf keeps among the attributes of the request. */
record BareExchange(IWebExchange page, Map<String, Object> attributes) implements IWebExchange {

    BareExchange(IWebExchange page) {
        this(page, new HashMap<>());
    }

    @Override
    public IWebRequest getRequest() {
        return page.getRequest();
    }

    @Override
    public @Nullable IWebSession getSession() {
        return null;
    }

    @Override
    public IWebApplication getApplication() {
        return page.getApplication();
    }

    @Override
    public @Nullable Principal getPrincipal() {
        return null;
    }

    @Override
    public Locale getLocale() {
        return page.getLocale();
    }

    @Override
    public String getContentType() {
        return page.getContentType();
    }

    @Override
    public String getCharacterEncoding() {
        return page.getCharacterEncoding();
    }

    @Override
    public boolean containsAttribute(String name) {
        return attributes.containsKey(name);
    }

    @Override
    public int getAttributeCount() {
        return attributes.size();
    }

    @Override
    public Set<String> getAllAttributeNames() {
        return attributes.keySet();
    }

    @Override
    public Map<String, Object> getAttributeMap() {
        return attributes;
    }

    @Override
    public @Nullable Object getAttributeValue(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttributeValue(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String transformURL(String url) {
        return page.transformURL(url);
    }
}

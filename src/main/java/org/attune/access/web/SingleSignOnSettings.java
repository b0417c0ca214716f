package org.attune.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people may sign in for Attune. Without an issuer nowhere.
 *
 * @param issuer the provider's address, as it calls itself
 * @param name what stands on the button
 */
@ConfigurationProperties("attune.single-sign-on")
record SingleSignOnSettings(
        @Nullable String issuer,
        @DefaultValue("attune") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("single sign-on") String name) {

    boolean configured() {
        return issuer != null && !issuer.isBlank();
    }

    String issuerAddress() {
        return issuer == null ? "" : issuer.strip();
    }

    /** Without the secret, which has no business in a log. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}

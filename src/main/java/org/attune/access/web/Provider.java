package org.attune.access.web;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The provider people sign in at. It is asked for its addresses when somebody wants to go there and not when Attune starts, so
 * that a provider that is down keeps nobody from signing in with a password.
 */
@Component
@EnableConfigurationProperties(SingleSignOnSettings.class)
class Provider {

    static final String ID = "provider";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS = new ParameterizedTypeReference<>() {};

    private final SingleSignOnSettings settings;
    private @Nullable volatile ClientRegistration known;

    Provider(SingleSignOnSettings settings) {
        this.settings = settings;
    }

    /** What its button is called; nothing where there is none. */
    @Nullable
    String name() {
        return settings.configured() ? settings.name() : null;
    }

    /** Nothing while it cannot be reached. */
    Optional<ClientRegistration> registration() {
        ClientRegistration before = known;
        if (before != null || !settings.configured()) {
            return Optional.ofNullable(before);
        }
        try {
            ClientRegistration found = discovered();
            known = found;
            return Optional.of(found);
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "The provider for single sign-on cannot be reached or is not what it is said to be: {}",
                    unreachable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ClientRegistration discovered() {
        String issuer = settings.issuerAddress();
        Map<String, Object> facts = client().get()
                .uri(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(FACTS);
        if (facts == null || !issuer.equals(facts.get("issuer"))) {
            throw new IllegalStateException("another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(facts)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "email")
                .redirectUri("{baseUrl}" + SingleSignOnController.BACK)
                .build();
    }

    private static RestClient client() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder().requestFactory(requests).build();
    }
}

package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets Spring Security speak with the provider, and keep nothing of it. */
@Component
class SingleSignOnDoor {

    private final Provider provider;
    private final ComingBack comingBack;

    SingleSignOnDoor(Provider provider, ComingBack comingBack) {
        this.provider = provider;
        this.comingBack = comingBack;
    }

    /** Only where there is a provider. */
    void in(HttpSecurity http) throws Exception {
        if (provider.name() != null) {
            // A session whose id is changed and which then ends in the same request comes back from the database under
            // its old
            // id; Entrance ends it in any case, so nobody else may change it before.
            http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()))
                    .oauth2Login(this::open);
        }
    }

    private void open(OAuth2LoginConfigurer<HttpSecurity> login) {
        ClientRegistrationRepository ours =
                id -> id.equals(Provider.ID) ? provider.registration().orElse(null) : null;
        login.loginPage("/sign-in")
                .clientRegistrationRepository(ours)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(to -> to.authorizationRequestResolver(new OurQuestions(ours)))
                .redirectionEndpoint(back -> back.baseUri(SingleSignOnController.BACK))
                .securityContextRepository(new NullSecurityContextRepository())
                .successHandler(comingBack)
                .failureHandler(comingBack);
    }

    /** Whoever asks for another provider, or for ours while it cannot be reached, asks for nothing there is. */
    private static final class OurQuestions implements OAuth2AuthorizationRequestResolver {

        private final ClientRegistrationRepository ours;
        private final DefaultOAuth2AuthorizationRequestResolver questions;

        OurQuestions(ClientRegistrationRepository ours) {
            this.ours = ours;
            questions = new DefaultOAuth2AuthorizationRequestResolver(ours, SingleSignOnController.TO);
            questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            boolean known = TurnedAway.path(request).equals(SingleSignOnController.TO + "/" + Provider.ID);
            return known && ours.findByRegistrationId(Provider.ID) != null ? questions.resolve(request) : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return resolve(request);
        }
    }

    /** They would open doors elsewhere, and nobody here goes there. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing to keep
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
            // nothing was kept
        }
    }
}

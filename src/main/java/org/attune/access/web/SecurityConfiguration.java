package org.attune.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Lets nobody in who is not signed in, but to what its handler opens; what each role may do is the doorkeeper's affair. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String[] STATIC = {
        "/css/**", "/js/**", "/img/**", "/fonts/**", "/webjars/**", "/favicon.ico", "/robots.txt"
    };

    private static final String[] LETTER_ENDS = {"/digest/*", "/unwanted/*", "/unwanted/*/reversal"};

    // Whoever has such a link is not signed in; its secret is their token, and there is another one in the form.
    private static final String[] FOR_CUSTOMERS = {"/p/*", "/pulse/*"};

    // No data: images, no inline script or style, nothing from elsewhere.
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'none'";

    // The microphone is for dictation.
    private static final String PERMISSIONS =
            "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    /** Taking the time of a dozen filters in every request costs more than most of them, and nobody looks at it. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** On a port of their own, not reachable from outside: see management.server. On the main one nothing is mapped. */
    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Caller caller,
            OpenDoors open,
            TurnedAway turnedAway,
            Leaving leaving,
            SingleSignOnDoor elsewhere)
            throws Exception {
        elsewhere.in(http);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(STATIC)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) ->
                                new AuthorizationDecision(isIn(caller, context.getRequest()))))
                .exceptionHandling(
                        away -> away.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .addLogoutHandler(leaving))
                .requestCache(AbstractHttpConfigurer::disable)
                // What arrives there has no valid token any more; it is only shown to whoever sent it.
                // And a mailbox that stops a letter on somebody's behalf knows its link alone (RFC 8058).
                .csrf(csrf -> csrf.ignoringRequestMatchers(Unsent.PAGE)
                        .ignoringRequestMatchers(LETTER_ENDS)
                        .ignoringRequestMatchers(FOR_CUSTOMERS))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Who has to set up a second factor reaches nothing else before. */
    private static boolean isIn(Caller caller, HttpServletRequest request) {
        return caller.of(request).isPresent()
                && (!caller.hasToSetUp(request) || TurnedAway.path(request).startsWith(SecondFactorController.HERE));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(hsts ->
                        hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()).includeSubDomains(true));
    }
}

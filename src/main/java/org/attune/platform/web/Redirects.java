package org.attune.platform.web;

import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Answers a successful POST with 303, "see other": the browser fetches the next page, whatever it sent before. */
@Component
class Redirects {

    Redirects(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}

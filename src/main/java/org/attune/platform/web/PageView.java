package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** A page as Thymeleaf writes it, with what the request knows at hand. */
class PageView extends ThymeleafView {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        super.render(model, new AttributesAtHand(request), response);
    }

    @Configuration(proxyBeanMethods = false)
    static class Pages {

        Pages(ThymeleafViewResolver resolver) {
            resolver.setViewClass(PageView.class);
        }
    }
}

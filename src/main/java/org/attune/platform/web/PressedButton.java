package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form without a field, such as <em>Undo</em>: nobody typed anything that could be lost. Where it cannot be done, the page it
 * was pressed on is shown as it is now and says why, instead of a page that says nothing but that.
 */
final class PressedButton {

    private PressedButton() {}

    static boolean is(HttpServletRequest request) {
        return "true".equals(request.getParameter("button")) && !"true".equals(request.getHeader("HX-Request"));
    }

    static ModelAndView answer(HttpServletRequest request, Said why) {
        RequestContextUtils.getOutputFlashMap(request).put(Flash.NAME, why);
        return new ModelAndView("redirect:" + pageOf(request.getHeader("Referer")));
    }

    private static String pageOf(@Nullable String referer) {
        try {
            URI page = URI.create(referer == null ? "/" : referer);
            String path = page.getRawPath();
            boolean ours = path != null && path.startsWith("/") && !path.startsWith("//");
            return ours ? path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()) : "/";
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }
}

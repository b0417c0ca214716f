package org.attune.outside;

import jakarta.servlet.http.HttpServletRequest;
import org.attune.platform.BaseAddress;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where Attune is for somebody elsewhere; where nobody has set it, where it is for whoever looks. */
@Component
public class OutsideAddress {

    private final BaseAddress base;

    OutsideAddress(BaseAddress base) {
        this.base = base;
    }

    /** What the path of a link is put behind. */
    public String beforePaths() {
        return base.of("").orElseGet(OutsideAddress::ofThisRequest);
    }

    private static String ofThisRequest() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)) {
            return "";
        }
        HttpServletRequest request = here.getRequest();
        String whole = request.getRequestURL().toString();
        return whole.substring(0, whole.length() - request.getRequestURI().length()) + request.getContextPath();
    }
}

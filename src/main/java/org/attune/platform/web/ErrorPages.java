package org.attune.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the server turns with everything that nobody caught: broken requests, and what broke on our side. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Somebody typed the address of this page itself.
        HttpStatus status = Optional.ofNullable((Integer) code)
                .map(HttpStatus::resolve)
                .orElse(code == null ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR);
        return FailurePage.of(status).answer(request, response);
    }
}

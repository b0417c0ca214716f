package org.attune.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to point the browser, as soon as somebody will answer there. */
@Component
class WhereItIs {

    private static final Logger LOG = LoggerFactory.getLogger(WhereItIs.class);

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            LOG.info(
                    "Attune is ready at http://localhost:{}", web.getWebServer().getPort());
        }
    }
}

package org.attune.voice.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the handlers of the voice what is listened to. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration implements WebMvcConfigurer {

    private final ListeningResolver listening;

    VoiceConfiguration(ListeningResolver listening) {
        this.listening = listening;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(listening);
    }
}

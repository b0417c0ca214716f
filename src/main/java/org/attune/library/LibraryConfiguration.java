package org.attune.library;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LibrarySettings.class)
class LibraryConfiguration {

    @Bean
    DirectoryShelf libraryShelf(LibrarySettings settings, MultipartProperties uploads) {
        settings.fitInto(uploads.getMaxFileSize());
        return new DirectoryShelf(settings.directory());
    }
}

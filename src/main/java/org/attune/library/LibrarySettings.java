package org.attune.library;

import java.nio.file.Path;
import org.attune.platform.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are kept.
 *
 * @param maxFileSize the largest that is taken
 * @param directory where they are kept; none: in PostgreSQL
 */
@ConfigurationProperties("attune.library")
record LibrarySettings(
        @DefaultValue("10MB") DataSize maxFileSize,
        @Nullable Path directory) {

    private static final DataSize MOST = DataSize.ofMegabytes(100);

    LibrarySettings {
        if (maxFileSize.toBytes() < 1 || maxFileSize.compareTo(MOST) > 0) {
            throw new SettingRefused(
                    "attune.library.max-file-size is " + maxFileSize + ".",
                    "Choose a size between 1B and " + MOST.toMegabytes() + "MB, such as 10MB.");
        }
    }

    /** What a request may hold has to leave room for it, or it would be turned away before anybody could say why. */
    void fitInto(DataSize upload) {
        if (maxFileSize.compareTo(upload) > 0) {
            throw new SettingRefused(
                    "attune.library.max-file-size (" + maxFileSize + ") is more than an upload may hold (" + upload
                            + ").",
                    "Raise spring.servlet.multipart.max-file-size and max-request-size as well.");
        }
    }
}

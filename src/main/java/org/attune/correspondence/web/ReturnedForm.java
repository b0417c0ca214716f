package org.attune.correspondence.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.attune.correspondence.Returns;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a mail server sent back: the file, or its text. */
class ReturnedForm {

    private @Nullable MultipartFile file;
    private @Nullable String text;

    byte[] content() {
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > Returns.LARGEST) {
                throw new RuleRefused("correspondence.returned.large", "text");
            }
            try {
                return file.getBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text == null ? new byte[0] : text.strip().getBytes(StandardCharsets.UTF_8);
    }

    public @Nullable MultipartFile getFile() {
        return file;
    }

    public void setFile(@Nullable MultipartFile file) {
        this.file = file;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}

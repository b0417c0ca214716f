package org.attune.library.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.attune.library.NewFile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file for a draft. */
public class FileForm {

    private @Nullable UUID id = Ids.next();
    private @Nullable UUID material;
    private @Nullable UUID draft;
    private @Nullable MultipartFile file;

    NewFile sent() {
        MultipartFile sent = file;
        UUID made = id;
        if (sent == null
                || made == null
                || Objects.requireNonNullElse(sent.getOriginalFilename(), "").isEmpty()) {
            throw new RuleRefused("library.file.needed", "file");
        }
        try {
            return new NewFile(made, Objects.requireNonNullElse(sent.getOriginalFilename(), ""), sent.getBytes());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable UUID getMaterial() {
        return material;
    }

    public void setMaterial(@Nullable UUID material) {
        this.material = material;
    }

    public @Nullable UUID getDraft() {
        return draft;
    }

    public void setDraft(@Nullable UUID draft) {
        this.draft = draft;
    }

    public @Nullable MultipartFile getFile() {
        return file;
    }

    public void setFile(@Nullable MultipartFile file) {
        this.file = file;
    }
}

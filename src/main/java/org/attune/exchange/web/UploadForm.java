package org.attune.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files somebody hands over. */
public class UploadForm {

    private List<MultipartFile> file = new ArrayList<>();
    private @Nullable String region;
    private @Nullable UUID owner;

    static UploadForm in(String region) {
        UploadForm form = new UploadForm();
        form.region = region;
        return form;
    }

    @Nullable
    UserId chosenOwner() {
        return owner == null ? null : new UserId(owner);
    }

    List<MultipartFile> given() {
        return file.stream().filter(one -> !one.isEmpty() || hasAName(one)).toList();
    }

    private static boolean hasAName(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name != null && !name.isEmpty();
    }

    public List<MultipartFile> getFile() {
        return file;
    }

    public void setFile(List<MultipartFile> file) {
        this.file = file;
    }

    public @Nullable UUID getOwner() {
        return owner;
    }

    public void setOwner(@Nullable UUID owner) {
        this.owner = owner;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }
}

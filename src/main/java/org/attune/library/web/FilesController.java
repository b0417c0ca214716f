package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.FileDownload;
import org.attune.library.LibraryFiles;
import org.attune.library.MaterialDrafts;
import org.attune.library.MaterialId;
import org.attune.library.MaterialVersionId;
import org.attune.library.MaterialView;
import org.attune.library.Materials;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files go in by content and come out as what they are: to be saved, never to be run or shown by the browser. */
@Controller
@RequestMapping("/library/files")
@OpenTo(Audience.SELLERS)
class FilesController {

    private final Materials materials;
    private final MaterialDrafts drafts;
    private final LibraryFiles files;
    private final MaterialPage page;

    FilesController(Materials materials, MaterialDrafts drafts, LibraryFiles files, MaterialPage page) {
        this.materials = materials;
        this.drafts = drafts;
        this.files = files;
        this.page = page;
    }

    /** A form of its own, so that a file which is not taken costs nobody what they wrote. */
    @PostMapping
    String add(
            Viewer viewer,
            @ModelAttribute("form") FileForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UUID material = form.getMaterial();
        UUID draft = form.getDraft();
        if (material == null || draft == null) {
            throw new NotSeen("draft for a file");
        }
        MaterialView found = materials.find(viewer, new MaterialId(material));
        if (!errors.hasErrors()) {
            try {
                drafts.attach(viewer, found.id(), new MaterialVersionId(draft), form.sent());
                Flash.said(redirect, "library.file.added");
                return "redirect:" + found.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(viewer, found, model);
    }

    @GetMapping("/{file}")
    ResponseEntity<byte[]> download(Viewer viewer, @PathVariable UUID file, WebRequest request) {
        FileDownload found = files.find(viewer, file);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag("\"" + found.hash() + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff");
        if (request.checkNotModified("\"" + found.hash() + "\"")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag("\"" + found.hash() + "\"")
                    .build();
        }
        return answer.contentType(MediaType.parseMediaType(found.file().mediaType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(found.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.content(found));
    }
}

package org.attune.exchange.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.exchange.Imports;
import org.attune.exchange.LineResult;
import org.attune.exchange.Owners;
import org.attune.exchange.RunView;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where files are handed over, and the reports of what became of them. */
@Controller
@RequestMapping("/import")
@OpenTo({Audience.SELLERS, Audience.ADMINS})
class ImportController {

    private final Imports imports;
    private final Owners owners;
    private final Organisation organisation;
    private final Clock clock;

    ImportController(Imports imports, Owners owners, Organisation organisation, Clock clock) {
        this.imports = imports;
        this.owners = owners;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    String page(Viewer viewer, Model model) {
        model.addAttribute("contacts", UploadForm.in(organisation.current().region()));
        model.addAttribute("conversations", new UploadForm());
        return show(imports, owners, viewer, model);
    }

    static String show(Imports imports, Owners owners, Viewer viewer, Model model) {
        model.addAttribute("waiting", imports.waiting(viewer));
        model.addAttribute("runs", imports.latest(viewer));
        model.addAttribute("owners", OwnerOptions.of(owners, viewer));
        model.addAttribute("regions", Regions.in(viewer.locale()));
        return "exchange/import";
    }

    @PostMapping("/files/{file}/removal")
    String layAside(Viewer viewer, @PathVariable UUID file, RedirectAttributes redirect) {
        imports.layAside(viewer, file);
        Flash.said(redirect, "exchange.file.laid-aside");
        return "redirect:/import";
    }

    @GetMapping("/{run}")
    String report(
            Viewer viewer,
            @PathVariable UUID run,
            @RequestParam(required = false) @Nullable LineResult only,
            @RequestParam(defaultValue = "-1") int after,
            Model model) {
        RunView report = imports.report(viewer, run);
        model.addAttribute("run", report);
        model.addAttribute("givesBack", report.leftSomething() && report.givesBackTo(viewer, clock.instant()));
        model.addAttribute("lines", imports.lines(viewer, run, only, after));
        model.addAttribute("only", only);
        model.addAttribute("waiting", imports.waiting(viewer));
        return "exchange/report";
    }

    @GetMapping("/{run}/left-over.csv")
    ResponseEntity<byte[]> leftOver(Viewer viewer, @PathVariable UUID run) {
        ContentDisposition name =
                ContentDisposition.attachment().filename("not-taken.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(imports.leftOver(viewer, run).getBytes(StandardCharsets.UTF_8));
    }
}

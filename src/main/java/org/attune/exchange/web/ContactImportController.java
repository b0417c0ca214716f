package org.attune.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.exchange.ContactField;
import org.attune.exchange.ContactImports;
import org.attune.exchange.ContactsPreview;
import org.attune.exchange.Imports;
import org.attune.exchange.Owners;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** A table of contacts: handed over, looked at, taken. */
@Controller
@RequestMapping("/import/contacts")
@OpenTo({Audience.SELLERS, Audience.ADMINS})
class ContactImportController {

    private static final int SHOWN = 200;

    private final ContactImports contacts;
    private final Imports imports;
    private final Owners owners;
    private final MessageSource messages;

    ContactImportController(ContactImports contacts, Imports imports, Owners owners, MessageSource messages) {
        this.contacts = contacts;
        this.imports = imports;
        this.owners = owners;
        this.messages = messages;
    }

    @PostMapping
    String handOver(
            Viewer viewer,
            @ModelAttribute("contacts") UploadForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (errors.hasErrors()) {
                return again(viewer, model, response);
            }
            owners.check(viewer, form.chosenOwner());
            UUID id = Ids.next();
            MultipartFile file = form.given().stream()
                    .findFirst()
                    .orElseThrow(() -> new RuleRefused("exchange.file.needed", "file"));
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            contacts.handOver(viewer, id, name, file.getBytes(), form.getRegion());
            imports.becomes(viewer, id, form.chosenOwner());
            return "redirect:/import/contacts/" + id;
        } catch (NotTaken refused) {
            FormErrors.add(errors, refused);
            return again(viewer, model, response);
        }
    }

    private String again(Viewer viewer, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("conversations", new UploadForm());
        return ImportController.show(imports, owners, viewer, model);
    }

    @GetMapping("/{file}")
    String look(Viewer viewer, @PathVariable UUID file, Model model) {
        ContactsPreview preview = contacts.look(viewer, file);
        model.addAttribute("preview", preview);
        model.addAttribute("shown", preview.lines().stream().limit(SHOWN).toList());
        model.addAttribute("form", ColumnsForm.of(preview));
        model.addAttribute("fields", fields(viewer));
        model.addAttribute("owners", OwnerOptions.of(owners, viewer));
        model.addAttribute("regions", Regions.in(viewer.locale()));
        return "exchange/contacts";
    }

    @PostMapping("/{file}/columns")
    String means(Viewer viewer, @PathVariable UUID file, @ModelAttribute("form") ColumnsForm form) {
        contacts.means(viewer, file, form.getColumns(), Objects.requireNonNullElse(form.getRegion(), ""));
        imports.becomes(viewer, file, form.chosenOwner());
        return "redirect:/import/contacts/" + file;
    }

    @PostMapping("/{file}/taking")
    String take(Viewer viewer, @PathVariable UUID file) {
        return "redirect:/import/" + contacts.take(viewer, file);
    }

    private List<Option> fields(Viewer viewer) {
        return Arrays.stream(ContactField.values())
                .filter(field -> field.isFor(owners.chosenBy(viewer)))
                .map(field -> new Option(
                        field.name(), messages.getMessage("exchange.field." + field.name(), null, viewer.locale())))
                .toList();
    }
}

package org.attune.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.StartedBy;
import org.attune.exchange.ConversationImports;
import org.attune.exchange.Imports;
import org.attune.exchange.Owners;
import org.attune.exchange.TranscriptPreview;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Transcripts: handed over, one or several; then for each is said when it was and who spoke. */
@Controller
@RequestMapping("/import/conversation")
@OpenTo({Audience.SELLERS, Audience.ADMINS})
class ConversationImportController {

    private final ConversationImports conversations;
    private final Imports imports;
    private final Owners owners;
    private final MessageSource messages;
    private final Clock clock;

    ConversationImportController(
            ConversationImports conversations, Imports imports, Owners owners, MessageSource messages, Clock clock) {
        this.conversations = conversations;
        this.imports = imports;
        this.owners = owners;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping
    String handOver(
            Viewer viewer,
            @ModelAttribute("conversations") UploadForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        try {
            if (!errors.hasErrors()) {
                return handOver(viewer, form, redirect);
            }
        } catch (NotTaken refused) {
            FormErrors.add(errors, refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("contacts", new UploadForm());
        return ImportController.show(imports, owners, viewer, model);
    }

    private String handOver(Viewer viewer, UploadForm form, RedirectAttributes redirect) throws IOException {
        List<MultipartFile> files = form.given();
        owners.required(viewer, form.chosenOwner());
        if (files.isEmpty()) {
            throw new RuleRefused("exchange.file.needed", "file");
        }
        UUID first = null;
        UUID before = null;
        for (MultipartFile file : files) {
            UUID id = Ids.next();
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            Optional<UUID> taken = conversations.handOver(viewer, id, name, file.getBytes());
            imports.becomes(viewer, id, form.chosenOwner());
            before = taken.orElse(before);
            first = first == null && taken.isEmpty() ? id : first;
        }
        if (first == null) {
            Flash.said(redirect, "exchange.conversation.before");
            return "redirect:/import/" + before;
        }
        return "redirect:/import/conversation/" + first;
    }

    @GetMapping("/{file}")
    String look(Viewer viewer, @PathVariable UUID file, Model model) {
        TranscriptPreview preview = conversations.look(viewer, file);
        model.addAttribute("form", TranscriptForm.of(preview));
        return show(viewer, preview, model);
    }

    private String show(Viewer viewer, TranscriptPreview preview, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute(
                "channels",
                Arrays.stream(Channel.values())
                        .map(channel -> option(viewer, "exchange.channel.", channel.name()))
                        .toList());
        model.addAttribute(
                "starters",
                Arrays.stream(StartedBy.values())
                        .map(side -> option(viewer, "exchange.started.", side.name()))
                        .toList());
        return "exchange/conversation";
    }

    private Option option(Viewer viewer, String key, String name) {
        return new Option(name, messages.getMessage(key + name, null, viewer.locale()));
    }

    @PostMapping("/{file}")
    String take(
            Viewer viewer,
            @PathVariable UUID file,
            @Valid @ModelAttribute("form") TranscriptForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                return "redirect:/import/"
                        + conversations.take(viewer, form.command(file, viewer.zone(), clock.instant()));
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(viewer, conversations.look(viewer, file), model);
    }
}

package org.attune.voice.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.platform.FromReplica;
import org.attune.platform.KeysetPage;
import org.attune.voice.Landing;
import org.attune.voice.Landings;
import org.attune.voice.Phrases;
import org.attune.voice.Question;
import org.attune.voice.Questions;
import org.attune.voice.Statements;
import org.attune.voice.ThemeLine;
import org.attune.voice.VoiceBoard;
import org.attune.voice.VoicePeriod;
import org.attune.voice.VoicedThemes;
import org.attune.voice.VoicedTurn;
import org.attune.voice.VoicedTurns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** <em>Voice of the customer</em>: themes, what was said about each, what people want to know, and in which words. */
@Controller
@RequestMapping("/voice")
@OpenTo(Audience.SELLERS)
@FromReplica
class VoiceController {

    private static final int FIRST = 6;
    private static final int PAGE = 30;
    private static final int LANDED = 5;

    private final VoicedThemes themes;
    private final VoicedTurns turns;
    private final Landings landings;
    private final Questions questions;
    private final Phrases phrases;
    private final Statements statements;

    VoiceController(
            VoicedThemes themes,
            VoicedTurns turns,
            Landings landings,
            Questions questions,
            Phrases phrases,
            Statements statements) {
        this.themes = themes;
        this.turns = turns;
        this.landings = landings;
        this.questions = questions;
        this.phrases = phrases;
        this.statements = statements;
    }

    /** @param theme whose words stand beside; none: the one that was heard most */
    @GetMapping
    String board(Listening heard, @RequestParam(required = false) @Nullable UUID theme, Model model) {
        VoiceBoard board = themes.of(heard.filter());
        @Nullable
        ThemeLine chosen = theme == null
                ? board.themes().stream().findFirst().orElse(null)
                : board.theme(theme).orElseGet(() -> themes.theme(heard.filter(), theme));
        List<VoicedTurn> words = turns.about(heard.filter(), chosen == null ? new UUID(0, 0) : chosen.id(), null, FIRST)
                .items();
        List<Landing> landed = landings.of(heard.filter()).stream()
                .filter(Landing::isEnough)
                .limit(LANDED)
                .toList();
        model.addAttribute("board", board)
                .addAttribute("bars", bars(board))
                .addAttribute("chosen", chosen)
                .addAttribute("words", words)
                .addAttribute("asked", questions.count(heard.filter()))
                .addAttribute("landed", landed)
                .addAttribute("diverging", diverging(landed))
                .addAttribute("waitsForMe", statements.waiting(heard.filter().viewer()))
                .addAttribute("here", "/voice");
        return "voice/board";
    }

    static Map<UUID, Diverging> diverging(List<Landing> landed) {
        return landed.stream().collect(Collectors.toMap(Landing::id, Diverging::of, (one, other) -> one));
    }

    private static Map<UUID, Bars> bars(VoiceBoard board) {
        return board.themes().stream().collect(Collectors.toMap(ThemeLine::id, VoiceController::bars));
    }

    private static Bars bars(ThemeLine line) {
        long most = line.bars().stream().mapToLong(Long::longValue).max().orElse(0);
        return Bars.of(line.bars(), most);
    }

    @GetMapping("/themes/{theme}")
    String theme(
            Listening heard,
            @PathVariable("theme") UUID id,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        ThemeLine line = themes.theme(heard.filter(), id);
        KeysetPage<VoicedTurn> page = turns.about(heard.filter(), id, after, PAGE);
        String path = "/voice/themes/" + id;
        List<VoicePeriod> parts = VoicedThemes.parts(heard.period());
        model.addAttribute("line", line)
                .addAttribute("drawn", bars(line))
                .addAttribute("parts", parts)
                .addAttribute("words", page.items())
                .addAttribute("next", heard.next(path, page.next()))
                .addAttribute("here", path);
        return "voice/theme";
    }

    @GetMapping("/themes/{theme}/people")
    String people(
            Listening heard,
            @PathVariable("theme") UUID id,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        KeysetPage<VoicedTurns.Person> page = turns.people(heard.filter(), id, after, PAGE);
        String path = "/voice/themes/" + id + "/people";
        model.addAttribute("line", themes.theme(heard.filter(), id))
                .addAttribute("people", page.items())
                .addAttribute("next", heard.next(path, page.next()))
                .addAttribute("here", path);
        return "voice/people";
    }

    /** @param said where they used this one; none: all that tell the two sides apart */
    @GetMapping("/themes/{theme}/phrases")
    String phrases(
            Listening heard,
            @PathVariable("theme") UUID id,
            @RequestParam(required = false) @Nullable String said,
            Model model) {
        model.addAttribute("line", themes.theme(heard.filter(), id))
                .addAttribute("here", "/voice/themes/" + id + "/phrases");
        if (said != null && !said.isBlank()) {
            model.addAttribute("phrase", said.strip())
                    .addAttribute("words", phrases.turns(heard.filter(), id, said.strip()));
            return "voice/phrase";
        }
        model.addAttribute("phrases", phrases.of(heard.filter(), id));
        return "voice/phrases";
    }

    /** @param open only what nobody has answered */
    @GetMapping("/questions")
    String questions(
            Listening heard,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        KeysetPage<Question> page = questions.page(heard.filter(), open, after, PAGE);
        @Nullable String next = heard.next("/voice/questions", page.next());
        model.addAttribute("count", questions.count(heard.filter()))
                .addAttribute("questions", page.items())
                .addAttribute("open", open)
                .addAttribute("next", next == null || !open ? next : next + "&open=true")
                .addAttribute("here", "/voice/questions");
        return "voice/questions";
    }
}

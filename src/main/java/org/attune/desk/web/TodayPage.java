package org.attune.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.desk.TodayCover;
import org.attune.desk.TodayListening;
import org.attune.desk.TodayNews;
import org.attune.desk.TodayPlans;
import org.attune.desk.TodayPlans.Plans;
import org.attune.desk.TodayToFinish;
import org.attune.figures.FiguresAboutPeople;
import org.attune.health.HealthMovements;
import org.attune.nurture.NurtureQueue;
import org.attune.nurture.QueueLine;
import org.attune.nurture.QueueOf;
import org.attune.nurture.QueueWords;
import org.attune.nurture.SilenceView;
import org.attune.nurture.Silences;
import org.attune.offers.HowToGoOn;
import org.attune.people.ContactId;
import org.attune.platform.KeptPlans;
import org.attune.platform.KeysetPage;
import org.attune.platform.web.Say;
import org.attune.promises.DuePromises;
import org.attune.promises.Promises;
import org.attune.voice.Tellings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts today together: what is late, what is planned, whom it is time to listen to, whom to leave in peace. */
@Component
class TodayPage {

    private static final int MOST_LATE = 20;
    private static final int MOST_DUE = 12;
    private static final int MOST_TIME = 8;
    private static final int MOST_PEACE = 12;
    private static final int MOST_TO_FINISH = 8;
    private static final int MOST_MOVED = 6;
    private static final int MOST_TO_TELL = 6;
    private static final int MOST_IN_TOUCH = 5;
    private static final int MOST_QUESTIONS = 5;
    private static final int WEEK = 7;

    private final Promises promises;
    private final Silences silences;
    private final TodayPlans plans;
    private final TodayListening listening;
    private final TodayNews news;
    private final TodayToFinish toFinish;
    private final TodayCover cover;
    private final FiguresAboutPeople figures;
    private final HealthMovements movements;
    private final Tellings tellings;
    private final NurtureQueue queue;
    private final QueueWords queueWords;
    private final HowToGoOn howToGoOn;
    private final TodayWords words;
    private final KeptPlans keptPlans;
    private final Say say;

    TodayPage(
            Promises promises,
            Silences silences,
            TodayPlans plans,
            TodayListening listening,
            TodayNews news,
            TodayToFinish toFinish,
            TodayCover cover,
            FiguresAboutPeople figures,
            HealthMovements movements,
            Tellings tellings,
            NurtureQueue queue,
            QueueWords queueWords,
            HowToGoOn howToGoOn,
            TodayWords words,
            KeptPlans keptPlans,
            Say say) {
        this.promises = promises;
        this.silences = silences;
        this.plans = plans;
        this.listening = listening;
        this.news = news;
        this.toFinish = toFinish;
        this.cover = cover;
        this.figures = figures;
        this.movements = movements;
        this.tellings = tellings;
        this.queue = queue;
        this.queueWords = queueWords;
        this.howToGoOn = howToGoOn;
        this.words = words;
        this.keptPlans = keptPlans;
        this.say = say;
    }

    /** One transaction, so that all parts of the page tell of the same moment. */
    @Transactional(readOnly = true)
    public String show(Viewer viewer, Model model) {
        LocalDate today = say.today();
        Instant morning = today.atStartOfDay(viewer.zone()).toInstant();
        Instant evening = today.plusDays(1).atStartOfDay(viewer.zone()).toInstant();
        Instant yesterday = today.minusDays(1).atStartOfDay(viewer.zone()).toInstant();
        keptPlans.forThisTransaction();
        DuePromises promised = promises.lateAndSoon(viewer, today, today.plusDays(WEEK), MOST_LATE, MOST_DUE);
        Plans planned = plans.of(viewer, morning, evening);
        List<SilenceView> peace = silences.leftInPeace(viewer, MOST_PEACE);
        model.addAttribute("late", promised.late())
                .addAttribute("due", promised.soon())
                .addAttribute("plans", planned.today())
                .addAttribute("missed", planned.missed())
                .addAttribute("peace", peace)
                .addAttribute("heardByOthers", news.heard(viewer, yesterday))
                .addAttribute("decided", news.decided(viewer, yesterday))
                .addAttribute("moved", movements.since(viewer, today.minusDays(1), MOST_MOVED))
                .addAttribute("unfinished", toFinish.of(viewer, MOST_TO_FINISH))
                .addAttribute("goOn", howToGoOn.waiting(viewer, MOST_QUESTIONS))
                .addAttribute("figures", figures.toTell(viewer).orElse(null))
                .addAttribute("toTell", tellings.waiting(viewer, MOST_TO_TELL))
                .addAttribute("tell", words)
                .addAttribute("begun", !planned.isEmpty() || !promised.isEmpty() || listening.knowsSomebody(viewer));
        itIsTime(viewer, today, inTouch(viewer, model), model);
        whoWorksWithWhom(viewer, today, model);
        model.addAttribute("greeting", words.greeting(viewer))
                .addAttribute(
                        "lead",
                        words.lead(planned.today().size(), promised.late().size(), peace.size()));
        return "desk/today";
    }

    /** Under the marketing hat the day begins with who should hear from us; what was promised comes before, under either. */
    private Set<ContactId> inTouch(Viewer viewer, Model model) {
        if (viewer.hat() != Hat.MARKETING) {
            return Set.of();
        }
        KeysetPage<QueueLine> first = queue.atAGlance(viewer, QueueOf.MINE, MOST_IN_TOUCH);
        model.addAttribute("queue", first.items())
                .addAttribute("moreQueue", first.next() != null)
                .addAttribute("queueWords", queueWords);
        return first.items().stream().map(QueueLine::contact).collect(Collectors.toSet());
    }

    private void whoWorksWithWhom(Viewer viewer, LocalDate today, Model model) {
        List<TodayCover.Notice> notices = cover.notices(viewer, today);
        boolean standsIn = notices.stream().anyMatch(one -> one.about() == TodayCover.About.STANDS_IN);
        model.addAttribute("cover", notices).addAttribute("duties", standsIn ? cover.duties(viewer, today) : List.of());
    }

    /** Nobody stands on the page twice. */
    private void itIsTime(Viewer viewer, LocalDate today, Set<ContactId> above, Model model) {
        List<TodayListening.Person> people = listening.isTime(viewer, today, MOST_TIME + 1 + above.size()).stream()
                .filter(one -> !above.contains(one.id()))
                .toList();
        boolean more = people.size() > MOST_TIME;
        model.addAttribute("time", people.subList(0, Math.min(people.size(), MOST_TIME)));
        model.addAttribute("moreTime", more);
    }
}

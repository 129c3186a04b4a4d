package org.customervaluesquads.localstack.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.customervaluesquads.localstack.demo.Month.Happening;

/** One customer's month, day by day. */
final class Diary {

    private static final List<String> SECTIONS = List.of("home", "product", "product", "news");
    private static final int MAILING_EVERY_DAYS = 3;
    private static final double VISITS_A_DAY = 0.35;
    private static final double USES_A_DAY = 0.7;

    private final Shopper shopper;
    private final SplittableRandom chance;
    private final Pen pen;

    Diary(Shopper shopper, long seed, Consumer<Happening> written) {
        this.shopper = shopper;
        this.chance = new SplittableRandom(seed);
        this.pen = Pen.of(shopper, written);
    }

    /** One day, from its beginning on; nothing of it happens after its end. */
    void live(int day, Instant begin) {
        double liveliness = shopper.mood().liveliness(day);
        if (day % MAILING_EVERY_DAYS == 0) {
            getMail(day, sometimeAfter(begin));
        }
        if (happens(VISITS_A_DAY * liveliness)) {
            visit(sometimeAfter(begin));
        }
        if (happens(USES_A_DAY * liveliness)) {
            pen.write(sometimeAfter(begin), Source.APP_USAGE, "feature.used", "feature", "reports");
        }
        if (happens(shopper.mood().troubles(day))) {
            complain(sometimeAfter(begin));
        }
        if (shopper.mood() == Mood.FADING && day == Month.DAYS / 2) {
            turnAway(sometimeAfter(begin));
        }
    }

    /** What makes some customers worth a call right now. */
    void liveTheLastHours(Instant end) {
        Instant recently = end.minus(Duration.ofMinutes(20 + chance.nextInt(60)));
        if (shopper.mood() == Mood.GROWING && happens(0.4)) {
            lookAtPrices(recently);
            pen.write(recently.plusSeconds(300), Source.WEB_SHOP, "cart.added");
            if (happens(0.5)) {
                pen.write(recently.plusSeconds(420), Source.WEB_SHOP, "checkout.started");
            }
        }
        if (shopper.mood() == Mood.UNHAPPY && happens(0.4)) {
            pen.write(recently, Source.APP_USAGE, "page.viewed", "section", "support");
            pen.write(recently.plusSeconds(120), Source.HELP_DESK, "ticket.opened", "priority", "high");
            pen.write(recently.plusSeconds(600), Source.HELP_DESK, "chat.message");
            pen.write(recently.plusSeconds(900), Source.HELP_DESK, "survey.answered", "rating", "low");
        }
        if (shopper.mood() == Mood.FADING && happens(0.15)) {
            pen.write(recently, Source.APP_USAGE, "page.viewed", "section", "cancel");
            pen.writeOn("call", recently.plusSeconds(600), Source.HELP_DESK, "call.held");
        }
    }

    private void getMail(int day, Instant at) {
        pen.write(at, Source.CAMPAIGNS, "email.delivered");
        if (happens(shopper.mood().opens(day))) {
            pen.write(at.plusSeconds(900), Source.CAMPAIGNS, "email.opened");
            if (happens(0.3)) {
                pen.write(at.plusSeconds(960), Source.CAMPAIGNS, "email.clicked");
            }
        } else if (happens(0.04)) {
            pen.writeOn("qr-mail", at.plusSeconds(1200), Source.CAMPAIGNS, "qr.scanned");
        }
    }

    private void visit(Instant at) {
        int pages = 1 + chance.nextInt(3);
        for (int page = 0; page < pages; page++) {
            pen.write(at.plusSeconds(40L * page), Source.WEB_SHOP, "page.viewed", "section", anyOf(SECTIONS));
        }
        pen.write(at.plusSeconds(150), Source.WEB_SHOP, "product.viewed");
        if (happens(shopper.mood().buys())) {
            lookAtPrices(at.plusSeconds(200));
            pen.write(at.plusSeconds(400), Source.WEB_SHOP, "cart.added");
            if (happens(0.6)) {
                order(at.plusSeconds(600));
            }
        }
    }

    private void lookAtPrices(Instant at) {
        pen.write(at, Source.WEB_SHOP, "page.viewed", "section", "pricing");
        pen.write(at.plusSeconds(60), Source.WEB_SHOP, "product.viewed");
        pen.write(at.plusSeconds(120), Source.WEB_SHOP, "page.viewed", "section", "pricing");
    }

    private void order(Instant at) {
        pen.write(at, Source.WEB_SHOP, "checkout.started");
        BigDecimal worth = BigDecimal.valueOf(shopper.size() * (1_500L + chance.nextInt(9_000)), 2);
        pen.writeWorth(worth, shopper.currency(), at.plusSeconds(120), Source.WEB_SHOP, "order.completed", null);
        if (shopper.mood() == Mood.GROWING && happens(0.1)) {
            pen.writeOn("social", at.plusSeconds(1_800), Source.CAMPAIGNS, "social.mentioned");
        }
    }

    private void complain(Instant at) {
        pen.write(at, Source.APP_USAGE, "page.viewed", "section", "support");
        pen.write(at.plusSeconds(300), Source.HELP_DESK, "chat.message");
        pen.write(at.plusSeconds(900), Source.HELP_DESK, "ticket.opened", "priority", happens(0.4) ? "high" : "normal");
        if (happens(0.5)) {
            pen.write(at.plusSeconds(9_000), Source.HELP_DESK, "ticket.resolved");
            pen.write(
                    at.plusSeconds(9_900),
                    Source.HELP_DESK,
                    "survey.answered",
                    "rating",
                    happens(0.6) ? "low" : "high");
        }
    }

    private void turnAway(Instant at) {
        pen.write(at, Source.APP_USAGE, "page.viewed", "section", "cancel");
        BigDecimal worth = BigDecimal.valueOf(shopper.size() * (1_000L + chance.nextInt(5_000)), 2);
        pen.writeWorth(worth, shopper.currency(), at.plusSeconds(600), Source.BILLING, "order.cancelled", null);
    }

    /** A moment of the day, early enough for what follows from it to happen on the same day. */
    private Instant sometimeAfter(Instant begin) {
        return begin.plusSeconds(chance.nextInt(20 * 60 * 60));
    }

    private boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    private String anyOf(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }
}

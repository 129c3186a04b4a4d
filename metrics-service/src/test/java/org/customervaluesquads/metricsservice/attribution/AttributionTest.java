package org.customervaluesquads.metricsservice.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionTest {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final double HALF_LIFE = Attribution.USUAL_HALF_LIFE_DAYS;
    private static final List<Path> THREE_CHANNELS =
            List.of(path("C1>C2>C3", 1, 1000, 0), path("C1", 0, 0, 1), path("C2>C3", 0, 0, 1));
    private static final List<Path> GOOGLE_AND_META =
            List.of(path("G", 2, 0, 0), path("M", 1, 0, 0), path("G>M", 1, 0, 0), path("G", 0, 0, 1));
    private static final List<Path> TO_AND_FRO =
            List.of(path("A>B>A>B>B>A", 1, 0, 0), path("A>B>B>A>A", 1, 0, 0), path("A>A", 1, 0, 0));

    @Test
    void findsWhatThreeChannelsWouldBeMissedFor() {
        Attribution markov = Attribution.of(Model.MARKOV, THREE_CHANNELS, HALF_LIFE);

        assertThat(markov.outcomeProbability()).isCloseTo(1.0 / 3, EXACTLY);
        assertThat(by(markov, Credit::removalEffect)).isEqualTo(Map.of("C1", .5, "C2", 1.0, "C3", 1.0));
        assertThat(by(markov, Credit::share)).isEqualTo(Map.of("C1", .2, "C2", .4, "C3", .4));
        assertThat(by(markov, Credit::value)).isEqualTo(Map.of("C1", 200.0, "C2", 400.0, "C3", 400.0));
    }

    @Test
    void findsWhatTwoChannelsWouldBeMissedFor() {
        Attribution markov = Attribution.of(Model.MARKOV, GOOGLE_AND_META, HALF_LIFE);

        assertThat(by(markov, Credit::removalEffect)).isEqualTo(Map.of("G", .75, "M", .5));
        assertThat(by(markov, Credit::outcomes)).isEqualTo(Map.of("G", 2.4, "M", 1.6));
    }

    @Test
    void givesEachChannelWhatItAddsToEveryCoalition() {
        Attribution shapley = Attribution.of(Model.SHAPLEY, GOOGLE_AND_META, HALF_LIFE);

        assertThat(by(shapley, Credit::outcomes)).isEqualTo(Map.of("G", 2.5, "M", 1.5));
    }

    @Test
    void followsCustomersWhoComeBack() {
        Attribution markov = Attribution.of(Model.MARKOV, TO_AND_FRO, HALF_LIFE);

        assertThat(by(markov, Credit::removalEffect)).isEqualTo(Map.of("A", 1.0, "B", .5));
        assertThat(by(markov, Credit::outcomes)).isEqualTo(Map.of("A", 2.0, "B", 1.0));
    }

    @Test
    void changesNothingWhenAChannelIsRepeatedInARow() {
        List<Path> repeated = List.of(path("A>A>B>A>B>B>B>A", 1, 0, 0), path("A>B>A", 1, 0, 0), path("A", 1, 0, 0));

        assertThat(Transitions.of(repeated).effects())
                .isEqualTo(Transitions.of(TO_AND_FRO).effects());
    }

    @Test
    void addsTransitionsOfPartitionsUp() {
        List<Path> paths = randomPaths();

        Transitions parts = Transitions.of(paths.subList(0, 70)).plus(Transitions.of(paths.subList(70, paths.size())));

        assertThat(parts.effects()).isEqualTo(Transitions.of(paths).effects());
    }

    @Test
    void findsTheSameAsTakingEachPlayerOutOfTheChain() {
        List<Path> paths = randomPaths();

        Transitions.Effects effects = Transitions.of(paths).effects();

        effects.removal()
                .forEach((player, effect) -> assertThat(effect)
                        .as(player)
                        .isCloseTo(1 - outcomeWithout(player, paths) / effects.outcome(), within(1e-9)));
    }

    @Test
    void findsTheSameAsTheSumOverAllCoalitions() {
        List<Path> paths = randomPaths();

        Attribution shapley = Attribution.of(Model.SHAPLEY, paths, HALF_LIFE);

        shapley.credits()
                .forEach(credit -> assertThat(credit.outcomes())
                        .as(credit.player())
                        .isCloseTo(Coalitions.shapley(credit.player(), paths), within(1e-9)));
    }

    @Test
    void halvesTheWeightOfATouchThatIsAHalfLifeOlder() {
        Path path = new Path(List.of(new Path.Step("old", 8), new Path.Step("new", 1)), 3, 30, 0);

        Attribution decayed = Attribution.of(Model.TIME_DECAY, List.of(path), 7);

        assertThat(by(decayed, Credit::outcomes).get("old")).isCloseTo(1, EXACTLY);
        assertThat(by(decayed, Credit::outcomes).get("new")).isCloseTo(2, EXACTLY);
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void sharesOutAllOutcomesAndAllTheirWorth(Model model) {
        List<Path> paths = randomPaths();

        Attribution attribution = Attribution.of(model, paths, HALF_LIFE);

        double outcomes = paths.stream().mapToDouble(Path::outcomes).sum();
        assertThat(sum(attribution, Credit::share)).isCloseTo(1, within(1e-9));
        assertThat(sum(attribution, Credit::outcomes)).isCloseTo(outcomes, within(1e-9));
        assertThat(sum(attribution, Credit::value)).isCloseTo(10 * outcomes, within(1e-8));
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void saysSoWhereThereIsNothingToAttribute(Model model) {
        Attribution attribution = Attribution.of(model, List.of(path("A>B", 0, 0, 5)), HALF_LIFE);

        assertThat(sum(attribution, Credit::share)).isZero();
        assertThat(attribution.sentence()).contains("nothing to attribute");
    }

    private static Path path(String arrows, double outcomes, double value, double without) {
        return Path.of(List.of(arrows.split(">")), outcomes, value, without);
    }

    private static Map<String, Double> by(Attribution attribution, Function<Credit, Double> figure) {
        return attribution.credits().stream()
                .collect(Collectors.toMap(Credit::player, credit -> Math.rint(figure.apply(credit) * 1e12) / 1e12));
    }

    private static double sum(Attribution attribution, Function<Credit, Double> figure) {
        return attribution.credits().stream().mapToDouble(figure::apply).sum();
    }

    private static List<Path> randomPaths() {
        SplittableRandom random = new SplittableRandom(11);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            List<String> players = random.ints(random.nextInt(1, 7), 0, 6)
                    .mapToObj(player -> "P" + player)
                    .toList();
            boolean bought = random.nextInt(3) == 0;
            paths.add(Path.of(players, bought ? 1 : 0, bought ? 10 : 0, bought ? 0 : 1));
        }
        return paths;
    }

    /** By following the chain step by step, with the player's place leading to nothing. */
    private static double outcomeWithout(String removed, List<Path> paths) {
        return Coalitions.outcome(
                paths, player -> player.equals(removed), Arrays.asList("P0", "P1", "P2", "P3", "P4", "P5"));
    }
}

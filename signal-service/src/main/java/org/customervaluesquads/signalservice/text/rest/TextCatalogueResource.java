package org.customervaluesquads.signalservice.text.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.TextTaught;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.text.Answers;
import org.customervaluesquads.signalservice.text.Lessons;
import org.customervaluesquads.signalservice.text.Question;
import org.customervaluesquads.signalservice.text.kafka.FollowingLessons;
import org.customervaluesquads.signalservice.text.kafka.TeachingTexts;
import org.customervaluesquads.signalservice.text.learning.Understanding;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teaching what texts are about: topics, sentiment and emotion by example messages. */
@Path("/text-catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "text catalogue", description = "Example messages by which texts are understood")
public class TextCatalogueResource {

    static final int LABELS_MAX = 200;
    static final int TAUGHT_MAX = 5_000;

    private static final String LABEL = "[a-z0-9][a-z0-9-]{0,59}";
    private static final String TEACHER = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final Duration FIRST_LEARNT_WITHIN = Duration.ofSeconds(30);

    private final Lessons lessons;
    private final FollowingLessons following;
    private final TeachingTexts teaching;
    private final Understanding understanding;

    TextCatalogueResource(
            Lessons lessons, FollowingLessons following, TeachingTexts teaching, Understanding understanding) {
        this.lessons = lessons;
        this.following = following;
        this.teaching = teaching;
        this.understanding = understanding;
    }

    @GET
    @Operation(
            summary = "Shows the labels of each question, and how well they are told apart",
            description = "Quality is measured on examples that were held out, and is there once something was learnt.")
    public TextCatalogueView show() {
        known();
        return TextCatalogueView.from(lessons, understanding);
    }

    @GET
    @Path("/{question}/{label}")
    @Operation(summary = "Shows the example messages of one label")
    public LabelView find(@PathParam("question") String word, @PathParam("label") String label) {
        Question question = question(word);
        if (!lessons.labels(question).containsKey(label)) {
            throw Problems.notFound("there is no %s %s".formatted(word, label));
        }
        return LabelView.from(question, label, lessons);
    }

    @PUT
    @Path("/{question}/{label}/{teacher}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Teaches a label by example messages, in place of those that the teacher taught before",
            description =
                    "The teacher is a squad's id, or `centre`; the label `none` is for messages to which no label fits. "
                            + "Learnt in the background by every instance, and in force within seconds.")
    @APIResponse(responseCode = "200", description = "What is taught of the label now")
    @APIResponse(responseCode = "409", description = "There are as many labels or examples as there may be")
    public LabelView teach(
            @PathParam("question") String word,
            @PathParam("label") @Pattern(regexp = LABEL) String label,
            @PathParam("teacher") @Pattern(regexp = TEACHER) String teacher,
            @NotNull @Valid TeachRequest request) {
        Question question = question(word);
        List<Reason> unstorable = request.unstorable();
        if (!unstorable.isEmpty()) {
            throw Problems.refused("the examples cannot be kept", unstorable);
        }
        checkRoom(question, label, request.examples().size());
        orUnavailable(() -> teaching.teach(question, label, teacher, request.examples()));
        return LabelView.from(question, label, lessons);
    }

    @DELETE
    @Path("/{question}/{label}/{teacher}")
    @RunOnVirtualThread
    @Operation(summary = "Takes back what a teacher taught of a label; what ships stays")
    public void takeBack(
            @PathParam("question") String word,
            @PathParam("label") String label,
            @PathParam("teacher") String teacher) {
        TextTaught lesson = lessons.taught(question(word), label).stream()
                .filter(taught -> taught.teacher().equals(teacher))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("%s teaches no %s %s".formatted(teacher, word, label)));
        orUnavailable(() -> {
            teaching.takeBack(lesson);
            return lesson;
        });
    }

    @POST
    @Path("/try")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Shows what would be made of a text; nothing is stored")
    @APIResponse(responseCode = "200", description = "An answer to each question")
    @APIResponse(responseCode = "409", description = "Texts are not understood in this installation")
    @APIResponse(responseCode = "503", description = "Nothing was learnt yet")
    public TriedView tried(@NotNull @Valid TryRequest request) {
        known();
        if (!understanding.isEnabled()) {
            throw Problems.conflict("texts are not understood in this installation");
        }
        List<Answers> answers =
                orUnavailable(() -> understanding.understand(List.of(request.text()), FIRST_LEARNT_WITHIN));
        return TriedView.from(answers.getFirst());
    }

    private void known() {
        if (!following.isRead()) {
            throw Problems.unavailable("what was taught is being read; try again");
        }
    }

    private Question question(String word) {
        known();
        return Question.of(word).orElseThrow(() -> Problems.notFound("there is no question " + word));
    }

    private void checkRoom(Question question, String label, int more) {
        Map<String, Integer> labels = lessons.labels(question);
        if (!labels.containsKey(label) && labels.size() >= LABELS_MAX) {
            throw Problems.conflict("there are %d labels already, and there can be no more".formatted(LABELS_MAX));
        }
        if (lessons.taughtCount() + more > TAUGHT_MAX) {
            throw Problems.conflict("%d examples are taught already, and there can be no more than %d"
                    .formatted(lessons.taughtCount(), TAUGHT_MAX));
        }
    }

    private static <T> T orUnavailable(Callable<T> doing) {
        try {
            T done = doing.call();
            if (done == null) {
                throw new TimeoutException("not yet");
            }
            return done;
        } catch (ExecutionException | TimeoutException away) {
            throw Problems.unavailable("not possible at the moment; try again");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("not possible at the moment; try again");
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customervaluesquads.squadservice.OpenApiDocument.Operation;
import org.junit.jupiter.api.Test;

/** Every write that the OpenAPI document knows keeps to the rules for writes. */
@QuarkusTest
class WritesIT extends ServiceTest {

    @Test
    void nameTheVersionOfWhatIsThereOrTakeAKeyForWhatIsNew() {
        List<Operation> writes = OpenApiDocument.read().writes();

        assertThat(writes).hasSizeGreaterThan(30).allSatisfy(write -> {
            boolean namesAVersion = write.requiredHeaders().contains("If-Match");
            boolean takesAKey = write.headers().contains("Idempotency-Key");
            assertThat(takesAKey).as(write.toString()).isEqualTo(write.method().equals("post"));
            assertThat(namesAVersion || takesAKey).as(write.toString()).isTrue();
        });
    }

    @Test
    void areRefusedWithoutTheVersionOfWhatIsThere() {
        List<Operation> versioned = OpenApiDocument.read().writes().stream()
                .filter(write -> write.requiredHeaders().contains("If-Match"))
                .toList();

        assertThat(versioned)
                .isNotEmpty()
                .allSatisfy(write -> refuses(write.send(given(), write.example()), 428, List.of("If-Match")));
    }

    @Test
    void areRefusedWithTheNamesOfTheFieldsThatAreMissing() {
        List<Operation> demanding = OpenApiDocument.read().writes().stream()
                .filter(write -> !write.requiredFields().isEmpty())
                .toList();

        assertThat(demanding)
                .isNotEmpty()
                .allSatisfy(write ->
                        refuses(write.send(given().header("If-Match", "*"), "{}"), 400, write.requiredFields()));
    }

    @Test
    void haveAnExampleWhereTheyHaveABody() {
        assertThat(OpenApiDocument.read().writes())
                .filteredOn(Operation::hasBody)
                .allSatisfy(write -> assertThat(write.example()).isNotNull());
    }

    private static void refuses(Response answer, int status, List<String> fields) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsAll(fields);
    }
}

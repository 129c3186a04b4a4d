package org.customervaluesquads.signalservice.erasing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What became of each place that held the erased person; it says nowhere who that was.
 *
 * @param state {@code erasing} until every place has answered, then {@code erased}
 * @param goneBy when the last trace is gone from what is kept by time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        String erasureId, String state, @Nullable Instant goneBy, List<PlaceView> places) {

    /**
     * One place.
     *
     * @param person a digest of the customer's or a joined device's key
     * @param state asked, erased, or expires where records cannot be taken out before their time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlaceView(
            String place,
            String person,
            String state,
            Instant at,
            @Nullable Instant goneBy,
            @Nullable Long entries) {

        static PlaceView from(ErasureRecorded place) {
            return new PlaceView(
                    place.place(), place.person(), place.state(), place.at(), place.goneBy(), place.entries());
        }
    }

    static ReceiptView asked(String erasureId) {
        return new ReceiptView(erasureId, "erasing", null, List.of());
    }

    static ReceiptView from(String erasureId, List<ErasureRecorded> places) {
        boolean asked = places.stream().anyMatch(place -> place.state().equals(ErasureRecorded.ASKED));
        Instant goneBy = null;
        for (ErasureRecorded place : places) {
            boolean later =
                    place.goneBy() != null && (goneBy == null || place.goneBy().isAfter(goneBy));
            goneBy = later ? place.goneBy() : goneBy;
        }
        return new ReceiptView(
                erasureId,
                asked ? "erasing" : "erased",
                goneBy,
                places.stream().map(PlaceView::from).toList());
    }
}

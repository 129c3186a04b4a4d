package org.customervaluesquads.metricsservice.squads.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.squads.FactAt;

/** Reads where facts are found out of the columns in which they stand. */
public final class FactPlaces {

    private FactPlaces() {}

    /** Where a fact of one value of each attribute is found. */
    public static FactAt ofFact(ResultSet row) throws SQLException {
        return new FactAt(JsonRows.instant(row, "hour"), attributes(row));
    }

    /** Where a fact of a person, who has several values of each attribute, is found. */
    public static FactAt ofPerson(ResultSet row) throws SQLException {
        return new FactAt(JsonRows.instant(row, "hour"), attributesOfPerson(row));
    }

    /** The attributes of a fact that has one value of each, or none. */
    public static Scope.Attributes attributes(ResultSet row) throws SQLException {
        return Scope.Attributes.of(
                row.getString("region"),
                row.getString("segment"),
                row.getString("account"),
                row.getString("product"),
                row.getString("channel"));
    }

    /** The attributes of a person. */
    public static Scope.Attributes attributesOfPerson(ResultSet row) throws SQLException {
        return new Scope.Attributes(
                Set.copyOf(JsonRows.texts(row, "regions")),
                Set.copyOf(JsonRows.texts(row, "segments")),
                Set.copyOf(JsonRows.texts(row, "accounts")),
                Set.copyOf(JsonRows.texts(row, "products")),
                Set.copyOf(JsonRows.texts(row, "channels")));
    }
}

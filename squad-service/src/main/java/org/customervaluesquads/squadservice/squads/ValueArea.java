package org.customervaluesquads.squadservice.squads;

/** The part of the business in which a squad is to make a difference; read and written by its name in words. */
public enum ValueArea {
    GEOGRAPHY("geography"),
    ACCOUNT("account"),
    REVENUE_OPERATIONS("revenue-operations"),
    PRODUCT_SERVICE("product-service"),
    DESIGN_SUPPORT("design-support"),
    CROSS_CHANNEL("cross-channel");

    private final String words;

    ValueArea(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

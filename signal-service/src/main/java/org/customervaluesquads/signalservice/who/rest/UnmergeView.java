package org.customervaluesquads.signalservice.who.rest;

import java.util.List;

/** That it is in the log that these are to be put back. */
public record UnmergeView(String customerId, List<String> unmerging) {}

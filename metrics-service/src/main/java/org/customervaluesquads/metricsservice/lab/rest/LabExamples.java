package org.customervaluesquads.metricsservice.lab.rest;

/** Bodies that the benches take, as their documentation shows them. */
final class LabExamples {

    static final String PANEL = """
            unit,time,outcome,treated
            GB,2026-01,120.5,0
            FR,2026-01,98.1,0
            GB,2026-02,131.0,1
            FR,2026-02,99.4,0
            """;

    static final String PATHS = """
            path,conversions,value,nulls
            email > web,12,604.50,40
            web,3,150.00,210
            call > email > web,5,1210.00,8
            """;

    static final String TOUCHES = """
            customer,time,channel,conversion,value
            ann,2026-01-05 12:00:00,email,0,
            ann,2026-01-07 09:30:00,web,1,50.00
            ben,2026-01-06 10:00:00,web,0,
            """;

    static final String SUMMARY = """
            customer,frequency,recency,T,monetary
            ann,2,30.43,38.86,22.35
            ben,0,0,38.86,0
            """;

    static final String PURCHASES = """
            customer,time,amount
            ann,2026-01-05,50.00
            ann,2026-02-11,35.50
            ben,2026-01-06,12.00
            """;

    static final String SUMS = """
            variant,n,sum,sum_squares
            A,3407,1396.87,52377.9767
            B,3461,2422.70,134698.29
            """;

    static final String CUSTOMERS = """
            variant,value,before
            A,12.5,10.0
            B,14.0,9.5
            """;

    private LabExamples() {}
}

package org.customervaluesquads.localstack.demo;

import java.util.List;

/** What one of the demo's squads is for, and who is in it. */
record Charter(String name, String request, List<Member> members) {

    /** A person with the share of their time. */
    record Member(String person, String role, int allocation) {}

    /** The people by name: their department, what their working day costs, and a skill. */
    record Person(String name, String department, String costPerDay, String currency, String skill) {}

    static final List<Person> PEOPLE = List.of(
            new Person("Amara Osei", "Marketing", "310.00", "GBP", "campaigns"),
            new Person("Ben Whitlock", "Sales", "340.00", "GBP", "key accounts"),
            new Person("Carys Morgan", "Service", "260.00", "GBP", "complaints"),
            new Person("Deniz Kaya", "Product", "420.00", "EUR", "onboarding"),
            new Person("Elif Brandt", "Marketing", "380.00", "EUR", "e-mail"),
            new Person("Franz Huber", "Sales", "410.00", "EUR", "wholesale"),
            new Person("Gwen Moreau", "Service", "330.00", "EUR", "chat"),
            new Person("Hugo Petit", "Finance", "390.00", "EUR", "pricing"),
            new Person("Imani Clarke", "Data", "400.00", "GBP", "sql"),
            new Person("Jonas Weber", "Design", "370.00", "EUR", "journeys"));

    static final List<Charter> ALL = List.of(
            new Charter(
                    "Great Britain",
                    """
                    {"name": "Great Britain",
                     "mission": {"valueArea": "geography", "goal": "more orders from the customers we have",
                                 "outcomeMetric": "revenue/GBP", "target": 150000},
                     "scope": {"regions": ["GB"]}}""",
                    List.of(
                            new Member("Amara Osei", "lead", 60),
                            new Member("Ben Whitlock", "seller", 50),
                            new Member("Imani Clarke", "analyst", 30))),
            new Charter(
                    "Germany and France",
                    """
                    {"name": "Germany and France",
                     "mission": {"valueArea": "geography", "goal": "bring back those who fell silent",
                                 "outcomeMetric": "revenue/EUR", "target": 120000},
                     "scope": {"regions": ["DE", "FR"]}}""",
                    List.of(
                            new Member("Elif Brandt", "lead", 60),
                            new Member("Franz Huber", "seller", 60),
                            new Member("Gwen Moreau", "listener", 40),
                            new Member("Jonas Weber", "designer", 20))),
            new Charter(
                    "Enterprise care",
                    """
                    {"name": "Enterprise care",
                     "mission": {"valueArea": "account", "goal": "no enterprise customer leaves unheard",
                                 "outcomeMetric": "cancellations", "target": 5},
                     "scope": {"segments": ["enterprise"]}}""",
                    List.of(
                            new Member("Carys Morgan", "lead", 70),
                            new Member("Deniz Kaya", "product voice", 40),
                            new Member("Ben Whitlock", "seller", 30))),
            new Charter(
                    "Everyone, every channel",
                    """
                    {"name": "Everyone, every channel",
                     "mission": {"valueArea": "cross-channel", "goal": "one conversation across all channels",
                                 "outcomeMetric": "active-customers", "target": 280}}""",
                    List.of(
                            new Member("Hugo Petit", "lead", 30),
                            new Member("Imani Clarke", "analyst", 40),
                            new Member("Jonas Weber", "designer", 40))));
}

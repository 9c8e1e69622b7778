package org.claquette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The package as Java sees it. */
class JavaTest {
    private static final Amount DISTANCE = new Amount(623, "km");

    private static Production production(What what) {
        return new Production(BigDecimal.ONE, ProductionKind.DOCUMENTARY, List.of(new Line("L1", what)), null, null, null,
                "FR", new Period(new BigDecimal(2024)));
    }

    @Test
    void typedObjects() {
        Train train = new Train(DISTANCE, new BigDecimal(12), true, TrainService.HIGH_SPEED);
        // 623 km × 12 passengers × 2 ways × 0.00293 kgCO2e/passenger.km (Base Carbone 43256)
        try (Footprint footprint = Claquette.compute(production(train))) {
            assertEquals(new BigDecimal("43.80936"), footprint.total());
            assertEquals(Completeness.COMPLETE, footprint.getStatus());
            assertEquals("transport", footprint.view("post").getGroups().get(0).getGroup());
        }
    }

    @Test
    void theLinesOfTheReadme() {
        References references = References.bundled();
        Checked checked = Claquette.check("{\"format\": 1}", references);
        checked.getDiagnostics().forEach(problem -> System.out.println(problem.getEn()));
        assertFalse(checked.getSound());
        assertTrue(checked.getDiagnostics().stream().allMatch(problem -> problem.getCode().equals("missing-field")));
    }

    @Test
    void oneException() {
        // A train needs passengers, or passenger-kilometres.
        CalculationException refused =
                assertThrows(CalculationException.class, () -> Claquette.compute(production(new Train(DISTANCE))));
        Diagnostic problem = refused.getDiagnostics().get(0);
        assertEquals(Severity.ERROR, problem.getSeverity());
        assertTrue(problem.getPointer().startsWith("/lines/0/what/train"), problem.getPointer());
        assertThrows(CalculationException.Misuse.class, () -> Claquette.schema("x"));
        assertFalse(Claquette.catalogue().isEmpty());
    }
}

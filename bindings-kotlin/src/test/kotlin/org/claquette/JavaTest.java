package org.claquette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    void theLinesOfTheReadmeAboutWhatLasts() throws Exception {
        Production production = production(new Train(DISTANCE, new BigDecimal(12), true, TrainService.HIGH_SPEED));
        Footprint footprint = Claquette.compute(production);
        Map<String, String> rows = Claquette.extract(production); // texts of CSV, by the names of their files
        Footprint again = Claquette.compute(production, References.readExtract(rows));
        System.out.println(again.verify(footprint).getHolds()); // true
        assertTrue(again.verify(footprint).getHolds());
        assertTrue(again.verify(footprint.toJson()).getHolds());
        assertEquals(64, Claquette.sha256(production).length());
    }

    @Test
    void aValue() throws Exception {
        Train train = new Train(DISTANCE, new BigDecimal(12), true, TrainService.HIGH_SPEED);
        Footprint footprint = Claquette.compute(production(train));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(footprint);
        }
        Footprint read = (Footprint) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(footprint, read);
        assertEquals(footprint, Footprint.fromJson(footprint.toJson()));
        assertEquals(1, new HashSet<>(List.of(footprint, read)).size());
        assertEquals(footprint.report(Language.FR), read.report(Language.FR));
        assertNull(read.audit());
        assertTrue(read.coverage().isEmpty());
        assertThrows(CalculationException.class, () -> Footprint.fromJson("{}", new Limits(100L)));
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

import java.nio.file.Files;
import java.nio.file.Path;
import org.claquette.CalculationException;
import org.claquette.Claquette;
import org.claquette.Footprint;
import org.claquette.Language;

/** Prints the report of a production: {@code java -cp JARS Film.java PRODUCTION.json}. */
class Film {
    public static void main(String[] arguments) throws Exception {
        try (Footprint footprint = Claquette.compute(Files.readAllBytes(Path.of(arguments[0])))) {
            System.out.println(footprint.report(Language.EN));
        } catch (CalculationException refused) {
            refused.getDiagnostics().forEach(problem -> System.err.println(problem.getPointer() + ": " + problem.getEn()));
            System.exit(1);
        }
    }
}

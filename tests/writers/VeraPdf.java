import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says which rules of PDF/A and PDF/UA files break, one line a rule. */
public final class VeraPdf {
    private VeraPdf() {}

    /**
     * Checks files, each after the standard to check it by, such as 2a or ua1; each line is a file,
     * its standard, a rule and a message.
     */
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 0; i < arguments.length; i += 2) {
            String standard = arguments[i];
            String file = arguments[i + 1];
            for (String broken : check(file, PDFAFlavour.byFlavourId(standard))) {
                System.out.println(file + "\t" + standard + "\t" + broken);
            }
        }
    }

    private static TreeSet<String> check(String file, PDFAFlavour standard) throws Exception {
        TreeSet<String> lines = new TreeSet<>();
        try (FileInputStream data = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(data, standard);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                lines.add(assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber() + "\t" + assertion.getMessage());
            }
            // what was looked at, so that a file in which nothing was is noticed
            lines.add("checks\t" + result.getTotalAssertions());
        }
        return lines;
    }
}

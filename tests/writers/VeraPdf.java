import java.io.FileInputStream;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says which rules of PDF/A-2a, PDF/A-3a and PDF/UA-1 each file breaks, one line a rule. */
public final class VeraPdf {
    private static final List<PDFAFlavour> STANDARDS =
            List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    private VeraPdf() {}

    /** Checks the files named; each line is a file, a standard, a rule and a message. */
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour standard : STANDARDS) {
                for (String broken : check(file, standard)) {
                    System.out.println(file + "\t" + standard.getId() + "\t" + broken);
                }
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

import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates each PDF against PDF/UA-1 with veraPDF; prints one line a file and a broken rule. */
public class PdfUaCheck {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean clean = true;
        for (String file : files) {
            try (FileInputStream stream = new FileInputStream(file);
                    PDFAParser parser =
                            Foundries.defaultInstance()
                                    .createParser(stream, PDFAFlavour.PDFUA_1);
                    PDFAValidator validator =
                            Foundries.defaultInstance()
                                    .createValidator(PDFAFlavour.PDFUA_1, 1000, false, false, false)) {
                ValidationResult result = validator.validate(parser);
                clean &= result.isCompliant();
                String verdict = result.isCompliant() ? "clean" : "broken";
                System.out.println(verdict + " " + result.getTotalAssertions() + " " + file);
                TreeMap<String, Integer> broken = new TreeMap<>();
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        String rule =
                                assertion.getRuleId().getClause()
                                        + "-"
                                        + assertion.getRuleId().getTestNumber()
                                        + " "
                                        + assertion.getMessage();
                        broken.merge(rule, 1, Integer::sum);
                    }
                }
                broken.forEach((rule, count) -> System.out.println("  " + count + " x " + rule));
            }
        }
        System.exit(clean ? 0 : 1);
    }
}

// The package's own build for Node looks for its fonts beside itself at run time, where a bundle has none; its other build is handed them.
import PDFDocument, { registerStdFonts } from '../../node_modules/pdfkit/js/pdfkit.browser.mjs';
import Helvetica from 'pdfkit/standard-fonts/Helvetica';
import HelveticaBold from 'pdfkit/standard-fonts/HelveticaBold';

registerStdFonts(Helvetica, HelveticaBold);

export default PDFDocument;

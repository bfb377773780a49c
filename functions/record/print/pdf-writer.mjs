// The package's own build for Node looks for its fonts beside itself at run time, where a bundle has none; its other build is handed them.
import PDFDocument from '../../../node_modules/pdfkit/js/pdfkit.browser.mjs';
import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf';
import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf';

export const fonts = { regular, bold };

/** Whether the font that the writer stands in has this character. The package keeps its font to itself. */
export const holds = (writer, character) => writer._font.font.hasGlyphForCodePoint(character.codePointAt(0));

export default PDFDocument;

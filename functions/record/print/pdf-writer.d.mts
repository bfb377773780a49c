import PDFDocument from 'pdfkit';

export const fonts: { regular: Uint8Array; bold: Uint8Array };

export const holds: (writer: PDFKit.PDFDocument, character: string) => boolean;

export default PDFDocument;

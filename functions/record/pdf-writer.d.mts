import PDFDocument from 'pdfkit';
export default PDFDocument;

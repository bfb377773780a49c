/** What somebody posted to be checked, as text: pasted or chosen as a file; null when the form holds neither. */
export const postedRecord = (body: Buffer, contentType: string): string | null => {
  if (/^application\/(json|[\w.-]+\+json)/i.test(contentType)) return body.toString('utf8');
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return filled(new URLSearchParams(body.toString('utf8')).get('record'));
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1];
  return boundary === undefined ? null : fromParts(body.toString('latin1'), boundary);
};

const filled = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : text;

type Part = { headers: string; value: string };

const [line, blankLine] = ['\r\n', '\r\n\r\n'];

// RFC 7578: each part has its own headers, a blank line, and its value up to the next boundary. By position and not by a pattern: a
// pattern with two open ends takes the square of the length, and anybody may post a mebibyte.
const partIn = (text: string): Part | null => {
  const end = text.indexOf(blankLine, line.length);
  const from = end + blankLine.length;
  const isWhole = text.startsWith(line) && text.endsWith(line) && end >= 0 && from <= text.length - line.length;
  return isWhole ? { headers: text.slice(line.length, end), value: text.slice(from, -line.length) } : null;
};

const fromParts = (body: string, boundary: string): string | null => {
  const parts = body.split(`--${boundary}`).map(partIn);
  const partNamed = (name: string): string | null => {
    const found = parts.find((part) => part?.headers.includes(`name="${name}"`))?.value;
    return filled(found && Buffer.from(found, 'latin1').toString('utf8'));
  };
  return partNamed('file') ?? partNamed('record');
};

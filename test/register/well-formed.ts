const token = /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/;
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const pieces = (xml: string): { whole: string; parts: RegExpExecArray }[] | null => {
  const found: { whole: string; parts: RegExpExecArray }[] = [];
  token.lastIndex = 0;
  for (let parts = token.exec(xml), at = 0; at < xml.length; parts = token.exec(xml)) {
    if (parts === null) return null;
    found.push({ whole: parts[0], parts });
    at = token.lastIndex;
  }
  return found;
};

/** Why a text is not well-formed XML 1.0, of the part of it that a feed uses; null when it is. */
export const faultOf = (xml: string): string | null => {
  if (unwritable.test(xml)) return 'It holds a character that XML cannot';
  const found = pieces(xml);
  if (found === null) return 'It holds something that is neither a tag nor text';
  const open: string[] = [];
  for (const {
    whole,
    parts: [, closing, name, , empty],
  } of found) {
    if (reference.test(whole)) return `An ampersand stands alone in ${whole}`;
    if (!name || empty) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) return `${whole} closes nothing`;
  }
  return open.length > 0 ? `${open.join()} is never closed` : null;
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

// Inside quotes a greater-than sign ends no tag.
const inside = '(?:"[^"]*"|[^">])*';
const controls = new RegExp(`<input${inside}>|(<select[\\s\\S]*?</select>)|<textarea${inside}>([\\s\\S]*?)</textarea>`, 'g');
const chosenOption = new RegExp(`<option(?=[^>]*\\sselected)${inside}>`);

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : unescaped(found);
};

const isSent = (tag: string): boolean => {
  const type = attribute(tag, 'type');
  return type === 'checkbox' || type === 'radio' ? /\schecked(\s|\/|>|=)/.test(tag.replaceAll(/"[^"]*"/g, '""')) : type !== 'submit';
};

const sentValue = (tag: string, select: string | undefined, words: string | undefined): string | null => {
  if (select !== undefined) return attribute(chosenOption.exec(select)?.[0] ?? '', 'value') ?? '';
  if (words !== undefined) return unescaped(words).replaceAll('\n', '\r\n');
  return isSent(tag) ? (attribute(tag, 'value') ?? '') : null;
};

/** What a browser would send of a page's form if nothing on it were touched: line breaks as CR LF, in the order of the page. */
export const sentFrom = (html: string): URLSearchParams => {
  const sent = new URLSearchParams();
  for (const [tag, select, words] of html.matchAll(controls)) {
    const name = attribute(tag, 'name');
    const value = sentValue(tag, select, words);
    if (name !== null && value !== null) sent.append(name, value);
  }
  return sent;
};

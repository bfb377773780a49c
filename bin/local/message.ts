/** A message's headers by lower-case name, folded lines joined and encoded words read. */
export function readHeaders(raw: string): Record<string, string> {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const pairs = lines.map((line) => /^([!-9;-~]+):\s*(.*)$/.exec(line)).filter((found) => found !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), decodeWords(value)]));
}

/** RFC 2047, as far as mail libraries write it: UTF-8 in B or Q. */
function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) => {
    if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64').toString();
    const bytes = text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/gi, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  });
}

/** Every address a message points to, once, in the order they stand. */
export function linksIn(text: string, html: string): string[] {
  const inText = text.match(/https?:\/\/[^\s<>"]+/g)?.map((link) => link.replace(/[).,;]+$/, '')) ?? [];
  const inHtml = [...html.matchAll(/href="(https?:\/\/[^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
  return [...new Set([...inText, ...inHtml])];
}

/** The tags SES would repeat in its events: given as parameters, or in the header SES reads. */
export function messageTags(headers: Record<string, string>, form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const pair of (headers['x-ses-message-tags'] ?? '').split(/[,;]/)) {
    const [name, value] = pair.split('=').map((part) => part.trim());
    if (name && value) tags[name] = value;
  }
  for (let member = 1; form.has(`Tags.member.${member}.Name`); member += 1)
    tags[form.get(`Tags.member.${member}.Name`) ?? ''] = form.get(`Tags.member.${member}.Value`) ?? '';
  const configurationSet = form.get('ConfigurationSetName') ?? headers['x-ses-configuration-set'];
  return configurationSet ? { ...tags, 'ses:configuration-set': configurationSet } : tags;
}

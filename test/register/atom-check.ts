import { faultOf } from './well-formed.ts';

type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string };

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const attributesIn = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/\s([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]));

/** A well-formed text as a tree; throws where it is not. */
export const treeOf = (xml: string): Node => {
  const fault = faultOf(xml);
  if (fault) throw new Error(fault);
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [whole, closing, name = '', rest = '', empty, text] of xml.matchAll(/<\?[^>]*\?>|<(\/?)([\w:.-]+)([^>]*?)(\/?)>|([^<]+)/g)) {
    const within = open.at(-1) ?? root;
    if (text !== undefined) within.text += unescaped(text);
    else if (whole.startsWith('<?')) continue;
    else if (closing) open.pop();
    else {
      const node: Node = { name, attributes: attributesIn(rest), children: [], text: '' };
      within.children.push(node);
      if (!empty) open.push(node);
    }
  }
  return root;
};

type Least = 'one' | 'maybe' | 'any';
const ofFeed: Record<string, Least> = {
  id: 'one',
  title: 'one',
  updated: 'one',
  subtitle: 'maybe',
  rights: 'maybe',
  generator: 'maybe',
  icon: 'maybe',
  logo: 'maybe',
  author: 'any',
  contributor: 'any',
  category: 'any',
  link: 'any',
  entry: 'any',
};
const ofEntry: Record<string, Least> = {
  id: 'one',
  title: 'one',
  updated: 'one',
  published: 'maybe',
  summary: 'maybe',
  content: 'maybe',
  rights: 'maybe',
  source: 'maybe',
  author: 'any',
  contributor: 'any',
  category: 'any',
  link: 'any',
};
const ofPerson: Record<string, Least> = { name: 'one', uri: 'maybe', email: 'maybe' };

// RFC 3339 with the capitals and the zone that RFC 4287, 3.3, asks for.
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
const isAbsolute = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
const isWeb = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

const counted = (at: string, { children }: Node, rules: Record<string, Least>): string[] => {
  const unknown = children.filter(({ name }) => !Object.hasOwn(rules, name)).map(({ name }) => `${at}: "${name}" has no place here`);
  return [
    ...unknown,
    ...Object.entries(rules).flatMap(([name, least]) => {
      const found = children.filter((child) => child.name === name).length;
      return (least === 'one' && found !== 1) || (least === 'maybe' && found > 1) ? [`${at}: ${found} of "${name}"`] : [];
    }),
  ];
};

const linkFaults = (at: string, links: Node[]): string[] => {
  const alternates = links
    .filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
    .map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`);
  return [
    ...links.flatMap(({ attributes: { href = '', type = 'text/html' } }) => [
      ...(isWeb(href) ? [] : [`${at}: link to "${href}" is not absolute`]),
      ...(/^[\w.+-]+\/[\w.+-]+$/.test(type) ? [] : [`${at}: "${type}" is no media type`]),
    ]),
    ...(new Set(alternates).size < alternates.length ? [`${at}: two alternates of one type`] : []),
  ];
};

const partFaults = (at: string, { children }: Node): string[] =>
  children.flatMap((child) => {
    const { name, text, attributes } = child;
    if (name === 'id') return isAbsolute(text) ? [] : [`${at}: id "${text}" is no IRI`];
    if (name === 'updated' || name === 'published') return isInstant(text) ? [] : [`${at}: ${name} "${text}" is no RFC 3339 instant`];
    if (name === 'title' || name === 'summary') return text.trim() === '' ? [`${at}: empty ${name}`] : [];
    if (name === 'category') return attributes.term ? [] : [`${at}: category without a term`];
    if (name === 'author' || name === 'contributor')
      return [
        ...counted(`${at} ${name}`, child, ofPerson),
        ...child.children.filter(({ name }) => name === 'uri').flatMap(({ text }) => (isAbsolute(text) ? [] : [`${at}: uri "${text}"`])),
      ];
    return [];
  });

const named =
  (name: string) =>
  ({ children }: Node): Node[] =>
    children.filter((child) => child.name === name);
const idOf = (node: Node): string => named('id')(node)[0]?.text ?? '';

/**
 * Everything in which a text is not Atom as RFC 4287 has it: elements, how often, identifiers, dates, links; and that it says its own
 * address.
 */
export const atomFaults = (xml: string): string[] => {
  const [feed, ...others] = treeOf(xml).children;
  if (!feed || others.length > 0 || feed.name !== 'feed' || feed.attributes.xmlns !== 'http://www.w3.org/2005/Atom')
    return ['Not one feed of Atom’s namespace'];
  const entries = named('entry')(feed);
  const isAuthored = named('author')(feed).length > 0;
  const ids = entries.map(idOf);
  return [
    ...counted('feed', feed, ofFeed),
    ...partFaults('feed', feed),
    ...linkFaults('feed', named('link')(feed)),
    ...(named('link')(feed).filter(({ attributes }) => attributes.rel === 'self').length === 1
      ? []
      : ['feed: does not say its own address once']),
    ...(new Set(ids).size < ids.length ? ['two entries of one id'] : []),
    ...(ids.includes(idOf(feed)) ? ['an entry has the id of the feed'] : []),
    ...entries.flatMap((entry, index) => {
      const at = `entry ${index + 1}`;
      const links = named('link')(entry);
      const reachable = named('content')(entry).length > 0 || links.some(({ attributes: { rel = 'alternate' } }) => rel === 'alternate');
      return [
        ...counted(at, entry, ofEntry),
        ...partFaults(at, entry),
        ...linkFaults(at, links),
        ...(reachable ? [] : [`${at}: neither content nor an alternate`]),
        ...(isAuthored || named('author')(entry).length > 0 ? [] : [`${at}: nobody wrote it`]),
      ];
    }),
  ];
};

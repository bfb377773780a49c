import { HtmlValidate } from 'html-validate/node';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'no-inline-style': 'error',
    // Every file is this site's own, and named by what is in it.
    'require-sri': 'off',
    // GOV.UK's summary of errors stands before the page's title, under a heading of its own.
    'heading-level': ['error', { minInitialRank: 'h2' }],
  },
});

// A table that a phone draws as blocks would be no table any more to some who listen to it, but for the roles that it states.
const isStatedOfTable = ({ ruleId, selector }: { ruleId: string; selector: string | null }): boolean =>
  ruleId === 'no-redundant-role' && /\btable\b/.test(selector ?? '');

/** Everything that an HTML validator finds wrong with a page, each with its line, its rule and the element. */
export const faultsIn = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter((message) => !isStatedOfTable(message))
      .map(({ ruleId, message, line, selector }) => `${line} ${ruleId}: ${message} (${selector ?? ''})`),
  );
};

const described = (html: string): Set<string> =>
  new Set([...html.matchAll(/ aria-describedby="([^"]*)"/g)].flatMap(([, ids = '']) => ids.split(' ')));

/** The hints of a form, and what is wrong in it, that belong to no field and no group of fields: nobody who listens to the form hears them there. */
export const unheardIn = (html: string): string[] => {
  const heard = described(html);
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? [];
  return [...forms.join('').matchAll(/<(?:p|div)\b([^>]*\bclass="govuk-(?:hint|error-message)\b[^>]*)>(.{0,80})/g)]
    .filter(([, attributes = '']) => !heard.has(/\bid="([^"]*)"/.exec(attributes)?.[1] ?? ''))
    .map(([, , words = '']) => words);
};

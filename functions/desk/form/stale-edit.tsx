import type { JSX } from 'preact';
import { wordChanges } from '../../link/word-changes.ts';
import { asText } from '../proposal/content.tsx';
import type { HistoryLine } from '../desk-api.ts';
import type { Field } from './field.ts';
import { happeningWords } from '../in-words.ts';
import { momentInWords } from '../shown.tsx';
import { ErrorBox } from '../../page/error-summary.tsx';

/** What has happened to a proposal or a contract since somebody opened its form. */
export type Since = { lines: HistoryLine[]; differing: { field: Field; saved: string; typed: string }[] };

/** The events after a version, and where what was typed differs from what is saved now. */
export const sinceVersion = (
  version: number,
  history: HistoryLine[],
  fields: Field[],
  current: object,
  typed: Record<string, unknown>,
): Since => {
  const saved: Record<string, unknown> = { ...current };
  const compared = fields.map((field) => ({ field, saved: asText(field, saved[field.name]), typed: asText(field, typed[field.name]) }));
  return { lines: history.filter(({ sequence }) => sequence > version), differing: compared.filter((each) => each.saved !== each.typed) };
};

const Changes = ({ before, after }: { before: string; after: string }): JSX.Element => (
  <p class="govuk-body app-words">
    {wordChanges(before, after).map(({ kind, words }) =>
      kind === 'added' ? <ins>{words}</ins> : kind === 'removed' ? <del>{words}</del> : words,
    )}
  </p>
);

/** Shown over a form that was overtaken: what happened meanwhile, and what saving it now would change. Nothing typed is lost. */
export const Overtaken = ({ since: { lines, differing } }: { since: Since }): JSX.Element => (
  <ErrorBox title="This changed while you were writing">
    <p>Nothing was saved, and nothing that you typed is lost. Since you opened it:</p>
    <ul class="govuk-list govuk-list--bullet">
      {lines.map(({ type, by, at }) => (
        <li>
          {by.name}: {happeningWords(type).toLowerCase()}, {momentInWords(at)}
        </li>
      ))}
    </ul>
    {differing.length === 0 ? (
      <p>What you typed is what is saved already.</p>
    ) : (
      <>
        <p>Saving again would change what is saved now like this:</p>
        {differing.map(({ field, saved, typed }) => (
          <>
            <h3 class="govuk-heading-s">{field.label}</h3>
            <Changes before={saved} after={typed} />
          </>
        ))}
      </>
    )}
  </ErrorBox>
);

import fc from 'fast-check';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Council } from '../../functions/council/council.schema.ts';
import { inForce } from '../../functions/council/in-force.ts';
import { coverFields } from '../../functions/desk/action/step-actions.ts';
import { DrawnFields } from '../../functions/desk/form/draw.tsx';
import { anchorOf, type Field, nameOf } from '../../functions/desk/form/field.ts';
import { asText } from '../../functions/desk/proposal/content.tsx';
import { newProposal, proposalFields } from '../../functions/desk/proposal/proposal-form.ts';
import { decides } from '../../functions/desk/proposal/proposal-report-form.ts';
import { readForm } from '../../functions/desk/form/read-form.ts';
import { rearranged, withoutBlankRows } from '../../functions/desk/form/rows.ts';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import { proposalSchema } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { anyProposal, council } from './proposals.ts';
import { sentFrom } from './typed-into.ts';

const held = ({ holders: [first] }: Council['posts'][number]) => {
  if (!first) throw new Error('A post was held by somebody');
  return first;
};
const fields = proposalFields(council);
const drawn = (form: URLSearchParams, of = fields) => renderToStaticMarkup(<DrawnFields fields={of} of={{ form, problems: [] }} />);

describe('The proposal form', () => {
  it('holds any proposal: written into it and read back, it is the same', () => {
    fc.assert(
      fc.property(anyProposal, (proposal) => {
        const { value, problems } = readForm(fields, withoutBlankRows(writeForm(fields, proposal)));
        expect(problems).toEqual([]);
        expect(proposalSchema.parse(value)).toEqual(proposal);
      }),
      { numRuns: 300 },
    );
  });

  it('holds it on the page too: what a browser sends back untouched is the same proposal', () => {
    fc.assert(
      fc.property(anyProposal, (proposal) => {
        const sent = sentFrom(drawn(writeForm(fields, proposal)));
        expect(proposalSchema.parse(readForm(fields, withoutBlankRows(sent)).value)).toEqual(proposal);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('has a field for every part of the API’s proposal, and none besides', () => {
    expect(namesIn(fields).sort()).toEqual(
      namesOf(z.toJSONSchema(proposalSchema, { io: 'input', unrepresentable: 'any' }) as Schema).sort(),
    );
  });

  it('is an empty draft while nothing is typed', () => {
    const { value } = readForm(fields, withoutBlankRows(sentFrom(drawn(newProposal()))));
    expect(value).toEqual({ alternatives: [], consultees: [], documents: [], contracts: [] });
  });

  it('says where a sum, a date or a number cannot be read', () => {
    const form = new URLSearchParams({
      'financialImplications.expenditure.rows': '1',
      'financialImplications.expenditure.0.amountPence': '1.6m',
      'targetDecisionDate.day': '4',
      'contracts.rows': '1',
      'contracts.0.extensionOptions.rows': '1',
      'contracts.0.extensionOptions.0.months': 'twelve',
    });
    expect(readForm(fields, form).problems.map(({ path }) => path)).toEqual([
      'financialImplications.expenditure.0.amountPence',
      'contracts.0.extensionOptions.0.months',
      'targetDecisionDate',
    ]);
  });

  it('takes a post or a named person for a consultee, and asks which where both are given', () => {
    const form = new URLSearchParams({ 'consultees.rows': '1', 'consultees.0.post': 'leader', 'consultees.0.name': 'Somebody' });
    expect(readForm(fields, form).problems).toEqual([{ path: 'consultees.0', message: 'Choose a post or name a person, not both' }]);
  });
});

describe('Rows', () => {
  const form = () =>
    new URLSearchParams({
      'contracts.rows': '3',
      'contracts.0.title': 'A',
      'contracts.1.title': 'B',
      'contracts.1.extensionOptions.rows': '1',
      'contracts.2.title': 'C',
      'contracts.2.extensionOptions.rows': '1',
      'contracts.2.extensionOptions.0.months': '12',
    });
  const pressed = (name: string, value: string) => rearranged(new URLSearchParams([...form(), [name, value]]))?.form ?? form();

  it('are added at the end', () => {
    const next = pressed('add', 'contracts');
    expect(next.get('contracts.rows')).toBe('4');
    expect(pressed('add', 'contracts.2.extensionOptions').get('contracts.2.extensionOptions.rows')).toBe('2');
  });

  it('move up with all that stands below them when one is removed', () => {
    const next = pressed('remove', 'contracts.1');
    expect([
      next.get('contracts.rows'),
      next.get('contracts.0.title'),
      next.get('contracts.1.title'),
      next.get('contracts.1.extensionOptions.0.months'),
      next.get('contracts.2.title'),
    ]).toEqual(['2', 'A', 'C', '12', null]);
  });

  it('in which nothing was typed are left out, inner ones first', () => {
    const typed = form();
    typed.set('contracts.1.title', ' ');
    const next = withoutBlankRows(typed);
    expect([next.get('contracts.rows'), next.get('contracts.1.title'), next.get('contracts.1.extensionOptions.rows')]).toEqual([
      '2',
      'C',
      '1',
    ]);
  });

  it('stay as they are when a button names none of them', () => {
    for (const value of ['contracts.9', 'nothing.0', 'contracts', '']) expect(pressed('remove', value).get('contracts.rows')).toBe('3');
  });

  it('are never so many that a forged count builds an endless page', () => {
    expect(
      drawn(new URLSearchParams({ 'savings.rows': '999999999', 'documents.rows': '9999' })).match(/id="documents\.\d+"/g)?.length,
    ).toBe(500);
  });
});

describe('A fault', () => {
  it('is named as its field is on the page', () => {
    expect(nameOf(fields, 'financialImplications.expenditure.1.amountPence')).toBe('Financial implications, expenditure 2, amount');
    expect(nameOf(fields, 'proposedDecision.0')).toBe('Resolution 1');
    expect(nameOf(fields, 'proposedDecision')).toBe('Proposed decision');
    expect(nameOf(fields, 'background')).toBe('Background');
    expect(nameOf(fields, 'consultees.0.email')).toBe('Consultee 1, email address');
  });

  it('leads to a place that is on the page', () => {
    const html = drawn(
      writeForm(fields, {
        proposedDecision: ['x'],
        consultees: ['leader'],
        publicAccess: { kind: 'open', paragraphs: [1] },
        divisionsAffected: ['Ashford Central'],
      }),
    );
    for (const path of [
      'subject',
      'proposedDecision',
      'proposedDecision.0',
      'consultees.0',
      'consultees.0.email',
      'publicAccess.paragraphs.0',
      'divisionsAffected.0',
      'targetDecisionDate',
      'financialImplications',
      'contact.email',
    ])
      expect(html, path).toContain(`id="${anchorOf(fields, path)}"`);
    const cover = coverFields(council);
    for (const path of ['to', 'to.email', 'scheme'])
      expect(drawn(new URLSearchParams(), cover), path).toContain(`id="${anchorOf(cover, path)}"`);
    expect(anchorOf(fields, 'nothing.at.all')).toBe('main-content');
  });
});

const namesIn = (within: Field[], at = ''): string[] =>
  within.flatMap((field) => {
    const path = `${at}${field.name}`;
    if (field.as === 'group') return namesIn(field.fields, `${path}.`);
    if (field.as === 'list') return field.item.as === 'group' ? namesIn(field.item.fields, `${path}.`) : [path];
    return [path];
  });

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; allOf?: Schema[] };

const namesOf = (schema: Schema, at = ''): string[] => {
  const inner = schema.items ?? schema;
  if (inner.properties && inner.anyOf === undefined)
    return Object.entries(inner.properties).flatMap(([name, part]) => namesOf(part, at === '' ? name : `${at}.${name}`));
  return [at];
};

it('a post that nobody holds any more is named by its title where it was chosen, and cannot be chosen', () => {
  const [post] = kent.posts.filter(({ kind }) => kind === 'executive-member');
  if (!post) throw new Error('Kent has Cabinet Members');
  const left = {
    ...kent,
    posts: kent.posts.map((each) => (each === post ? { ...each, holders: [{ ...held(each), to: '2023-01-31' }] } : each)),
  };
  const now = inForce(left, '2023-03-07');
  expect(now.posts.map(({ id }) => id)).not.toContain(post.id);
  const [maker] = decides(now);
  if (!maker) throw new Error('The form asks who decides');
  expect(asText(maker, post.id)).toBe(`${post.title} (nobody holds it today)`);
  const form = writeForm(proposalFields(now), { decisionMaker: post.id });
  expect(drawn(form, proposalFields(now))).toContain(`<option value="${post.id}" selected>`);
  for (const fields of [proposalFields(now), coverFields(now)]) expect(drawn(new URLSearchParams(), fields)).not.toContain(`"${post.id}"`);
});

it('A consultee is shown as asked: from outside the council, unless said to be from within or named by their post', () => {
  const trust = { name: 'A Trust', email: 'office@trust.example' };
  const consultees = fields.find(({ name }) => name === 'consultees');
  if (!consultees) throw new Error('The form asks whom to consult');
  const shown = asText(consultees, ['leader', { ...trust, external: false }, { ...trust, external: true }, trust]);
  expect(shown.split('\n').map((line) => line.includes('outside the council'))).toEqual([false, false, true, true]);
});

import { describe, expect, it } from 'vitest';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import {
  areasInWords,
  awaitedInWords,
  dataProtectionInWords,
  equalityInWords,
  interestInWords,
  nameAndTitle,
} from '../../functions/record/in-words.ts';
import { inWords, londonDate } from '../../functions/rules/local-date.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import {
  awaiting,
  calledIn,
  costing,
  decided,
  declined,
  deferred,
  effective,
  key,
  link,
  noticed,
  small,
  withdrawn,
} from '../decision/stories.ts';
import { clerk, officer, type Story } from '../decision/story.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { formsOf } from './forms.ts';
import { safer, Told } from './told.ts';

const sentBack = () => noticed().does({ type: 'amend-proposal', content: costing(3_000_000), by: officer });
const exempt = (kind: 'part-exempt' | 'fully-exempt') =>
  safer({
    publicAccess: {
      kind,
      paragraphs: [3],
      publicInterest: 'It would harm the bidding.',
      ...(kind === 'part-exempt' ? { sections: ['financialImplications', 'contracts'] } : {}),
    },
  });
const scrutinised = (outcome: 'comments' | 'refer-to-council' | 'reconsider') =>
  calledIn().on('2023-04-12').does({ type: 'conclude-call-in', outcome, words: 'As minuted.', by: clerk });

const stories: Record<string, () => Story> = {
  'whose notice runs': () => noticed(),
  'whose notice runs, not key': () => noticed({ content: small }),
  'under the general exception': () => noticed({ route: 'general-exception' }),
  'under special urgency': () => noticed({ route: 'special-urgency' }),
  'that waits for its maker': () => awaiting(),
  'sent back to be changed': sentBack,
  'put off to a day': () => deferred(),
  'put off to no day': () => deferred(null),
  withdrawn: () => withdrawn(),
  'stopped in clearance after its notice': () => {
    const story = sentBack();
    return story.does({ type: 'give-clearance', response: 'decline', ...link(story, 'clearance'), words: 'Not lawful.' });
  },
  'not agreed': () => declined(),
  taken: () => decided(),
  'taken and not key': () => decided({ content: small }),
  'called in': () => calledIn(),
  'referred to council': () => scrutinised('refer-to-council'),
  'called in and commented on': () => scrutinised('comments'),
  'called in and confirmed': () =>
    scrutinised('reconsider').on('2023-04-17').does({ type: 'reconsider-decision', outcome: 'confirmed', words: 'It stands.', by: clerk }),
  'called in and changed': () =>
    scrutinised('reconsider')
      .on('2023-04-17')
      .does({ type: 'reconsider-decision', outcome: 'changed', proposedDecision: ['Do half of it'], words: 'Less.', by: clerk }),
  'in force': () => effective(),
  superseded: () => effective().does({ type: 'supersede-decision', number: '24/00010', on: '2024-04-02', by: clerk }),
  'exempt in part': () => new Told().effective(exempt('part-exempt')),
  'wholly exempt': () => new Told().effective(exempt('fully-exempt')),
  'taken in from before, of unknown key status': () =>
    new Told('2026-01-05T09:00:00Z').does({
      type: 'import-decision',
      content: safer(),
      submittedBy: { sub: 'c', name: 'C', email: 'c@kent.example' },
      number: '19/00073',
      noticePublishedOn: '2019-09-02',
      decidedOn: '2019-10-10',
      keyStatus: 'unknown',
      interest: 'As minuted',
      by: clerk,
    }),
  'of a body, at its meeting': () => {
    const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
    const { maker } = (story.decision as Extract<typeof story.decision, { notice: object }>).notice as {
      maker: { members: { name: string }[] };
    };
    const present = maker.members.map(({ name }) => name);
    story.does({
      type: 'record-meeting',
      meeting: { date: '2023-04-05', present, points: [], interests: present.map((name) => ({ name, interest: 'none' as const })) },
      by: clerk,
    });
    return story.does({ type: 'determine', response: 'approve', interest: { interest: 'none' }, ...link(story, 'determination') });
  },
  'of a body, still to meet': () => noticed({ content: { ...key, decisionMaker: 'cabinet' } }),
  'of a long title, with letters of other languages and marks that forms have a use for': () =>
    noticed({ content: { ...key, subject: `=“Łódź” & Sons; <Tŷ Ŵyn>, "cyf" ${'é'.repeat(260)}` } }),
  'of contracts with no end or no beginning said': () =>
    decided({
      content: {
        ...key,
        contracts: [
          { title: 'A', outcome: 'bring-in-house', replaces: [], extensionOptions: [], end: '2024-02-29' },
          { title: 'B', outcome: 'lapse', replaces: [], extensionOptions: [{ months: 1, amountPence: 1 }], valuePence: 100_000_000 },
        ],
      },
    }),
  'of many contracts': () => new Told('2020-04-29T09:00:00Z').effective(kent2000017.proposal),
  'of a range and growth': () => new Told('2019-08-29T09:00:00Z').effective(kent1900073.proposal),
};

const published = (story: Story): Publication => {
  const of = story.decision && publicationOf(story.decision, story.council);
  if (!of) throw new Error('Nothing is public');
  return of;
};

const british = (date: string | null): string => (date === null ? '' : date.split('-').reverse().join('/'));
const yesNo = { true: ['yes', 'Yes', 'Key'], false: ['no', 'No', 'Non-key'], null: ['', 'Not known', ''] } as const;

describe.each(Object.entries(stories))('A decision %s is told alike in every form:', (_, tell) => {
  const story = tell();
  const stored = published(story);
  const forms = formsOf(stored, londonDate(story.now));
  const { json, line, page, pdf, csv, atom, modernGov, calendar, data } = forms;
  const { number, subject, status, timetable, key } = json;

  it('its number, what it is about and where it stands', () => {
    expect([
      line.number,
      csv.Number,
      modernGov['Issue reference'],
      pdf.facts['Decision number'],
      data.identifier,
      atom.title.slice(0, 8),
    ]).toEqual([...Array(5).fill(number), number]);
    expect([line.subject, csv.Subject, modernGov['Issue title'], data.name, atom.title.slice(9)]).toEqual(Array(5).fill(subject));
    expect([
      line.status.words,
      csv.Status,
      modernGov['Decision status'],
      pdf.facts.Status,
      data.creativeWorkStatus,
      atom.category.label,
    ]).toEqual(Array(6).fill(status.words));
    expect([page.includes(status.explanation), pdf.text.includes(status.explanation)]).toEqual([true, true]);
    expect([atom.category.term, line.status.code]).toEqual([status.code, status.code]);
  });

  it('when it was decided, or that it was not', () => {
    const on = timetable.decidedOn;
    expect([line.decidedOn, csv['Decided on'], modernGov['Date of decision']]).toEqual([on, on ?? '', british(on)]);
    expect(pdf.facts['Date of decision']).toBe(on ? inWords(on) : undefined);
    expect([page.includes(`Date of decision ${on ? inWords(on) : ''}`), atom.summary.includes('Decided on')]).toEqual([
      on !== null,
      on !== null,
    ]);
    if (json.kind === 'notice') expect(on).toBeNull();
  });

  it('and of one that will not be decided, no form says when it will be', () => {
    const waits = ['notice-published', 'awaiting-decision'].includes(status.code);
    expect(atom.summary.includes('on or after')).toBe(waits);
    if (!waits) expect(calendar.earliest ?? '').not.toContain('earliest day');
  });

  it('when call-in closes and from when it has effect', () => {
    const { callInClosesOn: closes, effectiveFrom: from } = timetable;
    expect([line.callInClosesOn, csv['Call-in closes on'], modernGov['Call-in ends']]).toEqual([closes, closes ?? '', british(closes)]);
    expect([line.effectiveFrom, csv['Effective from'], modernGov['Date effective']]).toEqual([from, from ?? '', british(from)]);
    if (json.determination) expect((calendar.effect ?? '').slice(0, 10)).toBe(from ?? json.callIn?.requestedOn);
    if (closes) expect([page.includes(`at the end of ${inWords(closes)}`), pdf.text.includes(inWords(closes))]).toEqual([true, true]);
  });

  it('when notice was given', () => {
    expect([line.publishedOn, csv['Notice published'], modernGov['Notice of proposed decision published']]).toEqual([
      timetable.publishedOn,
      timetable.publishedOn,
      british(timetable.publishedOn),
    ]);
    for (const text of [page, pdf.text]) expect(text).toContain(inWords(timetable.publishedOn));
    expect([line.urgency, csv.Urgency, modernGov['Is the decision urgent?']?.startsWith('Yes')]).toEqual([
      json.shortNotice?.route ?? 'ordinary',
      json.shortNotice?.route ?? 'ordinary',
      json.shortNotice !== null,
    ]);
  });

  it('who decides or decided', () => {
    const maker = json.determination?.by ?? json.particulars.decisionMaker;
    expect([line.decisionMaker.name, csv['Decision maker'], (data.author as { name: string }).name]).toEqual(Array(3).fill(maker.name));
    for (const text of [page, pdf.facts['Decision taken by'] ?? pdf.facts['To be decided by'] ?? '', modernGov['Decision maker'] ?? ''])
      expect(text).toContain(nameAndTitle(maker));
    expect(atom.summary).toContain(maker.title);
    for (const member of maker.members) expect([page, pdf.text].map((text) => text.includes(nameAndTitle(member)))).toEqual([true, true]);
  });

  it('whether it is key, and why', () => {
    const [inCsv, inWordsOf, type] = yesNo[`${key.isKey}`];
    expect([line.isKey, csv['Key decision'], modernGov['Key decision?'], modernGov['Decision type']]).toEqual([
      key.isKey,
      inCsv,
      inWordsOf,
      type,
    ]);
    expect(pdf.facts['Key decision']?.startsWith(inWordsOf)).toBe(true);
    for (const ground of key.grounds)
      expect([page, pdf.facts['Key decision'] ?? '', modernGov['Reason it is key'] ?? ''].map((text) => text.includes(ground))).toEqual([
        true,
        true,
        true,
      ]);
    if (key.statement) expect([page.includes(key.statement), pdf.text.includes(key.statement)]).toEqual([true, true]);
  });

  it('where it has effect', () => {
    const { divisionsAffected: areas, areaWord } = json;
    if (areas === null)
      return expect([csv['Areas affected'], modernGov['Wards affected'], pdf.facts[`Electoral ${areaWord}s affected`]]).toEqual([
        '',
        '',
        undefined,
      ]);
    const said = areasInWords(areas, areaWord);
    return expect([page.includes(said), modernGov['Wards affected'], pdf.facts[`Electoral ${areaWord}s affected`]]).toEqual([
      true,
      said,
      said,
    ]);
  });

  it('what is decided, and never what is only proposed as decided', () => {
    const items = json.decision?.items ?? [];
    const taken = json.decision?.state === 'taken';
    for (const item of items)
      expect(
        [page, pdf.text, modernGov[taken ? 'Decision' : 'Proposed decision'] ?? ''].map((text) => text.includes(item.replace(/\s+/g, ' '))),
      ).toEqual([true, true, true]);
    expect(pdf.headings.includes('Decision')).toBe(taken && items.length > 0);
    if (!taken) for (const item of items) expect(modernGov.Decision).not.toContain(item);
    for (const { by, before } of json.decision?.changes ?? [])
      expect([pdf.text.includes(by), before.every((text) => pdf.text.includes(text))]).toEqual([true, true]);
  });

  it('why it ended or was put off, and when', () => {
    const { ending } = json;
    if (!ending) return expect(pdf.facts).not.toHaveProperty(status.words);
    expect([page.includes(inWords(ending.on)), pdf.text.includes(inWords(ending.on))]).toEqual([true, true]);
    if (ending.words) expect([page.includes(ending.words), pdf.text.includes(ending.words)]).toEqual([true, true]);
    return expect(calendar.earliest ?? '').toContain(ending.until ?? ending.on);
  });

  it('what was assessed, what interest was declared and what is still awaited', () => {
    const { equalityImplications, dataProtectionImplications, interests } = json;
    const said = [
      ...(equalityImplications ? [equalityInWords(equalityImplications)] : []),
      ...(dataProtectionImplications ? [dataProtectionInWords[dataProtectionImplications.status]] : []),
      ...(interests && interests.summary !== 'None' ? interests.each.map(interestInWords) : []),
      ...awaitedInWords(json),
    ].map((text) => text.replace(/\s+/g, ' '));
    for (const text of said) expect([text, page.includes(text), pdf.text.includes(text)]).toEqual([text, true, true]);
  });

  it('its contracts, with every option, and its money', () => {
    const sums = [
      ...(json.contracts ?? []).flatMap(({ valuePence, extensionOptions }) => [
        valuePence,
        ...extensionOptions.map(({ amountPence }) => amountPence),
      ]),
      json.financialImplications?.lineTotal?.amountPence ?? null,
    ];
    for (const pence of sums) {
      const said = pence === null ? '' : `£${(pence / 100).toLocaleString('en-GB')}`;
      expect([said, page.includes(said), pdf.text.includes(said)]).toEqual([said, true, true]);
    }
    for (const { supplier, title, start, end, outcome } of json.contracts ?? [])
      for (const said of [supplier ?? '', title, start ? inWords(start) : '', end ? inWords(end) : '', outcome.slice(0, 5)])
        expect([said, page.toLowerCase().includes(said.toLowerCase()), pdf.text.toLowerCase().includes(said.toLowerCase())]).toEqual([
          said,
          true,
          true,
        ]);
  });

  it('what is kept back, and why', () => {
    const words = json.withheld[0]?.words;
    expect([words === undefined || page.includes(words), words === undefined || pdf.text.includes(words)]).toEqual([true, true]);
    expect(pdf.text.split(words ?? '\u0000').length).toBe(page.split(words ?? '\u0000').length);
  });

  it('what reg 9(1) has a notice say, in print as on the page', () => {
    const { copiesFrom, otherDocuments, howToAsk, decisionDue } = json.particulars;
    if (json.kind === 'notice')
      for (const said of [copiesFrom, otherDocuments, howToAsk.words, howToAsk.email, decisionDue.words])
        expect([said, page.includes(said), pdf.text.includes(said)]).toEqual([said, true, true]);
  });
});

it('Whose a cost is, where it is said of one of several contracts, is said in print as on the page', () => {
  const { financialImplications, ...rest } = safer();
  const expenditure = ['North', 'South'].map((contract) => ({
    description: `Equipment ${contract}`,
    kind: 'initial-term' as const,
    amountPence: 60_000_000,
    contract: `Lot ${contract}`,
  }));
  const { published } = new Told().noticed({ ...rest, financialImplications: { ...financialImplications, expenditure } });
  const { page, pdf } = formsOf(published, '2023-03-08');
  for (const { description, contract } of expenditure)
    expect([page, pdf.text].map((text) => text.includes(`${description} First term ${contract} £600,000`))).toEqual([true, true]);
});

import type { Decision } from '../decision/decision.ts';
import { nameFacts } from '../email/facts.ts';
import {
  type Fact,
  holdersOf,
  type Letter,
  letterTo,
  nothingAsked,
  type Occasion,
  type Scene,
  officerOf,
  owners,
  personOf,
  type Person,
  publicPath,
} from '../email/letter.ts';
import { inWordsWithDay, londonDate } from '../rules/local-date.ts';
import { isFingerprinted } from '../link/entitled.ts';

/** Whoever took the decision, as the directory had them then; nobody before it is taken. */
export const whoTookIt = ({ decision }: Scene): Person[] => {
  if (!('determination' in decision)) return [];
  const { name, email, post } = decision.determination.by;
  return [{ name, email, post }];
};

// Those who wrote it, cleared it, were consulted or decided, and who watch over it.
const everyoneInTheFile = (occasion: Scene): Person[] => {
  const { decision } = occasion;
  const { contact } = decision.content;
  const asked = decision.steps.filter(({ state }) => state !== 'waiting').map(personOf);
  return [
    officerOf(occasion),
    ...(contact ? [{ name: contact.name, email: contact.email, post: null }] : []),
    ...holdersOf(occasion, decision.content.leadDirector),
    ...whoTookIt(occasion),
    ...asked,
    ...holdersOf(occasion, 'clerk', 'scrutiny-chair'),
  ];
};

/** The way to the public page of the record. */
export const recordPage = (occasion: Scene): Letter['action'] => ({
  label: 'Read the record of decision',
  path: publicPath(occasion.decision) ?? '/decisions',
});

const callInFacts = ({
  subjectToCallIn,
  callInClosesOn,
  effectiveFrom,
  waiver,
}: Occasion<'decision-made'>['happening']['record']): Fact[] => [
  subjectToCallIn && callInClosesOn
    ? { term: 'Call-in closes', value: `the end of ${inWordsWithDay(callInClosesOn)}` }
    : { term: 'Call-in', value: `Does not apply. ${waiver ?? ''}`.trim() },
  { term: 'Takes effect', value: inWordsWithDay(effectiveFrom) },
];

// A call-in is told to fewer than the decision was; whoever is not among them has to know where it shows.
const untilThen = 'Until then nothing may be done under it. The record says whether they have called it in.';

/** Who took a decision: the body, whoever signed for it, or those who signed it themselves. */
const takenBy = ({ by, signedBy }: Occasion<'decision-made'>['happening']['determination']): string =>
  by.kind === 'body' ? by.title : signedBy;

/** Tells everyone in the file what was decided, the last day for call-in, and where the record is. */
export const decisionMade = (occasion: Occasion<'decision-made'>): Letter[] => {
  const { determination, record } = occasion.happening;
  const next =
    record.subjectToCallIn && record.callInClosesOn
      ? `It takes effect on ${inWordsWithDay(record.effectiveFrom)} unless members call it in first. ${untilThen}`
      : `It takes effect on ${inWordsWithDay(record.effectiveFrom)}.`;
  return everyoneInTheFile(occasion).map((to) =>
    letterTo(to, occasion, {
      kind: 'decision-made',
      about: 'decided',
      heading: 'The decision was taken',
      paragraphs: [`${takenBy(determination)} took it on ${inWordsWithDay(determination.decidedOn)}. The record is published.`],
      facts: [...nameFacts(occasion, to), { term: 'Decided on', value: inWordsWithDay(determination.decidedOn) }, ...callInFacts(record)],
      action: recordPage(occasion),
      whatHappensNext: `${next} ${nothingAsked}`,
      ...(isFingerprinted(occasion.decision, to) ? { fingerprint: determination.contentHash } : {}),
    }),
  );
};

/** Tells everyone who was told the last day for call-in that it is a later one, or was, where no check ran until that was past too. */
export const callInExtended = (occasion: Occasion<'call-in-extended'>): Letter[] => {
  const {
    decision,
    at,
    happening: { closesOn },
  } = occasion;
  const lastDay = inWordsWithDay(closesOn);
  const isPast = closesOn < londonDate(at);
  const about = isPast ? 'call-in closed later' : 'call-in closes later';
  return everyoneInTheFile(occasion).map((to) =>
    letterTo(to, occasion, {
      kind: 'call-in-extended',
      about,
      heading: `C${about.slice(1)}`,
      paragraphs: [
        `A bank holiday was proclaimed after the record was published, so the working days for call-in ${isPast ? 'ended' : 'end'} later than it said.`,
      ],
      facts: [
        ...nameFacts(occasion, to),
        ...(isPast
          ? [{ term: 'Call-in closed', value: `the end of ${lastDay}` }]
          : 'record' in decision
            ? callInFacts(decision.record)
            : []),
      ],
      action: recordPage(occasion),
      whatHappensNext: `Members ${isPast ? 'could' : 'can'} call the decision in until the end of ${lastDay}. ${isPast ? '' : `${untilThen} `}${nothingAsked}`,
    }),
  );
};

const signs = new Set(['award', 'procure', 'extend']);

const contractsAhead = ({ content: { contracts = [] } }: Decision): string => {
  if (contracts.length === 0) return '';
  const first = contracts.some(({ outcome }) => signs.has(outcome))
    ? 'Before a contract is signed or changed come the notices, and any standstill, that procurement law asks for. '
    : '';
  return `${first}What the decision says of contracts goes into the contracts register. Whoever answers for a contract is told in good time before it ends. `;
};

/** Tells the officer and the lead director that the decision may now be carried out. */
export const decisionEffective = (occasion: Occasion<'decision-effective'>): Letter[] => {
  const { decision } = occasion;
  // A check that was missed finds it days later than the public was told.
  const from = 'record' in decision ? ` from ${inWordsWithDay(decision.record.effectiveFrom)}` : '';
  return owners(occasion).map((to) =>
    letterTo(to, occasion, {
      kind: 'decision-effective',
      about: 'now in force',
      heading: 'The decision is now in force',
      paragraphs: [`Nobody can call it in now. It may be carried out${from}.`],
      facts: nameFacts(occasion, to),
      action: recordPage(occasion),
      whatHappensNext: `${contractsAhead(decision)}${nothingAsked}`,
    }),
  );
};

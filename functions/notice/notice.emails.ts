import { consultationAsked } from '../consultation/consultation.emails.ts';
import { toldOfException } from '../council/directory.rules.ts';
import type { Notice, OpenStep } from '../decision/decision.ts';
import { isOpen, stepOf } from '../decision/steps.ts';
import { nameFacts, proposalFacts } from '../email/facts.ts';
import {
  dueYet,
  type Fact,
  holdersOf,
  type Letter,
  letterTo,
  nothingAsked,
  type Occasion,
  type Scene,
  officerOf,
  publicPath,
  type Person,
} from '../email/letter.ts';
import { inWordsWithDay, latest, londonDate } from '../rules/local-date.ts';
import { agreementAsked } from './agreement.emails.ts';

type Published = Occasion<'notice-published'>;

const readIt = (occasion: Scene): Letter['action'] => ({ label: 'Read the notice', path: publicPath(occasion.decision) ?? '/notices' });

const onceAgreed = ({ route }: Notice): string => (route === 'special-urgency' ? ', and only once it is agreed to be urgent' : '');

// A notice that goes up again keeps the days of the first, which may be past.
const firstDay = ({ at, happening: { notice } }: Published): string =>
  inWordsWithDay(latest(londonDate(at), notice.timetable.earliestDecisionDate));

const dates = (occasion: Published): Fact[] => {
  const { notice } = occasion.happening;
  const closes = dueYet(occasion, notice.timetable.consultationClosesOn);
  return [
    { term: 'Not before', value: `${firstDay(occasion)}${onceAgreed(notice)}` },
    ...(closes ? [{ term: 'Consultation closes', value: `the end of ${inWordsWithDay(closes)}` }] : []),
  ];
};

const shortNotice = ({ route, reason }: Notice): Fact[] => {
  if (route === 'ordinary') return [];
  const value = route === 'general-exception' ? 'General exception, reg 10 of SI 2012/2089' : 'Special urgency, reg 11 of SI 2012/2089';
  return [{ term: 'Short notice under', value }, ...(reason ? [{ term: 'Why full notice is impracticable', value: reason }] : [])];
};

/** Reg 10(1)(a) of SI 2012/2089: the scrutiny chair is told in writing what is to be decided, and why without full notice. */
const generalExceptionNotice = (to: Person, occasion: Published): Letter =>
  letterTo(to, occasion, {
    kind: 'general-exception-notice',
    about: 'notice to you under the general exception',
    heading: 'Notice under regulation 10 of a key decision at short notice',
    paragraphs: [
      `This is the written notice that regulation 10 of SI 2012/2089 gives you as ${to.title ?? 'scrutiny chair'}.`,
      `A key decision is to be made without 28 clear days’ notice. The notice was published on ${inWordsWithDay(occasion.happening.notice.publishedOn)}.`,
    ],
    facts: [...proposalFacts(occasion, to), ...dates(occasion), ...shortNotice(occasion.happening.notice)],
    action: readIt(occasion),
    whatHappensNext: `The decision is not taken before ${firstDay(occasion)}. Your agreement is not needed. ${nothingAsked}`,
  });

/** Tells the clerk that the written notice did not reach somebody whom it must, and the officer what their decision waits for. */
export const noticeUndeliverable = (occasion: Occasion<'notice-undeliverable'>): Letter[] => {
  const { name, email, words } = occasion.happening;
  const wording = {
    kind: 'notice-undeliverable',
    about: 'a written notice to scrutiny did not arrive',
    heading: 'The written notice of regulation 10 did not arrive',
  } as const;
  const lost = `The email with it to ${name} could not be delivered.`;
  const officer = officerOf(occasion);
  const toClerk = holdersOf(occasion, 'clerk').map((to) =>
    letterTo(to, occasion, {
      ...wording,
      paragraphs: [
        lost,
        'The decision may be made only once they have been informed in writing. Please give them the notice, on paper if need be, and enter on the desk when you did.',
      ],
      facts: [...nameFacts(occasion, to), { term: 'Sent to', value: email }, { term: 'What is known of it', value: words }],
      whatHappensNext:
        'The decision waits until that is entered. Its clear days are counted from that day where it is later. If cleared anew, its next notice has days of its own.',
    }),
  );
  const toOfficer = letterTo(officer, occasion, {
    ...wording,
    paragraphs: [lost, 'It waits until the clerk has given it to them otherwise, or the next is published.'],
    facts: nameFacts(occasion, officer),
    whatHappensNext: `If that makes it later than was published, you are told. ${nothingAsked}`,
  });
  return [...toClerk, toOfficer];
};

const toScrutiny = (occasion: Published): Letter[] => {
  const {
    council,
    at,
    happening: { notice },
  } = occasion;
  if (notice.route === 'general-exception')
    return toldOfException(council, londonDate(at)).map((to) => generalExceptionNotice(to, occasion));
  return holdersOf(occasion, 'scrutiny-chair').map((to) =>
    letterTo(to, occasion, {
      kind: 'notice-published',
      about: 'notice published',
      heading: 'Notice of a proposed decision was published',
      paragraphs: ['You are told as scrutiny chair.'],
      facts: [...proposalFacts(occasion, to), ...dates(occasion), ...shortNotice(notice)],
      action: readIt(occasion),
      whatHappensNext: `You are told again when the decision is taken, with the last day for call-in. ${nothingAsked}`,
    }),
  );
};

const areaMembers = ({ decision, council }: Scene): Person[] => {
  const affected = decision.content.divisionsAffected ?? [];
  if (affected === 'all') return [{ name: 'Member', email: council.email.allMembers, post: null, external: true }];
  const members = council.divisions.filter(({ name }) => affected.includes(name)).flatMap((division) => division.members);
  return members.map(({ name, email }) => ({ name, email, post: null, external: true }));
};

// Reg 16(5) of SI 2012/2089: a member is not entitled to all that is exempt, so members for the area get what the public gets.
const toMember = (to: Person, occasion: Published): Letter =>
  letterTo(to, occasion, {
    kind: 'notice-published',
    about: 'a proposed decision that affects your area',
    heading: 'A proposed decision affects your area',
    paragraphs: [
      occasion.decision.content.divisionsAffected === 'all'
        ? `It affects every ${occasion.council.areaWord}, so every member is told.`
        : `You are told because it affects the ${occasion.council.areaWord} you represent.`,
    ],
    facts: [...proposalFacts(occasion, to), ...dates(occasion)],
    action: readIt(occasion),
    whatHappensNext: `The decision is published when it is taken. ${nothingAsked} You can give your views to the contact named in the notice.`,
  });

const toOfficer = (occasion: Published): Letter =>
  letterTo(officerOf(occasion), occasion, {
    kind: 'notice-published',
    about: 'notice published',
    heading: 'The notice of your proposed decision was published',
    paragraphs: [`It went up on ${inWordsWithDay(occasion.happening.notice.publishedOn)}.`],
    facts: [...nameFacts(occasion, officerOf(occasion)), ...dates(occasion)],
    action: readIt(occasion),
    whatHappensNext: `The decision maker is asked when ${
      occasion.happening.notice.route === 'special-urgency'
        ? `it is agreed that the decision is urgent, and not before ${firstDay(occasion)}. Until then it cannot be taken.`
        : 'the notice has run and consultation has closed. A material change before then can start the clock again.'
    } ${nothingAsked}`,
  });

const asks = (occasion: Published): Letter[] =>
  occasion.happening.steps
    .map(({ id }) => stepOf(occasion.decision, id))
    .filter((step) => step !== null)
    .filter(isOpen)
    .flatMap((step) => askFor(occasion, step));

const askFor = (occasion: Published, step: OpenStep): Letter[] => {
  if (step.stage === 'consultation') return [consultationAsked(occasion, step)];
  return step.stage === 'agreement' ? [agreementAsked(occasion, step)] : [];
};

/** Tells of a notice: consultees and whoever must agree, each with a link; the scrutiny chair; the area's members; the officer. */
export const noticePublished = (occasion: Published): Letter[] => [
  ...asks(occasion),
  ...toScrutiny(occasion),
  toOfficer(occasion),
  ...areaMembers(occasion).map((to) => toMember(to, occasion)),
];

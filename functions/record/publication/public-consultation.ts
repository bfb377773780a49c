import { postOf } from '../../council/directory.rules.ts';
import { isSamePerson } from '../../consultation/consultees.rules.ts';
import type { Decision, Step } from '../../decision/decision.ts';
import { standing } from '../../decision/steps.ts';
import type { Publication } from './publication.schema.ts';
import { type Sight, shown } from './sight.rules.ts';

type Consultee = NonNullable<Publication['consultation']>['consultees'][number];

const responses: Record<string, Consultee['outcome']> = {
  support: 'supported',
  object: 'objected',
  comment: 'commented',
  amend: 'proposed-an-amendment',
};

const outcomeOf = (step: Step): Consultee['outcome'] => {
  if (step.state === 'responded') return responses[step.response] ?? 'commented';
  return step.state === 'silent' || step.state === 'undeliverable' ? step.state : 'asked';
};

// Run by run, and only then looked into: a pattern with both ends open takes the square of the length, and anybody consulted may write
// twenty thousand letters without a space, which are read again with every event.
const run = /[^\s<>()"',;:]+/g;

/** Words with the email addresses taken out: people sign what they write, and a private person's address is no part of what they said. */
export const withoutAddresses = (text: string): string => text.replace(run, (found) => (/.@./.test(found) ? '[email address]' : found));

const wordsOf = (step: Step, { content }: Sight): string | null => {
  if (step.state !== 'responded' || step.words === '') return null;
  return step.external && content?.publicAccess.kind !== 'open' ? null : withoutAddresses(step.words);
};

const consulteeOf = (step: Step, sight: Sight): Consultee => ({
  name: withoutAddresses(step.name),
  title: withoutAddresses(step.title),
  external: step.external,
  outcome: outcomeOf(step),
  late: step.state === 'responded' && step.late,
  words: wordsOf(step, sight),
});

// Of a decision taken elsewhere the record names whom it consulted, and not what each answered.
const named = ({ content, council, decision }: Sight): Consultee[] =>
  decision.imported === undefined
    ? []
    : (content?.consultees ?? []).map((each) => {
        const isPost = typeof each === 'string';
        const name = withoutAddresses(isPost ? (postOf(council, each)?.title ?? each) : each.name);
        return { name, title: name, external: !isPost && each.external !== false, outcome: 'not-recorded', late: false, words: null };
      });

// Of whoever was asked again, with a later notice, the earlier silence is in the file: it is not what came of asking them.
const lastAskings = (decision: Decision): Step[] =>
  standing(decision, 'consultation').filter(
    (step, nth, all) => step.state === 'responded' || !all.slice(nth + 1).some((later) => isSamePerson(step, later)),
  );

/** Who was asked, what they said or did not say, and what the committee made of it; null where it is kept back. */
export const publicConsultation = (sight: Sight): Publication['consultation'] =>
  shown(sight, 'consultation', ({ cabinetCommittee }) => {
    const { decision, notice } = sight;
    const heard = decision.committeeOutcomes.some(({ committee }) => committee === cabinetCommittee?.name);
    const asked = lastAskings(decision).map((step) => consulteeOf(step, sight));
    return {
      closesOn: notice.timetable.consultationClosesOn,
      consultees: asked.length > 0 ? asked : named(sight),
      committees: decision.committeeOutcomes.map(({ committee, date, outcome, words }) => ({ committee, date, outcome, words })),
      committeeAwaited: cabinetCommittee && !heard ? cabinetCommittee : null,
    };
  });

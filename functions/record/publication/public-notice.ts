import { agreements, answererOf, lastAsked } from '../../decision/steps.ts';
import { inWords, londonDate } from '../../rules/local-date.ts';
import type { Publication } from './publication.schema.ts';
import { coveredBy } from '../schedule-12a.rules.ts';
import type { Sight } from './sight.rules.ts';

type ShortNotice = NonNullable<Publication['shortNotice']>;

const generalException =
  'General exception (reg 10 of SI 2012/2089): 28 clear days’ notice was impracticable, so the scrutiny chair, or each member of a committee that has none, was written to and a shorter notice was published.';

const informed = ({ unreached = [], given = [] }: Sight['notice']): string => {
  if (unreached.length > 0) return ' An email of that notice did not arrive.';
  const days = [...new Set(given.map(({ on }) => on))].sort();
  return days.length > 0
    ? ` An email of that notice did not arrive, and it was given otherwise on ${days.map(inWords).join(' and ')}.`
    : '';
};

// Whether it is urgent is for the chair who is asked to say, so until they have the council does not say it either.
const urgency = ({ decision }: Sight): string => {
  const asked = lastAsked(decision, 'special-urgency');
  const said = {
    approved: 'it was agreed that the decision was urgent and could not reasonably be deferred.',
    declined: `the ${asked?.title} did not agree that the decision was urgent, and it cannot be taken on this notice.`,
  };
  const answer =
    asked?.state === 'approved' || asked?.state === 'declined'
      ? said[asked.state]
      : 'the decision can be taken only once it is agreed to be urgent and such that it cannot reasonably be deferred.';
  return `Special urgency (reg 11 of SI 2012/2089): ${answer}`;
};

const agreedBy = ({ decision }: Sight): ShortNotice['agreedBy'] => {
  const step = agreements(decision, 'special-urgency').find(({ state }) => state === 'approved');
  if (step?.state !== 'approved') return null;
  return { name: answererOf(step), title: step.title, on: londonDate(step.actedAt) };
};

/** Why less than 28 clear days' notice was given and who agreed (regs 10(3) and 11(2)); null where the full notice was. */
export const publicShortNotice = (sight: Sight): Publication['shortNotice'] => {
  const { route, reason, isKey } = sight.notice;
  if (!isKey || route === 'ordinary') return null;
  return {
    route,
    words: route === 'general-exception' ? `${generalException}${informed(sight.notice)}` : urgency(sight),
    reason: reason ?? null,
    agreedBy: agreedBy(sight),
  };
};

/** Whether any of it is exempt, under what, and why the public interest favours that (para 10 of Schedule 12A). */
export const publicAccessOf = ({ content }: Sight): Publication['publicAccess'] =>
  content && {
    kind: content.publicAccess.kind,
    paragraphs: [...new Set(content.publicAccess.paragraphs)].map((paragraph) => ({ paragraph, words: coveredBy(paragraph) })),
    publicInterest: content.publicAccess.publicInterest ?? null,
  };

/**
 * Why a body is to meet in private, the representations against that and the council's answer (reg 5(3) and (5)); null where it meets in
 * public.
 */
export const publicPrivateMeeting = ({ notice: { privateMeeting } }: Sight): Publication['privateMeeting'] =>
  privateMeeting
    ? {
        reasons: privateMeeting.reasons,
        consent: privateMeeting.consent ? { ...privateMeeting.consent, reason: privateMeeting.consent.reason ?? null } : null,
        second: privateMeeting.second ?? null,
      }
    : null;

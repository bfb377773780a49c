import type { Council } from '../council/council.schema.ts';
import type { Decision } from '../decision/decision.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { publicSections } from '../record/publication/public-section.schema.ts';
import { type Sight, shown, sightOf, withheldFrom } from '../record/publication/sight.rules.ts';
import type { Instant } from '../rules/local-date.ts';
import { highestExpenditure } from '../rules/highest-total.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { contractReferenceFrom, ocidOfDecision } from '../contract/contract-names.ts';
import type { ContractSettings } from '../contract/contract-settings.schema.ts';
import { type Release, releaseSchema } from './ocds.schema.ts';
import { buyerOf, dayBegins, periodOf, pounds, supplierOf } from './ocds-values.ts';

type Given = { council: Council; settings: Pick<ContractSettings, 'ocidPrefix'> };

/** What the register has of the contract that a decision brings as its nth; null while it has none. */
type Brought = (index: number) => Pick<Contract, 'reference' | 'ocid' | 'status' | 'updatedAt'> | null;

// Registered, a contract is told by its own release: what the decision said of it before is not to be told again as the later news.
const isToldByItself = (found: ReturnType<Brought>): boolean => found?.status === 'registered' || found?.status === 'ended';

// In words, and said once for all the parts that it is said of.
const whyKeptBack = (sight: Sight): string[] => {
  const parts = Map.groupBy(withheldFrom(sight), ({ words }) => words);
  const isAll = sight.hidden.size === publicSections.length;
  return [...parts].map(([words, of]) =>
    isAll ? words : `${of.map(({ section }) => section.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ')}: ${words}`,
  );
};

const planningOf = (sight: Sight): Release['planning'] => {
  const most = shown(sight, 'figures', (content) => highestExpenditure(content));
  const reasons = whyKeptBack(sight);
  const published = dayBegins(sight.notice.publishedOn);
  return {
    rationale:
      [shown(sight, 'reasons', ({ reasons: said }) => said), ...reasons].filter((words) => words !== null).join('\n\n') || undefined,
    budget:
      typeof most === 'number'
        ? { amount: pounds(most) }
        : most === 'unbounded'
          ? { description: 'The decision sets no upper limit' }
          : undefined,
    documents: [
      {
        id: `${sight.number.replace('/', '-')}-notice`,
        documentType: 'plannedProcurementNotice',
        title: `Notice of proposed decision ${sight.number}`,
        datePublished: published,
      },
    ],
  };
};

const dated = ({ start, end }: Proposal['contracts'][number]) => (start || end ? { contractPeriod: periodOf(start, end) } : {});

// What was not agreed is not procured.
const plannings: Partial<Record<Decision['status'], NonNullable<Release['tender']>['status']>> = {
  effective: 'planned',
  declined: 'cancelled',
  withdrawn: 'withdrawn',
};

const listed = (sight: Sight, outcome: Proposal['contracts'][number]['outcome']) =>
  (shown(sight, 'contracts', ({ contracts }) => contracts.map((contract, index) => ({ contract, index }))) ?? []).filter(
    ({ contract }) => contract.outcome === outcome,
  );

// Of what did not go ahead nothing is public any more, its contracts neither. Whoever has read of a tender is told all the same that none
// comes, unless the procurement is another decision's.
const isGivenUp = ({ content, decision: { status } }: Sight): boolean =>
  content === null && (status === 'withdrawn' || status === 'declined');

const tenderOf = (sight: Sight, ocid: string, isOwn: boolean, brought: Brought): Release['tender'] => {
  const planned = listed(sight, 'procure');
  const isPlanned = planned.length > 0 && !planned.some(({ index }) => isToldByItself(brought(index)));
  if (!isPlanned && !(isOwn && isGivenUp(sight))) return undefined;
  const [first] = planned;
  const subject = sight.notice.subject;
  const status = plannings[sight.decision.status] ?? 'planning';
  return {
    id: ocid,
    title: subject,
    status: isPlanned && planned.every(({ index }) => brought(index)?.status === 'closed') ? 'cancelled' : status,
    ...(first && planned.length === 1 ? dated(first.contract) : {}),
  };
};

// An award is one only once its decision may be carried out: called in, it may yet be changed.
const awardsOf = (
  sight: Sight,
  ocid: string,
  brought: Brought,
): { awards: NonNullable<Release['awards']>; suppliers: Release['parties'] } => {
  if (sight.decision.status !== 'effective') return { awards: [], suppliers: [] };
  // What another procurement led to, or none, is told under an id of its own, and there alone.
  const isHere = (found: ReturnType<Brought>) => !isToldByItself(found) && (found === null || found.ocid === ocid);
  const made = listed(sight, 'award').filter(({ index }) => isHere(brought(index)));
  // The award of what an earlier decision was to procure is known by the reference of that: the contract's own release has it so too.
  const nameOf = (index: number) => brought(index)?.reference ?? contractReferenceFrom(sight.number, index);
  const date = dayBegins(sight.decision.record.effectiveFrom);
  // Another decision may award under the same Open Contracting id, and the contract that follows names its supplier likewise.
  const party = (name: string, index: number) => supplierOf({ supplier: { name } }, `${ocid}-${nameOf(index)}`);
  return {
    awards: made.map(({ contract, index }) => ({
      id: nameOf(index),
      title: contract.title,
      status: brought(index)?.status === 'closed' ? ('cancelled' as const) : ('active' as const),
      date,
      ...dated(contract),
      ...(contract.valuePence === undefined || sight.hidden.has('figures') ? {} : { value: pounds(contract.valuePence) }),
      ...(contract.supplier ? { suppliers: [{ id: party(contract.supplier, index).id, name: contract.supplier }] } : {}),
    })),
    suppliers: made.flatMap(({ contract, index }) => (contract.supplier ? [party(contract.supplier, index)] : [])),
  };
};

// Whoever has read a release of one version holds that: told anew because a contract never came about, it is another release, and later.
const closingsOf = (sight: Sight, brought: Brought): Instant[] =>
  [...listed(sight, 'award'), ...listed(sight, 'procure')].flatMap(({ index }) => {
    const found = brought(index);
    return found?.status === 'closed' ? [found.updatedAt] : [];
  });

/**
 * The Open Contracting release of a decision, as far as the public may see it: planning from its notice on, awards once it is
 * in effect until their contracts are registered. What is exempt is left out and the reason given. Null before the notice. Checked by our
 * own schema; a fault throws.
 */
export const decisionRelease = (
  decision: Decision,
  { council, settings }: Given,
  ocid?: string,
  brought: Brought = () => null,
): Release | null => {
  const sight = sightOf(decision, council);
  if (!sight) return null;
  const own = ocidOfDecision(sight.number, settings);
  const kept = ocid ?? own;
  // Under the id of another decision its number tells their releases apart; under its own, what was published before keeps its name.
  const name = kept === own ? 'decision' : `decision-${sight.number.replace('/', '-')}`;
  const buyer = buyerOf(council);
  const { awards, suppliers } = awardsOf(sight, kept, brought);
  const closings = closingsOf(sight, brought);
  return releaseSchema.parse({
    ocid: kept,
    id: [kept, name, decision.version, ...(closings.length > 0 ? ['closed', closings.length] : [])].join('-'),
    date: [decision.updatedAt, ...closings].toSorted().at(-1),
    tag: awards.length > 0 ? ['planning', 'award'] : ['planning'],
    initiationType: 'tender',
    language: 'en',
    parties: [buyer, ...suppliers],
    buyer: { id: buyer.id, name: buyer.name },
    planning: planningOf(sight),
    tender: tenderOf(sight, kept, kept === own, brought),
    awards: awards.length > 0 ? awards : undefined,
  });
};

import type { Council } from '../council/council.schema.ts';
import type { Decision } from '../decision/decision.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { type Sight, shown, sightOf, withheldFrom } from '../record/sight.rules.ts';
import { highestExpenditure } from '../rules/highest-total.ts';
import { earliest, type Instant, londonDate } from '../rules/local-date.ts';
import type { Contract, ContractIn } from '../contract/contract.schema.ts';
import { effectiveEnd, furthestEnd, lastDayOf, maximumEnd } from '../contract/contract-dates.rules.ts';
import { contractReferenceFrom, ocidOfDecision } from '../contract/contract-names.ts';
import type { ContractSettings } from '../contract/contract-settings.ts';
import { highestValue } from '../contract/contract-value.rules.ts';
import { type Release, type ReleasePackage, releasePackageSchema, releaseSchema } from './ocds.schema.ts';
import { buyerOf, dayBegins, dayEnds, methodOf, periodOf, pounds, supplierOf } from './ocds-values.ts';
import { publishedOf } from './public-moment.ts';
import { withheldInWords } from './transparency-csv.ts';

type Given = { council: Council; settings: Pick<ContractSettings, 'ocidPrefix'> };

const planningOf = (sight: Sight): Release['planning'] => {
  const most = shown(sight, 'figures', (content) => highestExpenditure(content));
  const reasons = withheldFrom(sight).map(({ section, words }) => `${section}: ${words}`);
  const published = dayBegins(sight.notice.publishedOn);
  return {
    rationale: [shown(sight, 'reasons', ({ reasons: said }) => said), ...reasons].filter((words) => words !== null).join('\n\n') || undefined,
    budget: typeof most === 'number' ? { amount: pounds(most) } : most === 'unbounded' ? { description: 'The decision sets no upper limit' } : undefined,
    documents: [{ id: `${sight.number.replace('/', '-')}-notice`, documentType: 'plannedProcurementNotice', title: `Notice of proposed decision ${sight.number}`, datePublished: published }],
  };
};

const dated = ({ start, end }: Proposal['contracts'][number]) => (start || end ? { contractPeriod: periodOf(start, end) } : {});

const tenderOf = (sight: Sight): Release['tender'] => {
  const planned = (shown(sight, 'contracts', ({ contracts }) => contracts) ?? []).filter(({ outcome }) => outcome === 'procure');
  const first = planned[0];
  if (!first) return undefined;
  const subject = sight.notice.subject;
  return { id: sight.number.replace('/', '-'), title: subject, status: sight.decision.status === 'effective' ? 'planned' : 'planning', ...(planned.length === 1 ? dated(first) : {}) };
};

// An award is one only once its decision may be carried out: called in, it may yet be changed.
const awardsOf = (sight: Sight, ocid: string): { awards: NonNullable<Release['awards']>; suppliers: Release['parties'] } => {
  if (sight.decision.status !== 'effective') return { awards: [], suppliers: [] };
  const made = (shown(sight, 'contracts', ({ contracts }) => contracts.map((contract, index) => ({ contract, index }))) ?? []).filter(({ contract }) => contract.outcome === 'award');
  const date = dayBegins(sight.decision.record.effectiveFrom);
  // Another decision may award under the same Open Contracting id, and the contract that follows names its supplier likewise.
  const party = (name: string, index: number) => supplierOf({ supplier: { name } }, `${ocid}-${contractReferenceFrom(sight.number, index)}`);
  return {
    awards: made.map(({ contract, index }) => ({
      id: contractReferenceFrom(sight.number, index), title: contract.title, status: 'active' as const, date, ...dated(contract),
      ...(contract.valuePence === undefined || sight.hidden.has('figures') ? {} : { value: pounds(contract.valuePence) }),
      ...(contract.supplier ? { suppliers: [{ id: party(contract.supplier, index).id, name: contract.supplier }] } : {}),
    })),
    suppliers: made.flatMap(({ contract, index }) => (contract.supplier ? [party(contract.supplier, index)] : [])),
  };
};

/**
 * The Open Contracting release of a decision, as far as the public may see it: planning from its notice on, awards once it is
 * in effect. What is exempt is left out and the reason given. Null before the notice. Checked by our own schema; a fault throws.
 */
export const decisionRelease = (decision: Decision, { council, settings }: Given, ocid?: string): Release | null => {
  const sight = sightOf(decision, council);
  if (!sight) return null;
  const own = ocidOfDecision(sight.number, settings);
  const kept = ocid ?? own;
  // Under the id of another decision its number tells their releases apart; under its own, what was published before keeps its name.
  const name = kept === own ? 'decision' : `decision-${sight.number.replace('/', '-')}`;
  const buyer = buyerOf(council);
  const { awards, suppliers } = awardsOf(sight, kept);
  return releaseSchema.parse({
    ocid: kept, id: `${kept}-${name}-${decision.version}`, date: decision.updatedAt, tag: awards.length > 0 ? ['planning', 'award'] : ['planning'], initiationType: 'tender', language: 'en',
    parties: [buyer, ...suppliers], buyer: { id: buyer.id, name: buyer.name }, planning: planningOf(sight), tender: tenderOf(sight), awards: awards.length > 0 ? awards : undefined,
  });
};

type Published = ContractIn<'registered' | 'ended'>;

const tagOf = (contract: Published): Release['tag'] => (contract.status === 'ended' ? ['contractTermination'] : contract.changes.length > 0 ? ['contractAmendment'] : ['award', 'contract']);

const documentTypes: Record<string, string> = { UK4: 'tenderNotice', UK5: 'transparencyNotice', UK6: 'awardNotice', UK7: 'contractNotice', UK10: 'contractAmendmentNotice', UK11: 'contractTerminationNotice' };

const documentsOf = ({ notices, reference }: Published) =>
  notices.map(({ notice, publishedOn, reference: number }, index) => ({ id: number ?? `${reference}-${notice}-${index + 1}`, documentType: documentTypes[notice] ?? 'contractNotice', noticeType: notice, datePublished: dayBegins(publishedOn) }));

// Signed, it is in force; and nothing need be published of it again on the day on which it begins.
const standing = (contract: Published): 'pending' | 'active' | 'terminated' => {
  if (contract.status === 'ended') return 'terminated';
  const { start, signedOn = start } = contract.terms;
  return earliest(start, signedOn) > londonDate(publishedOf(contract).at) ? 'pending' : 'active';
};

// By how much the value moved, and to what, is in the words of a change.
const amendmentsOf = ({ reference, changes, terms }: Published) => {
  const said = terms.withheld?.parts.includes('value') ? () => 'The contract was changed. Its value is withheld.' : (words: string) => words;
  return changes.length > 0 ? { amendments: changes.map(({ on, words }, index) => ({ id: `${reference}-change-${index + 1}`, date: dayEnds(on), description: said(words) })) } : {};
};

const contractPart = (contract: Published, valued: object, description: string): NonNullable<Release['contracts']>[number] => {
  const { terms, reference } = contract;
  const documents = documentsOf(contract);
  const signed = terms.signedOn ? { dateSigned: dayBegins(terms.signedOn) } : {};
  return {
    id: reference, awardID: reference, title: terms.title, description, status: standing(contract), ...signed, ...valued, period: periodOf(terms.start, lastDayOf(contract), furthestEnd(contract)),
    ...(documents.length > 0 ? { documents } : {}),
    ...amendmentsOf(contract),
  };
};

/** The Open Contracting release of a contract in the register, under the ocid of the decision that led to it. A withheld value or supplier is left out and the reason given. Null while it is only proposed. */
export const contractRelease = (contract: Contract, { council }: Given): Release | null => {
  if (contract.status !== 'registered' && contract.status !== 'ended') return null;
  const { terms, ocid, reference } = contract;
  const { version, at } = publishedOf(contract);
  const hidden = new Set<string>(terms.withheld?.parts ?? []);
  const buyer = buyerOf(council);
  const supplier = hidden.has('supplier') ? null : supplierOf(terms, `${ocid}-${reference}`);
  const valued = hidden.has('value') ? {} : { value: pounds(highestValue(terms), terms.extensionOptions.length === 0 ? terms.grossPence : undefined) };
  const description = [terms.description, withheldInWords(terms)].filter((words) => words !== '').join('\n\n');
  const suppliers = supplier ? { suppliers: [{ id: supplier.id, name: supplier.name }] } : {};
  const category = terms.subject === 'concession' ? {} : { mainProcurementCategory: terms.subject };
  return releaseSchema.parse({
    ocid, id: `${ocid}-${reference}-${version}`, date: at, tag: tagOf(contract), initiationType: 'tender', language: 'en',
    parties: [buyer, ...(supplier ? [supplier] : [])], buyer: { id: buyer.id, name: buyer.name },
    tender: { id: ocid, title: terms.title, status: 'complete', ...methodOf(terms.route), ...category },
    awards: [{ id: reference, title: terms.title, status: 'active', ...valued, ...suppliers, contractPeriod: periodOf(terms.start, effectiveEnd(contract), maximumEnd(contract)) }],
    contracts: [contractPart(contract, valued, description)],
  });
};

const ukExtension = 'https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json';

/** Releases as one file for publication, under the Open Government Licence. Checked by our own schema; a fault throws. */
export const releasePackage = (releases: Release[], { council, uri, at }: { council: Pick<Council, 'name' | 'website'>; uri: string; at: Instant }): ReleasePackage =>
  releasePackageSchema.parse({
    uri, version: '1.1', extensions: [ukExtension], publishedDate: at, publisher: { name: council.name, uri: council.website },
    license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/', releases,
  });

import type { Council } from '../council/council.schema.ts';
import { earliest, londonDate } from '../rules/local-date.ts';
import type { Contract, ContractIn } from '../contract/contract.schema.ts';
import { effectiveEnd, furthestEnd, lastDayOf, maximumEnd } from '../contract/contract-dates.rules.ts';
import { highestValue } from '../contract/contract-value.rules.ts';
import { type Release, releaseSchema } from './ocds.schema.ts';
import { buyerOf, dayBegins, dayEnds, methodOf, periodOf, pounds, supplierOf } from './ocds-values.ts';
import { publishedOf } from './public-moment.ts';
import { withheldInWords } from './transparency-csv.ts';

type Given = { council: Council };

type Published = ContractIn<'registered' | 'ended'>;

const tagOf = (contract: Published): Release['tag'] =>
  contract.status === 'ended' ? ['contractTermination'] : contract.changes.length > 0 ? ['contractAmendment'] : ['award', 'contract'];

const documentTypes: Record<string, string> = {
  UK1: 'plannedProcurementNotice',
  UK2: 'marketEngagementNotice',
  UK3: 'plannedProcurementNotice',
  UK4: 'tenderNotice',
  UK5: 'transparencyNotice',
  UK6: 'awardNotice',
  UK7: 'contractNotice',
  UK8: 'implementationNotice',
  UK9: 'implementationNotice',
  UK10: 'contractAmendmentNotice',
  UK11: 'contractTerminationNotice',
  UK12: 'tenderCancellationNotice',
};

// Readers keep documents by their ids, and every notice of a procurement may be recorded under the number of that.
const documentsOf = ({ notices, reference }: Published) =>
  notices.map(({ notice, publishedOn, reference: number }, index) => ({
    id: number && notices.findIndex((each) => each.reference === number) === index ? number : `${reference}-${notice}-${index + 1}`,
    documentType: documentTypes[notice] ?? 'contractNotice',
    noticeType: notice,
    datePublished: dayBegins(publishedOn),
  }));

// Signed, it is in force; and nothing need be published of it again on the day on which it begins.
const standing = (contract: Published): 'pending' | 'active' | 'terminated' => {
  if (contract.status === 'ended') return 'terminated';
  const { start, signedOn = start } = contract.terms;
  return earliest(start, signedOn) > londonDate(publishedOf(contract).at) ? 'pending' : 'active';
};

// By how much the value moved, and to what, is in the words of a change.
const amendmentsOf = ({ reference, changes, terms }: Published) => {
  const said = terms.withheld?.parts.includes('value')
    ? () => 'The contract was changed. Its value is withheld.'
    : (words: string) => words;
  return changes.length > 0
    ? {
        amendments: changes.map(({ on, words }, index) => ({
          id: `${reference}-change-${index + 1}`,
          date: dayEnds(on),
          description: said(words),
        })),
      }
    : {};
};

const contractPart = (contract: Published, valued: object, description: string): NonNullable<Release['contracts']>[number] => {
  const { terms, reference } = contract;
  const documents = documentsOf(contract);
  // A day entered ahead is when it is to be signed.
  const { signedOn } = terms;
  const signed = signedOn && signedOn <= londonDate(publishedOf(contract).at) ? { dateSigned: dayBegins(signedOn) } : {};
  return {
    id: reference,
    awardID: reference,
    title: terms.title,
    description,
    status: standing(contract),
    ...signed,
    ...valued,
    period: periodOf(terms.start, lastDayOf(contract), furthestEnd(contract)),
    ...(documents.length > 0 ? { documents } : {}),
    ...amendmentsOf(contract),
  };
};

/**
 * The Open Contracting release of a contract in the register, under the ocid of the decision that led to it. A withheld value or supplier
 * is left out and the reason given. Null while it is only proposed.
 */
export const contractRelease = (contract: Contract, { council }: Given): Release | null => {
  if (contract.status !== 'registered' && contract.status !== 'ended') return null;
  const { terms, ocid, reference } = contract;
  const { version, at } = publishedOf(contract);
  const hidden = new Set<string>(terms.withheld?.parts ?? []);
  const buyer = buyerOf(council);
  const isNamedByAward = contract.decisions.some(({ outcome }) => outcome === 'award');
  const supplier = hidden.has('supplier') ? null : supplierOf(terms, `${ocid}-${reference}`, isNamedByAward);
  const valued = hidden.has('value')
    ? {}
    : { value: pounds(highestValue(terms), terms.extensionOptions.length === 0 ? terms.grossPence : undefined) };
  const description = [terms.description, withheldInWords(terms)].filter((words) => words !== '').join('\n\n');
  const suppliers = supplier ? { suppliers: [{ id: supplier.id, name: supplier.name }] } : {};
  const category = terms.subject === 'concession' ? {} : { mainProcurementCategory: terms.subject };
  return releaseSchema.parse({
    ocid,
    id: `${ocid}-${reference}-${version}`,
    date: at,
    tag: tagOf(contract),
    initiationType: 'tender',
    language: 'en',
    parties: [buyer, ...(supplier ? [supplier] : [])],
    buyer: { id: buyer.id, name: buyer.name },
    tender: { id: ocid, title: terms.title, status: 'complete', ...methodOf(terms.route), ...category },
    awards: [
      {
        id: reference,
        title: terms.title,
        status: 'active',
        ...valued,
        ...suppliers,
        contractPeriod: periodOf(terms.start, effectiveEnd(contract), maximumEnd(contract)),
      },
    ],
    contracts: [contractPart(contract, valued, description)],
  });
};

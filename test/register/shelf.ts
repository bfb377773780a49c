import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { registerEntry, type RegisterName } from '../../functions/register/register-entry.ts';
import type { Placed, PublicStore } from '../../functions/register/register-list.ts';
import type { PublicContract, PublicContractLine } from '../../functions/transparency/public-contract.schema.ts';
import { contractTerms } from '../../functions/search/contract-terms.ts';
import type { Postings, Searched } from '../../functions/search/postings.ts';
import { termsOf } from '../../functions/search/terms.ts';
import { Told } from '../record/told.ts';

const inOrder = (forwards: boolean, places: string[]): string[] => (forwards ? places.sort() : places.sort().reverse());

/** Publications kept in memory in the order of the public lists, counting how often it is read. */
export class Shelf implements PublicStore {
  reads = 0;
  readonly publications: Publication[];
  private readonly contracts: PublicContract[];
  private readonly indexed: { register: Searched; order: string; terms: Map<string, number> }[];

  constructor(publications: Publication[], contracts: PublicContract[] = []) {
    this.publications = publications;
    this.contracts = contracts;
    const bought = contracts.map((of) => ({
      register: 'CONTRACTS' as const,
      order: `${of.end}#${of.reference}`,
      terms: contractTerms(of),
    }));
    this.indexed = publications
      .map((of) => ({ ...registerEntry(of), terms: termsOf(of) }))
      .map(({ register, registerOrder, terms }) => ({ register: register as Searched, order: registerOrder, terms }))
      .concat(bought);
  }

  publicationOf = async (number: string) => this.publications.find((publication) => publication.number === number) ?? null;

  linesOf: PublicStore['linesOf'] = async (register: RegisterName, { after, limit }) => {
    this.reads += 1;
    const lines = this.publications
      .map(registerEntry)
      .filter((entry) => entry.register === register)
      .sort((a, b) => (a.registerOrder < b.registerOrder ? -1 : 1));
    const ordered: Placed[] = register === 'NOTICES' ? lines : lines.reverse();
    const isFurther = ({ registerOrder }: Placed) =>
      after === null || (register === 'NOTICES' ? registerOrder > after : registerOrder < after);
    return ordered.filter(isFurther).slice(0, limit);
  };

  postings: Postings = {
    hits: async (register, term, { at, limit, forwards = register !== 'DECISIONS' }) => {
      this.reads += 1;
      const weights = new Map(
        this.indexed.flatMap((each) =>
          each.register === register && each.terms.has(term) ? [[each.order, each.terms.get(term) ?? 0] as const] : [],
        ),
      );
      const isOn = (order: string) => at === null || (forwards ? order >= at : order <= at);
      return inOrder(forwards, [...weights.keys()])
        .filter(isOn)
        .slice(0, limit)
        .map((order) => ({ order, weight: weights.get(order) ?? 0 }));
    },
    lines: async (numbers) =>
      numbers.flatMap((number) => this.publications.filter((of) => of.number === number).map((of) => registerEntry(of).summary)),
    contractLines: async (references) =>
      references.flatMap((reference) => this.contracts.filter((of) => of.reference === reference)) as PublicContractLine[],
    changes: async ({ after, limit }) =>
      this.publications
        .map(({ number, kind, status, updatedAt }, index) => ({ sequence: index + 1, number, kind, status: status.code, updatedAt }))
        .filter(({ sequence }) => sequence > after)
        .slice(0, limit),
  };
}

const told = new Told().noticed().published;

/** A published notice by this number, with parts of it put differently. */
export const noticeNumbered = (number: string, parts: Partial<Publication> = {}): Publication => ({ ...told, number, ...parts });

/** The notices 23/00001 and on, so many of them. */
export const notices = (count: number, partsOf: (index: number) => Partial<Publication> = () => ({})): Publication[] =>
  Array.from({ length: count }, (_, index) => noticeNumbered(`23/${String(index + 1).padStart(5, '0')}`, partsOf(index)));

import * as z from 'zod/mini';

const instant = z.iso.datetime({ offset: true });
const id = z.string().check(z.minLength(1));
const text = z.string().check(z.minLength(1));

const value = z.strictObject({
  amount: z.number().check(z.minimum(0)),
  amountGross: z.optional(z.number().check(z.minimum(0))),
  currency: z.literal('GBP'),
});
const period = z.strictObject({
  startDate: z.optional(instant),
  endDate: z.optional(instant),
  maxExtentDate: z.optional(instant),
  durationInDays: z.optional(z.int().check(z.minimum(0))),
});
const reference = z.strictObject({ id, name: text });

const document = z.strictObject({
  id,
  documentType: text,
  title: z.optional(text),
  url: z.optional(z.url()),
  datePublished: z.optional(instant),
  noticeType: z.optional(z.string().check(z.regex(/^UK\d{1,2}$/))),
});

const party = z.strictObject({
  id,
  name: text,
  identifier: z.optional(z.strictObject({ scheme: text, id, legalName: text })),
  roles: z.array(z.enum(['buyer', 'procuringEntity', 'supplier', 'tenderer'])).check(z.minLength(1)),
  details: z.optional(z.strictObject({ scale: z.optional(z.enum(['sme', 'large'])), vcse: z.optional(z.boolean()) })),
});

const planning = z.strictObject({
  rationale: z.optional(text),
  budget: z.optional(z.strictObject({ description: z.optional(text), amount: z.optional(value) })),
  documents: z.optional(z.array(document).check(z.minLength(1))),
});

const tender = z.strictObject({
  id,
  title: text,
  status: z.enum(['planning', 'planned', 'active', 'complete', 'cancelled', 'unsuccessful', 'withdrawn']),
  value: z.optional(value),
  procurementMethod: z.optional(z.enum(['open', 'selective', 'limited', 'direct'])),
  procurementMethodDetails: z.optional(text),
  mainProcurementCategory: z.optional(z.enum(['goods', 'services', 'works'])),
  contractPeriod: z.optional(period),
});

const award = z.strictObject({
  id,
  title: text,
  description: z.optional(text),
  status: z.enum(['pending', 'active', 'cancelled', 'unsuccessful']),
  date: z.optional(instant),
  value: z.optional(value),
  suppliers: z.optional(z.array(reference).check(z.minLength(1))),
  contractPeriod: z.optional(period),
});

const contract = z.strictObject({
  id,
  awardID: id,
  title: text,
  description: z.optional(text),
  status: z.enum(['pending', 'active', 'terminated', 'cancelled']),
  dateSigned: z.optional(instant),
  value: z.optional(value),
  period: z.optional(period),
  documents: z.optional(z.array(document).check(z.minLength(1))),
  amendments: z.optional(z.array(z.strictObject({ id, date: instant, description: text })).check(z.minLength(1))),
});

const tag = z.enum([
  'planning',
  'planningUpdate',
  'tender',
  'tenderUpdate',
  'tenderCancellation',
  'award',
  'awardUpdate',
  'contract',
  'contractUpdate',
  'contractAmendment',
  'contractTermination',
]);

const namesItsParties = ({
  parties,
  buyer,
  awards = [],
}: {
  parties: { id: string }[];
  buyer: { id: string };
  awards?: { suppliers?: { id: string }[] | undefined }[] | undefined;
}): boolean => {
  const known = new Set(parties.map((each) => each.id));
  return [buyer, ...awards.flatMap(({ suppliers = [] }) => suppliers)].every((each) => known.has(each.id));
};

/** One Open Contracting release (OCDS 1.1) as this system makes them: stricter than the standard, so that nothing is left to chance. */
export const releaseSchema = z
  .strictObject({
    ocid: z.string().check(z.regex(/^ocds-[a-z0-9]{6}-.+$/)),
    id,
    date: instant,
    tag: z.array(tag).check(z.minLength(1)),
    initiationType: z.literal('tender'),
    language: z.literal('en'),
    parties: z.array(party).check(z.minLength(1)),
    buyer: reference,
    planning: z.optional(planning),
    tender: z.optional(tender),
    awards: z.optional(z.array(award).check(z.minLength(1))),
    contracts: z.optional(z.array(contract).check(z.minLength(1))),
  })
  .check(
    z.refine(namesItsParties, { message: 'An organisation is named that is not among the parties', path: ['parties'] }),
    z.refine(({ awards = [], contracts = [] }) => contracts.every(({ awardID }) => awards.some((each) => each.id === awardID)), {
      message: 'A contract comes of an award that is not there',
      path: ['contracts'],
    }),
  );

/** Releases published together. */
export const releasePackageSchema = z.strictObject({
  uri: z.url(),
  version: z.literal('1.1'),
  extensions: z.array(z.url()),
  publishedDate: instant,
  publisher: z.strictObject({ name: text, uri: z.url() }),
  license: z.url(),
  releases: z.array(releaseSchema),
});

export type Release = z.infer<typeof releaseSchema>;
export type ReleasePackage = z.infer<typeof releasePackageSchema>;
export type OcdsPeriod = z.infer<typeof period>;
export type OcdsValue = z.infer<typeof value>;

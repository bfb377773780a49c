import * as z from 'zod';

const instant = z.iso.datetime({ offset: true });
const id = z.string().min(1);
const text = z.string().min(1);

const value = z.strictObject({ amount: z.number().min(0), amountGross: z.number().min(0).optional(), currency: z.literal('GBP') });
const period = z.strictObject({ startDate: instant.optional(), endDate: instant.optional(), maxExtentDate: instant.optional(), durationInDays: z.int().min(0).optional() });
const reference = z.strictObject({ id, name: text });

const document = z.strictObject({ id, documentType: text, title: text.optional(), url: z.url().optional(), datePublished: instant.optional(), noticeType: z.string().regex(/^UK\d{1,2}$/).optional() });

const party = z.strictObject({
  id,
  name: text,
  identifier: z.strictObject({ scheme: text, id, legalName: text }).optional(),
  roles: z.array(z.enum(['buyer', 'procuringEntity', 'supplier', 'tenderer'])).min(1),
  details: z.strictObject({ scale: z.enum(['sme', 'large']).optional(), vcse: z.boolean().optional() }).optional(),
});

const planning = z.strictObject({ rationale: text.optional(), budget: z.strictObject({ description: text.optional(), amount: value.optional() }).optional(), documents: z.array(document).min(1).optional() });

const tender = z.strictObject({
  id,
  title: text,
  status: z.enum(['planning', 'planned', 'active', 'complete', 'cancelled', 'unsuccessful', 'withdrawn']),
  value: value.optional(),
  procurementMethod: z.enum(['open', 'selective', 'limited', 'direct']).optional(),
  procurementMethodDetails: text.optional(),
  mainProcurementCategory: z.enum(['goods', 'services', 'works']).optional(),
  contractPeriod: period.optional(),
});

const award = z.strictObject({ id, title: text, description: text.optional(), status: z.enum(['pending', 'active', 'cancelled', 'unsuccessful']), date: instant.optional(), value: value.optional(), suppliers: z.array(reference).min(1).optional(), contractPeriod: period.optional() });

const contract = z.strictObject({
  id,
  awardID: id,
  title: text,
  description: text.optional(),
  status: z.enum(['pending', 'active', 'terminated', 'cancelled']),
  dateSigned: instant.optional(),
  value: value.optional(),
  period: period.optional(),
  documents: z.array(document).min(1).optional(),
  amendments: z.array(z.strictObject({ id, date: instant, description: text })).min(1).optional(),
});

const tag = z.enum(['planning', 'planningUpdate', 'tender', 'tenderUpdate', 'tenderCancellation', 'award', 'awardUpdate', 'contract', 'contractUpdate', 'contractAmendment', 'contractTermination']);

const namesItsParties = ({ parties, buyer, awards = [] }: { parties: { id: string }[]; buyer: { id: string }; awards?: { suppliers?: { id: string }[] | undefined }[] | undefined }): boolean => {
  const known = new Set(parties.map((each) => each.id));
  return [buyer, ...awards.flatMap(({ suppliers = [] }) => suppliers)].every((each) => known.has(each.id));
};

/** One Open Contracting release (OCDS 1.1) as this system makes them: stricter than the standard, so that nothing is left to chance. */
export const releaseSchema = z
  .strictObject({
    ocid: z.string().regex(/^ocds-[a-z0-9]{6}-.+$/),
    id,
    date: instant,
    tag: z.array(tag).min(1),
    initiationType: z.literal('tender'),
    language: z.literal('en'),
    parties: z.array(party).min(1),
    buyer: reference,
    planning: planning.optional(),
    tender: tender.optional(),
    awards: z.array(award).min(1).optional(),
    contracts: z.array(contract).min(1).optional(),
  })
  .refine(namesItsParties, { message: 'An organisation is named that is not among the parties', path: ['parties'] })
  .refine(({ awards = [], contracts = [] }) => contracts.every(({ awardID }) => awards.some((each) => each.id === awardID)), { message: 'A contract comes of an award that is not there', path: ['contracts'] });

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

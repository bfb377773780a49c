// Made by bin/client.ts from the schemas of the API; do not edit.
export interface Schemas {
  Date: string;
  DateWorkedOut: string;
  Instant: string;
  CompleteProposal: { subject: string; decisionMaker: string; jointWith?: string; inThePlaceOf?: string; inConsultationWith?: (string)[]; department: string; leadDirector: string; contact: { name: string; title: string; phone?: string; email: string }; proposedDecision: (string)[]; background: string; reasons: string; financialImplications: Schemas['FinancialImplications']; divisionsAffected: 'all' | (string)[]; declaredKey?: boolean; legalImplications: string; equalityImplications: { status: 'not-required' | 'screening' | 'full'; date?: Schemas['Date']; words: string }; dataProtectionImplications: { status: 'not-required' | 'to-follow' | 'complete'; words: string }; alternatives: ({ option: string; reasonRejected: string })[]; consultees: (string | { name: string; email: string; external?: boolean })[]; cabinetCommittee?: { name: string; date: Schemas['Date'] }; documents: (Schemas['Document'])[]; publicAccess: Schemas['PublicAccess']; contracts: (Schemas['ProposedContract'])[]; targetDecisionDate?: Schemas['Date']; consultationClosesOn?: Schemas['Date']; replaces?: (string)[] };
  ProposalContent: { subject?: string; decisionMaker?: string; jointWith?: string; inThePlaceOf?: string; inConsultationWith?: (string)[]; department?: string; leadDirector?: string; contact?: { name: string; title: string; phone?: string; email: string }; proposedDecision?: (string)[]; background?: string; reasons?: string; financialImplications?: Schemas['FinancialImplications']; divisionsAffected?: 'all' | (string)[]; declaredKey?: boolean; legalImplications?: string; equalityImplications?: { status: 'not-required' | 'screening' | 'full'; date?: Schemas['Date']; words: string }; dataProtectionImplications?: { status: 'not-required' | 'to-follow' | 'complete'; words: string }; alternatives?: ({ option: string; reasonRejected: string })[]; consultees?: (string | { name: string; email: string; external?: boolean })[]; cabinetCommittee?: { name: string; date: Schemas['Date'] }; documents?: (Schemas['Document'])[]; publicAccess?: Schemas['PublicAccess']; contracts?: (Schemas['ProposedContract'])[]; targetDecisionDate?: Schemas['Date']; consultationClosesOn?: Schemas['Date']; replaces?: (string)[] };
  FinancialImplications: { summary: string; expenditure: ({ description: string; kind: 'initial-term' | 'extension-option' | 'one-off' | 'annual'; class?: 'revenue' | 'capital'; years?: number; amountPence: number; upToPence?: number; contract?: string })[]; growth?: { per: string; amountPence: number; upToPence?: number; maximumUnits: number | null; reapprovalTrigger?: string }; savings: ({ description: string; amountPence: number; upToPence?: number; years?: number })[]; funding: ({ source: string; amountPence?: number; ringFenced: boolean })[] };
  ProposedContract: { title: string; supplier?: string; start?: Schemas['Date']; end?: Schemas['Date']; extensionOptions?: ({ months: number; amountPence: number })[]; replaces?: (string)[]; outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse'; valuePence?: number };
  Document: { title: string; url?: string; access: 'open' | 'exempt'; paragraph?: number; kind?: 'report' | 'background-paper' | 'equality-assessment' | 'other' };
  PublicAccess: { kind: 'open' | 'part-exempt' | 'fully-exempt'; paragraphs: (number)[]; publicInterest?: string; sections?: ('background' | 'reasons' | 'financialImplications' | 'legalImplications' | 'equalityImplications' | 'dataProtectionImplications' | 'alternatives' | 'contracts' | 'consultation')[] };
  ContractContent: { reference?: string; title: string; description: string; department: string; supplier: { name: string; number?: string }; sme?: boolean; vcse?: { number?: string } | boolean; route: 'open' | 'competitive-flexible' | 'framework' | 'quotes' | 'direct-award' | 'in-house'; regime?: 'pcr-2015' | 'pa-2023' | 'psr-2023'; lightTouch?: boolean; userChoice?: boolean; subject?: 'goods' | 'services' | 'works' | 'concession'; procurementStartedOn?: Schemas['Date']; signedOn?: Schemas['Date']; netPence: number; grossPence?: number; irrecoverableVatPence?: number; approvedPence?: number; start: Schemas['Date']; end: Schemas['Date']; reviewOn?: Schemas['Date']; extensionOptions?: ({ months: number; amountPence: number; noticeMonths?: number })[]; owner: { name: string; email: string }; sponsor: { name: string; email: string }; decision?: string; delegates?: string; decisionMaker?: string; leadDirector?: string; divisionsAffected?: 'all' | (string)[]; serviceClass?: 'simple' | 'standard' | 'complex'; nextRoute?: 'open-tender' | 'framework-call-off' | 'direct-award' | 'extension-by-option' | 'variation' | 'lapse'; successor?: string; replaces?: (string)[]; withheld?: { parts: ('value' | 'supplier')[]; paragraph: number; publicInterest: string } };
  Proposal: { subject?: string; decisionMaker?: string; jointWith?: string; inThePlaceOf?: string; inConsultationWith?: (string)[]; department?: string; leadDirector?: string; contact?: { name: string; title: string; phone?: string; email: string }; proposedDecision?: (string)[]; background?: string; reasons?: string; financialImplications?: Schemas['FinancialImplicationsRead']; divisionsAffected?: 'all' | (string)[]; declaredKey?: boolean; legalImplications?: string; equalityImplications?: { status: 'not-required' | 'screening' | 'full'; date?: Schemas['Date']; words: string }; dataProtectionImplications?: { status: 'not-required' | 'to-follow' | 'complete'; words: string }; alternatives?: ({ option: string; reasonRejected: string })[]; consultees?: (string | { name: string; email: string; external?: boolean })[]; cabinetCommittee?: { name: string; date: Schemas['Date'] }; documents?: (Schemas['DocumentRead'])[]; publicAccess?: Schemas['PublicAccessRead']; contracts?: (Schemas['ProposedContractRead'])[]; targetDecisionDate?: Schemas['Date']; consultationClosesOn?: Schemas['Date']; replaces?: (string)[]; id: string; number: string | null; status: 'draft' | 'in-clearance' | 'cleared' | 'notice-published' | 'awaiting-decision' | 'decided' | 'called-in' | 'effective' | 'declined' | 'withdrawn' | 'deferred'; version: number; createdAt: Schemas['Instant']; updatedAt: Schemas['Instant']; submittedBy: { sub: string; name: string; email: string }; heldBefore?: ({ sub: string; name: string; email: string })[]; contentHash: string; keyDecision: Schemas['KeyDecision']; timetable: Schemas['Timetable']; steps: (Schemas['Step'])[]; blockers: (Schemas['Blocker'])[]; committeeOutcomes: (Schemas['CommitteeOutcome'])[]; notice?: { route: 'ordinary' | 'general-exception' | 'special-urgency'; reason: string | null; firstPublishedOn: Schemas['Date']; unreached?: (string)[]; given?: ({ name: string; on: string; words: string })[]; privateMeeting?: { reasons: string; paragraphs?: (number)[]; consent?: { name: string; reason?: string; words: string; on: string }; second?: { publishedOn: string; notBefore: string; representations: string; response: string } } }; determination?: { by: { post: string; kind: 'individual' | 'body' | 'officer'; name: string; title: string; members: ({ name: string; title: string })[]; inThePlaceOf?: string; jointWith?: { name: string; title: string } }; decidedAt: string; decidedOn: string; contentHash: string; interests: ({ interest: 'none' | 'declared'; kind?: 'pecuniary' | 'other'; detail?: string; dispensation?: string; name: string })[]; words: string; signedBy: string; cover?: string; override?: string; meeting?: { date: string; present: (string)[]; introducedBy?: string; points: (string)[]; conditions?: ({ resolution: number; words: string })[]; interests: ({ interest: 'none' | 'declared'; kind?: 'pecuniary' | 'other'; detail?: string; dispensation?: string; name: string })[] } }; record?: Schemas['RecordOfDecision']; callIn?: Schemas['CallIn']; superseded?: { number: string; on: Schemas['Date'] }; keyChallenge?: { raisedOn: string; words: string; reportBy?: string; report?: { on: string; words: string } }; splittings?: ({ shared: string; sumPence: number; words: string })[]; returned?: { by: string; at: Schemas['Instant']; words: string }; declined?: { by: string; at: Schemas['Instant']; words: string; on?: Schemas['Date'] }; withdrawn?: { by: string; at: Schemas['Instant']; words: string }; deferred?: { by: string; at: Schemas['Instant']; words: string; until: Schemas['Date'] | null; from: string }; findings?: ({ code: string; words: string })[]; keyStatus?: 'key' | 'not-key' | 'unknown' };
  ProposalList: { items: (Schemas['Proposal'])[]; unreadable: number; next: string | null };
  Assessment: { keyDecision: Schemas['KeyDecision']; timetable: { noticePublished?: Schemas['Date']; clearDaysRequired: number; clearDaysBasis: 'calendar' | 'working' | 'none'; earliestDecisionDate: Schemas['Date']; suggestedDecisionDate: Schemas['Date']; consultationClosesOn: Schemas['Date'] | null; originallyDue?: Schemas['Date']; decidedOn?: Schemas['Date']; callInClosesOn?: Schemas['Date']; effectiveFrom?: Schemas['Date']; gates: ({ date: Schemas['Date']; rule: string; source: string; words: string })[]; route: string }; complete: boolean; missing: ({ path: string; message: string })[] };
  History: { items: ({ schema: 1; decisionId: string; sequence: number; at: Schemas['Instant']; by: { kind: 'officer' | 'clerk' | 'scrutiny' | 'contracts' | 'post' | 'consultee' | 'system'; id: string; name: string; capacity: string; link?: string; override?: string }; type: string; what: Record<string, unknown>; before: string; hash: string })[]; next: string | null };
  Emails: { items: ({ to: string; kind: string; subject: string; status: 'queued' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'failed' })[]; next: string | null };
  Council: { id: string; name: string; colour: string; website: string; kind: 'county' | 'unitary' | 'metropolitan' | 'london-borough' | 'district'; areaWord: 'division' | 'ward'; thresholds: Schemas['KeyRule']; limits: { areas: number | null; comparison: 'more-than' | 'or-more' | null }; clearDays: { notice: number; generalException: number; callIn: number; consultation: number }; callIn: Schemas['CallInRule']; warnings: ({ setting: string; words: string })[]; divisions: (string)[]; departments: (string)[]; posts: ({ id: string; title: string; kind: string; name: string; email: string; members?: (string)[] })[]; vacant?: ({ id: string; title: string; kind: string })[]; committees: ({ name: string })[] };
  Problem: { type: string; title: string; status: number; detail: string; errors?: ({ path: string; message: string })[]; rule?: string; source?: string };
  KeyDecision: { isKey: boolean; grounds: ('expenditure-over-threshold' | 'savings-over-threshold' | 'divisions-over-limit' | 'declared')[]; statement: string; totals: { expenditurePence: number | 'unbounded'; savingsPence: number; divisions: number }; thresholds: unknown; warnings: ({ code: string; words: string })[] };
  Timetable: { noticePublished?: Schemas['Date']; clearDaysRequired: number; clearDaysBasis: 'calendar' | 'working' | 'none'; earliestDecisionDate: Schemas['Date']; suggestedDecisionDate: Schemas['Date']; consultationClosesOn: Schemas['Date'] | null; originallyDue?: Schemas['Date']; decidedOn?: Schemas['Date']; callInClosesOn?: Schemas['Date']; effectiveFrom?: Schemas['Date']; gates: ({ date: Schemas['Date']; rule: string; source: string; words: string })[] };
  Step: { id: string; stage: 'clearance' | 'consultation' | 'agreement' | 'determination'; post: string | null; name: string; title: string; state: 'waiting' | 'open' | 'approved' | 'returned' | 'declined' | 'responded' | 'silent' | 'undeliverable' | 'void'; dueOn: Schemas['Date'] | null; openedAt: Schemas['Instant'] | null; actedAt: Schemas['Instant'] | null; response: string | null; words: string | null; cover?: string; override?: string; purpose?: string; late?: boolean };
  Blocker: { rule: string; source: string; words: string; heldBy?: string; clearsOn?: Schemas['Date']; stepId?: string };
  CommitteeOutcome: { committee: string; date: string; outcome: 'endorsed' | 'amended' | 'not-endorsed' | 'noted'; words: string; before?: (string)[]; proposedDecision?: (string)[] };
  CallIn: { requestedAt: string; requestedOn: string; requestedBy: ({ name: string; group?: string })[]; grounds: (string)[]; words: string; validated: boolean; outcome?: 'no-comment' | 'comments' | 'reconsider' | 'refer-to-council' | 'not-valid'; outcomeOn?: string; outcomeWords?: string; reconsidered?: { outcome: 'confirmed' | 'changed'; on: string; words: string; before: (string)[]; by?: ({ name: string; title: string })[] } };
  RecordOfDecision: { publishedAt: string; publishedOn: string; callInClosesOn: string | null; effectiveFrom: string; subjectToCallIn: boolean; waiver?: string; lawfulness?: { rulesVersion: string; calendar: { source: string; version: string; coversUntil: string }; classification: { isKey: boolean; grounds: ('expenditure-over-threshold' | 'savings-over-threshold' | 'divisions-over-limit' | 'declared')[]; statement: string; totals: { expenditurePence: number | 'unbounded'; savingsPence: number; divisions: number }; rule: unknown }; notice: { route: string; publishedOn: string; clearDaysRequired: number; clearDaysBasis: 'calendar' | 'working' | 'none'; days: ({ date: string; counted: boolean; place: number | null; reason: string })[] }; gates: ({ date: string; rule: string; source: string; words: string })[]; earliestDecisionDate: string; decidedOn: string; settings: unknown } };
  KeyRule: { from: Schemas['Date']; source: string; combine: 'either' | 'both'; money: ({ class: 'any' | 'revenue' | 'capital' | 'contract' | 'income'; measure: 'expenditure' | 'savings' | 'either'; comparison: 'more-than' | 'or-more'; amountPence: number; basis: 'whole-life' | 'any-year' })[]; area: { comparison: 'more-than' | 'or-more'; limit: number } | null };
  CallInRule: { from: Schemas['Date']; source: string; clearWorkingDays: number; members: number; differentGroups: boolean; committeeMay: boolean; keyOnly: boolean; grounds: (string)[] };
  FinancialImplicationsRead: { summary: string; expenditure: ({ description: string; kind: 'initial-term' | 'extension-option' | 'one-off' | 'annual'; class?: 'revenue' | 'capital'; years?: number; amountPence: number; upToPence?: number; contract?: string })[]; growth?: { per: string; amountPence: number; upToPence?: number; maximumUnits: number | null; reapprovalTrigger?: string }; savings: ({ description: string; amountPence: number; upToPence?: number; years?: number })[]; funding: ({ source: string; amountPence?: number; ringFenced: boolean })[] };
  ProposedContractRead: { title: string; supplier?: string; start?: Schemas['Date']; end?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number })[]; replaces: (string)[]; outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse'; valuePence?: number };
  DocumentRead: { title: string; url?: string; access: 'open' | 'exempt'; paragraph?: number; kind?: 'report' | 'background-paper' | 'equality-assessment' | 'other' };
  PublicAccessRead: { kind: 'open' | 'part-exempt' | 'fully-exempt'; paragraphs: (number)[]; publicInterest?: string; sections?: ('background' | 'reasons' | 'financialImplications' | 'legalImplications' | 'equalityImplications' | 'dataProtectionImplications' | 'alternatives' | 'contracts' | 'consultation')[] };
  Contract: { title: string; department: string; supplier: { name: string } | null; owner: { name: string; email: string }; sponsor: { name: string; email: string }; decisionMaker?: string; leadDirector?: string; divisionsAffected?: 'all' | (string)[]; start: Schemas['Date'] | null; end: Schemas['Date'] | null; id: string; reference: string; ocid: string; version: number; decisions: ({ number: string; outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse' | 'authority'; effectiveFrom?: Schemas['Date']; delegates?: string })[]; successor: { id: string; start: Schemas['Date']; basis: 'stated' | 'same-decision' } | null; exit: { how: 'lapse' | 'bring-in-house'; decision?: string; words: string } | null; decisionInHand: string | null; snoozedUntil: Schemas['DateWorkedOut'] | null; nextAlertOn: Schemas['DateWorkedOut'] | null; alerts: ({ id: string; code: string; date: Schemas['DateWorkedOut']; to: (string)[]; words: string; toldOn: Schemas['DateWorkedOut'] | null })[]; warnings: ({ code: string; words: string })[]; status: 'proposed'; proposed: { outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse'; start?: Schemas['Date']; end?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number; noticeMonths?: number })[]; valuePence?: number; replaces: (string)[] } } | { reference: string; title: string; description: string; department: string; supplier: { name: string; number?: string }; sme?: boolean; vcse?: { number?: string } | boolean; route: 'open' | 'competitive-flexible' | 'framework' | 'quotes' | 'direct-award' | 'in-house'; regime: 'pcr-2015' | 'pa-2023' | 'psr-2023'; lightTouch?: boolean; userChoice?: boolean; subject: 'goods' | 'services' | 'works' | 'concession'; procurementStartedOn?: Schemas['Date']; signedOn?: Schemas['Date']; netPence: number; grossPence?: number; irrecoverableVatPence?: number; approvedPence?: number; start: Schemas['Date']; end: Schemas['Date']; reviewOn?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number; noticeMonths?: number })[]; owner: { name: string; email: string }; sponsor: { name: string; email: string }; decision?: string; delegates?: string; decisionMaker?: string; leadDirector?: string; divisionsAffected?: 'all' | (string)[]; serviceClass: 'simple' | 'standard' | 'complex'; nextRoute?: 'open-tender' | 'framework-call-off' | 'direct-award' | 'extension-by-option' | 'variation' | 'lapse'; successor: { id: string; start: Schemas['Date']; basis: 'stated' | 'same-decision' } | null; replaces?: (string)[]; withheld?: { parts: ('value' | 'supplier')[]; paragraph: number; publicInterest: string }; id: string; ocid: string; version: number; decisions: ({ number: string; outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse' | 'authority'; effectiveFrom?: Schemas['Date']; delegates?: string })[]; exit: { how: 'lapse' | 'bring-in-house'; decision?: string; words: string } | null; decisionInHand: string | null; snoozedUntil: Schemas['DateWorkedOut'] | null; nextAlertOn: Schemas['DateWorkedOut'] | null; alerts: ({ id: string; code: string; date: Schemas['DateWorkedOut']; to: (string)[]; words: string; toldOn: Schemas['DateWorkedOut'] | null })[]; warnings: ({ code: string; words: string })[]; proposed: { outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse'; start?: Schemas['Date']; end?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number; noticeMonths?: number })[]; valuePence?: number; replaces: (string)[] } | null; effectiveEnd: Schemas['DateWorkedOut']; maximumEnd: Schemas['DateWorkedOut']; exercised: ({ option: number; months: number; amountPence: number; on: Schemas['Date']; endsOn: Schemas['DateWorkedOut']; decision?: string; late?: string })[]; optionsAhead: ({ option: number; months: number; amountPence: number; noticeMonths?: number; noticeBy: Schemas['DateWorkedOut']; endsOn: Schemas['DateWorkedOut'] })[]; value: { approvedPence: number; committedPence: number; toDate: { pence: number; on: Schemas['DateWorkedOut'] } | null; overPence: number; needsDecision: boolean; isKey: boolean; words: string }; latestSafeStart: Schemas['LatestSafeStart'] | null; notices: { none: string | null; notices: ({ notice: string; name: string; duty: 'required' | 'ask-legal' | 'optional'; from: Schemas['DateWorkedOut'] | null; deadline: Schemas['DateWorkedOut'] | null; source: string; words: string; publishedOn: Schemas['DateWorkedOut'] | null })[]; ahead: ({ notice: string; name: string; duty: 'required' | 'ask-legal' | 'optional'; from: Schemas['DateWorkedOut'] | null; deadline: Schemas['DateWorkedOut'] | null; source: string; words: string; publishedOn: Schemas['DateWorkedOut'] | null })[]; published: ({ notice: string; publishedOn: Schemas['Date']; reference?: string })[] }; status: 'registered'; regimeInWords: string; stated: { regime?: 'pcr-2015' | 'pa-2023' | 'psr-2023'; successor?: string } } | { reference: string; title: string; description: string; department: string; supplier: { name: string; number?: string }; sme?: boolean; vcse?: { number?: string } | boolean; route: 'open' | 'competitive-flexible' | 'framework' | 'quotes' | 'direct-award' | 'in-house'; regime: 'pcr-2015' | 'pa-2023' | 'psr-2023'; lightTouch?: boolean; userChoice?: boolean; subject: 'goods' | 'services' | 'works' | 'concession'; procurementStartedOn?: Schemas['Date']; signedOn?: Schemas['Date']; netPence: number; grossPence?: number; irrecoverableVatPence?: number; approvedPence?: number; start: Schemas['Date']; end: Schemas['Date']; reviewOn?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number; noticeMonths?: number })[]; owner: { name: string; email: string }; sponsor: { name: string; email: string }; decision?: string; delegates?: string; decisionMaker?: string; leadDirector?: string; divisionsAffected?: 'all' | (string)[]; serviceClass: 'simple' | 'standard' | 'complex'; nextRoute?: 'open-tender' | 'framework-call-off' | 'direct-award' | 'extension-by-option' | 'variation' | 'lapse'; successor: { id: string; start: Schemas['Date']; basis: 'stated' | 'same-decision' } | null; replaces?: (string)[]; withheld?: { parts: ('value' | 'supplier')[]; paragraph: number; publicInterest: string }; id: string; ocid: string; version: number; decisions: ({ number: string; outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse' | 'authority'; effectiveFrom?: Schemas['Date']; delegates?: string })[]; exit: { how: 'lapse' | 'bring-in-house'; decision?: string; words: string } | null; decisionInHand: string | null; snoozedUntil: Schemas['DateWorkedOut'] | null; nextAlertOn: Schemas['DateWorkedOut'] | null; alerts: ({ id: string; code: string; date: Schemas['DateWorkedOut']; to: (string)[]; words: string; toldOn: Schemas['DateWorkedOut'] | null })[]; warnings: ({ code: string; words: string })[]; proposed: { outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse'; start?: Schemas['Date']; end?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number; noticeMonths?: number })[]; valuePence?: number; replaces: (string)[] } | null; effectiveEnd: Schemas['DateWorkedOut']; maximumEnd: Schemas['DateWorkedOut']; exercised: ({ option: number; months: number; amountPence: number; on: Schemas['Date']; endsOn: Schemas['DateWorkedOut']; decision?: string; late?: string })[]; optionsAhead: ({ option: number; months: number; amountPence: number; noticeMonths?: number; noticeBy: Schemas['DateWorkedOut']; endsOn: Schemas['DateWorkedOut'] })[]; value: { approvedPence: number; committedPence: number; toDate: { pence: number; on: Schemas['DateWorkedOut'] } | null; overPence: number; needsDecision: boolean; isKey: boolean; words: string }; latestSafeStart: Schemas['LatestSafeStart'] | null; notices: { none: string | null; notices: ({ notice: string; name: string; duty: 'required' | 'ask-legal' | 'optional'; from: Schemas['DateWorkedOut'] | null; deadline: Schemas['DateWorkedOut'] | null; source: string; words: string; publishedOn: Schemas['DateWorkedOut'] | null })[]; ahead: ({ notice: string; name: string; duty: 'required' | 'ask-legal' | 'optional'; from: Schemas['DateWorkedOut'] | null; deadline: Schemas['DateWorkedOut'] | null; source: string; words: string; publishedOn: Schemas['DateWorkedOut'] | null })[]; published: ({ notice: string; publishedOn: Schemas['Date']; reference?: string })[] }; status: 'ended'; ended: { on: Schemas['Date']; how: 'expired' | 'terminated' | 'brought-in-house' | 'replaced'; words: string }; regimeInWords: string; stated: { regime?: 'pcr-2015' | 'pa-2023' | 'psr-2023'; successor?: string } } | { title: string; department: string; supplier: { name: string } | null; owner: { name: string; email: string }; sponsor: { name: string; email: string }; decisionMaker?: string; leadDirector?: string; divisionsAffected?: 'all' | (string)[]; start: Schemas['Date'] | null; end: Schemas['Date'] | null; id: string; reference: string; ocid: string; version: number; decisions: ({ number: string; outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse' | 'authority'; effectiveFrom?: Schemas['Date']; delegates?: string })[]; successor: { id: string; start: Schemas['Date']; basis: 'stated' | 'same-decision' } | null; exit: { how: 'lapse' | 'bring-in-house'; decision?: string; words: string } | null; decisionInHand: string | null; snoozedUntil: Schemas['DateWorkedOut'] | null; nextAlertOn: Schemas['DateWorkedOut'] | null; alerts: ({ id: string; code: string; date: Schemas['DateWorkedOut']; to: (string)[]; words: string; toldOn: Schemas['DateWorkedOut'] | null })[]; warnings: ({ code: string; words: string })[]; status: 'closed'; proposed: { outcome: 'award' | 'procure' | 'extend' | 'bring-in-house' | 'lapse'; start?: Schemas['Date']; end?: Schemas['Date']; extensionOptions: ({ months: number; amountPence: number; noticeMonths?: number })[]; valuePence?: number; replaces: (string)[] }; closed: { on: Schemas['DateWorkedOut']; words: string } };
  ContractList: { items: (Schemas['Contract'])[]; unreadable: number; next: string | null };
  LatestSafeStart: { date: Schemas['DateWorkedOut']; arrivesBy: Schemas['DateWorkedOut']; provisional: boolean; timetable: ({ stage: string; from: Schemas['DateWorkedOut']; to: Schemas['DateWorkedOut']; rule: string; source: string; words: string; provisional: boolean })[] };
  PublicContract: { reference: string; path: string; title: string; department: string; supplier: string | null; valuePence: number | null; start: Schemas['DateWorkedOut']; end: Schemas['DateWorkedOut']; status: 'registered' | 'ended'; decision: string | null; withheld: string | null; ocid: string; description: string; supplierNumber: string | null; sme: boolean | null; vcse: boolean | null; route: string; regime: string; subject: string; irrecoverableVatPence: number | null; signedOn: Schemas['DateWorkedOut'] | null; reviewOn: Schemas['DateWorkedOut'] | null; divisionsAffected: 'all' | (string)[] | null; maximumEnd: Schemas['DateWorkedOut']; ended: { on: Schemas['Date']; how: 'expired' | 'terminated' | 'brought-in-house' | 'replaced' } | null; decisions: ({ number: string; outcome: string })[]; proposedDates: { start: Schemas['DateWorkedOut'] | null; end: Schemas['DateWorkedOut'] | null } | null; optionsAhead: ({ option: number; months: number; amountPence: number | null; noticeBy: Schemas['DateWorkedOut']; endsOn: Schemas['DateWorkedOut'] })[]; exercised: ({ option: number; months: number; amountPence: number | null; on: Schemas['DateWorkedOut']; endsOn: Schemas['DateWorkedOut']; decision: string | null })[]; follows: { start: Schemas['DateWorkedOut']; words: string } | null; plan: { date: Schemas['DateWorkedOut']; arrivesBy: Schemas['DateWorkedOut']; provisional: boolean; timetable: ({ stage: string; from: Schemas['DateWorkedOut']; to: Schemas['DateWorkedOut']; rule: string; source: string; words: string; provisional: boolean })[]; words: string } | null; notices: { none: string | null; notices: ({ notice: string; name: string; duty: 'required' | 'ask-legal' | 'optional'; deadline: Schemas['DateWorkedOut'] | null; words: string; source: string; publishedOn: Schemas['DateWorkedOut'] | null })[] } | null; updatedAt: string };
  PublicContractLine: { reference: string; path: string; title: string; department: string; supplier: string | null; valuePence: number | null; start: Schemas['DateWorkedOut']; end: Schemas['DateWorkedOut']; status: 'registered' | 'ended'; decision: string | null; withheld: string | null };
  Release: { ocid: string; id: string; date: string; tag: ('planning' | 'planningUpdate' | 'tender' | 'tenderUpdate' | 'tenderCancellation' | 'award' | 'awardUpdate' | 'contract' | 'contractUpdate' | 'contractAmendment' | 'contractTermination')[]; initiationType: 'tender'; language: 'en'; parties: ({ id: string; name: string; identifier?: { scheme: string; id: string; legalName: string }; roles: ('buyer' | 'procuringEntity' | 'supplier' | 'tenderer')[]; details?: { scale?: 'sme' | 'large'; vcse?: boolean } })[]; buyer: { id: string; name: string }; planning?: { rationale?: string; budget?: { description?: string; amount?: { amount: number; amountGross?: number; currency: 'GBP' } }; documents?: ({ id: string; documentType: string; title?: string; url?: string; datePublished?: string; noticeType?: string })[] }; tender?: { id: string; title: string; status: 'planning' | 'planned' | 'active' | 'complete' | 'cancelled' | 'unsuccessful' | 'withdrawn'; value?: { amount: number; amountGross?: number; currency: 'GBP' }; procurementMethod?: 'open' | 'selective' | 'limited' | 'direct'; procurementMethodDetails?: string; mainProcurementCategory?: 'goods' | 'services' | 'works'; contractPeriod?: { startDate?: string; endDate?: string; maxExtentDate?: string; durationInDays?: number } }; awards?: ({ id: string; title: string; description?: string; status: 'pending' | 'active' | 'cancelled' | 'unsuccessful'; date?: string; value?: { amount: number; amountGross?: number; currency: 'GBP' }; suppliers?: ({ id: string; name: string })[]; contractPeriod?: { startDate?: string; endDate?: string; maxExtentDate?: string; durationInDays?: number } })[]; contracts?: ({ id: string; awardID: string; title: string; description?: string; status: 'pending' | 'active' | 'terminated' | 'cancelled'; dateSigned?: string; value?: { amount: number; amountGross?: number; currency: 'GBP' }; period?: { startDate?: string; endDate?: string; maxExtentDate?: string; durationInDays?: number }; documents?: ({ id: string; documentType: string; title?: string; url?: string; datePublished?: string; noticeType?: string })[]; amendments?: ({ id: string; date: string; description: string })[] })[] };
}

/** Every operation of the private API by its operationId: where it is, what it takes, and what it answers by status. */
export interface Operations {
  /** What the rules make of a proposal, saving nothing. */
  'check-proposal': {
    method: 'POST'; path: '/api/proposals/check';
    params: Record<string, never>; query: Record<string, never>;
    body: { proposal: Schemas['ProposalContent']; noticePublishedOn?: Schemas['Date'] };
    answers: { 200: Schemas['Assessment']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Save a draft; any part may be missing, none may be wrong. */
  'draft-proposal': {
    method: 'POST'; path: '/api/proposals';
    params: Record<string, never>; query: Record<string, never>;
    body: Schemas['ProposalContent'];
    answers: { 201: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Proposals, newest first. */
  'list-proposals': {
    method: 'GET'; path: '/api/proposals';
    params: Record<string, never>; query: { cursor?: string; limit?: number; status?: 'draft' | 'in-clearance' | 'cleared' | 'notice-published' | 'awaiting-decision' | 'decided' | 'called-in' | 'effective' | 'declined' | 'withdrawn' | 'deferred'; mine?: 'true' | 'false' };
    body: undefined;
    answers: { 200: Schemas['ProposalList']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** A proposal with its assessment, timetable, steps and blockers. */
  'read-proposal': {
    method: 'GET'; path: '/api/proposals/{id}';
    params: { id: string }; query: Record<string, never>;
    body: undefined;
    answers: { 200: Schemas['Proposal']; 304: unknown; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Replace a draft, or amend a proposal already submitted; needs If-Match. */
  'amend-proposal': {
    method: 'PUT'; path: '/api/proposals/{id}';
    params: { id: string }; query: Record<string, never>;
    body: Schemas['ProposalContent'];
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 428: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Give it its number and open clearance. */
  'submit-proposal': {
    method: 'POST'; path: '/api/proposals/{id}/submit';
    params: { id: string }; query: Record<string, never>;
    body: undefined;
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Publish the notice of the proposed decision. */
  'publish-notice': {
    method: 'POST'; path: '/api/proposals/{id}/notice';
    params: { id: string }; query: Record<string, never>;
    body: { route: 'ordinary' | 'general-exception' | 'special-urgency'; reason?: string; agreementFrom?: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Publish the second notice of a private meeting (reg 5). */
  'publish-private-meeting-notice': {
    method: 'POST'; path: '/api/proposals/{id}/private-meeting-notice';
    params: { id: string }; query: Record<string, never>;
    body: { representations: string; response: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Ask a chair to agree to a private meeting at short notice (reg 5). */
  'ask-private-meeting-consent': {
    method: 'POST'; path: '/api/proposals/{id}/private-meeting-consent';
    params: { id: string }; query: Record<string, never>;
    body: { reason: string; agreementFrom?: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Enter when a written notice of reg 10 was given that email did not deliver. */
  'record-written-notice': {
    method: 'POST'; path: '/api/proposals/{id}/written-notice';
    params: { id: string }; query: Record<string, never>;
    body: { name: string; givenOn: Schemas['Date']; words: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Ask a chair to agree, before the decision, that call-in is waived. */
  'ask-call-in-waiver': {
    method: 'POST'; path: '/api/proposals/{id}/call-in-waiver';
    params: { id: string }; query: Record<string, never>;
    body: { reason: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record what the Cabinet Committee advised. */
  'record-committee-outcome': {
    method: 'POST'; path: '/api/proposals/{id}/committee-outcome';
    params: { id: string }; query: Record<string, never>;
    body: { committee: string; date: Schemas['Date']; outcome: 'endorsed' | 'amended' | 'not-endorsed' | 'noted'; proposedDecision?: (string)[]; words: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record the meeting at which a body decided; its chair then signs by link. */
  'record-determination': {
    method: 'POST'; path: '/api/proposals/{id}/determination';
    params: { id: string }; query: Record<string, never>;
    body: { date: Schemas['Date']; present: (string)[]; introducedBy?: string; points?: (string)[]; conditions?: ({ resolution: number; words: string })[]; interests: ({ name: string; interest: 'none' | 'declared'; kind?: 'pecuniary' | 'other'; detail?: string; dispensation?: string })[] };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Withdraw a proposal not yet decided. */
  'withdraw-proposal': {
    method: 'POST'; path: '/api/proposals/{id}/withdraw';
    params: { id: string }; query: Record<string, never>;
    body: { reason: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Put a decision off. */
  'defer-proposal': {
    method: 'POST'; path: '/api/proposals/{id}/defer';
    params: { id: string }; query: Record<string, never>;
    body: { reason: string; until?: Schemas['Date'] };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Take a deferred decision up again. */
  'resume-proposal': {
    method: 'POST'; path: '/api/proposals/{id}/resume';
    params: { id: string }; query: Record<string, never>;
    body: undefined;
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Name the officer who holds it from now on. */
  'hand-over-proposal': {
    method: 'POST'; path: '/api/proposals/{id}/hand-over';
    params: { id: string }; query: Record<string, never>;
    body: { to: { name: string; email: string }; reason: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Call a decision in; it is held from now. */
  'call-in-decision': {
    method: 'POST'; path: '/api/proposals/{id}/call-in';
    params: { id: string }; query: Record<string, never>;
    body: { requestedBy: (string | { name: string; group?: string })[]; grounds: (string)[]; words: string; byCommittee?: boolean };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Find a call-in valid, or not. */
  'validate-call-in': {
    method: 'POST'; path: '/api/proposals/{id}/call-in-validation';
    params: { id: string }; query: Record<string, never>;
    body: { valid: boolean; words?: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record scrutiny’s outcome. */
  'conclude-call-in': {
    method: 'POST'; path: '/api/proposals/{id}/call-in-outcome';
    params: { id: string }; query: Record<string, never>;
    body: { outcome: 'no-comment' | 'comments' | 'reconsider' | 'refer-to-council'; words: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record the decision taken again after a call-in. */
  'reconsider-decision': {
    method: 'POST'; path: '/api/proposals/{id}/reconsideration';
    params: { id: string }; query: Record<string, never>;
    body: { outcome: 'confirmed' | 'changed'; proposedDecision?: (string)[]; words: string; decidedOn?: Schemas['Date'] };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Require a report on a decision not treated as key (reg 18). */
  'challenge-key-status': {
    method: 'POST'; path: '/api/proposals/{id}/key-challenge';
    params: { id: string }; query: Record<string, never>;
    body: { words: string; reportBy?: Schemas['Date'] };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record the executive’s report to council (reg 18). */
  'report-key-status': {
    method: 'POST'; path: '/api/proposals/{id}/key-report';
    params: { id: string }; query: Record<string, never>;
    body: { words: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Send a fresh link to the person asked, or to whoever holds the post by now. */
  'reissue-link': {
    method: 'POST'; path: '/api/proposals/{id}/steps/{stepId}/resend';
    params: { id: string; stepId: string }; query: Record<string, never>;
    body: undefined;
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Arrange cover under the council’s scheme. */
  'delegate-step': {
    method: 'POST'; path: '/api/proposals/{id}/steps/{stepId}/delegate';
    params: { id: string; stepId: string }; query: Record<string, never>;
    body: { to: string | { name: string; email: string }; scheme: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Write again to a mailbox that refused email for good and has been put right; sends a fresh link. */
  'lift-suppression': {
    method: 'POST'; path: '/api/proposals/{id}/steps/{stepId}/lift-suppression';
    params: { id: string; stepId: string }; query: Record<string, never>;
    body: { reason: string };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Enter what somebody answered other than by their link; marked as the clerk’s entry. */
  'record-answer': {
    method: 'POST'; path: '/api/proposals/{id}/steps/{stepId}/answer';
    params: { id: string; stepId: string }; query: Record<string, never>;
    body: { response: 'approve' | 'return' | 'decline' | 'support' | 'object' | 'comment' | 'amend' | 'agree' | 'refuse'; words?: string; evidence: string; interest?: { interest: 'none' | 'declared'; kind?: 'pecuniary' | 'other'; detail?: string; dispensation?: string }; signedOn?: Schemas['Date'] };
    answers: { 200: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Every event, each sealed with the hash of the one before. */
  'read-history': {
    method: 'GET'; path: '/api/proposals/{id}/history';
    params: { id: string }; query: { cursor?: string; limit?: number };
    body: undefined;
    answers: { 200: Schemas['History']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Every email, and what became of it. */
  'read-emails': {
    method: 'GET'; path: '/api/proposals/{id}/emails';
    params: { id: string }; query: { cursor?: string; limit?: number };
    body: undefined;
    answers: { 200: Schemas['Emails']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Take in a past decision with its real dates; shortfalls become findings. */
  'import-decision': {
    method: 'POST'; path: '/api/proposals/import';
    params: Record<string, never>; query: Record<string, never>;
    body: { proposal: Schemas['CompleteProposal']; number: string; noticePublishedOn: Schemas['Date']; decidedOn: Schemas['Date']; keyStatus?: 'key' | 'not-key' | 'unknown'; interest?: string };
    answers: { 201: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** The settings in force and the directory. */
  'read-council': {
    method: 'GET'; path: '/api/council';
    params: Record<string, never>; query: Record<string, never>;
    body: undefined;
    answers: { 200: Schemas['Council']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Enter a contract in the register, under its reference. */
  'register-contract': {
    method: 'POST'; path: '/api/contracts';
    params: Record<string, never>; query: Record<string, never>;
    body: Schemas['ContractContent'];
    answers: { 201: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Contracts by the day on which each needs something: the last day to begin what follows, or else its end. */
  'list-contracts': {
    method: 'GET'; path: '/api/contracts';
    params: Record<string, never>; query: { cursor?: string; limit?: number; dueBefore?: Schemas['Date']; owner?: string; over?: 'true' | 'false' };
    body: undefined;
    answers: { 200: Schemas['ContractList']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Contracts in the columns of the import, a thousand at a time; the Link header says where to go on, and the name of the file how many are left out, for they cannot be read. */
  'export-contracts': {
    method: 'GET'; path: '/api/contracts.csv';
    params: Record<string, never>; query: { cursor?: string; limit?: number; dueBefore?: Schemas['Date']; owner?: string; over?: 'true' | 'false' };
    body: undefined;
    answers: { 200: unknown; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Check a register in CSV row by row, as JSON or as text/csv, 256 KiB at a time; with `import`, bring the good rows in. */
  'import-contracts': {
    method: 'POST'; path: '/api/contracts/import';
    params: Record<string, never>; query: { import?: 'true' | 'false'; firstLine?: number };
    body: { csv: string; import?: boolean; firstLine?: number };
    answers: { 200: { rows: number; imported: boolean; added: number; unchanged: number; differs: ({ line: number; id: string; reference: string })[]; refused: ({ line: number; id: string; reference: string; reason: string })[]; faults: ({ line: number; column: string; value: string; reason: string })[] }; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Work out anew what the settings bear on, a hundred contracts at a time; after the settings or the bank holidays have changed. */
  'reproject-contracts': {
    method: 'POST'; path: '/api/contracts/reproject';
    params: Record<string, never>; query: { cursor?: string; limit?: number; dueBefore?: Schemas['Date']; owner?: string; over?: 'true' | 'false' };
    body: undefined;
    answers: { 200: { done: number; next: string | null }; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** A contract with its latest safe start, alerts, notices and value standing. */
  'read-contract': {
    method: 'GET'; path: '/api/contracts/{id}';
    params: { id: string }; query: Record<string, never>;
    body: undefined;
    answers: { 200: Schemas['Contract']; 304: unknown; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Replace a contract’s particulars, or register one that a decision proposed; needs If-Match. */
  'change-contract': {
    method: 'PUT'; path: '/api/contracts/{id}';
    params: { id: string }; query: Record<string, never>;
    body: { reference?: string; title: string; description: string; department: string; supplier: { name: string; number?: string }; sme?: boolean; vcse?: { number?: string } | boolean; route: 'open' | 'competitive-flexible' | 'framework' | 'quotes' | 'direct-award' | 'in-house'; regime?: 'pcr-2015' | 'pa-2023' | 'psr-2023'; lightTouch?: boolean; userChoice?: boolean; subject?: 'goods' | 'services' | 'works' | 'concession'; procurementStartedOn?: Schemas['Date']; signedOn?: Schemas['Date']; netPence: number; grossPence?: number; irrecoverableVatPence?: number; approvedPence?: number; start: Schemas['Date']; end: Schemas['Date']; reviewOn?: Schemas['Date']; extensionOptions?: ({ months: number; amountPence: number; noticeMonths?: number })[]; owner: { name: string; email: string }; sponsor: { name: string; email: string }; decision?: string; delegates?: string; decisionMaker?: string; leadDirector?: string; divisionsAffected?: 'all' | (string)[]; serviceClass?: 'simple' | 'standard' | 'complex'; nextRoute?: 'open-tender' | 'framework-call-off' | 'direct-award' | 'extension-by-option' | 'variation' | 'lapse'; successor?: string; replaces?: (string)[]; withheld?: { parts: ('value' | 'supplier')[]; paragraph: number; publicInterest: string }; words?: string; approvedBy?: string };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 428: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Take up the next extension option. */
  'extend-contract': {
    method: 'POST'; path: '/api/contracts/{id}/extend';
    params: { id: string }; query: Record<string, never>;
    body: { on: Schemas['Date']; decision?: string; approvedPence?: number; late?: string };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record that the contract has ended, and how. */
  'end-contract': {
    method: 'POST'; path: '/api/contracts/{id}/end';
    params: { id: string }; query: Record<string, never>;
    body: { on: Schemas['Date']; how: 'expired' | 'terminated' | 'brought-in-house' | 'replaced'; words?: string };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record what has been paid to date. */
  'record-contract-value': {
    method: 'POST'; path: '/api/contracts/{id}/value';
    params: { id: string }; query: Record<string, never>;
    body: { toDatePence: number; on: Schemas['Date'] };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Record that a procurement notice was published. */
  'record-contract-notice': {
    method: 'POST'; path: '/api/contracts/{id}/notices';
    params: { id: string }; query: Record<string, never>;
    body: { notice: string; publishedOn: Schemas['Date']; reference?: string };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Close a proposed contract that will not come about. */
  'close-contract': {
    method: 'POST'; path: '/api/contracts/{id}/close';
    params: { id: string }; query: Record<string, never>;
    body: { words: string };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Acknowledge its alerts, put them off, or name the decision in hand. */
  'answer-contract-alerts': {
    method: 'POST'; path: '/api/contracts/{id}/alerts';
    params: { id: string }; query: Record<string, never>;
    body: { response: 'acknowledge'; words?: string } | { response: 'snooze'; until: Schemas['Date']; words: string } | { response: 'in-hand'; number: string } | { response: 'not-in-hand'; words: string };
    answers: { 200: Schemas['Contract']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** The proposal that the contract would begin; nothing is saved. */
  'preview-draft-from-contract': {
    method: 'GET'; path: '/api/contracts/{id}/draft-proposal';
    params: { id: string }; query: { intent: 're-procure' | 'extend' | 'vary' | 'let-lapse' };
    body: undefined;
    answers: { 200: { subject?: string; decisionMaker?: string; jointWith?: string; inThePlaceOf?: string; inConsultationWith?: (string)[]; department?: string; leadDirector?: string; contact?: { name: string; title: string; phone?: string; email: string }; proposedDecision?: (string)[]; background?: string; reasons?: string; financialImplications?: Schemas['FinancialImplicationsRead']; divisionsAffected?: 'all' | (string)[]; declaredKey?: boolean; legalImplications?: string; equalityImplications?: { status: 'not-required' | 'screening' | 'full'; date?: Schemas['Date']; words: string }; dataProtectionImplications?: { status: 'not-required' | 'to-follow' | 'complete'; words: string }; alternatives?: ({ option: string; reasonRejected: string })[]; consultees?: (string | { name: string; email: string; external?: boolean })[]; cabinetCommittee?: { name: string; date: Schemas['Date'] }; documents?: (Schemas['DocumentRead'])[]; publicAccess?: Schemas['PublicAccessRead']; contracts?: (Schemas['ProposedContractRead'])[]; targetDecisionDate?: Schemas['Date']; consultationClosesOn?: Schemas['Date']; replaces?: (string)[] }; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Save a draft proposal filled in from the contract. */
  'draft-from-contract': {
    method: 'POST'; path: '/api/contracts/{id}/draft-proposal';
    params: { id: string }; query: Record<string, never>;
    body: { intent: 're-procure' | 'extend' | 'vary' | 'let-lapse' };
    answers: { 201: Schemas['Proposal']; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 409: Schemas['Problem']; 412: Schemas['Problem']; 413: Schemas['Problem']; 415: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
  /** Every event of the contract, each sealed with the hash of the one before. */
  'read-contract-history': {
    method: 'GET'; path: '/api/contracts/{id}/history';
    params: { id: string }; query: { cursor?: string; limit?: number };
    body: undefined;
    answers: { 200: { items: ({ schema: 1; sequence: number; at: Schemas['Instant']; by: { kind: 'officer' | 'clerk' | 'scrutiny' | 'contracts' | 'post' | 'consultee' | 'system'; id: string; name: string; capacity: string; link?: string; override?: string }; type: string; what: Record<string, unknown>; before: string; hash: string; contractId: string })[]; next: string | null }; 400: Schemas['Problem']; 401: Schemas['Problem'] | { message: string }; 403: Schemas['Problem']; 404: Schemas['Problem']; 413: Schemas['Problem']; 429: Schemas['Problem'] | { message: string }; 503: Schemas['Problem'] | { message: string } };
  };
}

export const places: { [Name in keyof Operations]: [Operations[Name]['method'], Operations[Name]['path']] } = {
  'check-proposal': ['POST', '/api/proposals/check'],
  'draft-proposal': ['POST', '/api/proposals'],
  'list-proposals': ['GET', '/api/proposals'],
  'read-proposal': ['GET', '/api/proposals/{id}'],
  'amend-proposal': ['PUT', '/api/proposals/{id}'],
  'submit-proposal': ['POST', '/api/proposals/{id}/submit'],
  'publish-notice': ['POST', '/api/proposals/{id}/notice'],
  'publish-private-meeting-notice': ['POST', '/api/proposals/{id}/private-meeting-notice'],
  'ask-private-meeting-consent': ['POST', '/api/proposals/{id}/private-meeting-consent'],
  'record-written-notice': ['POST', '/api/proposals/{id}/written-notice'],
  'ask-call-in-waiver': ['POST', '/api/proposals/{id}/call-in-waiver'],
  'record-committee-outcome': ['POST', '/api/proposals/{id}/committee-outcome'],
  'record-determination': ['POST', '/api/proposals/{id}/determination'],
  'withdraw-proposal': ['POST', '/api/proposals/{id}/withdraw'],
  'defer-proposal': ['POST', '/api/proposals/{id}/defer'],
  'resume-proposal': ['POST', '/api/proposals/{id}/resume'],
  'hand-over-proposal': ['POST', '/api/proposals/{id}/hand-over'],
  'call-in-decision': ['POST', '/api/proposals/{id}/call-in'],
  'validate-call-in': ['POST', '/api/proposals/{id}/call-in-validation'],
  'conclude-call-in': ['POST', '/api/proposals/{id}/call-in-outcome'],
  'reconsider-decision': ['POST', '/api/proposals/{id}/reconsideration'],
  'challenge-key-status': ['POST', '/api/proposals/{id}/key-challenge'],
  'report-key-status': ['POST', '/api/proposals/{id}/key-report'],
  'reissue-link': ['POST', '/api/proposals/{id}/steps/{stepId}/resend'],
  'delegate-step': ['POST', '/api/proposals/{id}/steps/{stepId}/delegate'],
  'lift-suppression': ['POST', '/api/proposals/{id}/steps/{stepId}/lift-suppression'],
  'record-answer': ['POST', '/api/proposals/{id}/steps/{stepId}/answer'],
  'read-history': ['GET', '/api/proposals/{id}/history'],
  'read-emails': ['GET', '/api/proposals/{id}/emails'],
  'import-decision': ['POST', '/api/proposals/import'],
  'read-council': ['GET', '/api/council'],
  'register-contract': ['POST', '/api/contracts'],
  'list-contracts': ['GET', '/api/contracts'],
  'export-contracts': ['GET', '/api/contracts.csv'],
  'import-contracts': ['POST', '/api/contracts/import'],
  'reproject-contracts': ['POST', '/api/contracts/reproject'],
  'read-contract': ['GET', '/api/contracts/{id}'],
  'change-contract': ['PUT', '/api/contracts/{id}'],
  'extend-contract': ['POST', '/api/contracts/{id}/extend'],
  'end-contract': ['POST', '/api/contracts/{id}/end'],
  'record-contract-value': ['POST', '/api/contracts/{id}/value'],
  'record-contract-notice': ['POST', '/api/contracts/{id}/notices'],
  'close-contract': ['POST', '/api/contracts/{id}/close'],
  'answer-contract-alerts': ['POST', '/api/contracts/{id}/alerts'],
  'preview-draft-from-contract': ['GET', '/api/contracts/{id}/draft-proposal'],
  'draft-from-contract': ['POST', '/api/contracts/{id}/draft-proposal'],
  'read-contract-history': ['GET', '/api/contracts/{id}/history'],
};

import * as fc from 'fast-check';
import type { ContractCommand, ContractCommandOf, ContractCommandType, ContractGiven } from '../../functions/contract/contract-commands.ts';
import { type Contract, type ContractIn, contractSchema } from '../../functions/contract/contract.schema.ts';
import { contractRequest, type Terms } from '../../functions/contract/contract-terms.schema.ts';
import { type ContractEvent, contractEventSchema } from '../../functions/contract/contract-events.ts';
import { sealContract } from '../../functions/contract/store/contract-history.ts';
import { defaultContractSettings } from '../../functions/contract/contract-settings.ts';
import type { ContractSettings } from '../../functions/contract/contract-settings.schema.ts';
import { decideContract } from '../../functions/contract/decide-contract.ts';
import { evolveContract } from '../../functions/contract/evolve-contract.ts';
import type { Actor } from '../../functions/decision/events.ts';
import { beginning } from '../../functions/decision/history.ts';
import type { Refusal } from '../../functions/decision/refusal.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';

export const contractsOfficer: Actor = { kind: 'contracts', id: 'contracts', name: 'A Contracts Officer', capacity: 'Contracts' };

export const settings: ContractSettings = defaultContractSettings;

/** The SAFER property security contract of Kent 23/00074, in the main as its award decision gave it. */
export const terms = (over: Partial<Terms> = {}): Terms =>
  contractRequest.parse({
    reference: 'SC23001',
    title: 'SAFER property security',
    description: 'Security measures in the homes of survivors of domestic abuse.',
    department: 'Adult Social Care and Health',
    supplier: { name: 'A Security Company Ltd', number: '01234567' },
    route: 'open',
    netPence: 80_000_000,
    start: '2023-12-01',
    end: '2025-11-30',
    extensionOptions: [
      { months: 12, amountPence: 40_000_000, noticeMonths: 3 },
      { months: 12, amountPence: 40_000_000, noticeMonths: 3 },
    ],
    owner: { name: 'An Owner', email: 'owner@kent.example' },
    sponsor: { name: 'A Sponsor', email: 'sponsor@kent.example' },
    decision: '23/00074',
    decisionMaker: 'cabinet-member-adult-social-care',
    leadDirector: 'corporate-director-adult-social-care',
    divisionsAffected: 'all',
    ...over,
  });

/** A contract of nothing but a term: no options, so that its alerts are those of its end and of what follows. */
export const plain = (over: Partial<Terms> = {}): Terms =>
  terms({ reference: 'A/1', start: '2022-01-01', end: '2026-12-31', extensionOptions: [], decision: undefined, ...over });

type Loose = ContractCommandType extends infer T
  ? T extends ContractCommandType
    ? Omit<ContractCommandOf<T>, 'by'> & { by?: Actor }
    : never
  : never;

/** A contract told command by command on a clock, as a test reads it. Every event and state is parsed as the store would. */
export class ContractStory {
  contract: Contract | null = null;
  events: ContractEvent[] = [];
  now: string;
  id: string;

  constructor(now = '2023-12-01T09:00:00Z', id = 'a-contract') {
    this.now = now;
    this.id = id;
  }

  get given(): ContractGiven {
    return { now: this.now, council: kent, settings };
  }

  get registered(): ContractIn<'registered'> {
    if (this.contract?.status !== 'registered') throw new Error(`The contract is ${this.contract?.status ?? 'not there'}`);
    return this.contract;
  }

  on(day: string, time = '09:00:00Z'): this {
    this.now = `${day}T${time}`;
    return this;
  }

  tries(command: Loose): Refusal | null {
    const whole = { by: contractsOfficer, ...command } as ContractCommand;
    const outcome = decideContract(this.contract, whole, this.given);
    if (!outcome.ok) return outcome.refusal;
    const { version = 0, head = beginning } = this.contract ?? {};
    for (const sealed of sealContract(outcome.happenings, { contractId: this.id, version, head, at: this.now, by: whole.by })) {
      const event = contractEventSchema.parse(JSON.parse(JSON.stringify(sealed)));
      this.events.push(event);
      this.contract = contractSchema.parse(evolveContract(this.contract, event));
    }
    return null;
  }

  does(command: Loose): this {
    const refusal = this.tries(command);
    if (refusal) throw new Error(`${command.type} was refused: ${refusal.rule}: ${refusal.words} ${JSON.stringify(refusal.errors ?? '')}`);
    return this;
  }

  registers(over: Partial<Terms> = {}): this {
    const found = terms(over);
    return this.does({ type: 'register-contract', reference: found.reference ?? 'SC23001', ocid: 'ocds-000000-23-00022', terms: found });
  }

  /** The alerts that the daily check raises today. */
  checks(): string[] {
    const before = this.events.length;
    this.does({ type: 'run-daily-check' });
    return this.events
      .slice(before)
      .flatMap(({ happening }) => (happening.type === 'alerts-raised' ? happening.alerts.map(({ code }) => code) : []));
  }

  get happened() {
    return this.events.map(({ happening }) => happening.type);
  }
}

/** Any contract that could be registered, ending between two days. */
export const anyTerms = (from: string, days: number): fc.Arbitrary<Terms> =>
  fc
    .record({
      end: fc.integer({ min: 0, max: days }).map((count) => addDays(from, count)),
      length: fc.integer({ min: 0, max: 3000 }),
      netPence: fc.integer({ min: 0, max: 1_000_000_000 }),
      options: fc.array(
        fc.record({
          months: fc.integer({ min: 1, max: 36 }),
          amountPence: fc.integer({ min: 0, max: 100_000_000 }),
          noticeMonths: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        }),
        { maxLength: 3 },
      ),
      route: fc.constantFrom('open', 'competitive-flexible', 'framework', 'quotes', 'direct-award', 'in-house'),
      serviceClass: fc.constantFrom('simple', 'standard', 'complex'),
      divisionsAffected: fc.constantFrom('all', [], undefined),
      lightTouch: fc.boolean(),
      next: fc.constantFrom(undefined, 'open-tender', 'framework-call-off', 'direct-award', 'extension-by-option', 'variation', 'lapse'),
    })
    .map(({ end, length, options, next, ...rest }) =>
      terms({
        ...rest,
        end,
        start: addDays(end, -length),
        extensionOptions: options,
        nextRoute: next === 'extension-by-option' && options.length === 0 ? undefined : next,
        divisionsAffected: rest.divisionsAffected as Terms['divisionsAffected'],
      } as Partial<Terms>),
    );

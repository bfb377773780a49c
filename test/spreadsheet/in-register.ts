import { enterContractsOf } from '../../functions/follow-up/entering.ts';
import type { ContractCommand, ContractCommandOf, ContractCommandType } from '../../functions/contract/contract-commands.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import type { ContractSurroundings } from '../../functions/contract/store/contract-deployed.ts';
import { type ContractStore, dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import type { ContractExecution } from '../../functions/contract/store/contract-execution.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import type { Actor } from '../../functions/decision/events.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing, type Surroundings } from '../../functions/platform/deployed.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { kent } from '../../seeds/kent/council.ts';
import { contractsOfficer, plain } from '../contract/contract-story.ts';
import { pastDecision } from '../decision/past-decision.ts';
import { freshTable } from '../platform/fresh-table.ts';

type Loose = ContractCommandType extends infer T
  ? T extends ContractCommandType
    ? Omit<ContractCommandOf<T>, 'by'> & { by?: Actor }
    : never
  : never;

/** A register of contracts in a real table, moved on by commands on a clock. */
export class InRegister {
  readonly table: Table;
  readonly contracts: ContractStore;
  now: string;
  council: Council = kent;

  constructor(table: Table, now = '2026-01-05T09:00:00.000Z') {
    this.table = table;
    this.contracts = dynamoContractStore(table);
    this.now = now;
  }

  /** With contract 1 of decision 23/00022, which was imported and is in effect, proposed in it: `safer-contract-1`. */
  static async ofDecision(): Promise<InRegister> {
    const register = new InRegister(await freshTable(), '2026-11-21T09:00:00.000Z');
    const done = await register.around.store.execute('safer', pastDecision('23/00022'), { given: register.given });
    if (!done.ok || done.decision.status !== 'effective') throw new Error('The decision is not in effect');
    await enterContractsOf(register.around, done.decision);
    return register;
  }

  get around(): ContractSurroundings & Surroundings {
    const store = dynamoDecisionStore({ ...this.table, publication: publishing });
    return { table: this.table, store, contracts: this.contracts, loadCouncil: async () => this.council, now: () => this.now };
  }

  get given() {
    return { now: this.now, council: this.council };
  }

  on(day: string, time = '06:15:00.000Z'): this {
    this.now = `${day}T${time}`;
    return this;
  }

  tries(id: string, command: Loose, rest: Omit<ContractExecution, 'given'> = {}) {
    return this.contracts.execute(id, { by: contractsOfficer, ...command } as ContractCommand, { given: this.given, ...rest });
  }

  async does(id: string, command: Loose): Promise<Contract> {
    const done = await this.tries(id, command);
    if (!done.ok)
      throw new Error(
        `${command.type} was refused: ${done.refusal.rule}: ${done.refusal.words} ${JSON.stringify(done.refusal.errors ?? '')}`,
      );
    return done.contract;
  }

  async registers(over: Partial<Terms> = {}): Promise<string> {
    const of = plain(over);
    const reference = of.reference ?? '';
    const id = importedContractId(reference);
    await this.does(id, { type: 'register-contract', reference, ocid: 'ocds-000000-a', terms: of });
    return id;
  }

  /** What the index has of a contract. */
  async item(id: string) {
    return (await getAll(this.table, [keys.contract(id)]))[0] ?? null;
  }

  /** Who is told on a day, and about which contracts. */
  async told(day: string): Promise<Record<string, string[]>> {
    const digests = await digestStore(this.table).digests(day);
    return Object.fromEntries(
      digests.map(({ name, to, items }) => [
        `${to.email.split('@')[0]} ${name.slice(-1)}`,
        items.map(({ reference, alerts }) => `${reference} ${alerts.map(({ code }) => code).join(' ')}`),
      ]),
    );
  }
}

import { randomUUID } from 'node:crypto';
import type { Council } from '../../functions/council/council.schema.ts';
import type { Command } from '../../functions/decision/commands.ts';
import type { Decision, Stage } from '../../functions/decision/decision.ts';
import { type DecisionStore, dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import type { Execution } from '../../functions/platform/store/execution.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, type Loose, officer, somebody, submittedBy } from '../decision/story.ts';
import { aProposal } from '../email/proposal.ts';

/** A decision in a real table, moved on by commands on a clock. */
export class InTable {
  readonly store: DecisionStore;
  readonly id: string;
  now: string;
  council: Council;

  constructor(table: Table, { id = randomUUID() as string, now = '2023-03-07T09:00:00.000Z', council = kent } = {}) {
    this.store = dynamoDecisionStore({ ...table, publication: publishing });
    this.id = id;
    this.now = now;
    this.council = council;
  }

  tries(command: Loose, rest: Omit<Execution, 'given'> = {}) {
    return this.store.execute(this.id, { by: officer, ...command } as Command, {
      given: { now: this.now, council: this.council },
      ...rest,
    });
  }

  async does(command: Loose, rest: Omit<Execution, 'given'> = {}): Promise<Decision> {
    const done = await this.tries(command, rest);
    if (!done.ok)
      throw new Error(
        `${command.type} was refused: ${done.refusal.rule}: ${done.refusal.words} ${JSON.stringify(done.refusal.errors ?? '')}`,
      );
    return done.decision;
  }

  async open(stage: Stage) {
    const decision = await this.store.load(this.id);
    return (decision?.steps ?? [])
      .filter((step) => step.stage === stage && step.state === 'open')
      .map(({ id, issue }) => ({ stepId: id, issue, words: '' }));
  }

  drafted(over: Partial<Proposal> = {}) {
    return this.does({ type: 'draft-proposal', content: aProposal(over), submittedBy });
  }

  async submitted(over: Partial<Proposal> = {}) {
    await this.drafted(over);
    return this.does({ type: 'submit-proposal' });
  }

  async noticed(over: Partial<Proposal> = {}) {
    await this.submitted(over);
    for (const step of await this.open('clearance'))
      await this.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    return this.does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  }
}

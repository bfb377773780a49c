import { beforeEach, describe, expect, it } from 'vitest';
import { respond } from '../../functions/link/respond.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { dailyCheck } from '../../functions/schedule/daily-check.ts';
import { clerk, somebody } from '../decision/story.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';

const consultees = ['one@parish.example', 'two@parish.example'].map((email, at) => ({ name: `Parish ${at + 1}`, email, external: true }));
const [one, two] = ['consultation-1', 'consultation-2'];
const none = { interest: 'none' as const };

/** A decision whose emails go out, but to the addresses that SES takes nothing for today. */
class Consulted extends Posted {
  down = new Set<string>();

  async asked(): Promise<this> {
    await this.noticed({ consultees, inConsultationWith: [] });
    await this.announceNewest('notice-published');
    return this;
  }

  async announceNewest(type: string): Promise<void> {
    this.office.next = ({ to }) => {
      if (this.down.has(to)) throw new Error('Service unavailable');
      return { accepted: true, messageId: 'taken' };
    };
    const event = (await this.store.history(this.id)).findLast(({ happening }) => happening.type === type);
    await this.announce(event?.sequence ?? 0).catch(() => undefined);
  }

  async checkedOn(day: string): Promise<this> {
    this.now = `${day}T05:00:00.000Z`;
    await this.does({ type: 'run-daily-check' });
    return this;
  }

  async states() {
    return (await this.store.load(this.id))?.steps.filter(({ stage }) => stage === 'consultation').map(({ state }) => state);
  }

  async outcomes() {
    const decision = await this.store.load(this.id);
    return decision && publicationOf(decision, this.council)?.consultation?.consultees.map(({ outcome }) => outcome);
  }

  async happened() {
    return (await this.store.history(this.id)).map(({ happening }) => happening.type);
  }

  answers(stepId: string, issue = 1) {
    return this.tries({ type: 'answer-consultation', stepId, issue, response: 'comment', words: 'At last.' });
  }

  /** What SES reported of every email to an address, where nobody was there to mark the step. */
  async reported(to: string, fact: 'bouncedAt' | 'transientAt' | 'delayedAt' | 'deliveredAt' | 'complainedAt'): Promise<void> {
    for (const { key } of this.office.sent.filter((each) => each.to === to))
      await this.emails.record({ decisionId: this.id, key }, fact, this.now);
  }

  async pageFor(stepId: string): Promise<string> {
    const page = respond({
      decisions: this.store,
      loadCouncil: async () => this.council,
      readLink: async () => ({ decisionId: this.id, stepId, issue: 1 }),
      publicUrl: 'https://decisions.kent.example',
      now: () => this.now,
      log: () => undefined,
    });
    return (await page({ method: 'GET', token: 'a-link', headers: {}, body: '' })).body;
  }

  async decides() {
    const [asked] = await this.open('determination');
    return this.does({
      type: 'determine',
      response: 'approve',
      interest: none,
      by: somebody,
      ...(asked ?? { stepId: '', issue: 0 }),
      words: '',
    });
  }
}

let told: Consulted;
beforeEach(async () => {
  told = new Consulted(await freshTable());
});

describe('When consultation closes', () => {
  it('nobody is said to have given no answer to whom no email went: they could not be reached, and the clerk is told', async () => {
    told.down.add('two@parish.example');
    await (await told.asked()).checkedOn('2023-04-05');
    expect(await told.states()).toEqual(['silent', 'undeliverable']);
    expect(await told.outcomes()).toEqual(['silent', 'undeliverable']);
    const { happening, by } = (await told.store.history(told.id)).find((each) => each.happening.type === 'consultation-closed') ?? {};
    expect([happening, by?.kind]).toEqual([{ type: 'consultation-closed', silent: [one] }, 'system']);
    await told.announceNewest('step-undeliverable');
    expect(told.office.sent.at(-1)?.to).toBe('clerk@kent.example');
    expect((await told.store.load(told.id))?.status).toBe('awaiting-decision');
  });

  it('of itself or by whatever somebody does first after it, it is the same', async () => {
    told.down.add('one@parish.example').add('two@parish.example');
    await told.asked();
    told.now = '2023-04-05T00:10:00.000Z';
    await told.does({ type: 'ask-call-in-waiver', words: 'It cannot wait.', by: clerk });
    expect(await told.states()).toEqual(['undeliverable', 'undeliverable']);
  });

  it('an event that nobody announced reached nobody', async () => {
    await told.noticed({ consultees, inConsultationWith: [] });
    await told.checkedOn('2023-04-05');
    expect(await told.states()).toEqual(['undeliverable', 'undeliverable']);
  });

  it.each([
    ['refused it for good', 'bouncedAt', 'undeliverable'],
    ['could not take it in time', 'transientAt', 'undeliverable'],
    ['has not taken it yet', 'delayedAt', 'undeliverable'],
    ['took it', 'deliveredAt', 'silent'],
    ['had a reader who called it spam', 'complainedAt', 'silent'],
  ] as const)('whoever’s mailbox %s is recorded so, although nobody marked it', async (_, fact, state) => {
    await told.asked();
    await told.reported('two@parish.example', fact);
    expect(await (await told.checkedOn('2023-04-05')).states()).toEqual(['silent', state]);
  });

  it.each(['deliveredAt', 'complainedAt'] as const)('an email that was held up and then came did come, told by %s', async (last) => {
    await told.asked();
    for (const fact of ['delayedAt', 'transientAt', last] as const) await told.reported('two@parish.example', fact);
    expect(await (await told.checkedOn('2023-04-05')).states()).toEqual(['silent', 'silent']);
  });

  it('whoever was asked by the reminder alone was asked', async () => {
    told.down.add('two@parish.example');
    await told.asked();
    told.down.clear();
    await told.checkedOn('2023-03-31');
    await told.announceNewest('step-reminded');
    await told.checkedOn('2023-04-05');
    expect(await told.states()).toEqual(['silent', 'silent']);
  });

  it('an email whose link was ended by a fresh one that never went counts for nothing', async () => {
    await told.asked();
    await told.does({ type: 'reissue-link', stepId: two, by: clerk });
    expect(await (await told.checkedOn('2023-04-05')).states()).toEqual(['silent', 'undeliverable']);
  });
});

describe('Whoever could not be reached until consultation closed', () => {
  beforeEach(async () => {
    told.down.add('two@parish.example');
    await (await told.asked()).checkedOn('2023-04-05');
    told.down.clear();
  });

  it('may answer until the decision is taken by the email that comes after all, and is marked late', async () => {
    await told.announceNewest('notice-published');
    expect(told.office.sent.at(-1)?.to).toBe('two@parish.example');
    expect(await told.pageFor(two)).toContain('Consultation has closed. An answer sent now is recorded as late');
    expect((await told.answers(two)).ok).toBe(true);
    expect((await told.store.load(told.id))?.steps.find(({ id }) => id === two)).toMatchObject({ state: 'responded', late: true });
  });

  it('is asked afresh, holds nothing up and is recorded as silent with the decision, having been asked', async () => {
    await told.does({ type: 'reissue-link', stepId: two, by: clerk });
    expect(await told.states()).toEqual(['silent', 'open']);
    await told.announceNewest('link-reissued');
    await told.decides();
    expect(await told.outcomes()).toEqual(['silent', 'silent']);
  });

  it('is never recorded as silent where the fresh email went no further than the first', async () => {
    await told.does({ type: 'reissue-link', stepId: two, by: clerk });
    await told.decides();
    expect(await told.outcomes()).toEqual(['silent', 'undeliverable']);
  });
});

it('asked afresh after the last day while the notice runs, nobody is silent in the moment of the asking', async () => {
  await told.noticed({ consultees, inConsultationWith: [], consultationClosesOn: '2023-03-20' });
  await told.checkedOn('2023-03-21');
  await told.does({ type: 'reissue-link', stepId: two, by: clerk });
  expect(await told.states()).toEqual(['undeliverable', 'open']);
  await told.announceNewest('link-reissued');
  const { table, store, council } = told;
  await dailyCheck({ table, store, loadCouncil: async () => council, now: () => '2023-03-22T06:00:00.000Z' });
  expect(await told.states()).toEqual(['undeliverable', 'silent']);
  expect(await (await told.checkedOn('2023-04-05')).open('determination')).toHaveLength(1);
});

describe('A report that comes after consultation closed', () => {
  it('has whoever never got the email no longer recorded as silent', async () => {
    await (await told.asked()).checkedOn('2023-04-05');
    await told.reported('two@parish.example', 'bouncedAt');
    await told.sending.undelivered({ decisionId: told.id, key: '', stepId: two, issue: 1 }, 'No such mailbox');
    expect(await told.states()).toEqual(['silent', 'undeliverable']);
  });

  it('of one email changes nothing for whoever got another', async () => {
    await told.asked();
    const before = told.office.sent.length;
    await told.checkedOn('2023-03-31');
    await told.announceNewest('step-reminded');
    const { key = '', to } = told.office.sent[before] ?? {};
    await told.checkedOn('2023-04-05');
    await told.emails.record({ decisionId: told.id, key }, 'bouncedAt', told.now);
    const stepId = to === 'one@parish.example' ? one : two;
    await told.sending.undelivered({ decisionId: told.id, key, stepId, issue: 1 }, 'Mailbox closed');
    expect(await told.states()).toEqual(['silent', 'silent']);
  });
});

it('A decision that waits for no consultation puts nobody down as silent whom no email reached', async () => {
  told.down.add('two@parish.example');
  await told.submitted({ consultees, inConsultationWith: [] });
  for (const step of await told.open('clearance')) await told.does({ type: 'give-clearance', response: 'approve', by: clerk, ...step });
  await told.does({ type: 'publish-notice', route: 'special-urgency', reason: 'The roof fell in.', by: clerk });
  await told.announceNewest('notice-published');
  for (const step of await told.open('agreement')) await told.does({ type: 'give-agreement', response: 'agree', by: somebody, ...step });
  await told.decides();
  expect(await told.outcomes()).toEqual(['silent', 'undeliverable']);
  expect((await told.happened()).slice(-2)).toEqual(['step-undeliverable', 'decision-made']);
  expect((await told.store.history(told.id)).at(-1)?.happening).toMatchObject({ silent: [one] });
});

describe('Long after an answer was asked for', () => {
  const chased = async (...lost: number[]) => {
    const { steps } = await told.submitted();
    for (const nth of lost) told.down.add(steps[nth]?.email ?? '');
    await told.announceNewest('proposal-submitted');
    for (const day of ['2023-03-17', '2023-03-21', '2023-03-23', '2023-03-24', '2023-03-28']) await told.checkedOn(day);
    return (await told.store.load(told.id))?.steps.map(({ state }) => state);
  };

  it('whoever was never asked is not said to be slow: the clerk is told that no email reached them', async () => {
    expect(await chased(1)).toEqual(['open', 'undeliverable', 'open']);
    const reminded = (await told.store.history(told.id)).flatMap(({ happening }) =>
      happening.type === 'step-reminded' && happening.escalate ? [happening.stepId] : [],
    );
    expect((await told.store.history(told.id)).filter(({ happening }) => happening.type === 'step-undeliverable')).toHaveLength(1);
    expect(reminded.filter((id) => id === 'clearance-2')).toEqual(['clearance-2']);
    expect(await told.happened()).not.toContain('proposal-cleared');
  });

  it('whoever was asked is chased', async () => {
    expect(await chased()).toEqual(['open', 'open', 'open']);
    expect(await told.happened()).toContain('step-reminded');
  });
});

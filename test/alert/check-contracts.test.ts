import { beforeEach, describe, expect, it } from 'vitest';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { contractItem } from '../../functions/contract/store/contract-items.ts';
import { contractSettingsOf } from '../../functions/contract/contract-settings.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { digestUndeliverable } from '../../functions/alert/digest-undeliverable.ts';
import { digestSubject, keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { ContractStory, plain } from '../contract/contract-story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

let table: Table;
let register: InRegister;
beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table, '2026-09-20T09:00:00.000Z');
});

const check = (day: string) => checkContracts(register.on(day).around);
const end = '2026-12-31';
const inThreeMonths = '2026-09-30';

/** A contract that only its end speaks for: what follows it is in hand. */
const quiet = async (reference = 'A/1', over = {}) => {
  const id = await register.registers({ reference, end, ...over });
  await register.does(id, { type: 'plan-exit', how: 'lapse', words: 'Let go.' });
  return id;
};

describe('The check of contracts', () => {
  it('tells owner and sponsor on the day, not before, and each once', async () => {
    await quiet();
    await check('2026-09-29');
    expect(await register.told('2026-09-29')).toEqual({});
    await check(inThreeMonths);
    const told = { 'owner 1': ['A/1 end-3m'], 'sponsor 1': ['A/1 end-3m'] };
    expect(await register.told(inThreeMonths)).toEqual(told);
    await Promise.all([check(inThreeMonths), check(inThreeMonths)]);
    expect(await register.told(inThreeMonths)).toEqual(told);
  });

  it('makes one digest of all that one person owns', async () => {
    for (const reference of ['B', 'A', 'C']) await quiet(reference);
    await check(inThreeMonths);
    expect(await register.told(inThreeMonths)).toEqual({
      'owner 1': ['A end-3m', 'B end-3m', 'C end-3m'],
      'sponsor 1': ['A end-3m', 'B end-3m', 'C end-3m'],
    });
  });

  it('makes good the days on which it did not run', async () => {
    await quiet();
    await check('2026-09-01');
    const { days } = await check('2026-10-05');
    expect(days).toHaveLength(34);
    expect(await register.told('2026-10-05')).toMatchObject({ 'owner 1': ['A/1 end-3m'] });
    expect(await register.told(inThreeMonths)).toEqual({});
  });

  it('tells what a check that broke off had raised and not told', async () => {
    await quiet();
    const broken = {
      ...register.on(inThreeMonths).around,
      contracts: { ...register.contracts, loadAll: () => Promise.reject(new Error('Broke off')) },
    };
    await expect(checkContracts(broken)).rejects.toThrow('Broke off');
    expect(await register.told(inThreeMonths)).toEqual({});
    await check(addDays(inThreeMonths, 1));
    expect(await register.told(inThreeMonths)).toEqual({});
    expect(await register.told(addDays(inThreeMonths, 1))).toEqual({ 'owner 1': ['A/1 end-3m'], 'sponsor 1': ['A/1 end-3m'] });
    await check(addDays(inThreeMonths, 2));
    expect(await register.told(addDays(inThreeMonths, 2))).toEqual({});
  });

  it('tells the rest when one contract fails, says so, and tells of that one when it is done again', async () => {
    const [bad] = [await quiet('A'), await quiet('B')];
    const failing = {
      ...register.on(inThreeMonths).around,
      contracts: {
        ...register.contracts,
        execute: ((id, ...rest) =>
          id === bad
            ? Promise.reject(new Error('Unreadable'))
            : register.contracts.execute(id, ...rest)) as typeof register.contracts.execute,
      },
    };
    await expect(checkContracts(failing)).rejects.toThrow('failed for 1 contracts');
    expect(await register.told(inThreeMonths)).toEqual({ 'owner 1': ['B end-3m'], 'sponsor 1': ['B end-3m'] });
    await check(inThreeMonths);
    expect(await register.told(inThreeMonths)).toEqual({
      'owner 1': ['B end-3m'],
      'owner 2': ['A end-3m'],
      'sponsor 1': ['B end-3m'],
      'sponsor 2': ['A end-3m'],
    });
  });

  it('finds what became due after that day’s check had run', async () => {
    await check(inThreeMonths);
    register.on(inThreeMonths, '10:00:00.000Z');
    await quiet();
    await check(addDays(inThreeMonths, 1));
    expect(await register.told(addDays(inThreeMonths, 1))).toMatchObject({ 'owner 1': ['A/1 end-3m'] });
  });

  it('that fails on its first days leaves nothing untold that was due on them', async () => {
    register.on('2026-01-05');
    await quiet('A/1', { end: '2026-02-01' });
    const failing = { ...register.around, contracts: { ...register.contracts, due: () => Promise.reject(new Error('No table')) } };
    for (const days of [1, 2, 3, 20])
      await expect(checkContracts({ ...failing, now: register.on(addDays('2026-01-05', days)).around.now })).rejects.toThrow();
    await check('2026-01-27');
    expect(await register.told('2026-01-27')).toMatchObject({ 'owner 1': ['A/1 end-1m'] });
  });

  it('tells within a month what became due because the council gives its stages more time from a day on', async () => {
    const { plans, ...rest } = contractSettingsOf(register.council);
    const slower = plans.map((plan) => ({ ...plan, from: '2028-01-01', mobilisationDays: plan.mobilisationDays + 365 }));
    register.council = { ...register.council, contracts: { ...rest, plans: [...plans, ...slower] } };
    register.on('2027-12-20');
    await register.registers({ reference: 'A/1', end: '2030-06-30' });
    await check('2027-12-20');
    await check('2028-02-01');
    expect(Object.values(await register.told('2028-02-01'))).toEqual([['A/1 start-6m'], ['A/1 start-6m']]);
  });

  it('moves a contract to the day on which there will be something, when there is nothing to say today', async () => {
    const id = await quiet();
    const loose = contractSettingsOf(register.council);
    register.council = {
      ...register.council,
      contracts: { ...loose, alerts: loose.alerts.map((each) => ({ ...each, beforeEndMonths: [2] })) },
    };
    await check(inThreeMonths);
    // On its own day of the month.
    await check('2026-10-07');
    expect([await register.told(inThreeMonths), await register.told('2026-10-07')]).toEqual([{}, {}]);
    expect((await register.item(id))?.dueOn).toBe('CONTRACT#2026-10-31');
  });

  it('looks within 31 days at every contract brought in on one day, at about as many each day, and so every month', () => {
    const { registered } = new ContractStory().registers({ end: '2030-06-30' });
    const dueOf = (id: string, day: string) =>
      String(contractItem({ ...registered, id }, { ...register.given, now: `${day}T09:00:00Z` }, false).dueOn).slice('CONTRACT#'.length);
    const ids = Array.from({ length: 1550 }, (_, index) => importedContractId(`C-${index}`));
    const days = ids.map((id) => dueOf(id, '2026-09-20'));
    const perDay = [...Map.groupBy(days, (day) => day).values()].map(({ length }) => length);
    expect([days.toSorted()[0], days.toSorted().at(-1), perDay.length]).toEqual(['2026-09-21', '2026-10-21', 31]);
    expect(Math.max(...perDay)).toBeLessThan(100);
    expect(ids.every((id, at) => dueOf(id, days[at] ?? '') === addDays(days[at] ?? '', 31))).toBe(true);
  });

  it('says nothing once the contract has ended', async () => {
    const id = await quiet();
    await register.does(id, { type: 'end-contract', on: '2026-01-04', how: 'terminated', words: 'Closed.' });
    expect((await register.item(id))?.dueOn).toBeUndefined();
    await check(inThreeMonths);
    expect(await register.told(inThreeMonths)).toEqual({});
  });
});

describe('Silence', () => {
  it('of fourteen days is taken to the director, once', async () => {
    const id = await register.on('2026-02-11').registers({ end: '2027-06-30' });
    const days: Record<string, string[]> = {};
    // From the day before the first alert to long after the fourteenth of silence over the second.
    for (let day = '2026-02-12'; day <= '2026-06-01'; day = addDays(day, 1)) {
      await check(day);
      const told = await register.told(day);
      for (const [who, what] of Object.entries(told)) if (who.startsWith('corporate-director')) days[day] = what;
    }
    const contract = await register.contracts.load(id);
    const [first = ''] = contract?.alerted.map(({ on }) => on) ?? [];
    expect(contract?.alerted.map(({ id }) => id)).toEqual(['start-6m@2026-08-13', `escalation@${first}`, 'start-3m@2026-08-13']);
    expect(days).toEqual({ [addDays(first, 14)]: ['A/1 escalation'] });
  }, 120_000);

  it('is none when somebody acted', async () => {
    const id = await quiet('A/1', { leadDirector: 'corporate-director-adult-social-care' });
    await register.does(id, { type: 'give-up-decision-in-hand', words: '-' });
    await check(inThreeMonths);
    const alert = (await register.contracts.load(id))?.alerted[0]?.id ?? '';
    await register.does(id, { type: 'acknowledge-alert', alert, words: '' });
    await check(addDays(inThreeMonths, 14));
    expect(await register.told(addDays(inThreeMonths, 14))).toEqual({});
  });
});

describe('An address that refuses the digest', () => {
  it('is told to the clerk the next day, with the alert that it refused; the next alert goes to the clerk in its place', async () => {
    await quiet();
    await check(inThreeMonths);
    const digest = (await digestStore(table).digests(inThreeMonths)).find(({ to }) => to.email.startsWith('owner'));
    await digestUndeliverable(register.around)({ decisionId: digestSubject(inThreeMonths), key: digest?.name ?? '' });
    await digestUndeliverable(register.around)({ decisionId: digestSubject(inThreeMonths), key: digest?.name ?? '' });
    await check(addDays(inThreeMonths, 1));
    expect(await register.told(addDays(inThreeMonths, 1))).toEqual({ 'clerk 1': ['A/1 address-bounced end-3m'] });
    await check(addDays(inThreeMonths, 2));
    expect(await register.told(addDays(inThreeMonths, 2))).toEqual({});
    await check('2026-11-30');
    expect(Object.keys(await register.told('2026-11-30')).sort()).toEqual(['clerk 1', 'sponsor 1']);
  });

  it('leaves nothing to tell the clerk of a contract that has been ended meanwhile, which would not end when that says', async () => {
    const id = await quiet();
    await check(inThreeMonths);
    const digest = (await digestStore(table).digests(inThreeMonths)).find(({ to }) => to.email.startsWith('owner'));
    await digestUndeliverable(register.around)({ decisionId: digestSubject(inThreeMonths), key: digest?.name ?? '' });
    await register.does(id, { type: 'end-contract', on: inThreeMonths, how: 'terminated', words: 'By agreement.' });
    await check(addDays(inThreeMonths, 1));
    expect(await register.told(addDays(inThreeMonths, 1))).toEqual({});
  });

  it('is all that the clerk is told of a contract whose alerts have been put off meanwhile', async () => {
    const id = await quiet();
    await check(inThreeMonths);
    const digest = (await digestStore(table).digests(inThreeMonths)).find(({ to }) => to.email.startsWith('owner'));
    await digestUndeliverable(register.around)({ decisionId: digestSubject(inThreeMonths), key: digest?.name ?? '' });
    await register.does(id, { type: 'snooze-alerts', until: addDays(inThreeMonths, 20), words: 'We are waiting for the grant.' });
    await check(addDays(inThreeMonths, 1));
    expect(await register.told(addDays(inThreeMonths, 1))).toEqual({ 'clerk 1': ['A/1 address-bounced'] });
  });

  it('says nothing of a contract that is passed to another owner in the very moment in which that is recorded', async () => {
    const id = await quiet();
    await check(inThreeMonths);
    const digest = (await digestStore(table).digests(inThreeMonths)).find(({ to }) => to.email.startsWith('owner'));
    const { around } = register;
    const execute: typeof around.contracts.execute = async (...marking) => {
      const owner = { name: 'Another', email: 'another@kent.example' };
      await register.does(id, { type: 'amend-contract', terms: plain({ reference: 'A/1', end, owner }), words: 'Another owner.' });
      return around.contracts.execute(...marking);
    };
    await digestUndeliverable({ ...around, contracts: { ...around.contracts, execute } })({
      decisionId: digestSubject(inThreeMonths),
      key: digest?.name ?? '',
    });
    expect((await register.contracts.load(id))?.bounced).toEqual([]);
  });

  it('that is nobody’s of the contract is no fault of the contract', async () => {
    const id = await quiet();
    await digestStore(table).keep({
      day: end,
      name: 'x-001',
      to: { name: 'D', email: 'director@kent.example' },
      items: [
        {
          contractId: id,
          versions: [1],
          reference: 'A/1',
          title: 'T',
          endsOn: end,
          drafts: [],
          alerts: [{ id: 'e', code: 'e', family: 'escalation', date: end, anchor: end, to: ['director'], words: 'w', covers: [] }],
        },
      ],
    });
    await digestUndeliverable(register.around)({ decisionId: digestSubject(end), key: 'x-001' });
    expect((await register.contracts.load(id))?.bounced).toEqual([]);
    expect((await getAll(table, [keys.digest(end, 'x-001')]))[0]).not.toBeNull();
  });
});

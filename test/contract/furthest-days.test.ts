import { describe, expect, it } from 'vitest';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { contractAnswer } from '../../functions/contract/api/contract-answer.ts';
import { contractResponse } from '../../functions/contract/api/contract-responses.schema.ts';
import { isPublic, publicContractOf } from '../../functions/transparency/public-contract.ts';
import { publicContract } from '../../functions/transparency/public-contract.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { given } from '../alert/daily-checks.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { ContractStory } from './contract-story.ts';
import { checkContracts } from '../../functions/alert/check-contracts.ts';

const today = '2026-11-22';
const entered = (start: string, end: string, noticeMonths: number) =>
  new ContractStory(`${today}T09:00:00Z`).registers({
    start,
    end,
    extensionOptions: [{ months: 240, amountPence: 100, noticeMonths }],
  });

const shown = ({ contract, now }: ContractStory) => {
  if (!contract || !isPublic(contract)) throw new Error('It is not public');
  return {
    private: contractResponse.parse(contractAnswer(contract, { now, council: kent })),
    public: publicContract.parse(publicContractOf(contract, given(today))),
  };
};

describe('A contract entered without an end, as the last day that can be typed', () => {
  const endless = () => entered('2026-01-01', '2199-12-31', 0);
  it('is shown with the day that its option leads to, which nobody could type', () => {
    const to = { end: '2199-12-31', maximumEnd: '2219-12-31', optionsAhead: [{ endsOn: '2219-12-31' }] };
    expect(shown(endless())).toMatchObject({ private: to, public: to });
  });
  it('has its option taken up as any other', () => {
    const told = endless().does({ type: 'exercise-option', on: today });
    expect(shown(told)).toMatchObject({ private: { effectiveEnd: '2219-12-31' }, public: { end: '2219-12-31' } });
  });
  it('is told of in the email of whoever answers for it, and holds back no other', async () => {
    const table = await freshTable();
    const register = new InRegister(table).on(today);
    const options = [{ months: 240, amountPence: 100 }];
    const id = await register.registers({ reference: 'A', end: '2199-12-31', extensionOptions: options, reviewOn: '2026-11-23' });
    await register.registers({ reference: 'B', end: '2026-12-31', reviewOn: '2026-11-23' });
    await register.does(id, { type: 'exercise-option', on: today });
    await checkContracts(register.on('2026-11-23').around);
    const told = (await digestStore(table).digests('2026-11-23')).flatMap(({ items }) => items.map(({ endsOn }) => endsOn));
    expect(told).toEqual(expect.arrayContaining(['2026-12-31', '2219-12-31']));
  });
});

it('A contract of the first days that can be typed is shown with the days before them by which it had to be followed', () => {
  const { private: answer } = shown(entered('1990-01-01', '1990-01-31', 12));
  expect(answer).toMatchObject({ optionsAhead: [{ noticeBy: '1989-01-31' }], latestSafeStart: { arrivesBy: '1990-02-01' } });
});

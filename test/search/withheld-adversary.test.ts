import { describe, expect, it } from 'vitest';
import { dynamoPublicStore } from '../../functions/register/public-store.ts';
import { indexContract } from '../../functions/search/index-contract.ts';
import { searchContracts } from '../../functions/search/search.ts';
import { term } from '../../functions/search/terms.ts';
import { wordsOf } from '../../functions/search/words.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { plain } from '../contract/contract-story.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

const now = () => '2026-01-05T10:00:00Z';

describe('A supplier that is withheld after it was published', () => {
  it('is found no more, and no line still names it', async () => {
    const table = await freshTable();
    const register = new InRegister(table);
    const id = await register.registers();
    const find = async (words: string) =>
      (
        await searchContracts(
          dynamoPublicStore(table).postings,
          wordsOf(words).map((word) => [term.word(word)]),
          { from: 0, limit: 25 },
        )
      ).items;
    await indexContract(table, 'A/1', now);
    expect(await find('Security Company')).toMatchObject([{ supplier: 'A Security Company Ltd' }]);
    await register.does(id, {
      type: 'amend-contract',
      terms: plain({ withheld: { parts: ['supplier'], paragraph: 3, publicInterest: 'A second lot is open.' } }),
      words: 'Withheld.',
    });
    await indexContract(table, 'A/1', now);
    expect([await find('Security Company'), await find('01234567')]).toEqual([[], []]);
    expect(await find('safer')).toMatchObject([{ supplier: null }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { cleared, vacant } from '../decision/stories.ts';
import { clerk } from '../decision/story.ts';

const publishes = (committees: Council['committees']) =>
  cleared({ council: { ...vacant('scrutiny-chair', '2023-02-01'), committees } }).tries({
    type: 'publish-notice',
    route: 'general-exception',
    reason: 'The grant lapses.',
    by: clerk,
  });
const committee = { name: 'Scrutiny Committee', chair: 'scrutiny-chair' };

describe('notice under the general exception', () => {
  it('is refused while there is nobody to give it to', () =>
    expect(publishes([committee])).toMatchObject({ rule: 'general-exception-notice', source: 'Reg 10 of SI 2012/2089' }));

  it('is given to the members of the scrutiny committee while it has no chair', () =>
    expect(publishes([{ ...committee, members: [{ name: 'A Member', email: 'a.member@kent.example' }] }])).toBeNull());
});

import { expect, it } from 'vitest';
import { clerk, officer, somebody } from '../decision/story.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';

const chair = 'scrutiny-chair@kent.example';

const noticed = async (): Promise<Posted> => {
  const told = new Posted(await freshTable());
  await told.submitted();
  for (const step of await told.open('clearance')) await told.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
  await told.does({ type: 'publish-notice', route: 'general-exception', reason: 'The grant lapses', by: clerk });
  return told;
};
const announces = async (told: Posted): Promise<void> => told.announce((await told.store.load(told.id))?.version ?? 0);
const unreached = async (told: Posted) => {
  const decision = await told.store.load(told.id);
  return decision?.status === 'notice-published' ? decision.notice.unreached : 'no notice';
};

it('The written notice of regulation 10 that SES refuses for good is known not to have arrived, and the clerk and the officer are mailed that', async () => {
  const told = await noticed();
  told.office.next = ({ to }) => (to === chair ? { accepted: false, reason: 'On no list' } : { accepted: true, messageId: `m-${to}` });
  await announces(told);
  expect(await unreached(told)).toHaveLength(1);
  await announces(told);
  expect((await told.list()).filter(({ kind }) => kind === 'notice-undeliverable')).toMatchObject([
    { to: 'clerk@kent.example' },
    { to: 'officer@kent.example' },
  ]);
});

it('One that bounces is, however often that is reported, and one that arrived is not', async () => {
  const told = await noticed();
  await announces(told);
  expect(await unreached(told)).toBeUndefined();
  const [sent] = (await told.list()).filter(({ kind }) => kind === 'general-exception-notice');
  const email = { decisionId: told.id, key: '', kind: sent?.kind ?? '', to: { name: sent?.name ?? '', email: sent?.to ?? '' } };
  expect(email.to.email).toBe(chair);
  for (const words of ['No such mailbox', 'No such mailbox']) await told.recording.undelivered(email, words);
  expect(await unreached(told)).toEqual([sent?.name]);
});

it('One with an earlier notice that bounces late says nothing of the notice published since', async () => {
  const told = await noticed();
  await announces(told);
  const [sent] = (await told.list()).filter(({ kind }) => kind === 'general-exception-notice');
  const to = { name: sent?.name ?? '', email: sent?.to ?? '' };
  const { version: sequence = 0, content } = (await told.store.load(told.id)) ?? { content: {} };
  const late = { decisionId: told.id, key: '', kind: sent?.kind ?? '', to, sequence };
  await told.does({ type: 'amend-proposal', by: officer, content: { ...content, subject: 'Another service' } });
  for (const step of await told.open('clearance')) await told.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
  await told.does({ type: 'publish-notice', route: 'general-exception', reason: 'A grant lapses', by: clerk });
  await told.recording.undelivered(late, 'No such mailbox');
  expect(await unreached(told)).toBeUndefined();
  await told.recording.undelivered({ ...late, sequence: (await told.store.load(told.id))?.version ?? 0 }, 'No such mailbox');
  expect(await unreached(told)).toEqual([to.name]);
});

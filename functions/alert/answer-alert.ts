import type { Actor } from '../decision/events.ts';
import { type Refusal, refuse, type Refused } from '../decision/refusal.ts';
import type { Fields } from '../link/answer.schema.ts';
import { type LinkRequest, refusedRequest } from '../link/link-request.ts';
import { plainPage } from '../link/link-spent.page.tsx';
import { fieldsOf } from '../link/posted-fields.ts';
import { type PageAnswer, privatePage } from '../link/private-page.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { alertAnswerIn } from './alert-form.ts';
import type { AlertLink } from './alert-links.ts';
import { alertPage, type AlertPage, alertReceipt, alertSpent } from './alert.page.tsx';
import { answering } from '../contract/api/answer-command.ts';
import type { Contract } from '../contract/contract.schema.ts';
import type { ContractCommand } from '../contract/contract-commands.ts';
import { type BesideDecisions, judgedNow } from '../contract/store/contract-deployed.ts';
import type { ContractHappening } from '../contract/contract-events.ts';
import type { Judged } from '../contract/store/contract-items.ts';
import { answersFor } from './digest.rules.ts';
import type { DigestStore } from './digest-store.ts';
import { inHandWrites } from '../contract/store/in-hand.ts';

/** What the pages behind the links in digests need of the world. `readLink` answers null for a mac that is not the council’s. */
export type AnsweringAlerts = BesideDecisions & {
  digests: Pick<DigestStore, 'digestsOf'>;
  readLink: (token: string) => Promise<AlertLink | null>;
  publicUrl: string;
  log: (message: string, facts: Record<string, string>) => void;
};

type Opened = AlertPage & { link: AlertLink; given: Judged; replacedOn: LocalDate | undefined };

// The director hears that nobody acted, and of nothing that the owner is told later: only an email of their own takes the place of another.
const newerEmail = async ({ digests }: AnsweringAlerts, contract: Contract, { day, person }: AlertLink): Promise<LocalDate | undefined> => {
  const since = [...new Set(contract.alerted.map(({ on }) => on).filter((on) => on > day))].sort();
  const theirs = await Promise.all(since.map((on) => digests.digestsOf(on, person)));
  return since.findLast((_, at) => theirs[at]?.some(({ items }) => items.some(({ contractId }) => contractId === contract.id)));
};

const open = async (around: AnsweringAlerts, token: string, given: Judged): Promise<Opened | null> => {
  const link = await around.readLink(token);
  if (!link) return null;
  const [contract, digests] = await Promise.all([around.contracts.load(link.contractId), around.digests.digestsOf(link.day, link.person)]);
  const digest = digests.find(({ items }) => items.some(({ contractId }) => contractId === link.contractId));
  const item = digest?.items.find(({ contractId }) => contractId === link.contractId);
  const today = londonDate(given.now);
  if (!contract || !digest || !item) return null;
  const replacedOn = await newerEmail(around, contract, link);
  return { contract, item, to: digest.to, council: given.council, today, link, given, replacedOn };
};

const own = 'Council contract procedure';

/** Why a link takes no answer: the contract is over or is another’s by now, or a newer email has asked again. Null when it does. */
const spent = ({ contract, to, council, today, replacedOn }: Opened): Refusal | null => {
  const over = (words: string) => refuse('contract-over', own, words).refusal;
  if (contract.status === 'ended') return over(`The contract ended on ${inWords(contract.ended.on)}.`);
  if (contract.status === 'closed') return over('The contract was closed without being registered.');
  if (!answersFor(to.email, contract, council, today))
    return refuse(
      'contract-passed-on',
      own,
      `Contract ${contract.reference} is no longer yours to answer for. Its owner and its sponsor are told of it now.`,
    ).refusal;
  return replacedOn
    ? refuse(
        'link-superseded',
        own,
        `A newer email about this contract, of ${inWords(replacedOn)}, has replaced this one. Open the link in it.`,
      ).refusal
    : null;
};

const actor = ({ to, link }: Opened): Actor => ({
  kind: 'post',
  id: to.email,
  name: to.name,
  capacity: 'Owner, sponsor or director',
  link: `digest-${link.day}`,
});

const sameAs = (command: ContractCommand, happening: ContractHappening | undefined): boolean => {
  switch (happening?.type) {
    case 'alert-acknowledged':
      return command.type === 'acknowledge-alert' && command.alert === happening.alert && command.words === happening.words;
    case 'alert-snoozed':
      return command.type === 'snooze-alerts' && command.until === happening.until && command.words === happening.words;
    case 'decision-in-hand':
      return command.type === 'take-decision-in-hand' && command.number === happening.number;
    default:
      return false;
  }
};

// A form sent twice, by a double click or a scanner that repeats it, is one answer.
const isSaid = async ({ contracts }: AnsweringAlerts, { contract }: Opened, command: ContractCommand): Promise<boolean> => {
  const last = (await contracts.history(contract.id)).at(-1);
  return last !== undefined && last.by.id === command.by.id && sameAs(command, last.happening);
};

const beside: Record<string, string> = {
  'snooze-too-long': 'until',
  'no-such-decision-in-hand': 'number',
  'decision-not-proceeding': 'number',
  'decision-without-contract': 'number',
  'decision-is-older': 'number',
};

const refusedAnswer = (opened: Opened, fields: Fields, { refusal }: Refused): PageAnswer => {
  const problems = refusal.errors ?? [{ path: beside[refusal.rule] ?? 'response', message: refusal.words }];
  return beside[refusal.rule] || refusal.kind === 'invalid'
    ? privatePage(422, alertPage(opened, { fields, problems }))
    : privatePage(409, alertSpent(opened, refusal));
};

// Null where somebody else wrote in between: of two that send one form at once, the second is to find what the first has said.
const answered = async (around: AnsweringAlerts, opened: Opened, body: string): Promise<PageAnswer | null> => {
  const fields = fieldsOf(body);
  const read = alertAnswerIn(fields);
  if (!read.ok) return privatePage(422, alertPage(opened, { fields, problems: read.problems }));
  const { contract, given, today } = opened;
  const command = await answering(around, contract, read.answer, actor(opened), today);
  if ('ok' in command) return refusedAnswer(opened, fields, command);
  if (await isSaid(around, opened, command)) return privatePage(200, alertReceipt(opened, read.answer.response, contract.updatedAt));
  const executed = await around.contracts.execute(contract.id, command, {
    given,
    expect: contract.version,
    beside: () => inHandWrites(around.table, command, contract.id),
  });
  if (executed.ok) return privatePage(200, alertReceipt({ ...opened, contract: executed.contract }, read.answer.response, given.now));
  return executed.refusal.kind === 'stale' ? null : refusedAnswer(opened, fields, executed);
};

/**
 * The page behind a link in a digest. GET and HEAD change nothing, whatever fetches them; a POST answers 200 with a receipt, 409
 * with why no answer is taken, 422 with every problem beside its field, or 404 for a link that is none.
 */
export const answerAlert =
  (around: AnsweringAlerts) =>
  async (request: LinkRequest): Promise<PageAnswer> => {
    const given = await judgedNow(around);
    const { council } = given;
    const refused = refusedRequest(request, around.publicUrl);
    if (refused) return privatePage(refused.statusCode, plainPage({ council, ...refused }));
    const opened = await open(around, request.token, given);
    if (!opened)
      return privatePage(
        404,
        plainPage({
          council,
          title: 'This link does not work',
          words: 'Part of it may be missing. Open the newest email again, or copy the whole address from it.',
        }),
      );
    const refusal = spent(opened);
    if (request.method === 'POST')
      return refusal
        ? privatePage(409, alertSpent(opened, refusal))
        : ((await answered(around, opened, request.body)) ?? answerAlert(around)(request));
    // Mail scanners fetch links, so a fetch is no proof that anybody read anything.
    around.log('link fetched (may be automated)', { contractId: opened.contract.id });
    const shown = privatePage(200, refusal ? alertSpent(opened, refusal) : alertPage(opened, { fields: {}, problems: [] }));
    return request.method === 'HEAD' ? { ...shown, body: '' } : shown;
  };

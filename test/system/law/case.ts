import type { Proposal } from '../../../functions/proposal/proposal.schema.ts';
import type { Publication } from '../../../functions/record/publication/publication.schema.ts';
import type { HistoryLine } from '../chain.ts';
import { wordsOn } from '../reading.ts';
import { linkIn, type Mail, type System } from '../system.ts';
import { safer, type View } from '../walk.ts';

/** What a refusal says. */
export type Refused = {
  rule: string;
  source: string;
  detail: string;
  earliestDecisionDate?: string;
  errors?: { path: string; message: string }[];
};

const { consultees: _, cabinetCommittee: __, ...alone } = safer();

/** A whole proposal that waits for nobody but those who must clear it: no consultee and no committee. */
export const brief = (over: Partial<Proposal> = {}): Proposal => ({ ...alone, consultees: [], ...over });

const mailbox = ({ to }: Mail): string => to.split('@')[0] ?? to;

/** One decision in a running system: what is asked of it, what it answers, and what the world then sees. */
export class Case {
  readonly id: string;
  readonly number: string;
  private readonly system: System;
  private readonly sub: string;

  private constructor(system: System, sub: string, { id, number }: { id: string; number: string | null }) {
    this.system = system;
    this.sub = sub;
    this.id = id;
    this.number = number ?? '';
  }

  /** A decision that is in the system already. */
  static known(system: System, view: View): Case {
    return new Case(system, 'officer', view);
  }

  static async submitted(system: System, over: Partial<Proposal> = {}, sub = 'officer'): Promise<Case> {
    const officer = system.as('officer', sub);
    const draft = await officer<View>('POST', '/api/proposals', brief(over));
    if (draft.status !== 201) throw new Error(`Draft: ${draft.text}`);
    const done = await officer<View>('POST', `/api/proposals/${draft.json.id}/submit`, {});
    if (done.status !== 200) throw new Error(`Submit: ${done.text}`);
    return new Case(system, sub, done.json);
  }

  static async cleared(system: System, over: Partial<Proposal> = {}, sub = 'officer'): Promise<Case> {
    const found = await Case.submitted(system, over, sub);
    await found.clear();
    return found;
  }

  static async noticed(
    system: System,
    over: Partial<Proposal> = {},
    notice: Record<string, string> = { route: 'ordinary' },
  ): Promise<Case> {
    const found = await Case.cleared(system, over);
    await found.must('clerk', 'notice', notice);
    return found;
  }

  /** Clears it by the newest link of each who is asked. */
  async clear(): Promise<void> {
    for (const to of new Set(await this.told('clearance-asked'))) await this.sign(to, 'clearance-asked', { response: 'approve' });
  }

  do<T = Refused>(role: string, action: string, body: unknown = {}) {
    return this.system.as(role, role === 'officer' ? this.sub : role)<T>('POST', `/api/proposals/${this.id}/${action}`, body);
  }

  async must(role: string, action: string, body: unknown = {}): Promise<View> {
    const { status, text, json } = await this.do<View>(role, action, body);
    if (status >= 300) throw new Error(`${action}: ${status} ${text.slice(0, 500)}`);
    return json;
  }

  /** Status and rule of what is expected to be refused. */
  async refused(role: string, action: string, body: unknown = {}): Promise<[number, string]> {
    const { status, json } = await this.do(role, action, body);
    return [status, json.rule];
  }

  /** Sends the whole proposal again with these parts changed. */
  async amend<T = View>(over: Partial<Proposal>, before: Partial<Proposal> = {}) {
    const { version } = await this.view();
    return this.system.as('officer', this.sub)<T>('PUT', `/api/proposals/${this.id}`, brief({ ...before, ...over }), {
      'if-match': `"${version}"`,
    });
  }

  async view(): Promise<View> {
    return (await this.system.as('clerk')<View>('GET', `/api/proposals/${this.id}`)).json;
  }

  async steps(stage: string) {
    return (await this.view()).steps.filter((step) => step.stage === stage);
  }

  async history(): Promise<HistoryLine[]> {
    return (await this.system.as('clerk')<{ items: HistoryLine[] }>('GET', `/api/proposals/${this.id}/history?limit=100`)).json.items;
  }

  async happened(type: string): Promise<HistoryLine[]> {
    return (await this.history()).filter((line) => line.type === type);
  }

  /** Every email about it, of one kind when one is named. */
  async mail(kind?: string): Promise<Mail[]> {
    return (await this.system.mail()).filter(
      ({ subject, kind: of }) => subject.startsWith(`${this.number}: `) && (kind === undefined || of === kind),
    );
  }

  /** The mailboxes that got an email of this kind, in alphabetical order. */
  async told(kind: string): Promise<string[]> {
    return (await this.mail(kind)).map(mailbox).sort();
  }

  /** The newest email of a kind to a mailbox; throws where none came. */
  async newest(to: string, kind: string): Promise<Mail> {
    const mail = (await this.mail(kind)).filter((each) => mailbox(each) === to).at(-1);
    if (!mail)
      throw new Error(
        `${this.number}: ${to} got no ${kind}; there are ${(await this.mail()).map((each) => `${mailbox(each)} ${each.kind}`).join(', ')}`,
      );
    return mail;
  }

  async link(to: string, kind: string): Promise<string> {
    return linkIn(await this.newest(to, kind)) ?? '';
  }

  /** Answers by link as a reader does: what the page's own form carries, with these fields filled in. */
  async answer(to: string, kind: string, fields: Record<string, string>) {
    const path = await this.link(to, kind);
    const { text } = await this.system.call('GET', path);
    const hash = /name="fingerprint" value="([0-9a-f]{64})"/.exec(text)?.[1];
    return this.system.answer(path, { ...(hash ? { fingerprint: hash } : {}), ...fields });
  }

  async sign(to: string, kind: string, fields: Record<string, string>): Promise<void> {
    const { status, text } = await this.answer(to, kind, fields);
    if (status !== 200) throw new Error(`${to}: ${status} ${wordsOn(text).slice(0, 600)}`);
  }

  /** The page behind somebody's link, in words. */
  async asked(to: string, kind: string): Promise<string> {
    return wordsOn((await this.system.call('GET', await this.link(to, kind))).text);
  }

  /** The public page in words. */
  async page(): Promise<string> {
    return wordsOn((await this.system.call('GET', `/decisions/${this.number}`, undefined, { accept: 'text/html' })).text);
  }

  async published(): Promise<Publication> {
    return (await this.system.call<Publication>('GET', `/decisions/${this.number}.json`)).json;
  }
}

/** What is read in an email, its lines run together. */
export const read = ({ text }: Mail): string => text.replaceAll(/\s+/g, ' ');

/** The decision maker of `brief`, and how one who has no interest approves. */
export const maker = 'cabinet-member-adult-social-care';
export const approve = { response: 'approve', interest: 'none' };

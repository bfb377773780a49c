import type { HistoryLine } from './chain.ts';
import { Inbox } from './inbox.ts';
import { linkIn, type Mail, type System } from './system.ts';
import type { View } from './walk.ts';

/** One decision on its way through a running system: what is asked of it, and what it has sent so far. */
export class SaferStory {
  readonly system: System;
  readonly everything: Mail[] = [];
  id = '';
  number = '';
  /** The mails that ask the step in hand. */
  asked: Mail[] = [];
  private readonly inbox: Inbox;

  constructor(system: System) {
    this.system = system;
    this.inbox = new Inbox(system);
  }

  officer<T = View>(method: string, path: string, body?: unknown) {
    return this.system.as('officer')<T>(method, path, body);
  }

  clerk<T = View>(method: string, path: string, body?: unknown) {
    return this.system.as('clerk')<T>(method, path, body);
  }

  async view(): Promise<View> {
    return (await this.officer('GET', `/api/proposals/${this.id}`)).json;
  }

  async history(): Promise<HistoryLine[]> {
    return (await this.officer<{ items: HistoryLine[] }>('GET', `/api/proposals/${this.id}/history`)).json.items;
  }

  async fresh(): Promise<Mail[]> {
    const mails = await this.inbox.fresh();
    this.everything.push(...mails);
    return mails;
  }

  /** The path of the link in the mail that asks this post. */
  linkTo(post: string): string {
    const mail = this.asked.find(({ to }) => to.startsWith(`${post}@`));
    const link = mail && linkIn(mail);
    if (!link) throw new Error(`${post} was sent no link`);
    return link;
  }

  /** The public page, or its data. */
  page(accept = 'text/html', suffix = '') {
    return this.system.call('GET', `/decisions/${this.number}${suffix}`, undefined, { accept });
  }

  dailyCheck() {
    return this.system.call('POST', '/_local/schedules/daily-check');
  }
}

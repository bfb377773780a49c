import type { Handed, Outgoing, SendEmail } from '../../functions/email/email-sender.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import type { Recording } from '../../functions/email/record-report.ts';
import { type Sending, sendLetters } from '../../functions/email/send-letters.ts';
import { markUndeliverable, type Undelivered } from '../../functions/email/undeliverable.ts';
import { unreached } from '../../functions/email/unreached.ts';
import type { DecisionStore } from '../../functions/platform/store/decision-store.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { InTable } from '../platform/in-table.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';

/** What stands in for SES: takes everything, unless a test makes it refuse or fail. */
class PostOffice {
  sent: Outgoing[] = [];
  next: (outgoing: Outgoing) => Handed | Promise<Handed> = () => ({ accepted: true, messageId: `message-${this.sent.length}` });
  send: SendEmail = async (outgoing) => {
    const handed = await this.next(outgoing);
    if (handed.accepted) this.sent.push(outgoing);
    return handed;
  };
  get addresses() {
    return this.sent.map(({ to }) => to).sort();
  }
}

/** A decision in a real table whose events are announced to the sender. */
export class Posted extends InTable {
  readonly office = new PostOffice();
  readonly emails;
  readonly sending: Sending;
  readonly table: Table;
  waited: number[] = [];

  constructor(table: Table) {
    super(table);
    this.table = table;
    this.emails = emailStore(table);
    this.sending = {
      store: this.store,
      emails: this.emails,
      loadCouncil: async () => this.council,
      now: () => this.now,
      send: this.office.send,
      undelivered: this.undeliveredIn(this.store),
      loadLinkSecrets: async () => ({ current: 'a'.repeat(64), previous: null }),
      pause: async (milliseconds) => void this.waited.push(milliseconds),
      publicUrl: 'https://decisions.kent.example',
    };
  }

  /** Marks in this store that an email never arrived. */
  undeliveredIn(store: DecisionStore): Undelivered {
    const telling = { store, loadCouncil: async () => this.council, now: () => this.now, unreached: unreached.bind(null, this.table) };
    return (email, words) => markUndeliverable(telling, email, words);
  }

  announce(sequence: number): Promise<void> {
    return sendLetters(this.sending, this.id, sequence);
  }

  /** What a report of SES is recorded by. */
  get recording(): Recording {
    return { emails: this.emails, undelivered: this.sending.undelivered, subscriptions: subscriptionStore(this.table) };
  }

  list() {
    return this.emails.list(this.id);
  }

  async stored(key: string) {
    return (await getAll(this.table, [keys.email(this.id, key)]))[0];
  }
}

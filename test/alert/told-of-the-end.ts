import { alertLink, readAlertLink } from '../../functions/alert/alert-links.ts';
import { answerAlert, type AnsweringAlerts } from '../../functions/alert/answer-alert.ts';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { personName } from '../../functions/alert/telling.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

export const secrets = { current: 'a'.repeat(64), previous: 'b'.repeat(64) };
export const day = '2026-09-30';

/** A contract that is let go at its end, whose people were told on `day`; and what they send by their links. */
export class Told {
  readonly register: InRegister;
  id: string;

  private constructor(register: InRegister, id: string) {
    this.register = register;
    this.id = id;
  }

  static async ofTheEnd(): Promise<Told> {
    const register = new InRegister(await freshTable(), '2026-09-20T09:00:00.000Z');
    const id = await register.registers({ end: '2026-12-31' });
    await register.does(id, { type: 'plan-exit', how: 'lapse', words: 'Let go.' });
    await checkContracts(register.on(day).around);
    return new Told(register, id);
  }

  get around(): AnsweringAlerts {
    return {
      ...this.register.around,
      digests: digestStore(this.register.table),
      readLink: async (token) => readAlertLink(token, secrets),
      publicUrl: 'https://decisions.kent.example',
      log: () => {},
    };
  }

  tokenFor(email = 'owner@kent.example', on = day, signed = secrets): string {
    return alertLink({ contractId: this.id, day: on, person: personName(email) }, signed).replace('/contract-alerts/', '');
  }

  ask(method: string, token = this.tokenFor(), fields: Record<string, string> = {}) {
    return answerAlert(this.around)({
      method,
      token,
      headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://decisions.kent.example' } : {},
      body: new URLSearchParams(fields).toString(),
    });
  }

  async happened() {
    return (await this.register.contracts.history(this.id)).map(({ happening: { type } }) => type);
  }
}

import { escaped, page } from './pages.ts';
import type { Person } from './sign-ins.ts';

const carried = ['response_type', 'client_id', 'redirect_uri', 'state', 'nonce', 'code_challenge', 'code_challenge_method'];

/** In the place of the council's sign-in: who are you? */
export function chooserPage(people: readonly Person[], asked: URLSearchParams): string {
  const hidden = carried.map((name) => `<input type="hidden" name="${name}" value="${escaped(asked.get(name) ?? '')}">`).join('');
  const buttons = people
    .map(({ sub, name, roles }) => `<p><button name="person" value="${sub}">${escaped(name)}</button> ${escaped(roles.join(' and '))}</p>`)
    .join('');
  return page(
    'Who are you?',
    `<p>On this machine you choose. A council’s own sign-in stands here when Clear Days is deployed.</p><form method="post" action="/authorize">${hidden}${buttons}</form>`,
  );
}

/** A request to sign in that cannot be answered. */
export function refusedPage(fault: string): string {
  return page('Nobody can sign in like this', `<p>${escaped(fault)}</p>`);
}

import { createHash, randomBytes } from 'node:crypto';

/** Somebody whom this machine lets one be. */
export interface Person {
  sub: string;
  name: string;
  email: string;
  roles: string[];
}

/** The people of this machine: one for every role, and a second officer, because nobody clears or amends another's proposal. */
export function people(council: string): Person[] {
  const person = (sub: string, name: string, ...roles: string[]): Person => ({ sub, name, email: `${sub}@${council}.example`, roles });
  return [
    person('officer', 'Olive Officer', 'officer'),
    person('second-officer', 'Oscar Officer', 'officer'),
    person('clerk', 'Clare Clerk', 'clerk'),
    person('scrutiny', 'Sam Scrutiny', 'scrutiny'),
    person('contracts', 'Connie Contracts', 'contracts'),
  ];
}

interface Begun {
  person: Person;
  nonce: string | undefined;
  clientId: string;
  redirectUri: string;
  challenge: string;
}

/** Sign-ins by authorization code with PKCE (RFC 7636): a code is good once, for whoever asked for it, with the verifier. */
export class SignIns {
  private readonly begun = new Map<string, Begun>();

  /** Why a sign-in cannot be asked for like this; nothing when it can. */
  faultIn(asked: URLSearchParams): string | undefined {
    if (asked.get('response_type') !== 'code' || !asked.get('client_id')) return 'This is no request for a code.';
    if (asked.get('code_challenge_method') !== 'S256' || !asked.get('code_challenge')) return 'A sign-in here needs PKCE with S256.';
    // This machine signs people in to itself only.
    return /^http:\/\/127\.0\.0\.1:\d+\//.test(asked.get('redirect_uri') ?? '')
      ? undefined
      : 'The address to go back to is not on this machine.';
  }

  /** Where the browser goes back to, with a new code. */
  begin(person: Person, asked: URLSearchParams): string {
    const code = randomBytes(24).toString('base64url');
    const redirectUri = asked.get('redirect_uri') ?? '';
    this.begun.set(code, {
      person,
      redirectUri,
      nonce: asked.get('nonce') ?? undefined,
      clientId: asked.get('client_id') ?? '',
      challenge: asked.get('code_challenge') ?? '',
    });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.href;
  }

  /** Whose code it is; nothing for a code used, unknown, or asked for by another. */
  redeem(asked: URLSearchParams): Begun | undefined {
    const code = asked.get('code') ?? '';
    const begun = this.begun.get(code);
    this.begun.delete(code);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const isTheirs =
      asked.get('grant_type') === 'authorization_code' &&
      asked.get('client_id') === begun?.clientId &&
      asked.get('redirect_uri') === begun?.redirectUri;
    return isTheirs && challenge === begun?.challenge ? begun : undefined;
  }
}

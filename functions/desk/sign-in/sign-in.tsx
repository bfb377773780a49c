import { randomBytes } from 'node:crypto';
import type { LinkSecrets } from '../../link/macs.ts';
import { callerOf } from '../../platform/http/caller.ts';
import type { Instant } from '../../rules/local-date.ts';
import type { DeskRequest } from '../desk-request.ts';
import { type DeskAnswer, goTo, htmlAnswer, outsidePage } from '../frame.tsx';
import { authorizeUrl, checkIdToken, claimsOf, type Endpoints, freshSecrets, type OidcClient, redeem, SignInFailed } from './oidc.ts';
import { forgetAll, forgetSigningIn, keepSession, keepSigningIn, type Session, signingInOf } from './session.ts';

/** What signing in needs of the world. */
export type SigningIn = {
  client: OidcClient;
  publicUrl: string;
  discover: () => Promise<Endpoints>;
  loadSecrets: () => Promise<LinkSecrets>;
  now: () => Instant;
  log: (message: string, facts: Record<string, string>) => void;
};

// It is kept in a cookie while somebody signs in, and a browser keeps no cookie of more than some three thousand letters once it is sealed.
const mostOfReturn = 2000;

/** A page of this desk to go to after signing in; its front page for anything else, so that no link can lead elsewhere. */
export const safeReturn = (to: string | null): string =>
  to && to.length <= mostOfReturn && /^\/desk(\/[\w/-]*)?(\?[\w=&%.-]*)?$/.test(to) ? to : '/desk';

/** Sends somebody to the council's sign-in, and remembers which sign-in it is. */
export const signIn = async (to: string | null, { client, publicUrl, discover, loadSecrets }: SigningIn): Promise<DeskAnswer> => {
  const [endpoints, secrets] = await Promise.all([discover(), loadSecrets()]);
  const begun = freshSecrets();
  return goTo(authorizeUrl(endpoints, client, begun), [keepSigningIn({ ...begun, to: safeReturn(to) }, secrets, publicUrl)]);
};

const sessionOf = (accessToken: string): Session => ({
  accessToken,
  who: callerOf(claimsOf(accessToken)),
  csrf: randomBytes(24).toString('base64url'),
});

const notSignedIn = (publicUrl: string): DeskAnswer =>
  htmlAnswer(
    400,
    outsidePage(
      'You are not signed in',
      <>
        <p class="govuk-body">The sign-in was not finished, or was finished twice.</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/desk">
            Sign in again
          </a>
        </p>
      </>,
    ),
    [forgetSigningIn(publicUrl)],
  );

const finish = async (
  request: DeskRequest,
  begun: { state: string; nonce: string; verifier: string; to: string },
  signing: SigningIn,
): Promise<DeskAnswer> => {
  const { client, publicUrl } = signing;
  const endpoints = await signing.discover();
  const code = request.query.get('code');
  if (!code) throw new SignInFailed(`The issuer answered ${request.query.get('error') ?? 'without a code'}`);
  // RFC 9207: where the issuer names itself, it must be the one that was asked.
  if (request.query.has('iss') && request.query.get('iss') !== endpoints.issuer) throw new SignInFailed('Another issuer answered');
  const { accessToken, idToken, seconds } = await redeem(endpoints, client, { code, verifier: begun.verifier });
  checkIdToken(idToken, { issuer: endpoints.issuer, client, nonce: begun.nonce, now: signing.now() });
  const session = keepSession(sessionOf(accessToken), seconds, await signing.loadSecrets(), publicUrl);
  return goTo(begun.to, [session, forgetSigningIn(publicUrl)]);
};

/** Takes somebody back from the council's sign-in: only into the sign-in that this very browser began. */
export const signedIn = async (request: DeskRequest, signing: SigningIn): Promise<DeskAnswer> => {
  const begun = signingInOf(request.cookies, await signing.loadSecrets(), signing.publicUrl);
  if (!begun || request.query.get('state') !== begun.state) return notSignedIn(signing.publicUrl);
  try {
    return await finish(request, begun, signing);
  } catch (fault) {
    if (!(fault instanceof SignInFailed)) throw fault;
    signing.log('A sign-in failed', { reason: fault.message });
    return notSignedIn(signing.publicUrl);
  }
};

/** Forgets who was signed in. */
export const signOut = (publicUrl: string): DeskAnswer => goTo('/desk/signed-out', forgetAll(publicUrl));

/** Says that nobody is signed in here any more, and where the council's own session is ended. */
export const signedOut = async ({ discover }: SigningIn): Promise<DeskAnswer> => {
  const end = await discover().then(
    ({ end_session_endpoint }) => end_session_endpoint,
    () => undefined,
  );
  return htmlAnswer(
    200,
    outsidePage(
      'You are signed out',
      <>
        <p class="govuk-body">
          <a class="govuk-link" href="/desk">
            Sign in again
          </a>
        </p>
        {end && (
          <p class="govuk-body">
            On a shared computer,{' '}
            <a class="govuk-link" href={end}>
              sign out of the council’s sign-in too
            </a>
            .
          </p>
        )}
      </>,
    ),
  );
};

type Carried = { path: string; form: URLSearchParams };

/** What somebody typed while their sign-in ran out: carried over to the next one, and not lost. */
export const signedOutPage = (publicUrl: string, carried: Carried | null, to: string): DeskAnswer =>
  htmlAnswer(
    401,
    outsidePage(
      'You have been signed out',
      carried ? (
        <>
          <p class="govuk-body">Nothing was done, and nothing that you typed is lost. Keep this page open.</p>
          <ol class="govuk-list govuk-list--number">
            <li>
              <a class="govuk-link" href={`/desk/sign-in?to=${encodeURIComponent('/desk')}`} target="_blank" rel="noopener">
                Sign in again (opens a new tab)
              </a>
            </li>
            <li>Come back to this tab and choose Continue.</li>
          </ol>
          <form method="post" action={carried.path}>
            {[...carried.form].map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit" class="govuk-button">
              Continue
            </button>
          </form>
        </>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/desk/sign-in?to=${encodeURIComponent(to)}`}>
            Sign in again
          </a>
        </p>
      ),
    ),
    forgetAll(publicUrl),
  );

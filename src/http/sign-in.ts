// How people sign in to pages and out again: at the identity provider, or as a role of their choice where development tokens are allowed.
import { Hono, type Context as HonoContext } from 'hono';
import { decodeJwt } from 'jose';
import { AppError } from '../core/errors.ts';
import type { SignedIn } from '../core/viewer.ts';
import { type Language, languageFromHeader } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { at, say } from '../i18n/words.ts';
import { tryRoles } from '../pages/account.ts';
import { codeOf, languageOfCode, problemPage } from '../pages/document.ts';
import type { Authenticate } from './auth.ts';
import { organizationClaim, roleClaim, stateClaim, viewerOfClaims } from './claims.ts';
import { homePath, mustHaveToken, ownPath, readForm } from './forms.ts';
import type { Requested } from './in-process.ts';
import { isLoopback } from './issuer-keys.ts';
import { logNote } from './log.ts';
import { languageParts, pageHeaders } from './pages.ts';
import { type Begun, callbackPath, type Provider } from './provider.ts';
import type { Sessions } from './session.ts';

type SignInOptions = { sessions: Sessions; provider: Provider | null; isTry: boolean; authenticate: Authenticate };

export function signInRoutes({ sessions, provider, isTry, authenticate }: SignInOptions) {
  const app = new Hono<Requested>();
  const lang = `/:lang{${languageParts}}`;

  const tell = (c: HonoContext, language: Language, key: SignInMessage, status: 400 | 403 | 503) => {
    pageHeaders(c, language);
    const body = message(language, key);
    return c.html(
      problemPage(language, body, (other) => `/${codeOf(other)}`),
      status,
    );
  };

  if (provider) {
    app.get(`${lang}/sign-in`, async (c) => {
      const back = ownPath(c.req.query('back')) ?? homePath(c);
      const way = await provider.begin().catch((error: unknown) => {
        logNote('provider away', { requestId: c.get('requestId'), reason: reasonOf(error) });
        return null;
      });
      if (way === null) return tell(c, languageOfCode(c.req.path.slice(1, 3)) ?? 'EN', 'signIn.away', 503);
      await sessions.keep(c, { ...way.begun, back });
      return c.redirect(way.url, 302);
    });

    app.get(callbackPath, async (c) => {
      const kept = await sessions.take(c);
      const back = ownPath(textOf(kept?.back)) ?? `/${codeOf(languageFromHeader(c.req.header('accept-language') ?? null))}`;
      const language = languageOfCode(back.slice(1, 3)) ?? 'EN';
      if (kept === null) return tell(c, language, 'signIn.begunElsewhere', 400);
      const begun: Begun = { state: textOf(kept.state) ?? '', nonce: textOf(kept.nonce) ?? '', verifier: textOf(kept.verifier) ?? '' };
      const token = await provider.finish(new URL(c.req.url).search, begun).catch((error: unknown) => {
        logNote('sign-in refused', { requestId: c.get('requestId'), reason: reasonOf(error) });
        return null;
      });
      if (token === null) return tell(c, language, 'signIn.notCompleted', 400);
      const identified = await authenticate(`Bearer ${token}`);
      if (!('viewer' in identified)) {
        logNote('token refused', { requestId: c.get('requestId'), reason: identified.isAway ? reasonOf(identified.cause) : identified.reason });
        return identified.isAway ? tell(c, language, 'signIn.away', 503) : tell(c, language, 'signIn.noRole', 403);
      }
      await sessions.begin(c, identified.viewer as SignedIn, new Date((decodeJwt(token).exp ?? 0) * 1_000));
      return c.redirect(back, 303);
    });
  }

  if (isTry)
    app.post(`${lang}/try-as`, async (c) => {
      // A name of another site may be made to lead to this machine: only those of this machine itself are taken.
      // What a proxy hands on comes from elsewhere, whatever address it names.
      const isHandedOn = forwarding.some((name) => c.req.header(name) !== undefined);
      if (isHandedOn || !isLoopback(new URL(c.req.url).hostname)) throw new AppError('FORBIDDEN', say('error.tryElsewhere'));
      const form = await readForm(c);
      await sessions.begin(c, triedViewer(form), null);
      return c.redirect(ownPath(form.get('back')) ?? homePath(c), 303);
    });

  app.post(`${lang}/sign-out`, async (c) => {
    const form = await readForm(c);
    if (c.get('viewer').role !== 'PUBLIC') mustHaveToken(c, form.get('formToken'));
    sessions.end(c);
    return c.redirect(homePath(c), 303);
  });
  return app;
}

/** Headers by which proxies tell that they hand a request on. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

type SignInMessage = 'signIn.away' | 'signIn.begunElsewhere' | 'signIn.notCompleted' | 'signIn.noRole';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}${error.cause instanceof Error ? `: ${error.cause.message}` : ''}` : 'unknown';

/** The account of a role, the same one as the command `token` gives. Throws INVALID where state or organization are missing. */
function triedViewer(form: URLSearchParams): SignedIn {
  const role = (form.get('role') ?? '').toLowerCase();
  if (!tryRoles.some((it) => it.toLowerCase() === role))
    throw new AppError('INVALID', at('role', say('error.chooseRole', { roles: tryRoles.join(', ').toLowerCase() })));
  const isAnalyst = role === 'analyst';
  const given = isAnalyst ? form.get('organization')?.trim().toLowerCase() : form.get('state')?.trim().toUpperCase();
  const owner = ['secretariat', 'admin'].includes(role) ? undefined : given || undefined;
  const sub = form.get('subject')?.trim() || ['development', role, owner].filter((it) => it !== undefined).join(':');
  const viewer = viewerOfClaims({ sub, [roleClaim]: role, [stateClaim]: owner, [organizationClaim]: owner });
  if (!viewer) throw new AppError('INVALID', isAnalyst ? at('organization', say('error.writeOrganization')) : at('state', say('error.writeState')));
  return viewer;
}

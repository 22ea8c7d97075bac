// What stands in the bar of every page about who is signed in, and what they can do about it. Pure.
import { html } from 'hono/html';
import { officeRoles, organizationOf, stateOf, stateRoles, type Viewer, type ViewerRole } from '../core/viewer.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { codeOf, type Html } from './document.ts';

/** How one signs in here: at a provider, as a role of one's choice on one's own machine, or not at all. */
export type SignInWay = 'provider' | 'try' | null;

export const tryRoles = [...stateRoles, 'ANALYST', ...officeRoles] as const satisfies readonly ViewerRole[];

type Account = { language: Language; viewer: Viewer; way: SignInWay; formToken: string | null; back: string };

export function accountBar({ language, viewer, way, formToken, back }: Account): Html | '' {
  const say = (key: 'desk.signIn' | 'desk.signOut' | 'desk.title' | 'signIn.account') => message(language, key);
  const tried = way === 'try' ? tryForm(language, back) : '';
  if (viewer.role === 'PUBLIC' || formToken === null) {
    if (way !== 'provider') return tried;
    return html`<p class="account"><a href="/${codeOf(language)}/sign-in?back=${encodeURIComponent(back)}" rel="nofollow">${say('desk.signIn')}</a></p>`;
  }
  const owner = stateOf(viewer) ?? organizationOf(viewer);
  return html`<div class="account" role="group" aria-label="${say('signIn.account')}"><span>${message(language, `role.${viewer.role}`)}${
    owner === null ? '' : html` <bdi>${owner}</bdi>`
  }</span> <a href="/${codeOf(language)}/desk">${say('desk.title')}</a>
<form method="post" action="/${codeOf(language)}/sign-out"><input type="hidden" name="formToken" value="${formToken}"><button>${say('desk.signOut')}</button></form>${tried}</div>`;
}

function tryForm(language: Language, back: string): Html {
  const say = (key: 'try.title' | 'try.role' | 'try.state' | 'try.organization' | 'try.account' | 'try.begin' | 'try.note') => message(language, key);
  return html`<details class="try"><summary>${say('try.title')}</summary><form class="action" method="post" action="/${codeOf(language)}/try-as">
<input type="hidden" name="back" value="${back}">
<label>${say('try.role')}<select name="role">${tryRoles.map((role) => html`<option value="${role}">${message(language, `role.${role}`)}</option>`)}</select></label>
<label>${say('try.state')}<input name="state" maxlength="3" size="5" placeholder="JAM" autocapitalize="characters"></label>
<label>${say('try.organization')}<input name="organization" maxlength="100" size="12" placeholder="caricom"></label>
<label>${say('try.account')}<input name="subject" maxlength="100" size="12"></label>
<button>${say('try.begin')}</button><p class="soft">${say('try.note')}</p></form></details>`;
}

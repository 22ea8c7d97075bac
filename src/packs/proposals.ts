// What rows of correction sheets become, in words. Pure.
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Proposal } from './correction-taking.ts';

export function proposalSentence({ tab, row, action, key, isNew }: Proposal, language: Language): string {
  const done = message(language, `sheet.did.${action}`, { place: message(language, 'sheet.place', { tab, row }), key });
  return isNew ? done : message(language, 'sheet.didBefore', { done });
}

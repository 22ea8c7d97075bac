// The plan template: a workbook for one strategy, a row for each part of its text. Its fields, its columns and the mark by which it is known
// when it comes back. Pure.
import type { ConceptScheme } from '../concepts/model.ts';
import type { MessageKey } from '../i18n/catalogue/en.ts';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { strategyScopes, strategyStatuses } from '../strategies/model.ts';

/** A key to tag with, and its name in the language of the template. */
export type TemplateKey = { scheme: ConceptScheme; key: string; name: string };
export type PlanTemplate = { language: Language; keys: readonly TemplateKey[] };

const format = 'plan-template/1';

/** The mark as it is written on the cover, such as "plan-template/1 FR". */
export const writePlanMark = (language: Language): string => `${format} ${language}`;

/** The language that a mark names; null where it is none. A mark of another version is "other". */
export function readPlanMark(text: string): Language | 'other' | null {
  const [name = '', code = ''] = text.trim().split(/\s+/);
  if (!name.startsWith('plan-template/')) return null;
  const language = languages.find((it) => it === code);
  return name === format && language !== undefined ? language : 'other';
}

/** Fields of the cover, in their order. */
export const planFields = ['title', 'owner', 'scope', 'status', 'validFrom', 'validTo', 'sourceTitle', 'sourceRef', 'language', 'key'] as const;
export type PlanField = (typeof planFields)[number];

/** How the cover names a field for the program that reads it. */
export const planFieldName = (field: PlanField): string => `plan.${field}`;

/** Columns of the tab of rows, in the order in which they are written. */
export const planColumns = ['number', 'text', 'page', 'body', 'deadline', 'indicator', 'tags'] as const;
export type PlanColumn = (typeof planColumns)[number];

export const planColumnName = (language: Language, column: PlanColumn): string => message(language, `template.column.${column}`);

type Choice = { code: string; key: MessageKey };

/** What a field of the cover may be chosen from: codes with their words. */
export const planChoices: Readonly<Record<'scope' | 'status', readonly Choice[]>> = {
  scope: strategyScopes.map((code) => ({ code, key: `edit.scope.${code}` })),
  status: strategyStatuses.map((code) => ({ code, key: `strategyStatus.${code}` })),
};

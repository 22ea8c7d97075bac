// Fields of the forms of a strategy that fields.ts has not: several of a list, rows that repeat, and the rows of what a strategy refers to. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';
import type { Choices, EditedStrategy } from './edit-model.ts';
import { areaField, choiceField, hidden, severalField, textField } from './fields.ts';

type Key = Parameters<typeof message>[1];
/** Names the fields that an empty one empties. */
export const cleared = (names: readonly string[]): Html | '' => (names.length === 0 ? '' : hidden('clear', names.join(',')));

/** Titles of articles are alike from one instrument to the next: their keys tell them apart. */
export const withKeys = (provisions: Choices['provisions']) => provisions.map(({ key, label }) => [key, `${key} · ${label}`] as const);

/** Several of the concepts that are offered. */
export const conceptsField = (
  label: string,
  name: string,
  offered: readonly (readonly [string, string])[],
  chosen: readonly { key: string }[] = [],
): Html | '' =>
  severalField(
    label,
    name,
    offered,
    chosen.map(({ key }) => key),
  );

/** An input with a list to choose from; anything else may be written too. */
function listedField(label: string, name: string, value: string): Html {
  return html`<label>${label}<input name="${name}" value="${value}" maxlength="200" list="own-strategies"></label>`;
}

/** The owner's strategies, for inputs that name one. */
export const strategyList = ({ own }: Choices): Html =>
  html`<datalist id="own-strategies">${own?.edges.map(({ node: { key, title } }) => html`<option value="${key}">${title}</option>`)}</datalist>`;

export const newVersionField = (language: Language, value: string | null): Html =>
  listedField(message(language, 'edit.newVersionOf'), 'newVersionOf.key', value ?? '');

/** One group of fields for each item, and for one more. */
function rows<Item>(legend: string, items: readonly Item[], row: (item: Item | null, index: number) => Html): Html {
  return html`<fieldset class="wide"><legend>${legend}</legend>${[...items, null].map((item, index) => html`<div class="row">${row(item, index)}</div>`)}</fieldset>`;
}

/** Yes or no, each in words; nothing where nothing is chosen. */
function flagField(language: Language, label: string, name: string, value: boolean | null | undefined, yes: Key, no: Key): Html {
  const options = [
    ['true', message(language, yes)],
    ['false', message(language, no)],
  ] as const;
  return choiceField(language, label, name, options, { value: value == null ? null : String(value) });
}

export const seenField = (language: Language, name: string, value: boolean | null | undefined): Html =>
  flagField(language, message(language, 'reader.checked'), name, value, 'edit.seen', 'reader.unseen');

const bases = ['source_headings', 'compiler_grouping', 'mixed'] as const;

/** What a strategy was read from, and how far. */
export function sourceFields(it: EditedStrategy | null, language: Language): Html {
  const say = (key: Key) => message(language, key);
  const known = bases.map((basis) => [basis, say(`edit.basis.${basis}`)] as const);
  const other = it?.structureBasis && !bases.some((basis) => basis === it.structureBasis) ? [[it.structureBasis, it.structureBasis] as const] : [];
  return html`${rows(
    say('page.sources'),
    it?.sources ?? [],
    (source, at) =>
      html`${textField(say('template.field.sourceTitle'), `sources.${at}.title`, { value: source?.title ?? source?.ref })}${textField(say('template.field.sourceRef'), `sources.${at}.ref`, { value: source?.ref })}`,
  )}${areaField(say('edit.notes'), 'notes', { value: it?.notes.join('\n'), max: 20_000 })}
${flagField(language, say('reader.checked'), 'verified', it?.verified, 'reader.verified', 'reader.notVerified')}${textField(say('edit.verifiedNote'), 'verifiedNote', { value: it?.verifiedNote, max: 5_000 })}
${flagField(language, say('edit.fullyRead'), 'fullyRead', it?.fullyRead, 'edit.fullyRead.all', 'edit.fullyRead.part')}${choiceField(
  language,
  say('edit.basis'),
  'structureBasis',
  [...known, ...other],
  { value: it?.structureBasis },
)}${rows(
  say('edit.instruments'),
  it?.instrumentReferences ?? [],
  (reference, at) =>
    html`${areaField(say('edit.instrumentNames'), `instrumentReferences.${at}.instruments`, { value: reference?.instruments.join('\n'), rows: 2 })}${textField(say('edit.where'), `instrumentReferences.${at}.citation`, { value: reference?.citation, max: 5_000 })}${seenField(language, `instrumentReferences.${at}.seenInSource`, reference?.seenInSource)}`,
)}<p class="soft">${say('edit.moreRows')}</p>`;
}

/**
 * What replaces a strategy, and what it says of others. A new version that is not published is left out: it stands by itself, and naming it
 * here would tell its key to whoever reads this one.
 */
export function relationFields(it: EditedStrategy | null, language: Language): Html {
  const say = (key: Key) => message(language, key);
  const named = it?.supersededBy.filter(({ strategy }) => strategy?.publication !== 'UNPUBLISHED') ?? [];
  const strengths = (['EXPLICIT', 'CANDIDATE'] as const).map((strength) => [strength, say(`edit.strength.${strength}`)] as const);
  return html`${rows(say('reader.replacedBy'), named, (other) => listedField(say('edit.otherKey'), 'supersededBy', other?.key ?? ''))}${rows(
    say('reader.related'),
    it?.relations ?? [],
    (relation, at) =>
      html`${textField(say('edit.relation'), `relations.${at}.relation`, { value: relation?.relation, hint: 'implements' })}${listedField(say('edit.otherKey'), `relations.${at}.target`, relation?.targetKey ?? '')}${choiceField(
        language,
        say('edit.strength'),
        `relations.${at}.strength`,
        strengths,
        { value: relation?.strength },
      )}${textField(say('edit.restsOn'), `relations.${at}.basis`, { value: relation?.basis, max: 5_000 })}${textField(say('edit.where'), `relations.${at}.citation`, { value: relation?.citation, max: 5_000 })}${flagField(
        language,
        say('reader.checked'),
        `relations.${at}.verified`,
        relation?.verified,
        'edit.checked',
        'reader.notVerified',
      )}`,
  )}<p class="soft">${say('edit.moreRows')}</p>`;
}

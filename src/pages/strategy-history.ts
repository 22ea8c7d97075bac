// What was changed in the record of a strategy, by whom and when, with what each field said before and says since. Pure.
import { html } from 'hono/html';
import { en, type MessageKey } from '../i18n/catalogue/en.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { StrategyEdit } from '../views/strategy.ts';
import { codeOf, type Html } from './document.ts';

const actions = [
  'createStrategy',
  'updateStrategy',
  'addNode',
  'updateNode',
  'removeNode',
  'publishStrategy',
  'withdrawStrategy',
  'importPack',
] as const;

/** Fields that forms have a name for; others are told by the name that the API has. */
const names: Readonly<Record<string, MessageKey>> = {
  title: 'edit.title',
  scope: 'edit.scope',
  status: 'edit.status',
  adopted: 'edit.adopted',
  validFrom: 'edit.validFrom',
  validTo: 'edit.validTo',
  adoptingBody: 'edit.adoptingBody',
  leadBody: 'edit.leadBody',
  statusNote: 'edit.statusNote',
  verifiedNote: 'edit.verifiedNote',
  notes: 'edit.notes',
  sources: 'page.sources',
  themes: 'edit.themes',
  supersededBy: 'reader.replacedBy',
  relations: 'reader.related',
  instrumentReferences: 'edit.instruments',
  visibility: 'desk.visibility',
  kind: 'edit.kind',
  label: 'edit.label',
  responsible: 'edit.responsible',
  deadline: 'template.column.deadline',
  parent: 'edit.parent',
  position: 'edit.position',
  threats: 'record.threats',
  elements: 'view.elements',
  provisions: 'reader.provisions',
};

/** Fields with values of a list, each by the words it has. */
const words: Readonly<Record<string, string>> = { scope: 'strategyScope', status: 'strategyStatus', visibility: 'desk.visibility', kind: 'nodeKind' };

/** Fields of one change that are told, and letters of each; the API tells all. */
const [changesMax, lettersMax] = [25, 300];

export function editList(language: Language, history: readonly StrategyEdit[]): Html {
  return html`<ul class="links">${history.map((edit) => html`<li>${editItem(language, edit)}</li>`)}</ul>`;
}

function editItem(language: Language, { when, action, who, version, changes }: StrategyEdit): Html {
  const known = actions.find((it) => it === action);
  const head = html`<bdi>${dayText(language, when.slice(0, 10))}</bdi> · ${known ? message(language, `reader.action.${known}`) : html`<bdi lang="en">${action}</bdi>`} · <bdi>${who}</bdi>${version === null ? '' : html` · ${message(language, 'reader.version', { version: String(version) })}`}`;
  const told = changes.filter((change) => isTold(change, action, language));
  if (told.length === 0) return head;
  return html`<details class="more"><summary>${head}</summary><ul>${told.slice(0, changesMax).map((change) => html`<li>${changeItem(language, change)}</li>`)}${
    told.length > changesMax ? html`<li>… (${told.length})</li>` : ''
  }</ul></details>`;
}

type Change = StrategyEdit['changes'][number];

function namesOf({ field }: Change): { node: string; name: string } {
  const at = field.lastIndexOf('.');
  return { node: field.slice(0, Math.max(at, 0)), name: field.slice(at + 1) };
}

/** What was there from the beginning stands in the text itself; that it was published, the action says. Of a new part its words are enough. */
function isTold(change: Change, action: string, language: Language): boolean {
  const { name } = namesOf(change);
  if (name === 'publication' || (change.from === null && change.to === null)) return false;
  if (change.from === null && ['createStrategy', 'importPack', 'addNode'].includes(action)) return action === 'addNode' && name === 'label';
  const [before, after] = [change.from, change.to].map((value) => (value === null ? '' : valueText(value, name, language)));
  return before !== after;
}

function changeItem(language: Language, change: Change): Html {
  const { from, to } = change;
  const { node, name } = namesOf(change);
  const key = Object.hasOwn(names, name) ? names[name] : undefined;
  const told = html`${node === '' ? '' : html`<code>${node}</code> `}${key ? message(language, key) : html`<bdi lang="en">${name}</bdi>`}${message(language, 'separator.label')}`;
  const [before, after] = [from, to].map((value) => (value === null ? null : html`<bdi lang="">${valueText(value, name, language)}</bdi>`));
  if (before === null) return html`${told}${after}`;
  return html`${told}<del>${before}</del>${after === null ? '' : html` <ins>${after}</ins>`}`;
}

/** A value as it is told: of a text in several languages that of the page, else the first; a list with commas between. */
function valueText(value: string, name: string, language: Language): string {
  const key = `${words[name]}.${value}`;
  if (Object.hasOwn(words, name) && Object.hasOwn(en, key)) return message(language, key as MessageKey);
  const text = plain(/^[{[]/.test(value) ? parsed(value) : value, codeOf(language));
  return text.length > lettersMax ? `${text.slice(0, lettersMax)}…` : text;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function plain(value: unknown, code: string): string {
  if (Array.isArray(value)) return value.map((item) => plain(item, code)).join(', ');
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  const isText = entries.length > 0 && entries.every(([name, item]) => typeof item === 'string' && /^(original|[a-z]{2})$/.test(name));
  if (isText) return String(entries.find(([name]) => name === code)?.[1] ?? entries[0]?.[1]);
  return entries.map(([, item]) => plain(item, code)).join(', ');
}

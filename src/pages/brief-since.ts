// What changed in a brief between two days: the figures that differ, each with the states that came to it or left it. Pure.
import { html } from 'hono/html';
import type { Figure } from '../brief/model.ts';
import type { Brief } from '../brief/service.ts';
import { tell, tellFigure, tellStates } from '../brief/told.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';

const figuresOf = ({ functions, questions }: Brief) =>
  new Map([...functions, ...questions].flatMap(({ figures }) => figures).map((figure) => [figure.key, figure]));

export function briefSince(now: Brief, before: Brief, language: Language): Html {
  const [later, earlier] = [figuresOf(now), figuresOf(before)];
  const told = (figure: Figure | undefined) => (figure === undefined ? message(language, 'page.noRecord') : tellFigure(language, figure));
  const differs = ({ key }: Figure) => told(later.get(key)) !== told(earlier.get(key));
  const names = (word: 'since.counted' | 'since.notCounted', of: Brief, keys: readonly string[]) =>
    keys.length === 0
      ? ''
      : html` <span class="soft">· ${message(language, word)}${message(language, 'separator.label')}${tellStates(language, of, keys)}</span>`;
  const line = (figure: Figure) => {
    const [was, is] = [earlier.get(figure.key), later.get(figure.key)];
    const [keysNow, keysThen] = [new Set(is?.stateKeys), new Set(was?.stateKeys)];
    const name = tell(language, figure.label);
    return html`<li>${is ? html`<a href="#${figure.key}">${name}</a>` : name}${message(language, 'separator.label')}${message(language, 'change.fromTo', { from: told(was), to: told(is) })}${
      was && is?.unit === 'STATES'
        ? html`${names(
            'since.counted',
            now,
            is.stateKeys.filter((key) => !keysThen.has(key)),
          )}${names(
            'since.notCounted',
            before,
            was.stateKeys.filter((key) => !keysNow.has(key)),
          )}`
        : ''
    }</li>`;
  };
  const sectionsThen = new Map([...before.functions, ...before.questions].map(({ key, figures }) => [key, figures]));
  // A figure that there is on the earlier day alone, such as that of a region that has no member any more, is told too.
  const parts = [...now.functions, ...now.questions].map(({ key, title, figures }) => {
    const gone = sectionsThen.get(key)?.filter((figure) => !later.has(figure.key)) ?? [];
    return { title, figures: [...figures, ...gone] };
  });
  const all = parts.flatMap(({ figures }) => figures);
  const sections = parts.flatMap(({ title, figures }) => {
    const own = figures.filter(differs);
    return own.length === 0
      ? []
      : [
          html`<details class="more"><summary>${tell(language, title)} <span class="soft">(${own.length})</span></summary><ul class="changes">${own.map(line)}</ul></details>`,
        ];
  });
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, before.asOf) })}</h2>
<p class="soft">${message(language, 'since.lead')}${message(language, 'separator.sentence')}${message(language, 'since.brief')}</p>
<p>${message(language, 'since.figures', { n: all.filter(differs).length, m: all.length })}</p>${sections}</section>`;
}

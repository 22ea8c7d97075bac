// What changed in a brief between two days: the figures that differ, each with the states that came to it or left it. Pure.
import { html } from 'hono/html';
import type { Figure } from '../brief/model.ts';
import type { Brief } from '../brief/service.ts';
import { tell, tellFigure, tellStates } from '../brief/told.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';

const figuresOf = ({ functions, questions }: Brief): Figure[] => [...functions, ...questions].flatMap(({ figures }) => figures);

export function briefSince(now: Brief, before: Brief, language: Language): Html {
  const earlier = new Map(figuresOf(before).map((figure) => [figure.key, figure]));
  const told = (figure: Figure | undefined) => (figure === undefined ? message(language, 'page.noRecord') : tellFigure(language, figure));
  const differs = (figure: Figure) => told(figure) !== told(earlier.get(figure.key));
  const all = figuresOf(now);
  const names = (word: 'since.counted' | 'since.notCounted', of: Brief, keys: readonly string[]) =>
    keys.length === 0
      ? ''
      : html` <span class="soft">· ${message(language, word)}${message(language, 'separator.label')}${tellStates(language, of, keys)}</span>`;
  const line = (figure: Figure) => {
    const was = earlier.get(figure.key);
    const [keysNow, keysThen] = [new Set(figure.stateKeys), new Set(was?.stateKeys ?? [])];
    const isOfStates = figure.unit === 'STATES' && was !== undefined;
    return html`<li><a href="#${figure.key}">${tell(language, figure.label)}</a>${message(language, 'separator.label')}${message(language, 'change.fromTo', { from: told(was), to: told(figure) })}${
      isOfStates
        ? html`${names(
            'since.counted',
            now,
            figure.stateKeys.filter((key) => !keysThen.has(key)),
          )}${names(
            'since.notCounted',
            before,
            was.stateKeys.filter((key) => !keysNow.has(key)),
          )}`
        : ''
    }</li>`;
  };
  const sections = [...now.functions, ...now.questions].flatMap(({ title, figures }) => {
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

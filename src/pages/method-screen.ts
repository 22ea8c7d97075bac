// How figures come about: what the signs say, in plain words, and every constant with its source.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { alignmentGlyphs, coverageGlyphs, elementGlyphs, threatGlyphs } from '../views/glyphs.ts';
import { operationText } from '../views/view.ts';
import type { Html } from './document.ts';
import { type Shown, screen } from './screen.ts';
import { part } from './texts.ts';

type MethodData = { method: { version: string; constants: { key: string; value: string; meaning: string; source: string }[] } };

const query = operationText('Method', {}, 'method { version constants { key value meaning source } }');

export const methodScreen = screen<MethodData>({
  path: '/method',
  parameters: [],
  ask: () => ({ query, variables: {} }),
  render: ({ method }, shown) => {
    const { language } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const parts: [string, string, Html][] = [
      ['counted', say('method.counted'), html`<p>${say('method.counted.text')}</p>`],
      ['alignment', say('view.matrix'), alignmentPart(shown)],
      ['elements', say('view.elements'), signsPart(shown, 'method.elements', 'elementStatus', elementGlyphs)],
      ['threats', say('record.threats'), signsPart(shown, 'method.threats', 'threatStatus', threatGlyphs)],
      ['kinds', say('view.coverage'), signsPart(shown, 'method.kinds', 'coverageStatus', coverageGlyphs)],
      ['constants', say('method.constants'), constantsPart(method, shown)],
    ];
    return {
      title: say('nav.method'),
      body: html`<h1>${say('nav.method')}</h1>
<p class="lead">${message(language, 'method.lead', { version: method.version })}</p>
<nav class="contents" aria-label="${say('page.contents')}"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${parts.map(([id, name, content]) => part(id, name, content))}`,
    };
  },
});

function alignmentPart({ language }: Shown): Html {
  return html`<p>${message(language, 'method.alignment')}</p>
<dl class="signs">${(Object.keys(alignmentGlyphs) as (keyof typeof alignmentGlyphs)[]).map(
    (status) =>
      html`<dt><span class="sign" data-status="${status}" aria-hidden="true">${alignmentGlyphs[status]}</span> ${message(language, `alignmentStatus.${status}`)}</dt><dd>${message(language, `method.means.${status}`)}</dd>`,
  )}</dl><p>${message(language, 'method.hint')}</p>`;
}

type Told = { elementStatus: keyof typeof elementGlyphs; threatStatus: keyof typeof threatGlyphs; coverageStatus: keyof typeof coverageGlyphs };

function signsPart<Kind extends keyof Told>(
  { language }: Shown,
  text: 'method.elements' | 'method.threats' | 'method.kinds',
  kind: Kind,
  glyphs: Readonly<Record<Told[Kind], string>>,
): Html {
  return html`<p>${message(language, text)}</p><ul class="signs">${(Object.keys(glyphs) as Told[Kind][]).map(
    (status) =>
      html`<li><span class="sign" data-status="${status}" aria-hidden="true">${glyphs[status]}</span> ${message(language, `${kind}.${status}` as 'elementStatus.ABSENT')}</li>`,
  )}</ul>`;
}

function constantsPart({ constants }: MethodData['method'], { language }: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  return html`<p class="soft">${say('method.constants.text')}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${say('method.constants')}"><table class="lines"><caption class="hidden">${say('method.constants')}</caption>
<thead><tr><th scope="col">${say('method.meaning')}</th><th scope="col">${say('method.value')}</th><th scope="col">${say('page.source')}</th></tr></thead>
<tbody>${constants.map(
    ({ key, value, meaning, source }) =>
      html`<tr id="${key}"><th scope="row"><bdi lang="en">${meaning}</bdi> <code dir="ltr">${key}</code></th><td data-label="${say('method.value')}"><bdi dir="ltr" lang="en">${value}</bdi></td><td data-label="${say('page.source')}"><bdi lang="en">${source}</bdi></td></tr>`,
  )}</tbody></table></div>`;
}

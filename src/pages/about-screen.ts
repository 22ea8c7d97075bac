// What this service is and is not, what its data are from, and how they may be used.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { operationText } from '../views/view.ts';
import { codeOf, type Html, organizationPath } from './document.ts';
import { byName } from './home-screen.ts';
import { type Shown, screen } from './screen.ts';
import { part, sourceItem } from './texts.ts';

type Assessment = {
  key: string;
  title: string;
  issuingBody: string | null;
  dated: string | null;
  attribution: string | null;
  official: boolean;
  sources: { title: string | null; ref: string | null }[];
};
type Organization = { key: string; name: string; acronym: string | null; verification: string | null };
type AboutData = {
  method: { version: string };
  strategies: { totalCount: number };
  assessments: { totalCount: number; edges: { node: Assessment }[] };
  organizations: Organization[];
};

const query = operationText(
  'About',
  {},
  'method { version }',
  'strategies(first: 1) { totalCount }',
  'assessments(first: 100) { totalCount edges { node { key title issuingBody dated attribution official sources { title ref } } } }',
  'organizations { key name acronym verification }',
);

export const aboutScreen = screen<AboutData>({
  path: '/about',
  parameters: [],
  ask: () => ({ query, variables: {} }),
  render: (data, shown) => {
    const { language } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const parts: [string, string, Html][] = [
      ['is', say('about.is'), html`<p>${say('about.is.text')}</p>`],
      ['is-not', say('about.isNot'), html`<p>${say('about.isNot.text')}</p><p>${say('disclaimer')}</p><p>${say('kosovoNote')}</p>`],
      ['data', say('about.data'), dataPart(data, shown)],
      ['assessments', say('about.assessments'), assessmentsPart(data.assessments, shown)],
      ['organizations', say('nav.home'), organizationsPart(data.organizations, shown)],
      ['cite', say('take.cite'), html`<p>${say('about.cite.text')}</p>`],
      ['contact', say('about.contact'), html`<p>${say('about.contact.text')}</p>`],
    ];
    return {
      title: say('nav.about'),
      body: html`<h1>${say('nav.about')}</h1>
<nav class="contents" aria-label="${say('page.contents')}"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${parts.map(([id, name, content]) => part(id, name, content))}`,
    };
  },
});

function dataPart({ strategies, method }: AboutData, { language }: Shown): Html {
  return html`<p>${message(language, 'home.strategies', { count: strategies.totalCount })}. ${message(language, 'about.data.text')}</p>
<p>${message(language, 'about.data.licence')}</p>
<p><a href="/${codeOf(language)}/strategies">${message(language, 'nav.strategies')}</a> · <a href="/${codeOf(language)}/method">${message(language, 'nav.method')} <bdi dir="ltr">${method.version}</bdi></a></p>`;
}

function assessmentsPart({ edges }: AboutData['assessments'], { language }: Shown): Html {
  if (edges.length === 0) return html`<p>${message(language, 'page.nothing')}</p>`;
  return html`<p>${message(language, 'about.assessments.text')}</p><ul class="evidence">${edges.map(
    ({ node: it }) =>
      html`<li><bdi>${it.title}</bdi><p class="soft">${[it.issuingBody, it.dated && dayText(language, it.dated), message(language, it.official ? 'about.official' : 'about.notOfficial')].flatMap((fact) => (fact === null ? [] : [html`<bdi>${fact}</bdi> · `]))}${it.sources.map((source) => html`${sourceItem(source)} `)}</p>${
        it.attribution === null ? '' : html`<p><bdi lang="en">${it.attribution}</bdi></p>`
      }</li>`,
  )}</ul>`;
}

function organizationsPart(organizations: readonly Organization[], { language }: Shown): Html {
  return html`<p>${message(language, 'about.organizations.text')}</p><ul class="evidence">${byName(organizations, language).map(
    ({ key, name, acronym, verification }) =>
      html`<li><a href="${organizationPath(language, key, 'matrix')}"><bdi>${name}</bdi></a>${acronym === null ? '' : html` <span class="soft"><bdi>${acronym}</bdi></span>`}<p class="soft">${
        verification === 'recalled' || verification === 'excerpt'
          ? message(language, `about.verification.${verification}`)
          : (verification ?? message(language, 'page.noRecord'))
      }</p></li>`,
  )}</ul>`;
}

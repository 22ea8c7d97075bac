// Parts of the thread of a need that compute: what changed between two days, and whether an activity suits it. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Need, Stage } from '../views/assistance.ts';
import { foldedForm } from './assistance-forms.ts';
import { activityLink } from './assistance-parts.ts';
import type { Html } from './document.ts';
import { hidden } from './fields.ts';
import type { HistoryItem } from './history-list.ts';
import type { Shown } from './screen.ts';
import { area, listed } from './work-fields.ts';

export type Reason = { kind: 'RECIPIENT' | 'RECIPIENT_REGION' | 'ELEMENT' | 'THREAT' | 'PROVISION' | 'PERIOD'; key: string | null };
export type Lack = 'RECIPIENT' | 'THEME' | 'PERIOD';
export type Fit = { activity: { key: string; title: string }; reasons: Reason[]; lacks: Lack[] };
export type NeedBefore = { stage: Stage | null; status: Need['status'] } | null;

export function reasonsOf(reasons: readonly Reason[], language: Language): Html {
  return listed(
    language,
    reasons.map(({ kind }) => html`${message(language, `matchReason.${kind}`)}`),
  );
}

/** Why an activity does not appear to suit, in words; nothing where it does. */
export function lacksOf(lacks: readonly Lack[], language: Language): Html | '' {
  if (lacks.length === 0) return '';
  return html`<div class="notice"><p>${message(language, 'match.lacks')}</p><ul>${lacks.map((lack) => html`<li>${message(language, `matchLack.${lack}`)}</li>`)}</ul></div>`;
}

/** For who may propose: a question about one activity, and the answer with the way to propose it all the same. Null: no such activity can be seen. */
export function fitSection(need: string, fit: Fit | null | undefined, candidates: readonly { key: string; title: string }[], shown: Shown): Html {
  const { language, address } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const answer =
    fit == null
      ? html`<p>${say('match.unknown')}</p>`
      : html`<h3>${activityLink(language, fit.activity)}</h3>${
          fit.lacks.length === 0
            ? html`<p>${say('match.suits')}${say('separator.label')}${reasonsOf(fit.reasons, language)}</p>`
            : html`${lacksOf(fit.lacks, language)}<p>${say('match.mayStill')}</p>`
        }${foldedForm(shown, 'proposeMatch', `${say('do.proposeMatch')}${say('separator.label')}${fit.activity.title}`, html`${hidden('need', need)}${hidden('activity', fit.activity.key)}${area(say('word.note'), 'note')}`)}`;
  return html`<section id="fit" aria-labelledby="fit-title"><h2 id="fit-title">${say('match.check')}</h2>
<form class="tools" method="get" action="${address.with(language).split('?')[0]}#fit"><label>${say('form.activity')}<input name="activity" required value="${address.text('activity') ?? ''}" list="fit-keys"></label><datalist id="fit-keys">${candidates.map(
    ({ key, title }) => html`<option value="${key}">${title}</option>`,
  )}</datalist><button>${say('page.show')}</button></form>${fit === undefined ? '' : answer}</section>`;
}

type Dated = {
  stages: readonly { stage: Stage; on: string }[];
  matches: readonly {
    status: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
    proposedOn: string;
    decidedOn: string | null;
    activity: { key: string; title: string } | null;
  }[];
  history: readonly HistoryItem[];
};

/** Where the need stood and stands, and what was recorded of it between the days; the earlier one is not among them. */
export function needSince(
  now: { stage: Stage | null; status: Need['status'] } & Dated,
  before: NeedBefore,
  [since, asOf]: readonly [string, string],
  language: Language,
): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const stage = (of: Stage | null) => (of === null ? say('page.noRecord') : say(`needStage.${of}`));
  const rows: [string, string, string][] = [
    [say('word.stage'), before === null ? say('change.none') : stage(before.stage), stage(now.stage)],
    [say('word.status'), before === null ? say('change.none') : say(`needStatus.${before.status}`), say(`needStatus.${now.status}`)],
  ];
  const isBetween = (day: string) => day > since && day <= asOf;
  const activity = (it: Dated['matches'][number]) => (it.activity === null ? html`${say('match.unpublished')}` : activityLink(language, it.activity));
  const dated = [
    ...now.stages.map(({ stage: to, on }) => ({ on, words: html`${stage(to)}` })),
    ...now.matches.map((it) => ({ on: it.proposedOn, words: html`${activity(it)}${say('separator.label')}${say('since.proposed')}` })),
    ...now.matches.flatMap((it) =>
      it.decidedOn === null ? [] : [{ on: it.decidedOn, words: html`${activity(it)}${say('separator.label')}${say(`matchStatus.${it.status}`)}` }],
    ),
    ...now.history.map(({ action, when, who }) => ({ on: when.slice(0, 10), words: html`${who} · <code>${action}</code>` })),
  ]
    .filter(({ on }) => isBetween(on))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const title = message(language, 'overview.changes', { date: dayText(language, since) });
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${title}</h2><p class="soft">${say('since.lead')}</p>
<table class="then-now"><caption class="hidden">${title}</caption><thead><tr><td></td><th scope="col"><bdi>${dayText(language, since)}</bdi></th><th scope="col"><bdi>${dayText(language, asOf)}</bdi></th></tr></thead>
<tbody>${rows.map(([name, was, is]) => html`<tr><th scope="row">${name}</th><td>${was}</td><td>${is}</td></tr>`)}</tbody></table>
<h3>${say('since.recorded')}</h3>${
    dated.length === 0
      ? html`<p>${say('overview.noChange')}</p>`
      : html`<ul class="changes">${dated.map(({ on, words }) => html`<li><bdi>${dayText(language, on)}</bdi> · ${words}</li>`)}</ul>`
  }</section>`;
}

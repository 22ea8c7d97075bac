// One activity of the register: all that is recorded of it, and the needs that it could serve.
import { html } from 'hono/html';
import { encodeGlobalId } from '../graphql/global-id.ts';
import { message } from '../i18n/messages.ts';
import { type Activity, activityFields } from '../views/assistance.ts';
import { operationText } from '../views/view.ts';
import { foldedForm } from './assistance-forms.ts';
import { activityFacts, type NeedName, needLink } from './assistance-parts.ts';
import { hidden } from './fields.ts';
import { type HistoryItem, historyFields, historyOf } from './history-list.ts';
import { screen } from './screen.ts';
import { fact, written } from './work-fields.ts';

type ActivityData = { node: Activity & { version: number; history: HistoryItem[]; couldServe: NeedName[] } };

const query = operationText(
  'Activity',
  { id: 'ID!', asOf: 'Date' },
  `node(id: $id) {
    ... on AssistanceActivity {
      version ${activityFields}
      couldServe(asOf: $asOf) { key state { key name } element { key label } threat { key label } provision { key label } }
      history { ${historyFields} }
    }
  }`,
);

export const activityScreen = screen<ActivityData>({
  path: '/assistance/activities/:key',
  parameters: ['asOf'],
  ask: (address) => ({ query, variables: { id: encodeGlobalId('AssistanceActivity', address.part('key')), asOf: address.day('asOf') } }),
  render: ({ node: activity }, shown) => {
    const { language, viewer } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const isUnpublished = activity.publication === 'UNPUBLISHED';
    return {
      title: activity.title,
      body: html`<h1>${written(activity.title)}</h1>
<p class="soft">${activity.offer ? html`${say('activity.offer')} · ` : ''}<bdi>${activity.key}</bdi></p>
${isUnpublished ? html`<p class="notice">${say('activity.unpublished')}</p>` : ''}
${activityFacts(language, activity, true)}
${
  activity.iatiIdentifier === null && activity.reportingOrg === null
    ? ''
    : html`<dl class="facts">${fact('IATI', activity.iatiIdentifier === null ? null : written(activity.iatiIdentifier))}${fact('IATI reporting-org', activity.reportingOrg === null ? null : written(activity.reportingOrg))}</dl>`
}
${
  activity.couldServe.length === 0
    ? ''
    : html`<section aria-labelledby="serves"><h2 id="serves">${say('activity.couldServe')}</h2><p class="soft">${say('need.candidates.lead')}</p><ul>${activity.couldServe.map(
        (need) => html`<li>${needLink(language, need)}</li>`,
      )}</ul></section>`
}
${
  isUnpublished && viewer.role === 'SECRETARIAT'
    ? foldedForm(
        shown,
        'publishActivity',
        say('do.publishActivity'),
        html`${hidden('activity', activity.key)}${hidden('version', activity.version)}`,
        { about: activity.title },
      )
    : ''
}
${historyOf(language, activity.history)}`,
    };
  },
});

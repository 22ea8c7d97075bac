// The page at /graphiql for trying queries. All its files come from the installed package and from this server: no other host is asked.
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { policyOfGraphiql } from './headers.ts';
import { questions } from './questions.ts';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Strategy Synergy: GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/style.css">
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. The API itself does not: POST a query to /graphql.</noscript>
<div id="root"></div>
<script src="/graphiql/app.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

/** A tab for each question, the sentence above its query as a comment. */
const defaultTabs = questions.map(({ ask, query }) => ({ query: `# ${ask}\n${query}` }));

const start = `'use strict';
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => '/graphiql/worker-' + label + '.js' };
const settings = ${JSON.stringify({ title: 'Strategy Synergy', endpoint: '/graphql', defaultTabs, shouldPersistHeaders: false })};
// A page of ours gives its own query along.
const given = new URLSearchParams(location.search);
if (given.has('query')) Object.assign(settings, { initialQuery: given.get('query'), initialVariables: given.get('variables') || '' });
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), settings);
`;

const javascript = 'text/javascript; charset=utf-8';

/** Routes below /graphiql. The bundle, 9 MB, is loaded when the page is first opened. */
export function graphiqlRoutes(): Hono {
  const bundle = () => import('@graphql-yoga/render-graphiql/graphiql');
  const file = (c: Context, type: string, text: string) => c.body(text, 200, { 'content-type': type, 'cache-control': 'public, max-age=86400' });

  const routes = new Hono();
  routes.use(compress());
  routes.get('/', (c) => c.html(page, 200, { 'content-security-policy': policyOfGraphiql }));
  routes.get('/start.js', (c) => c.body(start, 200, { 'content-type': javascript }));
  routes.get('/app.js', async (c) => file(c, javascript, (await bundle()).js));
  routes.get('/style.css', async (c) => file(c, 'text/css; charset=utf-8', (await bundle()).css));
  routes.get('/worker-editorWorkerService.js', async (c) => file(c, javascript, (await bundle()).editorWorkerService));
  routes.get('/worker-json.js', async (c) => file(c, javascript, (await bundle()).jsonWorker));
  routes.get('/worker-graphql.js', async (c) => file(c, javascript, (await bundle()).graphqlWorker));
  return routes;
}

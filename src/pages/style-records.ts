// Styles of records: lists of states, the record of one, strategies and their reader, search, method.

export const recordStyles = `
.states { list-style: none; padding: 0; columns: 20rem; column-gap: 2rem; } .states li { break-inside: avoid; padding-block: .3rem; border-block-end: 1px solid var(--line); } .states li > a:first-child { font-weight: 600; }
.columns, .links, .legend-line { list-style: none; padding: 0; } .columns { columns: 26rem; } .columns li { break-inside: avoid; margin-block: .35rem; }
.contents ul { list-style: none; padding: 0; margin: .75rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; } .contents a { display: inline-block; min-block-size: 1.5rem; }
.evidence { list-style: none; padding: 0; } .evidence > li { border-block-end: 1px solid var(--line); padding-block-end: .5rem; }
.tag { font-size: .85rem; border: 1px solid var(--soft); border-radius: .25rem; padding: 0 .4rem; white-space: nowrap; }
.states p { margin: 0; font-size: .85rem; } .scroll:has(> .lines), .scroll:has(> .graph) { max-block-size: none; } .lines { margin: 0; } .lines th { font-weight: 400; } .lines thead th { font-weight: 600; position: sticky; inset-block-start: 0; background: var(--paper); } .lines tbody th { inline-size: 36%; }
.lines td a { display: inline-block; min-block-size: 1.6rem; } .lines td a[aria-current] { outline: 3px solid var(--ink); outline-offset: 2px; }
.answers { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem 1rem 1rem; margin-block: 1rem; } .answers h2 { border: 0; margin-block: .5rem; }
.answer { display: inline-grid; vertical-align: top; inline-size: min(28rem, 100%); margin-inline-end: 1.5rem; } .action { display: grid; gap: .6rem; justify-items: start; } .action label { display: grid; inline-size: 100%; font-size: .9rem; }
.paging ul { list-style: none; padding: 0; display: flex; gap: 1.5rem; } .paging a { display: inline-block; padding: .4rem .8rem; border: 1px solid var(--line); border-radius: .25rem; }
.tree { list-style: none; padding-inline-start: 0; margin: 0; } .tree .tree { padding-inline-start: 1.5rem; border-inline-start: 2px solid var(--line); }
.tree li { margin-block: .6rem; scroll-margin-block-start: 1rem; } .tree p { margin: .15rem 0; } .tree li:target > .node { background: var(--mark); }
.node .number { font-weight: 700; } .node .kind { color: var(--soft); font-size: .85rem; } .node .text { color: inherit; text-decoration: none; } .node .text:hover { text-decoration: underline; }
.facets span { margin-inline-end: .75rem; } .links { margin: .15rem 0 .4rem; padding-inline-start: 1rem; } .links li { margin-block: .2rem; } .way { font-size: .9rem; font-weight: 600; } .tree details { border: 0; font-size: .95rem; } .tree summary { padding: .15rem 0; }
.graph { display: block; font-size: 12.5px; } .graph text { fill: var(--ink); } .graph a:hover text, .graph a:focus text { text-decoration: underline; fill: var(--link); } .graph .lines { stroke: var(--link); stroke-opacity: .55; }
.legend-line { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
mark { background: var(--mark); color: inherit; font-weight: 600; } .search input { inline-size: min(30rem, 75vw); }
dl.signs { display: grid; grid-template-columns: minmax(10rem, 18rem) 1fr; gap: .4rem 1rem; } dl.signs dd { margin: 0; } ul.signs { list-style: none; padding: 0; } ul.signs li { margin-block: .3rem; }
@media (max-width: 40rem) {
  .facts, dl.signs { grid-template-columns: 1fr; } .facts dd, dl.signs dd { margin-block-end: .4rem; }
  .tree .tree { padding-inline-start: .7rem; }
  .lines thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .lines, .lines tbody, .lines tr, .lines th, .lines td { display: block; inline-size: auto; } .lines tbody th { inline-size: auto; font-weight: 600; }
  .lines th, .lines td { border: 0; padding: .15rem .4rem; } .lines tr { border-block-end: 1px solid var(--line); padding-block: .3rem; }
  .lines td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media print { .answers, .paging, .search { display: none; } .graph { max-inline-size: 100%; block-size: auto; } }
`;

// The style sheet of the pages: readable at 320 pixels, mirrored for Arabic by logical properties, and made for A4 paper.

import { deskStyle } from './style-desk.ts';

export const styleSheet = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2126; --soft: #4a545e; --line: #c9d1d8; --link: #14507a; --pale: #f3f6f8; --mark: #fff6d6; --hatch: #d5dbe0; --full: #1b5e8c; --part: #8fc1de; --none: #f2a541; --narrow: #fbe3c0; --other: #9c2f1c; --unread: #ececec; --on: #1c2126; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e9edf0; --soft: #aab4bd; --line: #3b454e; --link: #8cc4ea; --pale: #1d242a; --mark: #3a3413; --hatch: #39434c; --unread: #2b3239; --narrow: #5b4522; --other: #b8452f; } }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--paper); }
body { margin: 0 auto; max-inline-size: 90rem; padding: 0 1rem 3rem; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, button:focus-visible, select:focus-visible, textarea:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: 0; padding: .5rem 0; border-block-end: 1px solid var(--line); }
.languages a { display: inline-block; padding: .25rem 0; min-block-size: 1.5rem; }
.languages a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .5rem; border-block-end: 2px solid var(--ink); padding-block-end: .25rem; }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
h5 { font-size: .95rem; margin: .75rem 0 .25rem; }
.lead { font-size: 1.15rem; margin: 0; }
.soft, .note { color: var(--soft); }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: end; margin: 1rem 0; }
.tools form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0; }
.tools label { display: grid; font-size: .9rem; }
input, button, select, textarea { font: inherit; padding: .3rem .6rem; border: 1px solid var(--soft); border-radius: .25rem; background: var(--paper); color: inherit; min-block-size: 2rem; }
nav.contents ul, .whose ul { margin: .25rem 0; padding-inline-start: 1.25rem; }
.whose ul { columns: 16rem; }
details { border-block-end: 1px solid var(--line); }
summary { cursor: pointer; padding: .4rem 0; }
summary:hover { background: var(--pale); }
.figure > summary { display: grid; grid-template-columns: 1fr; gap: 0 1rem; list-style: none; position: relative; padding-inline-start: 1.2rem; }
.figure > summary::-webkit-details-marker { display: none; }
.figure > summary::before { content: "+"; position: absolute; inset-inline-start: 0; inset-block-start: .4rem; color: var(--link); font-weight: 700; }
.figure[open] > summary::before { content: "\\2212"; }
.figure .count { font-weight: 600; }
.figure .unknown { color: var(--soft); font-weight: 400; }
.behind { padding: .25rem 0 1rem; padding-inline-start: 1.2rem; font-size: .95rem; }
.behind h6 { font-size: .9rem; margin: .5rem 0 .2rem; color: var(--soft); }
.behind p { margin: 0; }
code { font-size: .85em; color: var(--soft); }
.behind ul, .board ul { margin: 0; padding-inline-start: 1.2rem; }
.behind li, .board li { margin-block: .25rem; }
table { border-collapse: collapse; inline-size: 100%; margin: .5rem 0 1rem; font-size: .95rem; }
th, td { border-block-end: 1px solid var(--line); padding: .35rem .5rem; text-align: start; vertical-align: top; }
thead th { border-block-end: 2px solid var(--ink); }
.grid { table-layout: fixed; }
.board th { inline-size: 7rem; font-weight: 600; }
.sources { padding-inline-start: 2.2rem; font-size: .95rem; }
.sources li { margin-block: .25rem; }
.sources li:target, details:target { background: var(--mark); }
.site { border-block-end: 1px solid var(--line); }
.site ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.site li a { display: inline-block; padding: .3rem 0; min-block-size: 1.75rem; }
.bar { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; padding-block: .25rem; }
.brand { font-weight: 700; font-size: 1.1rem; text-decoration: none; }
.site a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; border-block-end: 3px solid var(--link); }
.views { background: var(--pale); padding: .35rem .75rem; }
.views p { margin: 0; font-weight: 600; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.notice { border-inline-start: 4px solid var(--none); background: var(--pale); padding: .5rem .75rem; }
.empty { border: 1px dashed var(--line); padding: 1.5rem; text-align: center; }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .75rem; }
.cards li { border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem; }
.cards a { font-weight: 600; }
.cards p { margin: .25rem 0 0; }
.tools label { align-content: end; }
.tools .tick { display: flex; gap: .4rem; align-items: center; min-block-size: 2rem; }
.tools .tick input { min-block-size: 0; inline-size: 1.15rem; block-size: 1.15rem; }
.tools select { max-inline-size: 16rem; }
form.tools { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .75rem; }
.legend ul, .files { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 0; margin: .75rem 0; }
.sign { display: inline-grid; place-items: center; inline-size: 1.9rem; block-size: 1.6rem; border: 1px solid var(--soft); color: var(--on); vertical-align: middle; }
.scroll { overflow: auto; max-block-size: 85vh; border: 1px solid var(--line); margin-block: .75rem; }
.matrix { inline-size: auto; margin: 0; border-collapse: separate; border-spacing: 0; font-size: .9rem; }
.matrix th, .matrix td { border: 0; border-inline-end: 1px solid var(--line); border-block-end: 1px solid var(--line); padding: 0; vertical-align: middle; }
.matrix thead th { background: var(--paper); vertical-align: bottom; text-align: start; font-weight: 400; border-block-end: 1px solid var(--line); }
.matrix thead { position: sticky; inset-block-start: 0; z-index: 2; background: var(--paper); }
.matrix .groups th { padding: .3rem .4rem; font-weight: 600; max-inline-size: 0; }
.matrix .groups span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.matrix thead tr:last-child th:not(:first-child) { inline-size: 2.4rem; min-inline-size: 2.4rem; max-inline-size: 2.4rem; text-align: center; }
.matrix thead .number { display: block; font-weight: 700; padding-block: .2rem; }
.matrix thead .label { display: inline-block; writing-mode: vertical-rl; height: 10.5rem; width: 2.2rem; overflow: hidden; line-height: 1.05; font-size: .8rem; text-align: start; }
.matrix thead th a { text-decoration: none; color: inherit; display: block; }
.matrix thead th a:hover .label { text-decoration: underline; }
.matrix tbody th, .matrix tfoot th, .matrix thead tr:last-child th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--paper); font-weight: 400; padding: .2rem .5rem; min-inline-size: 9rem; max-inline-size: 15rem; }
.matrix thead tr:last-child th:first-child { z-index: 3; }
.matrix tbody th a { text-decoration: none; }
.matrix tbody th a:hover { text-decoration: underline; }
.matrix td[data-status] { text-align: center; min-inline-size: 2.4rem; block-size: 2rem; color: var(--on); }
.matrix td[data-status] a { display: grid; place-items: center; min-inline-size: 2.3rem; block-size: 100%; min-block-size: 1.9rem; color: inherit; text-decoration: none; }
.matrix td[data-status] a:hover, .matrix td[aria-current] a { outline: 3px solid var(--ink); outline-offset: -3px; }
.matrix td[data-was] { box-shadow: inset 0 -.35rem 0 -.1rem var(--ink); }
.matrix tr[data-pinned] th { font-weight: 700; }
.matrix tfoot td { text-align: center; font-size: .8rem; padding: .15rem; }
.matrix tfoot tr:first-child > * { border-block-start: 2px solid var(--ink); }
[data-status=ALIGNED], [data-status=PLANNED], [data-status=IN_FORCE], [data-status=ACCOUNTABLE] { background: var(--full); }
td[data-status=ALIGNED], td[data-status=PLANNED], td[data-status=IN_FORCE], td[data-status=ACCOUNTABLE], .sign[data-status=ALIGNED], .sign[data-status=PLANNED], .sign[data-status=IN_FORCE], .sign[data-status=ACCOUNTABLE] { color: #fff; }
[data-status=PARTIAL], [data-status=ACTIONED], [data-status=UPCOMING] { background: var(--part); }
[data-status=MENTIONED], [data-status=DRAFT] { background: #cfe4f1; }
[data-status=GAP], [data-status=ABSENT], [data-status=NONE] { background: var(--none); }
[data-status=NARROW_RECORD], [data-status=ENDED], td[data-status=NOT_SEEN], .sign[data-status=NOT_SEEN] { background: var(--narrow); }
[data-status=DIFFERS], [data-status=CONTESTED] { background: var(--other); }
td[data-status=DIFFERS], td[data-status=CONTESTED], .sign[data-status=DIFFERS], .sign[data-status=CONTESTED] { color: #fff; }
[data-status=UNREAD], [data-status=NOT_ASSESSED], [data-status=NOT_APPLICABLE], [data-status=LOW_EXPOSURE] { background: var(--unread); }
[data-hint] { color: var(--soft); font-size: .75rem; }
[data-status=NO_RECORD], [data-status=NOT_RECORDED] { background: repeating-linear-gradient(135deg, var(--paper) 0 4px, var(--hatch) 4px 6px); }
tr[data-lapsed] td[data-status] { background-image: repeating-linear-gradient(45deg, transparent 0 5px, rgb(128 128 128 / .35) 5px 7px); }
@media (prefers-color-scheme: dark) {
  td[data-status=UNREAD], td[data-status=NOT_ASSESSED], td[data-status=NOT_APPLICABLE], td[data-status=LOW_EXPOSURE], td[data-status=NARROW_RECORD], td[data-status=ENDED], td[data-status=NOT_SEEN], .sign[data-status=UNREAD], .sign[data-status=NOT_ASSESSED], .sign[data-status=NOT_APPLICABLE], .sign[data-status=LOW_EXPOSURE], .sign[data-status=NARROW_RECORD], .sign[data-status=ENDED], .sign[data-status=NOT_SEEN] { color: var(--ink); }
}
.panel { border: 2px solid var(--link); border-radius: .4rem; padding: .5rem 1rem 1rem; margin-block: 1rem; background: var(--paper); }
.panel h2 { margin-block: .25rem .5rem; border: 0; }
.panel .close { float: inline-end; margin: .25rem 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
.evidence > li { margin-block: .6rem; } .evidence p { margin: .15rem 0; }
blockquote { margin: .3rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
.numbered { list-style: none; padding: 0; columns: 26rem; } .numbered li { margin-block: .25rem; break-inside: avoid; } .numbered .number { display: inline-block; min-inline-size: 2rem; color: var(--soft); }
.take { margin-block-start: 3rem; border-block-start: 1px solid var(--line); } .take h2 { border: 0; font-size: 1.1rem; margin-block: .75rem .25rem; }
.disclaimer { color: var(--soft); font-size: .9rem; }
@media (forced-colors: active) { .matrix td, .sign { forced-color-adjust: auto; border: 1px solid; } }
@media (min-width: 40rem) { .figure > summary { grid-template-columns: minmax(0, 1fr) minmax(10rem, 18rem); } }
@media (max-width: 40rem) {
  .grid thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .grid, .grid tbody, .grid tr, .grid th, .grid td { display: block; inline-size: auto; }
  .grid tr { border-block-end: 1px solid var(--line); padding-block: .4rem; }
  .grid th, .grid td { border: 0; padding: .1rem 0; }
  .grid td::before { content: attr(data-column) ": "; color: var(--soft); }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  body { max-inline-size: none; padding: 0; }
  .site nav, .skip, .tools, nav.contents, .whose, .take .files, .take > p:not(.disclaimer), .panel .close { display: none; }
  .scroll { overflow: visible; max-block-size: none; border: 0; }
  .matrix { font-size: 7pt; } .matrix thead { position: static; } .matrix tbody th, .matrix tfoot th { position: static; min-inline-size: 0; }
  .matrix td[data-status], .sign { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .matrix td[data-status], .matrix td[data-status] a { min-inline-size: 0; block-size: auto; min-block-size: 0; }
  @page wide { size: A4 landscape; margin: 12mm; }
  .scroll { page: wide; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  .figure > summary { grid-template-columns: minmax(0, 1fr) 66mm; padding-inline-start: 0; }
  .figure > summary::before { content: none; }
  summary, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .more:not([open]) { display: none; }
  .sources a::after { content: " " attr(href); color: var(--soft); font-size: 8pt; }
}
${deskStyle}`;

// The style sheet of the pages: readable at 320 pixels, mirrored for Arabic by logical properties, and made for A4 paper.
import { commonStyle } from './style-common.ts';
import { deskStyle } from './style-desk.ts';
import { gridRules } from './style-grids.ts';
import { recordStyles } from './style-records.ts';
import { workStyle } from './style-work.ts';

export const styleSheet = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2126; --soft: #4a545e; --line: #c9d1d8; --link: #14507a; --pale: #f3f6f8; --mark: #fff6d6; --hatch: #d5dbe0; --none: #f2a541; --on: #1c2126; --full: #1b5e8c; --other: #9c2f1c; --unread: #ececec; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e9edf0; --soft: #aab4bd; --line: #3b454e; --link: #8cc4ea; --pale: #1d242a; --mark: #3a3413; --hatch: #39434c; --other: #ea9482; --unread: #2b3239; } }
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
.files { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 0; margin: .75rem 0; }
.panel { border: 2px solid var(--link); border-radius: .4rem; padding: .5rem 1rem 1rem; margin-block: 1rem; background: var(--paper); }
.panel h2 { margin-block: .25rem .5rem; border: 0; }
.panel .close { float: inline-end; margin: .25rem 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
.evidence > li { margin-block: .6rem; } .evidence p { margin: .15rem 0; }
blockquote { margin: .3rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
.numbered { list-style: none; padding: 0; columns: 26rem; } .numbered li { margin-block: .25rem; break-inside: avoid; } .numbered .number { display: inline-block; min-inline-size: 2rem; color: var(--soft); }
.take { margin-block-start: 3rem; border-block-start: 1px solid var(--line); } .take h2 { border: 0; font-size: 1.1rem; margin-block: .75rem .25rem; }
.printed { display: none; }
.disclaimer { color: var(--soft); font-size: .9rem; }
@media (min-width: 40rem) { .figure > summary { grid-template-columns: minmax(0, 1fr) minmax(10rem, 18rem); } }
@media (max-width: 40rem) {
  .bar { gap: 0 1rem; padding: 0; } .bar > :not(nav) { min-inline-size: 0; } .languages { inline-size: 100%; font-size: .85rem; } .languages ul { justify-content: space-between; } .site .account, .site .try { font-size: .9rem; } .account button { padding: 0 .5rem; min-block-size: 1.75rem; }
  .site nav ul { flex-wrap: nowrap; overflow-x: auto; overscroll-behavior-inline: contain; scrollbar-width: thin; padding: 0; gap: 0 .8rem; }
  .site nav li { flex: none; }
  .site .views { display: flex; gap: .9rem; align-items: center; padding: 0 .5rem; } .views p { flex: none; max-inline-size: 7rem; } .views bdi { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .views ul { min-inline-size: 0; }
  h1 { margin-block-start: .75rem; font-size: 1.4rem; }
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
  .site nav, .skip, .tools, nav.contents, .whose, .take > :not(.disclaimer, .printed), .panel .close, a[download] { display: none; }
  .printed { display: block; }
  .take { break-inside: avoid; margin-block-start: 1rem; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  .figure > summary { grid-template-columns: minmax(0, 1fr) 66mm; padding-inline-start: 0; }
  .figure > summary::before { content: none; }
  summary, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .more:not([open]) { display: none; }
  .sources a::after { content: " " attr(href); color: var(--soft); font-size: 8pt; }
}
${gridRules}${workStyle}${recordStyles}${commonStyle}${deskStyle}`;

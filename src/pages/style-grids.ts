// Rules for matrices, their legends and panels' signs, and the board of years; part of the style sheet.
import { paletteRules } from './palette.ts';

export const gridRules = `${paletteRules(false)}
@media (prefers-color-scheme: dark) {
${paletteRules(true)}
}
:is([data-status=NO_RECORD], [data-status=NOT_RECORDED]) { background: repeating-linear-gradient(135deg, var(--paper) 0 4px, var(--hatch) 4px 6px); --on: var(--ink); }
.sign { display: inline-grid; place-items: center; flex: none; min-inline-size: 1.9rem; block-size: 1.6rem; padding-inline: .15rem; border: 1px solid var(--soft); color: var(--on); vertical-align: middle; }
.sign:not([data-status]) { color: var(--ink); font-size: .8rem; }
.sign.lapsed, tr[data-lapsed] td[data-status], [data-lapsed] .sign { background-image: repeating-linear-gradient(45deg, transparent 0 5px, rgb(128 128 128 / .45) 5px 7px); }
.sign[data-was], .matrix td[data-was] { box-shadow: inset 0 -.35rem 0 -.1rem var(--ink); }
.legend ul, .legend-line { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 0; margin: .5rem 0; }
.legend a { color: inherit; text-decoration: none; }
.legend a:hover { text-decoration: underline; }
.legend a[aria-current] { font-weight: 700; border-block-end: 3px solid var(--link); }
.legend .screen { margin: .5rem 0 0; font-size: .9rem; }
.scroll { position: relative; overflow: auto; max-block-size: max(85vh, 52rem); inline-size: fit-content; max-inline-size: 100%; border: 1px solid var(--line); margin-block: .75rem; }
.matrix { inline-size: auto; margin: 0; border-collapse: separate; border-spacing: 0; font-size: .9rem; }
.matrix th, .matrix td { border: 0; border-inline-end: 1px solid var(--line); border-block-end: 1px solid var(--line); padding: 0; vertical-align: middle; }
.matrix thead { position: sticky; inset-block-start: 0; z-index: 2; background: var(--paper); }
.matrix thead th, .matrix .groups td { background: var(--paper); vertical-align: bottom; text-align: start; font-weight: 400; }
.matrix .groups th { padding: .3rem .4rem; font-weight: 600; max-inline-size: 0; }
.matrix .groups span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.matrix .groups td, .matrix tbody th, .matrix tfoot th, .matrix .heads th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--paper); font-weight: 400; padding: .2rem .5rem; min-inline-size: 9rem; max-inline-size: 15rem; }
.matrix .heads th:first-child, .matrix .groups td { z-index: 3; }
.matrix .heads th:not(:first-child) { inline-size: 3rem; min-inline-size: 3rem; max-inline-size: 3rem; text-align: center; }
.matrix .number { display: block; font-weight: 700; padding-block: .2rem; }
.matrix .label { display: inline-block; writing-mode: vertical-rl; height: 11.5rem; width: 2.75rem; overflow: hidden; line-height: 1.1; font-size: .8rem; text-align: start; overflow-wrap: normal; }
.matrix.few .heads th:not(:first-child) { inline-size: 8.5rem; min-inline-size: 5.5rem; max-inline-size: 9.5rem; vertical-align: top; padding: .1rem .3rem .3rem; }
.matrix.few .label { display: block; writing-mode: horizontal-tb; height: auto; width: auto; line-height: 1.25; text-align: center; hyphens: auto; overflow-wrap: break-word; }
.matrix.few .groups span { white-space: normal; }
.matrix thead th a { text-decoration: none; color: inherit; display: block; }
.matrix thead th a:hover .label { text-decoration: underline; }
.matrix tbody th a { text-decoration: none; }
.matrix tbody th a:hover { text-decoration: underline; }
.matrix td[data-status] { text-align: center; block-size: 2rem; color: var(--on); }
.matrix td[data-status] a { display: flex; align-items: center; justify-content: center; gap: .2rem; min-block-size: 2rem; padding-inline: .15rem; color: inherit; text-decoration: none; }
.matrix a[data-figure]::after { content: attr(data-figure); }
.matrix a[data-figure]::after, .row .sign small { font-size: .72rem; white-space: nowrap; }
.matrix a[data-figure], .sign { direction: ltr; unicode-bidi: isolate; }
.matrix td a[data-figure] { flex-direction: column; gap: 0; line-height: 1.1; padding-block: .15rem; }
.row:has(small) li .sign { grid-auto-flow: column; gap: .25rem; min-inline-size: 5rem; }
.matrix td[data-hint] { font-size: .75rem; }
.matrix td[data-status] a:hover, .matrix td[aria-current] a { outline: 3px solid var(--ink); outline-offset: -3px; }
.matrix td[data-faded], .row li[data-faded] .sign { background: var(--paper); color: var(--soft); }
.matrix .mark { display: inline-grid; place-items: center; min-inline-size: 1.5rem; min-block-size: 1.5rem; }
.matrix tr[data-pinned] th { font-weight: 700; }
.matrix tfoot td { text-align: center; font-size: .8rem; padding: .15rem; }
.matrix tfoot th { font-size: .85rem; }
.matrix tfoot tr:first-child > * { border-block-start: 2px solid var(--ink); }
.row ul { list-style: none; padding: 0; border: 1px solid var(--line); border-block-end: 0; }
.row li { border-block-end: 1px solid var(--line); }
.row li a { display: flex; gap: .75rem; align-items: center; padding: .45rem .6rem; color: inherit; text-decoration: none; min-block-size: 2.5rem; }
.row li a:hover { background: var(--pale); }
.row li .soft { display: block; font-size: .9rem; }
.row > p a { display: inline-block; padding: .4rem 0; margin-inline-end: 1.5rem; }
.row.narrow { display: none; }
.board-years { inline-size: auto; margin: 0; font-size: .85rem; border-collapse: separate; border-spacing: 0; }
.board-years thead { position: sticky; inset-block-start: 0; z-index: 2; background: var(--paper); }
.board-years th { font-weight: 400; min-inline-size: 8rem; }
.board-years th[scope=row] { min-inline-size: 16rem; max-inline-size: 24rem; }
.board-years th .soft { display: block; }
.board-years thead th { font-weight: 600; vertical-align: bottom; }
.board-years thead th:nth-child(n+3) { min-inline-size: 2.9rem; padding-inline: .15rem; text-align: center; white-space: nowrap; }
.board-years th[data-now] { border-block-end: 4px solid var(--link); font-weight: 700; }
.board-years td { text-align: center; padding: .2rem; vertical-align: middle; border-inline-start: 1px solid var(--line); }
.board-years tbody tr:first-child > * { border-block-start: 1px solid var(--soft); }
:is(td, .sign)[data-valid] { background: #8fc1de; color: #1c2126; }
:is(td, .sign)[data-valid=open] { background: repeating-linear-gradient(135deg, #8fc1de 0 6px, #cfe4f1 6px 9px); }
@media (forced-colors: active) {
  .matrix td, .sign { border: 1px solid; }
  .matrix td[aria-current] { outline: 3px solid Highlight; }
  :is([data-status=NO_RECORD], [data-status=NOT_RECORDED]), .sign.lapsed, tr[data-lapsed] td[data-status], [data-lapsed] .sign { forced-color-adjust: none; --on: CanvasText; color: CanvasText; border-color: CanvasText; background: repeating-linear-gradient(135deg, Canvas 0 5px, GrayText 5px 6px); }
  .sign.lapsed, tr[data-lapsed] td[data-status], [data-lapsed] .sign { background: repeating-linear-gradient(45deg, Canvas 0 5px, GrayText 5px 6px); }
  .sign[data-was], .matrix td[data-was] { border-block-end: 4px solid; }
  .matrix td[data-faded] a, .row li[data-faded] .sign { color: GrayText; }
}
@media (max-width: 40rem) {
  .row.narrow { display: block; }
  .matrix tbody th, .matrix tfoot th, .matrix .heads th:first-child, .matrix .groups td { min-inline-size: 6rem; max-inline-size: 7.5rem; padding-inline: .3rem; }
  .matrix .heads th:not(:first-child) { inline-size: 2.6rem; min-inline-size: 2.6rem; max-inline-size: 2.6rem; }
  .matrix .label { height: 9rem; width: 2.4rem; }
  .board-years th { min-inline-size: 4.5rem; padding: .2rem; }
  .board-years th[scope=row] { min-inline-size: 8rem; max-inline-size: 9rem; }
}
@media print {
  @page wide { size: A4 landscape; margin: 10mm 12mm; }
  body:has(.matrix) { page: wide; }
  body:has(.matrix) :is(h1, .lead, .site + main > .soft) { margin-block: .15rem; } body:has(.matrix) h1 { font-size: 1.3rem; }
  .scroll { overflow: visible; max-block-size: none; border: 0; inline-size: auto; margin-block: .3rem; }
  .matrix, .board-years { table-layout: fixed; inline-size: 100%; font-size: 7pt; }
  .matrix :is(thead, tbody th, tfoot th, .groups td, .heads th:first-child), .board-years thead { position: static; }
  .matrix tfoot { display: table-row-group; break-inside: avoid; }
  .matrix :is(tbody th, tfoot th, .groups td, .heads th:first-child) { inline-size: 43mm; min-inline-size: 0; max-inline-size: none; overflow-wrap: normal; padding: .05rem .2rem; line-height: 1.2; }
  .matrix .mark { display: inline; }
  tr[data-lapsed] td[data-status] { background-image: repeating-linear-gradient(45deg, transparent 0 5px, rgb(128 128 128 / .28) 5px 7px); }
  .matrix .heads th:not(:first-child) { inline-size: auto; min-inline-size: 0; max-inline-size: none; overflow: hidden; }
  .matrix .number { padding: 0; }
  .matrix .label { block-size: auto; font-size: 6pt; }
  .matrix:not(.few) .label { inline-size: 31mm; block-size: 100%; max-block-size: 12mm; width: auto; height: 31mm; max-width: 100%; }
  .matrix td[data-status], .sign, .board-years td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .matrix td[data-status], .matrix td[data-status] a { block-size: auto; min-block-size: 4mm; white-space: nowrap; overflow: hidden; padding: 0; }
  .matrix td[data-hint] a { font-size: 6pt; letter-spacing: -.5pt; }
  .matrix a[data-figure]::after { font-size: 5.5pt; }
  .matrix tfoot td { font-size: 6pt; padding: 0; }
  .matrix.many { font-size: 5pt; } .matrix.many .label { display: none; } .matrix.many :is(.number, tfoot td) { writing-mode: vertical-rl; margin: auto; font-size: 5pt; }
  .matrix.many :is(tbody th, tfoot th, .groups td, .heads th:first-child) { inline-size: 26mm; font-size: 6pt; }
  .matrix.many td[data-status], .matrix.many td[data-status] a { min-block-size: 2.8mm; } .matrix.many td[data-hint] a { font-size: 3.5pt; letter-spacing: -.6pt; }
  .legend { font-size: 8pt; } .legend ul, .legend-line { margin: .2rem 0; gap: .15rem 1rem; } .legend .sign, .legend-line .sign { min-inline-size: 1.4rem; block-size: 1.2rem; }
  .notes, .notes :is(p, ul), .notes ~ .soft { margin-block: .1rem; font-size: 7.5pt; }
  body:has(.matrix) :is(.bar, main > .soft) { padding: 0; font-size: 8pt; } body:has(.matrix) .take { font-size: 8pt; margin-block-start: .3rem; } body:has(.matrix) .take p { margin-block: .15rem; font-size: 7.5pt; line-height: 1.3; }
  .numbered { font-size: 8pt; columns: 3; } .numbered li { margin-block: .1rem; } section:has(> .numbered) :is(h2, h3) { margin-block: .5rem .15rem; }
  section:has(.board-years) { break-before: page; }
  .board-years :is(th, td) { min-inline-size: 0; padding: .1rem .2rem; } .board-years thead th:first-child { inline-size: 26mm; } .board-years thead th:nth-child(2) { inline-size: 70mm; }
  .board-years thead th:nth-child(n+3) { min-inline-size: 0; } .board-years th[scope=row] { min-inline-size: 0; max-inline-size: none; }
  .legend .screen, .row.narrow, .row form, .row > p, .board-years + p { display: none; }
}
`;

// Styles of the pages of assistance, sessions and the calendar.

export const workStyle = `
.cards.work { grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); }
.cards.work h3 { margin: 0 0 .5rem; } .cards.work ul { padding-inline-start: 1.2rem; }
.cards.work .cards, .cards.work ul li, .cards.work ol li { border: 0; padding: 0; } .cards.work > li { min-inline-size: 0; }
.cards.work .facts { grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr); margin: .25rem 0; }
.cards.work details { border: 0; } .cards.work summary { padding: 0; }
.notice > :is(p, ul) { margin: 0; }
.steps > li { margin-block: .5rem; } .steps p { margin: .15rem 0; }
.funding { margin: .5rem 0; padding-inline-start: 1.2rem; }
.pages a { display: inline-block; padding: .4rem 0; margin-inline-end: 1.5rem; }
.columns { columns: 20rem; padding-inline-start: 1.2rem; } .columns li { margin-block: .25rem; break-inside: avoid; }
.act { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem .75rem; margin-block: 1rem; } .act summary { font-weight: 600; color: var(--link); }
.action { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; padding-block: .5rem; } .action label { display: grid; font-size: .9rem; flex: 1 1 14rem; min-inline-size: 0; } .action .wide, .action p { flex-basis: 100%; }
.action input, .action select, .action textarea { inline-size: 100%; }
.scroll > table { margin-block-end: 0; } .scroll td ul { padding-inline-start: 1.2rem; margin: 0; } .scroll td li > a { display: inline-block; padding-block: .15rem; }
.scroll > table:not(.matrix, .board-years) :is(th, td) { overflow-wrap: normal; min-inline-size: 5rem; }
.calendar th[scope=row] { font-weight: 400; } .calendar td:empty { display: none; }
@media (min-width: 40rem) { .calendar td:empty { display: table-cell; } }
nav.groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 0 2rem; } nav.groups > h2, nav.groups > p { grid-column: 1 / -1; } nav.groups p { margin: .25rem 0; font-weight: 600; } nav.groups ul { display: block; padding-inline-start: 1.25rem; } nav.groups li { margin-block: .3rem; } nav.groups > p a { font-weight: 400; margin-inline-end: 1.5rem; }
.part > summary { padding-block: .6rem; } .part > summary :is(h2, h3) { display: inline; margin: 0; border: 0; } .part > section { scroll-margin-block-start: 7rem; } .part[open] > summary .glimpse { display: none; } .glimpse { display: block; padding-inline-start: 1.2rem; color: var(--soft); }
.tools > .files { margin: 0; }
.then-now { inline-size: auto; } .then-now :is(th, td) { overflow-wrap: normal; }
@media print { .act, .pages, .glimpse { display: none; } .part::details-content { content-visibility: visible; display: block; } }
`;

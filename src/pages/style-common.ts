// Style of the pages on what states have in common: overview, shared threats, synergy, comparison.

export const commonStyle = `
.glance { columns: 26rem; column-gap: 2.5rem; margin-block-start: 1.5rem; }
.glance > section { break-inside: avoid; padding-block-end: 1.5rem; } .glance h2 { margin-block-start: 0; }
.counts { list-style: none; padding: 0; margin: .5rem 0; }
.counts li { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: .1rem .75rem; align-items: center; padding: .3rem 0; border-block-end: 1px solid var(--line); }
.counts li > .sign + span { grid-column: 2; }
.counts li:has(> .sign) { grid-template-columns: 1.9rem minmax(0, 1fr) max-content; }
.counts small { display: block; }
.counts > li > :last-child { text-align: end; }
@media (min-width: 40.01rem) { .threats th[scope=col]:first-child { inline-size: 16%; } .threats th[scope=col]:nth-child(3) { inline-size: 26%; } .compared td:first-child { inline-size: 20%; } }
.threats tr:target { background: var(--mark); }
.threats ul { margin: 0; padding-inline-start: 1.1rem; }
.threats details { border: 0; } .threats summary { padding: 0; }
.twin li { margin-block: .35rem; } .twin li:target, #flows ~ ul li:target { background: var(--mark); }
.arrow::after { content: "\\2192"; } [dir=rtl] .arrow::after { content: "\\2190"; }
.drawn { max-block-size: none; text-align: center; padding: .5rem; }
.drawn svg { max-inline-size: 100%; block-size: auto; min-inline-size: 40rem; }
.drawn svg.tiles { min-inline-size: 0; }
svg .ink { fill: var(--ink); } svg .state { fill: var(--paper); stroke: var(--link); } svg .place { fill: var(--pale); stroke: var(--soft); } svg .threat { fill: var(--mark); stroke: var(--soft); }
svg .tie { stroke: var(--soft); opacity: .45; } svg .flow { stroke: var(--other); } svg .tip { fill: var(--other); } svg .way { stroke: var(--link); } svg .way-tip { fill: var(--link); } svg .side { fill: var(--pale); stroke: var(--link); }
svg .focus { opacity: 1; stroke: var(--link); stroke-width: 2.5; }
svg:has(.near) [data-node]:not(.near), svg:has(.near) line:not(.near) { opacity: .12; } svg line.near { opacity: 1; stroke-width: 2; }
svg a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.sign[data-exposed=EXPOSED] { background: var(--full); color: #fff; } .sign[data-exposed=BELOW] { background: #cfe4f1; } .sign[data-exposed=NOT_ASSESSED] { background: var(--unread); color: var(--ink); }
.compared .sign { inline-size: 1.6rem; block-size: 1.4rem; }
.wording { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .75rem; }
.wording > div { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .75rem; } .wording > .regional { background: var(--pale); border-inline-start: 4px solid var(--link); }
.wording h4 { margin: 0 0 .25rem; } .wording ul { margin: 0; padding-inline-start: 1.1rem; font-size: .95rem; } .wording li { margin-block: .3rem; }
h3:target { background: var(--mark); }
@media (max-width: 40rem) { .drawn:has(svg.network) { display: none; } .counts li { grid-template-columns: minmax(0, 1fr); } .counts li:has(> .sign) { grid-template-columns: 1.9rem minmax(0, 1fr); } .counts li:has(> .sign) > a { grid-column: 2; } .counts > li > :last-child { text-align: start; } }
@media (prefers-color-scheme: dark) { .sign[data-exposed=BELOW] { color: #1c2126; } }
@media print { .legend-line { break-after: avoid; } .drawn, .wording > div { break-inside: avoid; } .drawn { border: 0; padding: 0; } .drawn svg { min-inline-size: 0; } .glance { columns: auto; } .tile, .sign[data-exposed] { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;

// Styles of forms that change something, and of the desk.

export const deskStyle = `
.account, .account form { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: 0; }
.try summary { padding: .25rem 0; }
form.action { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: .5rem 0 1rem; }
form.action label { display: grid; font-size: .9rem; min-inline-size: 0; }
form.action input, form.action select, form.action textarea { max-inline-size: 100%; inline-size: 100%; }
form.action .wide, form.action fieldset, form.action p { flex: 1 1 100%; }
form.action fieldset { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: .5rem 1rem; border: 1px solid var(--line); border-radius: .4rem; margin: 0; min-inline-size: 0; }
form.action fieldset > .row, form.action .fields { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: .5rem 1rem; align-items: end; }
form.action fieldset > .row + .row { border-block-start: 1px dotted var(--line); padding-block-start: .5rem; }
form.action .fields > .wide, form.action .fields > fieldset, form.action .fields > p { grid-column: 1 / -1; }
form.action label.wide select, form.action .wide > label { inline-size: 100%; }
form.action .boxes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: .15rem 1rem; grid-auto-rows: max-content; max-block-size: 14rem; overflow: auto; grid-column: 1 / -1; }
form.action .tick { display: flex; gap: .4rem; align-items: start; min-block-size: 1.75rem; }
form.action .tick input { inline-size: 1.15rem; block-size: 1.15rem; min-block-size: 0; flex: none; margin-block-start: .2rem; }
form.action [aria-invalid] { border: 2px solid var(--none); }
form.action [readonly] { background: var(--pale); }
.problems { border-inline-start: 4px solid var(--none); background: var(--pale); list-style: none; padding: .5rem .75rem; }
.problems li { margin-block: .35rem; }
.waiting p { margin: .25rem 0; }
.tree { padding-inline-start: 1.25rem; } .tree li { margin-block: .2rem; }
@media print { form.action, .account, .try { display: none; } }
`;

// Arrow keys in a matrix: one stop of the Tab key, then from cell to cell; [ and ] go to the next cell where no matching passage was found.

const moves: Readonly<Record<string, [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function gridKeys(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.matrix')) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.querySelectorAll<HTMLAnchorElement>('td a')]);
    const all = rows.flat();
    // The one cell that the Tab key stops at.
    let stop = table.querySelector<HTMLAnchorElement>('td[aria-current] a') ?? all[0];
    for (const link of all) link.tabIndex = link === stop ? 0 : -1;
    table.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLAnchorElement) || !target.closest('td')) return;
      if (stop) stop.tabIndex = -1;
      stop = target;
      stop.tabIndex = 0;
    });
    table.addEventListener('keydown', (event) => {
      if (!(event.target instanceof HTMLAnchorElement) || event.altKey || event.metaKey) return;
      const cells = event.target.closest('td') && event.target.closest('tr');
      const row = rows.findIndex(([first]) => first?.closest('tr') === cells);
      const column = rows[row]?.indexOf(event.target) ?? -1;
      if (column < 0) return;
      const next = nextOf(event, rows, row, column);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
}

function nextOf(event: KeyboardEvent, rows: HTMLAnchorElement[][], row: number, column: number): HTMLAnchorElement | undefined {
  const move = moves[event.key];
  if (move) {
    // What is seen to the left is the next column where text runs from right to left.
    const sideways = document.dir === 'rtl' ? -move[1] : move[1];
    return rows[row + move[0]]?.[column + sideways];
  }
  if (event.key === 'Home') return rows[event.ctrlKey ? 0 : row]?.[0];
  if (event.key === 'End') return rows.at(event.ctrlKey ? -1 : row)?.at(-1);
  if (event.key !== '[' && event.key !== ']') return undefined;
  const all = rows.flat();
  const at = all.indexOf(event.target as HTMLAnchorElement);
  const ordered = event.key === ']' ? all.slice(at + 1) : all.slice(0, at).reverse();
  return ordered.find((link) => ['GAP', 'ABSENT', 'NOT_SEEN', 'NONE'].includes(link.parentElement?.dataset.status ?? ''));
}

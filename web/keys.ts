// Arrow keys in a matrix: one stop of the Tab key, then from cell to cell; [ and ] go to the next cell where no matching passage was found.

const moves: Readonly<Record<string, [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function gridKeys(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.matrix')) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.querySelectorAll<HTMLAnchorElement>('td a')]);
    const all = rows.flat();
    const current = table.querySelector<HTMLAnchorElement>('td[aria-current] a') ?? all[0];
    for (const link of all) link.tabIndex = link === current ? 0 : -1;
    table.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLAnchorElement) || !all.includes(target)) return;
      for (const link of all) if (link.tabIndex === 0) link.tabIndex = -1;
      target.tabIndex = 0;
    });
    table.addEventListener('keydown', (event) => {
      if (!(event.target instanceof HTMLAnchorElement) || event.altKey || event.metaKey) return;
      const row = rows.findIndex((cells) => cells.includes(event.target as HTMLAnchorElement));
      if (row < 0) return;
      const column = rows[row]?.indexOf(event.target) ?? 0;
      const next = nextOf(event, rows, row, column);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
}

function nextOf(event: KeyboardEvent, rows: HTMLAnchorElement[][], row: number, column: number): HTMLAnchorElement | undefined {
  const all = rows.flat();
  const move = moves[event.key];
  if (move) {
    // What is seen to the left is the next column where text runs from right to left.
    const sideways = document.dir === 'rtl' ? -move[1] : move[1];
    return rows[row + move[0]]?.[column + sideways];
  }
  if (event.key === 'Home') return event.ctrlKey ? all[0] : rows[row]?.[0];
  if (event.key === 'End') return event.ctrlKey ? all.at(-1) : rows[row]?.at(-1);
  if (event.key !== '[' && event.key !== ']') return undefined;
  const at = all.indexOf(event.target as HTMLAnchorElement);
  const ordered = event.key === ']' ? all.slice(at + 1) : all.slice(0, at).reverse();
  return ordered.find((link) => ['GAP', 'ABSENT', 'NOT_SEEN'].includes(link.parentElement?.dataset.status ?? ''));
}

// A drawing of a network: what a node is joined to stands out while it is pointed at or has the focus.

export function highlightNeighbours(): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>('svg.network')) {
    const lines = [...svg.querySelectorAll<SVGLineElement>('line[data-from]')];
    const nodes = new Map([...svg.querySelectorAll<SVGGElement>('[data-node]')].map((node) => [node.dataset.node, node]));
    const clear = () => {
      for (const near of svg.querySelectorAll('.near')) near.classList.remove('near');
    };
    const show = ({ target }: Event) => {
      clear();
      const node = target instanceof Element ? target.closest<SVGGElement>('[data-node]') : null;
      if (!node) return;
      node.classList.add('near');
      for (const line of lines) {
        const { from, to } = line.dataset;
        if (from !== node.dataset.node && to !== node.dataset.node) continue;
        line.classList.add('near');
        nodes.get(from)?.classList.add('near');
        nodes.get(to)?.classList.add('near');
      }
    };
    svg.addEventListener('pointerover', show);
    svg.addEventListener('focusin', show);
    svg.addEventListener('pointerleave', clear);
    svg.addEventListener('focusout', clear);
  }
}

// Opens a cell in the page: asks for the page with that cell, takes the panel out of it, and keeps the address that a reload would need.

const panel = () => document.querySelector<HTMLElement>('#cell');
const cellLinks = () => [...document.querySelectorAll<HTMLAnchorElement>('td[data-status] > a')];
let opener: HTMLElement | null = null;

export function openCells(): void {
  if (!panel()) return;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest<HTMLAnchorElement>('td[data-status] > a, a[data-close]');
    if (!link) return;
    event.preventDefault();
    const isClosing = link.hasAttribute('data-close');
    if (!isClosing) opener = link;
    void show(link.href, isClosing).then(() => history.pushState(null, '', link.href));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') panel()?.querySelector<HTMLElement>('a[data-close]')?.click();
  });
  window.addEventListener('popstate', () => void show(location.href, false));
}

/** Shows the panel of another address. Where it cannot be had so, the browser goes there. */
async function show(address: string, isClosing: boolean): Promise<void> {
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = page.querySelector<HTMLElement>('#cell');
    const now = panel();
    if (!response.ok || !next || !now) throw new Error('no panel');
    now.replaceWith(next);
    // Ways to other languages, files and the citation speak of the address as it is now.
    for (const part of ['.languages', '.take']) {
      const other = page.querySelector(part);
      if (other) document.querySelector(part)?.replaceWith(other);
    }
    for (const open of document.querySelectorAll('td[aria-current]')) open.removeAttribute('aria-current');
    const key = new URL(address).searchParams.get('cell');
    const link = key === null ? undefined : cellLinks().find(({ href }) => new URL(href).searchParams.get('cell') === key);
    link?.closest('td')?.setAttribute('aria-current', 'true');
    if (link) opener = link;
    if (isClosing || !key) opener?.focus();
    else {
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
  } catch {
    location.assign(address);
  }
}

// What signed-in people do on pages: become somebody, unfold, fill in, send.
import type { Locator } from 'playwright-core';
import type { Visitor } from './browser.ts';

/** Forms of the page for a mutation. */
export const formFor = ({ page }: Visitor, mutation: string): Locator => page.locator(`form[action$="/do/${mutation}"]`);

/** Opens what is folded up around something. */
export async function unfold(visitor: Visitor, target: Locator): Promise<void> {
  const folded = target.locator('xpath=ancestor-or-self::details[not(@open)]/summary');
  // The outermost first: what is inside cannot be reached before.
  while ((await folded.count()) > 0) await visitor.use(folded.first());
}

/** Follows a link or sends a form, and waits for the page it leads to. */
export async function follow(visitor: Visitor, target: Locator): Promise<void> {
  const arrived = visitor.page.waitForEvent('framenavigated');
  await visitor.use(target);
  await arrived;
  await visitor.page.waitForLoadState('load');
}

/** Becomes somebody, by the switcher of the page. */
export async function become(visitor: Visitor, role: string, state = '', path = '/about'): Promise<void> {
  await visitor.visit(path);
  const form = visitor.page.locator('form[action$="/try-as"]');
  await unfold(visitor, form);
  await visitor.choose(form.locator('[name=role]'), role);
  await visitor.fill(form.locator('[name=state]'), state);
  await follow(visitor, form.locator('button'));
}

/** Fills in a form of the page and sends it; it must be told as done. */
export async function send(visitor: Visitor, mutation: string, fields: Record<string, string>): Promise<void> {
  const form = formFor(visitor, mutation).first();
  await unfold(visitor, form);
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    const box = form.locator(`[type=checkbox][name="${name}"][value="${value}"]`);
    if ((await box.count()) > 0) {
      await unfold(visitor, box);
      await box.check();
    } else if (await field.evaluate((it) => it.tagName === 'SELECT')) await visitor.choose(field, value);
    else await visitor.fill(field, value);
  }
  await follow(visitor, form.locator('button'));
  const { page } = visitor;
  if ((await page.locator('main [role=status]').count()) === 0) throw new Error(`${mutation}: ${await page.locator('main').innerText()}`);
}

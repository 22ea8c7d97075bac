// A real Chromium from npm, and a server of the pages for it. Where it cannot run its tests are skipped, and say so; never where CI is set.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, type Locator, type Page, chromium as playwright } from 'playwright-core';
import { inject } from 'vitest';
import { type AppOptions, createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { schema } from '../../src/schema.ts';
import type { TestDatabase } from '../db.ts';

/** The browser; null where this machine cannot run it. */
export async function openBrowser(): Promise<Browser | null> {
  const prepared = inject('browser');
  try {
    if ('problem' in prepared) throw new Error(prepared.problem);
    const { executablePath, libraries } = prepared;
    // Not the arguments of the package: they put all in one process, and switch off the very policies that are tested here.
    const launch = (env: Record<string, string | undefined>) =>
      playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'], env });
    return await launch(process.env).catch(() => launch({ ...process.env, LD_LIBRARY_PATH: libraries }));
  } catch (error) {
    if (process.env.CI) throw error;
    console.error(`NOT TESTED IN A BROWSER: Chromium could not be started here. ${error instanceof Error ? error.message.split('\n')[0] : ''}`);
    return null;
  }
}

export type Site = { origin: string; close: () => Promise<void> };

/** The service over HTTP on a free port of this machine, as `npm start` serves it. */
export async function openSite(database: TestDatabase, options: Partial<AppOptions> = {}): Promise<Site> {
  const app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, ...options });
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started as Server));
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** A way in which people use the pages. */
export type Mode = { name: string; lang: 'en' | 'ar'; width: number; isScripted: boolean; byKeyboard: boolean };

export const modes: readonly Mode[] = [
  { name: 'with a mouse', lang: 'en', width: 1280, isScripted: true, byKeyboard: false },
  { name: 'by keyboard alone', lang: 'en', width: 1280, isScripted: true, byKeyboard: true },
  { name: 'at 320 pixels', lang: 'en', width: 320, isScripted: true, byKeyboard: false },
  { name: 'in Arabic', lang: 'ar', width: 1280, isScripted: true, byKeyboard: false },
  { name: 'without scripts', lang: 'en', width: 1280, isScripted: false, byKeyboard: false },
];

/** Somebody at the pages in a mode. Whatever is loaded from another host, or breaks the policy of the page, is noted. */
export class Visitor {
  readonly page: Page;
  readonly mode: Mode;
  readonly origin: string;
  readonly complaints: string[] = [];
  private readonly context: BrowserContext;

  static async open(browser: Browser, { origin }: Site, mode: Mode, headers: Record<string, string> = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: mode.width, height: 900 },
      javaScriptEnabled: mode.isScripted,
      extraHTTPHeaders: headers,
      acceptDownloads: true,
    });
    return new Visitor(context, await context.newPage(), origin, mode);
  }

  private constructor(context: BrowserContext, page: Page, origin: string, mode: Mode) {
    this.context = context;
    this.page = page;
    this.origin = origin;
    this.mode = mode;
    page.on('console', (told) => {
      if (told.type() === 'error') this.complaints.push(told.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) this.complaints.push(`asked ${request.url()}`);
    });
  }

  /** Goes to a path below the language. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/${this.mode.lang}${path}`);
  }

  /** Presses or clicks what is there, as the mode does it. */
  async use(target: Locator): Promise<void> {
    if (!this.mode.byKeyboard) return target.click();
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  /** Comes to something with the Tab key alone; inside a matrix with the arrow keys. */
  async reach(target: Locator): Promise<void> {
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    const cell = await target.evaluate((element) => {
      const td = element.closest('table.matrix td');
      return td ? { row: (td.parentElement as HTMLTableRowElement).sectionRowIndex, column: (td as HTMLTableCellElement).cellIndex } : null;
    });
    for (let pressed = 0; pressed < 400; pressed++) {
      if (await isThere()) return;
      if (cell && (await this.page.evaluate(() => document.activeElement?.closest('table.matrix td') !== null))) break;
      await this.page.keyboard.press('Tab');
    }
    for (let pressed = 0; cell && pressed < 400; pressed++) {
      if (await isThere()) return;
      const at = await this.page.evaluate(() => {
        const td = document.activeElement?.closest('td') as HTMLTableCellElement;
        return { row: (td.parentElement as HTMLTableRowElement).sectionRowIndex, column: td.cellIndex };
      });
      const key = at.row < cell.row ? 'ArrowDown' : at.row > cell.row ? 'ArrowUp' : at.column < cell.column ? 'ArrowRight' : 'ArrowLeft';
      await this.page.keyboard.press(key);
    }
    if (!(await isThere())) throw new Error(`The keyboard does not come to ${target}.`);
  }

  /** Chooses a value of a field, as the mode does it, and leaves the form as it is. */
  async choose(field: Locator, value: string): Promise<void> {
    if (this.mode.byKeyboard) await this.reach(field);
    await field.selectOption(value);
  }

  async fill(field: Locator, text: string): Promise<void> {
    if (this.mode.byKeyboard) await this.reach(field);
    await field.fill(text);
  }

  /** What a link to a file gives. */
  async download(path: string): Promise<Buffer> {
    const response = await this.context.request.get(new URL(path, this.origin).href);
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return response.body();
  }

  /** Does the page itself scroll sideways? Tables may, in their own boxes. */
  async isWide(): Promise<boolean> {
    await this.page.waitForLoadState('load');
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

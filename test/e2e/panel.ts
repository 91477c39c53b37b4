/** The panel on a page as a reader sees it. */
import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { unlessGone } from '../../scripts/browser/unless-gone.mjs';
import type { TestBrowser } from './browsers';

export interface SeenPanel {
  /** What it speaks of. */
  title: string;
  /** The shared goal; empty: none. */
  goal: string;
  /** Departments in their order, each with the people of it that are in view. */
  who: string[];
  /** All it says. */
  text: string;
}

/** @returns the frame of the panel that is docked on a tab, with its pass; null: there is none */
export async function panelFrame(tab: Page): Promise<Frame | null> {
  for (const frame of tab.frames()) {
    if (frame === tab.mainFrame()) continue;
    // Firefox does not tell the address of an extension's frame.
    const isPanel = await unlessGone(
      frame.evaluate(
        () =>
          /extension:$/.test(location.protocol) &&
          location.pathname === '/panel.html' &&
          location.hash.length > 30,
      ),
    );
    if (isPanel) return frame;
  }
  return null;
}

/** @returns what the docked panel shows; null: there is none */
async function seenPanel(tab: Page): Promise<SeenPanel | null> {
  const frame = await panelFrame(tab);
  return frame && unlessGone(frame.evaluate(readPanel));
}

/** Waits until the docked panel shows what is wanted. */
export async function waitForPanel(
  tab: Page,
  wanted: Partial<Record<keyof SeenPanel, unknown>>,
): Promise<SeenPanel> {
  await expect.poll(() => seenPanel(tab), { timeout: 20_000 }).toMatchObject(wanted);
  return (await seenPanel(tab))!;
}

/** Has the panel stand open on all pages of an origin. */
export async function keepPanelOpen(browser: TestBrowser, ...origins: string[]): Promise<void> {
  await browser.call('settings.set', { dock: { width: 360, side: 'right', openAt: origins } });
}

/** Runs in the panel. */
function readPanel(): SeenPanel {
  const text = (element: Element | null) => element?.textContent?.trim() ?? '';
  return {
    title: text(document.querySelector('h1')),
    goal: text(document.querySelector('.part-goal .goal')),
    who: [...document.querySelectorAll('.part-who .row')].map((row) =>
      [row.querySelector('.chip'), row.querySelector('.row-people')].map(text).filter(Boolean).join(': '),
    ),
    text: document.body.textContent ?? '',
  };
}

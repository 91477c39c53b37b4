/** Ways to open the panel: keys, and buttons of ours. */
import { browser } from './browser';
import { tell } from './notices';
import { injectScript } from './page-scripts';

/** Passes the keys for it to the page in front. */
export function onPanelGestures(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'toggle-panel' && tab?.id !== undefined) void openDock(tab.id, undefined);
  });
}

/**
 * On the page itself. The click or the keys grant access to the tab (activeTab), so it works on every site.
 * @param open undefined: the other way than it is
 */
export async function openDock(tab: number, open: boolean | undefined): Promise<void> {
  const notice = { notice: 'dock', ...(open !== undefined && { open }) } as const;
  // It keeps silent until it has begun, and says no where the page did not let the panel stand: that is not tried anew.
  const isAnswered = async () => typeof (await tell(tab, notice, 0)) === 'boolean';
  if (await isAnswered()) return;
  if (await injectScript('workspace', tab)) await waitFor(isAnswered);
}

/** In the browser's own side bar. To be called before anything is awaited: browsers ask for the user's gesture. */
export function openSideBar(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as {
    sidePanel?: { open(options: { windowId: number }): Promise<void> };
    sidebarAction?: { open(): Promise<void> };
  };
  if (sidebarAction) return sidebarAction.open();
  return sidePanel && windowId !== undefined ? sidePanel.open({ windowId }) : Promise.resolve();
}

/** A script that has just begun asks the background first, and takes nothing before. */
async function waitFor(attempt: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 20; i++) {
    if (await attempt()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Composes the workspace: asks how to begin, starts it, and starts it anew when something changed. */
import { findActions, readView, recipientsNear, sendersIn } from '@/utils/hosts/read';
import { hostAt } from '@/utils/hosts/registry';
import { structureReport } from '@/utils/hosts/report';
import { startWorkspace, type Workspace } from '@/utils/page/workspace';
import { panelPage } from '@/utils/platform/frame-pages';
import { onNotice } from '@/utils/platform/notices';
import { pageScript } from '@/utils/platform/page-script';
import { linkPanels } from '@/utils/platform/panel-link';
import { watchUnloaded } from '@/utils/platform/script-life';

/** @param signal ends when a newer script takes over */
export function run(signal: AbortSignal): void {
  let workspace: Workspace | null = null;
  let senders: () => string[] = () => [];
  const script = pageScript(
    signal,
    (ask) => ask('workspace.start', {}),
    (said, { ask, on, end }) => {
      workspace = null;
      senders = () => [];
      if (!said.on) return;
      watchUnloaded(end, on);
      const page = () => {
        const url = new URL(location.href);
        return { host: hostAt(url, said.declared), document, url, corrections: said.corrections };
      };
      senders = () => sendersIn(page());
      workspace = startWorkspace(
        said,
        {
          page: {
            // The rest of a host's site, its settings and the like, is as good as any page.
            isHost: () => page().host !== null && readView(page()).kind !== 'page',
            view: () => readView(page()),
            actions: () => findActions(page()),
            recipients: (editor) => recipientsNear(page(), editor),
            report: () => structureReport(page()),
          },
          panelPage: async () => panelPage((await ask('workspace.pass', {})) ?? ''),
          keep: (dock) => void ask('workspace.dock', dock),
          countDraft: (view, text, to) => ask('draft.count', { view, text, to }),
          linkPanels: (hear, onLooking) => linkPanels(hear, onLooking, on),
        },
        on,
      );
    },
  );
  onNotice(
    {
      changed: ({ script: name }) => (name === 'workspace' ? script.begin() : undefined),
      dock: ({ open }) => workspace?.dock(open),
      senders: () => senders(),
      marked() {
        workspace?.marked();
        return true;
      },
    },
    script.alive,
  );
  script.begin();
}

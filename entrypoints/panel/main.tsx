import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/card/card.css';
import '@/components/base.css';
import '@/components/controls.css';
import '@/components/search.css';
import '@/components/panel/panel.css';
import { Page } from '@/components/Page';
import { FoldedContext } from '@/components/panel/Part';
import { send } from '@/utils/messages/send';
import { folded } from '@/utils/platform/folded';
import { reloadWithLook } from '@/utils/platform/look-chosen';
import { panelBrowser } from '@/utils/platform/panel-browser';
import { startPage } from '@/utils/platform/start';
import { PanelPage } from './PanelPage';

const { settings, wording } = await startPage();
// In a frame on the page it ends with the script there, which begins anew.
if (panelBrowser.pass === null) reloadWithLook(settings);
render(
  <Page wording={wording} theme={settings.theme} title="manifest_short_name">
    <FoldedContext.Provider value={folded}>
      <PanelPage send={send} browser={panelBrowser} />
    </FoldedContext.Provider>
  </Page>,
  document.getElementById('root')!,
);

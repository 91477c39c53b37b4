import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/card/card.css';
import '@/components/base.css';
import '@/components/controls.css';
import '@/components/search.css';
import '@/components/popup/popup.css';
import { Page } from '@/components/Page';
import { send } from '@/utils/messages/send';
import { pageBrowser } from '@/utils/platform/page-browser';
import { startPage } from '@/utils/platform/start';
import { PopupPage } from './PopupPage';

const { settings, wording } = await startPage();
render(
  <Page wording={wording} theme={settings.theme} title="manifest_short_name">
    <PopupPage
      send={send}
      browser={pageBrowser}
      asked={Object.fromEntries(new URLSearchParams(location.search))}
    />
  </Page>,
  document.getElementById('root')!,
);

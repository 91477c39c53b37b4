import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/controls.css';
import '@/components/forms.css';
import '@/components/welcome/welcome.css';
import { Page } from '@/components/Page';
import { send } from '@/utils/messages/send';
import { pageBrowser } from '@/utils/platform/page-browser';
import { startPage } from '@/utils/platform/start';
import { WelcomePage } from './WelcomePage';

const { settings, wording } = await startPage();
render(
  <Page wording={wording} theme={settings.theme} title="welcome_page_title">
    <WelcomePage send={send} browser={pageBrowser} />
  </Page>,
  document.getElementById('root')!,
);

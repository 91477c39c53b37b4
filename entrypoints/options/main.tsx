import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/controls.css';
import '@/components/forms.css';
import '@/components/options/options.css';
import { send } from '@/utils/messages/send';
import { loadWording } from '@/utils/platform/language';
import { pageBrowser } from '@/utils/platform/page-browser';
import { startPage } from '@/utils/platform/start';
import { OptionsPage } from './OptionsPage';

const start = await startPage();
render(
  <OptionsPage send={send} browser={pageBrowser} loadWording={loadWording} start={start} />,
  document.getElementById('root')!,
);

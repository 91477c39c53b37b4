/** The options page as a whole, with stand-ins for the background and the browser. */
import { OptionsPage } from '@/entrypoints/options/OptionsPage';
import { defaults, type Settings } from '@/utils/store/settings';
import { background, control, fakeBrowser, settle, show, wordings } from '../page-doubles';

export const open = async (
  saved: Partial<Settings> = { source: 'sample' },
  answers: Parameters<typeof background>[0] = {},
  browser = fakeBrowser(),
) => {
  const ground = background(answers, saved);
  await show(
    <OptionsPage
      send={ground.send}
      browser={browser}
      loadWording={async (setting) => wordings[setting === 'auto' ? 'en' : setting]}
      start={{ settings: { ...defaults, ...saved }, wording: wordings.en }}
    />,
  );
  return { ...ground, browser };
};

export const section = (name: string) => {
  const heading = [...document.querySelectorAll('h2')].find((h2) => h2.textContent === name);
  return heading!.closest('section')!;
};
export const click = async (name: string) => {
  control(name, 'input').click();
  await settle();
};

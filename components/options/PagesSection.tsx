import type { Shortcut } from '@/utils/platform/page-browser';
import type { Settings, SettingsPatch } from '@/utils/store/settings';
import { Choice } from '../Choice';
import { Switch } from '../Switch';
import { useWords } from '../use-words';
import { Row } from './Row';
import { Section } from './Section';
import { ShortcutList } from './ShortcutList';

interface Props {
  settings: Settings;
  shortcuts: Shortcut[];
  onSave: (patch: SettingsPatch) => void;
  onShortcuts: () => void;
}

export function PagesSection({ settings, shortcuts, onSave, onShortcuts }: Props) {
  const { t } = useWords();
  return (
    <Section id="pages">
      <div class="block">
        <p class="block-title">{t('options_density')}</p>
        <Choice
          legend={t('options_density')}
          look="cards"
          value={settings.density}
          options={[
            { value: 'screenful', text: t('density_screenful'), hint: t('density_screenful_text') },
            { value: 'all', text: t('density_all'), hint: t('density_all_text') },
            { value: 'none', text: t('density_none'), hint: t('density_none_text') },
          ]}
          onChange={(density) => onSave({ density })}
        />
      </div>
      <div class="row">
        <p class="row-text block-title">{t('options_theme')}</p>
        <Choice
          legend={t('options_theme')}
          look="segments"
          value={settings.theme}
          options={[
            { value: 'auto', text: t('theme_auto') },
            { value: 'light', text: t('theme_light') },
            { value: 'dark', text: t('theme_dark') },
          ]}
          onChange={(theme) => onSave({ theme })}
        />
      </div>
      <Row label={t('options_hints')} hint={t('options_hints_hint')}>
        {(ids) => <Switch ids={ids} on={settings.hints} onChange={(hints) => onSave({ hints })} />}
      </Row>
      <ShortcutList shortcuts={shortcuts} onChange={onShortcuts} />
    </Section>
  );
}

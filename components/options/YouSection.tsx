import type { Settings, SettingsPatch } from '@/utils/store/settings';
import { Select } from '../Select';
import { useWords } from '../use-words';
import { Row } from './Row';
import { Section } from './Section';

interface Props {
  settings: Settings;
  departments: ReadonlyArray<{ id: string; name: string }>;
  onSave: (patch: SettingsPatch) => void;
}

export function YouSection({ settings, departments, onSave }: Props) {
  const { t } = useWords();
  const { department } = settings;
  const known = department === '' || departments.some(({ id }) => id === department);
  // Each language is called what its readers call it.
  const languages = [
    ['en', 'English'],
    ['zh-CN', '简体中文'],
  ] as const;
  return (
    <Section id="you">
      <Row label={t('options_department')} hint={t('options_department_hint')}>
        {(ids) => (
          <Select
            ids={ids}
            value={department}
            options={[
              ['', t('department_none')],
              ...departments.map(({ id, name }) => [id, name] as const),
              ...(known ? [] : [[department, t('department_unknown', department)] as const]),
            ]}
            onChange={(department) => onSave({ department })}
          />
        )}
      </Row>
      <Row label={t('options_language')}>
        {(ids) => (
          <Select
            ids={ids}
            value={settings.language}
            options={[['auto', t('language_auto')], ...languages]}
            onChange={(language) => onSave({ language })}
          />
        )}
      </Row>
      <Row label={t('options_content_language')} hint={t('options_content_language_hint')}>
        {(ids) => (
          <Select
            ids={ids}
            value={settings.contentLanguage}
            options={[['auto', t('language_same')], ...languages]}
            onChange={(contentLanguage) => onSave({ contentLanguage })}
          />
        )}
      </Row>
    </Section>
  );
}

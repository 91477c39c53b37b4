import { useState } from 'preact/hooks';
import type { Settings, SettingsPatch } from '@/utils/store/settings';
import { isHeaderValue } from './address';
import { Field } from './Field';
import { Switch } from './Switch';
import { useWords } from './use-words';

interface Props {
  settings: Pick<Settings, 'authorization' | 'cookies'>;
  onSave: (patch: SettingsPatch) => void;
}

/** For a handbook that is not open to everyone. */
export function SignInFields({ settings, onSave }: Props) {
  const { t } = useWords();
  const [broken, setBroken] = useState(false);
  return (
    <div class="sign-in">
      <Field
        label={t('handbook_authorization')}
        hint={t('handbook_authorization_hint')}
        error={broken ? t('handbook_authorization_broken') : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            type="password"
            autocomplete="off"
            maxLength={4000}
            value={settings.authorization}
            onChange={(event) => {
              const value = event.currentTarget.value.trim();
              setBroken(!isHeaderValue(value));
              if (isHeaderValue(value)) onSave({ authorization: value });
            }}
          />
        )}
      </Field>
      <Field label={t('handbook_cookies')} hint={t('handbook_cookies_hint')}>
        {(ids) => <Switch ids={ids} on={settings.cookies} onChange={(cookies) => onSave({ cookies })} />}
      </Field>
    </div>
  );
}

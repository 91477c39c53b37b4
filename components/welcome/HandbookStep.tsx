import { useEffect, useRef } from 'preact/hooks';
import type { HandbookStatus } from '@/utils/messages/protocol';
import type { Settings, SettingsPatch } from '@/utils/store/settings';
import { AddressForm } from '../AddressForm';
import { HandbookCounts } from '../HandbookCounts';
import { Notice } from '../Notice';
import { SignInFields } from '../SignInFields';
import { SourceChoice } from '../SourceChoice';
import { useSourceChoice } from '../use-source-choice';
import { useWords } from '../use-words';
import { Step } from './Step';

interface Props {
  settings: Settings;
  status: HandbookStatus;
  /** Access to the address was refused. */
  denied: boolean;
  /** The user wanted to finish without a handbook. */
  missing: boolean;
  onSample: () => void;
  onAddress: (address: URL) => void;
  onSave: (patch: SettingsPatch) => void;
}

/** Which handbook: the sample with one click, or an address, tried at once. */
export function HandbookStep({ settings, status, denied, missing, onSample, onAddress, onSave }: Props) {
  const { t, count, trouble } = useWords();
  const [picked, setPicked] = useSourceChoice(status.source);
  // What is known of the handbook in use says nothing of the one just picked.
  const about = picked === status.source;
  const warning = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (missing) warning.current?.scrollIntoView({ block: 'center' });
  }, [missing]);
  const ready = about && !status.busy && !status.error && status.counts !== undefined;
  return (
    <Step number={1} title={t('welcome_handbook')} text={t('welcome_handbook_text')} done={ready}>
      {missing && !ready && (
        <div ref={warning} role="alert">
          <Notice tone="warn">{t('welcome_handbook_missing')}</Notice>
        </div>
      )}
      <SourceChoice
        legend={t('welcome_handbook')}
        picked={picked}
        onPick={(source) => {
          setPicked(source);
          if (source === 'sample') onSample();
        }}
      />
      {picked === 'address' && (
        <div class="step-part">
          <AddressForm
            label={t('handbook_address')}
            placeholder="https://handbook.example.com/handbook.json"
            submit={t('handbook_check')}
            initial={settings.address}
            busy={status.busy}
            error={denied ? t('handbook_denied') : undefined}
            onAddress={onAddress}
          />
          <details class="fold">
            <summary>{t('handbook_sign_in')}</summary>
            <SignInFields settings={settings} onSave={onSave} />
          </details>
        </div>
      )}
      <div role="status">
        {about && status.busy && (
          <div class="checking">
            <p>{t('handbook_busy')}</p>
            <div class="progress" />
          </div>
        )}
        {about && !status.busy && status.error && <Notice tone="bad">{trouble(status.error)}</Notice>}
        {ready && status.counts && (
          <div class="step-part">
            <Notice tone="good">{t('welcome_handbook_ready', status.name ?? t('handbook_unnamed'))}</Notice>
            <HandbookCounts counts={status.counts} />
            {status.problems.length > 0 && (
              <Notice tone="warn">{t('welcome_set_aside', count(status.problems.length))}</Notice>
            )}
          </div>
        )}
      </div>
    </Step>
  );
}

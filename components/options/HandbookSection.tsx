import type { HandbookStatus } from '@/utils/messages/protocol';
import type { Settings, SettingsPatch } from '@/utils/store/settings';
import { AddressForm } from '../AddressForm';
import { Select } from '../Select';
import { SignInFields } from '../SignInFields';
import { SourceChoice } from '../SourceChoice';
import { useSourceChoice } from '../use-source-choice';
import { useWords } from '../use-words';
import { HandbookCard } from './HandbookCard';
import { Row } from './Row';
import { Section } from './Section';

interface Props {
  settings: Settings;
  status: HandbookStatus;
  /** Access to the address was refused. */
  denied: boolean;
  onSample: () => void;
  onAddress: (address: URL) => void;
  onRefresh: () => void;
  onSave: (patch: SettingsPatch) => void;
}

/** Minutes between checks that are offered. */
const intervals = [15, 60, 240, 1440, 10_080];

export function HandbookSection(props: Props) {
  const { settings, status, denied, onSample, onAddress, onRefresh, onSave } = props;
  const { t, span } = useWords();
  const [picked, setPicked] = useSourceChoice(settings.source);
  // A policy or an older version may have set another one.
  const offered = [...new Set([...intervals, settings.refreshEvery])].sort((a, b) => a - b);
  return (
    <Section id="handbook">
      {status.source !== 'none' && <HandbookCard status={status} onRefresh={onRefresh} />}
      <div class="block">
        <p class="block-title">{t('handbook_source')}</p>
        <SourceChoice
          legend={t('handbook_source')}
          picked={picked}
          onPick={(source) => {
            setPicked(source);
            if (source === 'sample') onSample();
          }}
        />
      </div>
      {picked === 'address' && (
        <>
          <div class="block">
            <AddressForm
              key={settings.address}
              label={t('handbook_address')}
              hint={t('handbook_address_hint')}
              placeholder="https://handbook.example.com/handbook.json"
              submit={t('handbook_use')}
              initial={settings.address}
              busy={status.busy}
              error={denied ? t('handbook_denied') : undefined}
              onAddress={onAddress}
            />
          </div>
          <div class="block">
            <SignInFields settings={settings} onSave={onSave} />
          </div>
          <Row label={t('handbook_every')} hint={t('handbook_every_hint')}>
            {(ids) => (
              <Select
                ids={ids}
                value={String(settings.refreshEvery)}
                options={offered.map((minutes) => [String(minutes), span(minutes)] as const)}
                onChange={(minutes) => onSave({ refreshEvery: Number(minutes) })}
              />
            )}
          </Row>
        </>
      )}
    </Section>
  );
}

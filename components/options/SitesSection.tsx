import type { SiteRule } from '@/utils/store/settings';
import { AddressForm } from '../AddressForm';
import { Notice } from '../Notice';
import { Switch } from '../Switch';
import { useWords } from '../use-words';
import { Row } from './Row';
import { Section } from './Section';
import { type SiteEntry, SiteRow } from './SiteRow';

/** What became of the last wish about access to sites. */
export type AccessTrouble = 'site-denied' | 'everywhere-denied' | 'everywhere-kept';

interface Props {
  everywhere: boolean;
  sites: SiteEntry[];
  departments: ReadonlyArray<{ id: string; name: string }>;
  trouble: AccessTrouble | undefined;
  onEverywhere: (on: boolean) => void;
  onAdd: (address: URL) => void;
  onRule: (site: SiteEntry, rule: SiteRule['rule']) => void;
  onDepartment: (site: SiteEntry, department: string | null) => void;
  onRemove: (site: SiteEntry) => void;
}

export function SitesSection(props: Props) {
  const { everywhere, sites, departments, trouble, onEverywhere, onAdd, onRule, onDepartment, onRemove } =
    props;
  const { t } = useWords();
  return (
    <Section id="sites">
      <Row label={t('options_everywhere')} hint={t('options_everywhere_hint')}>
        {(ids) => <Switch ids={ids} on={everywhere} onChange={onEverywhere} />}
      </Row>
      <div role="status">
        {trouble === 'everywhere-denied' && <Notice tone="warn">{t('site_denied')}</Notice>}
        {trouble === 'everywhere-kept' && <Notice tone="warn">{t('options_everywhere_kept')}</Notice>}
      </div>
      <div class="block">
        <AddressForm
          // A site that was added leaves the field empty for the next one.
          key={sites.length}
          label={t('options_add_site')}
          placeholder="board.example.com"
          submit={t('options_add')}
          initial=""
          busy={false}
          error={trouble === 'site-denied' ? t('site_denied') : undefined}
          onAddress={onAdd}
        />
      </div>
      {sites.length === 0 ? (
        <p class="block hint">{everywhere ? t('options_no_rules') : t('options_no_sites')}</p>
      ) : (
        <ul class="sites" aria-label={t('options_sites')}>
          {sites.map((site) => (
            <SiteRow
              key={site.origin}
              site={site}
              departments={departments}
              onRule={(rule) => onRule(site, rule)}
              onDepartment={(department) => onDepartment(site, department)}
              onRemove={() => onRemove(site)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

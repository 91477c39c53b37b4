import type { SiteRule } from '@/utils/store/settings';
import { Select } from '../Select';
import { useWords } from '../use-words';

export interface SiteEntry extends SiteRule {
  host: string;
  /** Words may be marked there; without it the rule waits for the user's consent. */
  granted: boolean;
}

interface Props {
  site: SiteEntry;
  departments: ReadonlyArray<{ id: string; name: string }>;
  onRule: (rule: SiteRule['rule']) => void;
  /** `null`: nobody in particular speaks there. */
  onDepartment: (department: string | null) => void;
  onRemove: () => void;
}

/** One site: whether words are marked there, and who speaks there. */
export function SiteRow({ site, departments, onRule, onDepartment, onRemove }: Props) {
  const { t, clock } = useWords();
  const waits = site.rule === 'on' && !site.granted;
  return (
    <li class={`site-row site-${waits ? 'off' : site.rule}`}>
      <span class="site-host">
        <span class="dot" aria-hidden="true" />
        <span>
          {site.host}
          {site.rule === 'paused' && site.until !== undefined && (
            <span class="hint">{t('site_paused_until', clock(site.until))}</span>
          )}
        </span>
      </span>
      {waits && (
        <button type="button" class="button button-small" onClick={() => onRule('on')}>
          {t('site_allow')}
        </button>
      )}
      <span class="site-controls">
        {departments.length > 0 && (
          <Select
            label={t('site_speaker_of', site.host)}
            value={site.department ?? ''}
            options={[['', t('site_speaker_any')], ...departments.map(({ id, name }) => [id, name] as const)]}
            onChange={(department) => onDepartment(department || null)}
          />
        )}
        <Select
          label={t('site_rule_of', site.host)}
          value={site.rule}
          options={[
            ['on', t('rule_on')],
            ['paused', t('rule_paused')],
            ['off', t('rule_off')],
          ]}
          onChange={onRule}
        />
        <button
          type="button"
          class="button button-quiet"
          aria-label={t('site_remove_of', site.host)}
          onClick={onRemove}
        >
          {t('site_remove')}
        </button>
      </span>
    </li>
  );
}

import type { SiteState } from '@/utils/messages/protocol';
import type { MessageKey } from '@/utils/messages/translate';
import { Icon } from '../Icon';
import { Notice } from '../Notice';
import { Select } from '../Select';
import { useWords } from '../use-words';

interface Props {
  site: SiteState;
  departments: ReadonlyArray<{ id: string; name: string }>;
  /** What the user may say that the site is; empty: its address tells. */
  hosts: ReadonlyArray<{ id: string; name: string }>;
  /** The user was asked for access and said no. */
  denied: boolean;
  onTurnOn: () => void;
  onEverywhere: () => void;
  onPause: () => void;
  onOff: () => void;
  /** `null`: nobody in particular speaks here. */
  onDepartment: (department: string | null) => void;
  /** `null`: what its address tells. */
  onKind: (kind: string | null) => void;
  onPanel: (where: 'page' | 'side') => void;
}

const sentences: Record<SiteState['rule'], MessageKey> = {
  on: 'site_on',
  off: 'site_off',
  paused: 'site_paused',
  sensitive: 'site_sensitive',
  'not-added': 'site_not_added',
  impossible: 'site_impossible',
};

const turnOns: Partial<Record<SiteState['rule'], MessageKey>> = {
  off: 'site_turn_on',
  paused: 'site_go_on',
  sensitive: 'site_turn_on_anyway',
  'not-added': 'site_turn_on',
};

/** What happens on this site, and the few things to do about it. */
export function SitePanel(props: Props) {
  const {
    site,
    departments,
    hosts,
    denied,
    onTurnOn,
    onEverywhere,
    onPause,
    onOff,
    onDepartment,
    onKind,
    onPanel,
  } = props;
  const { t } = useWords();
  // A rule may outlive the access it was made for: the user can take that back in the browser's own settings.
  const rule = site.rule === 'on' && !site.granted ? 'not-added' : site.rule;
  const turnOn = turnOns[rule];
  return (
    <section class={`site site-${rule}`} aria-label={t('site_label')}>
      <p class="site-host">
        <span class="dot" aria-hidden="true" />
        {site.host ?? t('site_this_page')}
      </p>
      <p class="site-sentence" role="status">
        {t(sentences[rule])}
      </p>
      {denied && <Notice tone="warn">{t('site_denied')}</Notice>}
      {rule !== 'impossible' && (
        <div class="actions">
          {turnOn && (
            <button type="button" class="button button-main" onClick={onTurnOn}>
              {t(turnOn)}
            </button>
          )}
          {rule === 'on' && (
            <button type="button" class="button" onClick={onPause}>
              {t('site_pause')}
            </button>
          )}
          {(rule === 'on' || rule === 'paused') && (
            <button type="button" class="button" onClick={onOff}>
              {t('site_turn_off')}
            </button>
          )}
          {!site.everywhere && (rule === 'on' || rule === 'not-added') && (
            <button type="button" class="button" onClick={onEverywhere}>
              {t('site_everywhere')}
            </button>
          )}
        </div>
      )}
      {rule !== 'impossible' && (
        <div class="site-panel">
          <button type="button" class="button" onClick={() => onPanel('page')}>
            <Icon name="panel" />
            {t('popup_panel')}
          </button>
          <button type="button" class="button button-quiet" onClick={() => onPanel('side')}>
            {t('popup_side_panel')}
          </button>
        </div>
      )}
      {rule === 'on' && hosts.length > 0 && (
        <div class="site-speaker">
          <span aria-hidden="true">{t('site_kind')}</span>
          <Select
            label={t('site_kind')}
            value={site.declared ?? ''}
            options={[
              ['', t('site_kind_auto')],
              ['board', t('site_kind_board')],
              ['mail', t('site_kind_mail')],
              ...hosts.map(({ id, name }) => [id, name] as const),
            ]}
            onChange={(kind) => onKind(kind || null)}
          />
        </div>
      )}
      {rule === 'on' && departments.length > 0 && (
        <div class="site-speaker">
          <span aria-hidden="true">{t('site_speaker')}</span>
          <Select
            label={t('site_speaker')}
            value={site.department ?? ''}
            options={[['', t('site_speaker_any')], ...departments.map(({ id, name }) => [id, name] as const)]}
            onChange={(department) => onDepartment(department || null)}
          />
        </div>
      )}
    </section>
  );
}

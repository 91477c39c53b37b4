import type { Context, Goal, Measure } from '@/utils/messages/context';
import { Select } from '../Select';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { Part } from './Part';

interface Props {
  goal: Goal | undefined;
  projects: Context['projects'];
  /** `null`: as the handbook says. */
  onChoose: (project: string | null) => void;
}

/** What everybody here works for: the shared goal, and how far each department's part of it is. */
export function GoalPart({ goal, projects, onChoose }: Props) {
  const { t, all } = useWords();
  if (projects.length === 0) return null;
  const choose = (
    <Select
      label={t('panel_project')}
      value={goal?.chosen ? goal.id : ''}
      options={[
        ['', goal && !goal.chosen ? t('panel_project_found', goal.name.text) : t('panel_project_none')],
        ...projects.map(({ id, name }) => [id, name.text] as const),
      ]}
      onChange={(project) => onChoose(project || null)}
    />
  );
  return (
    <Part id="goal" title="panel_goal">
      {goal ? (
        <>
          <p class="goal">
            <Worded text={goal.goal} />
          </p>
          <p class="goal-facts">
            {goal.owners.length > 0 && (
              <span>{t('panel_owner', all(goal.owners.map(({ name }) => name)))}</span>
            )}
            {goal.milestone && <Milestone milestone={goal.milestone} />}
          </p>
          {goal.measures.length > 0 && <Composite goal={goal} />}
        </>
      ) : (
        <p class="hint">{t('panel_no_project')}</p>
      )}
      {choose}
    </Part>
  );
}

function Milestone({ milestone: { name, date, days } }: { milestone: NonNullable<Goal['milestone']> }) {
  const { t, count } = useWords();
  const when =
    days === 0
      ? t('panel_today')
      : days < 0
        ? days === -1
          ? t('panel_one_day_late')
          : t('panel_days_late', count(-days))
        : days === 1
          ? t('panel_in_one_day')
          : t('panel_in_days', count(days));
  return (
    <span class={days < 0 ? 'late' : undefined}>
      <Worded text={name} /> · <time dateTime={date}>{when}</time>
    </span>
  );
}

function Composite({ goal: { reached, measures } }: { goal: Goal }) {
  const { t, percent } = useWords();
  return (
    <div class="composite">
      <p class="composite-head">
        <span>{t('panel_composite')}</span>
        {reached !== undefined && <strong>{percent(reached)}</strong>}
      </p>
      <ul class="measures">
        {measures.map((measure) => (
          <MeasureBar key={measure.name.text} measure={measure} />
        ))}
      </ul>
    </div>
  );
}

/** As full as its target is reached; the numbers below it say the same. */
function MeasureBar({ measure }: { measure: Measure }) {
  const { t, count, percent } = useWords();
  const { name, owner, weight, reached, value, previous, target, unit, better } = measure;
  const amount = (of: number) =>
    unit?.text === '%' ? `${count(of)}%` : unit ? t('panel_amount', count(of), unit.text) : count(of);
  return (
    <li class="measure">
      <span class="measure-name">
        <Worded text={name} />
        <span class="measure-owner">{owner.name}</span>
      </span>
      <span class="measure-track" aria-hidden="true">
        <span class="measure-bar" style={{ '--reached': reached ?? 0 }} />
      </span>
      <span class="measure-numbers">
        {value === undefined ? t('panel_not_measured') : amount(value)}{' '}
        {value !== undefined && previous !== undefined && (
          <Trend change={value - previous} before={amount(previous)} />
        )}
        <span class="of">{t(better === 'lower' ? 'panel_at_most' : 'panel_of', amount(target))}</span>
        <span class="of"> · {t('panel_weight', percent(weight))}</span>
      </span>
    </li>
  );
}

/** Which way a measure goes: with those of others beside it, what is won here and lost there is seen. */
function Trend({ change, before }: { change: number; before: string }) {
  const { t } = useWords();
  const [arrow, text] =
    change > 0
      ? ['↑', t('panel_rising', before)]
      : change < 0
        ? ['↓', t('panel_falling', before)]
        : ['→', t('panel_steady')];
  return (
    <span class="trend">
      <span aria-hidden="true">{arrow}</span> {text}{' '}
    </span>
  );
}

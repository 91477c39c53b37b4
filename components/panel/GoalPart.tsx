import type { Context, Goal, Measure } from '@/utils/messages/context';
import { Field } from '../Field';
import { Select } from '../Select';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { Part, useFold } from './Part';

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
  const found = goal?.chosen === false ? goal : undefined;
  const unchosen = found ? found.name.text : t(goal ? 'panel_by_handbook' : 'panel_project_none');
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
      <div class="goal-project">
        <Field label={t('panel_project')} hint={found && t('panel_by_handbook')}>
          {(ids) => (
            <Select
              ids={ids}
              value={goal?.chosen ? goal.id : ''}
              options={[
                ['', unchosen],
                ...projects
                  .filter(({ id }) => id !== found?.id)
                  .map(({ id, name }) => [id, name.text] as const),
              ]}
              onChange={(project) => onChoose(project || null)}
            />
          )}
        </Field>
      </div>
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

/** The whole in one line; opened, what it is made of. */
function Composite({ goal: { reached, measures } }: { goal: Goal }) {
  const { t, percent } = useWords();
  return (
    <details class="composite" {...useFold('measures', false)}>
      <summary>
        {t('panel_composite')}
        <strong>{reached === undefined ? t('panel_not_measured') : percent(reached)}</strong>
      </summary>
      <ul class="measures">
        {measures.map((measure) => (
          <MeasureBar key={measure.name.text} measure={measure} />
        ))}
      </ul>
    </details>
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
        {t(
          better === 'lower' ? 'panel_at_most' : 'panel_of',
          value === undefined ? t('panel_not_measured') : amount(value),
          amount(target),
        )}
        {value !== undefined && previous !== undefined && (
          <>
            {' · '}
            <Trend change={value - previous} before={amount(previous)} />
          </>
        )}
        {' · '}
        <span class="measure-weight">{t('panel_weight', percent(weight))}</span>
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
      <span aria-hidden="true">{arrow}</span> {text}
    </span>
  );
}

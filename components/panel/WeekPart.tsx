import type { WeekUpdate } from '@/utils/messages/context';
import type { Worded as Wording } from '@/utils/messages/definition';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { Part } from './Part';

/** What each department did, does next, and needs. */
export function WeekPart({ updates }: { updates: WeekUpdate[] }) {
  const { t, count } = useWords();
  if (updates.length === 0) return null;
  return (
    <Part id="week" title="panel_week" count={updates.length}>
      <ul class="updates">
        {updates.map(({ department, week, age, done, next, needs }) => (
          <li key={`${department.id} ${week}`}>
            <p class="update-head">
              <span class="chip">{department.name}</span>
              <span class={age > 1 ? 'row-note late' : 'row-note'}>
                {age === 0
                  ? t('panel_this_week')
                  : age === 1
                    ? t('panel_last_week')
                    : t('panel_weeks_ago', count(age))}
              </span>
            </p>
            <dl class="update">
              <Line name={t('panel_needs')} text={needs} class="needs" />
              <Line name={t('panel_done')} text={done} />
              <Line name={t('panel_next')} text={next} />
            </dl>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Line({ name, text, ...rest }: { name: string; text: Wording | undefined; class?: string }) {
  if (!text) return null;
  return (
    <div {...rest}>
      <dt>{name}</dt>
      <dd>
        <Worded text={text} />
      </dd>
    </div>
  );
}

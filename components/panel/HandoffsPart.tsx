import type { Handoff } from '@/utils/messages/context';
import type { ViewKind } from '@/utils/messages/view';
import { Icon } from '../Icon';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { HandoffMap } from './HandoffMap';
import { Part } from './Part';
import { few, useFew } from './use-few';

interface Props {
  /** Of what is in view. */
  kind: ViewKind;
  handoffs: Handoff[];
  onTick: (handoff: string, entry: number, done: boolean) => void;
}

/** Who gives what to whom: those of this card first, each with what must come along. */
export function HandoffsPart({ kind, handoffs, onTick }: Props) {
  const { t } = useWords();
  const [shown, more] = useFew(handoffs);
  if (handoffs.length === 0) return null;
  return (
    <Part id="handoffs" title="panel_handoffs" count={handoffs.length}>
      <HandoffMap handoffs={handoffs.slice(0, few)} />
      <ul class="rows">
        {shown.map((handoff) => (
          <li key={handoff.id}>
            <details class="row" open={handoff.here}>
              <summary>
                <span class="route">
                  {handoff.from.name}
                  <Icon name="forward" />
                  <span class="unseen">{t('panel_gives_to')}</span>
                  {handoff.to.name}
                </span>
                {handoff.here && (
                  <span class="chip here">{t(kind === 'card' ? 'panel_here_card' : 'panel_here')}</span>
                )}
                <span class="row-when">
                  <Worded text={handoff.when} />
                </span>
              </summary>
              <div class="row-body">
                {handoff.gives.length > 0 && (
                  <fieldset class="checklist">
                    <legend>{t('panel_gives')}</legend>
                    {handoff.gives.map(({ text, ticked }, entry) => (
                      <label key={text.text}>
                        <input
                          type="checkbox"
                          checked={ticked}
                          onChange={({ currentTarget }) => onTick(handoff.id, entry, currentTarget.checked)}
                        />
                        <Worded text={text} />
                      </label>
                    ))}
                  </fieldset>
                )}
                <p class="done-when">
                  <strong>{t('panel_done_when')}</strong> <Worded text={handoff.doneWhen} />
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
      {more}
    </Part>
  );
}

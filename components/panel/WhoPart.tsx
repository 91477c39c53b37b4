import { useEffect, useRef } from 'preact/hooks';
import type { Contact, Who } from '@/utils/messages/context';
import type { MessageKey } from '@/utils/messages/translate';
import { useNow } from '../use-now';
import { useWords } from '../use-words';
import { Worded } from '../Worded';
import { Part } from './Part';
import { useFew } from './use-few';

const roles = {
  responsible: 'role_responsible',
  accountable: 'role_accountable',
  consulted: 'role_consulted',
  informed: 'role_informed',
} as const;

interface Props {
  /** Of the part. */
  id: string;
  who: Who[];
  title: MessageKey;
  /** How often the reader wished to ask: then the first of the others is opened, and gets the focus. */
  asks: number;
}

/** Which departments are in this, what for, and how to reach them. */
export function WhoPart({ id, who, title, asks }: Props) {
  const part = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (asks === 0) return;
    const list = part.current;
    list?.closest('details')?.setAttribute('open', '');
    const first = list?.querySelector<HTMLElement>('.row:not(.yours)');
    first?.setAttribute('open', '');
    (first?.querySelector('a') ?? first?.querySelector('summary'))?.focus();
  }, [asks]);
  const [shown, more] = useFew(who);
  if (who.length === 0) return null;
  return (
    <Part id={id} title={title} count={who.length > 1 ? who.length : undefined}>
      <ul class="rows" ref={part}>
        {shown.map((one) => (
          <Department key={one.department.id} who={one} />
        ))}
      </ul>
      {more}
    </Part>
  );
}

function Department({ who }: { who: Who }) {
  const { t, all, hour } = useWords();
  const now = useNow();
  const { department, role, purpose, lead, contacts, hours, answersWithin, people, yours } = who;
  return (
    <li>
      <details class={yours ? 'row yours' : 'row'}>
        <summary>
          <span class={yours ? 'chip yours' : 'chip'}>{department.name}</span>
          {role && <span class="row-note">{t(roles[role])}</span>}
          {people.length > 0 && <span class="row-people">{all(people)}</span>}
          {hours && (
            <span class={hours.open ? 'hours open' : 'hours'}>
              {t(hours.open ? 'panel_open' : 'panel_closed')}
            </span>
          )}
        </summary>
        <div class="row-body">
          {purpose && (
            <p>
              <Worded text={purpose} />
            </p>
          )}
          <dl class="facts">
            {lead && <Fact name={t('panel_lead')} value={<Worded text={lead} />} />}
            {hours?.until !== undefined && (
              <Fact
                name={t('panel_hours')}
                value={t(hours.open ? 'panel_open_until' : 'panel_open_from', hour(hours.until, now))}
              />
            )}
            {answersWithin !== undefined && (
              <Fact
                name={t('panel_answers')}
                value={
                  answersWithin === 1 ? t('panel_one_working_hour') : t('panel_working_hours', answersWithin)
                }
              />
            )}
          </dl>
          {!yours && contacts.length > 0 && (
            <ul class="contacts">
              {contacts.map((contact) => (
                <li key={contact.name.text}>
                  <Ask contact={contact} />
                  {contact.for && (
                    <span class="row-note">
                      <Worded text={contact.for} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </details>
    </li>
  );
}

function Fact({ name, value }: { name: string; value: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Ask({ contact: { name, href, address } }: { contact: Contact }) {
  const { t } = useWords();
  const title = address && address !== name.text ? address : undefined;
  return href ? (
    <a class="button button-small" href={href} target="_blank" rel="noreferrer noopener" title={title}>
      {t('panel_ask', name.text)}
    </a>
  ) : (
    <span>{address ? t('panel_contact', name.text, address) : name.text}</span>
  );
}

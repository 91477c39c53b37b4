import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Prose } from '@/components/Prose';
import type { Meaning } from '@/utils/messages/protocol';
import type { Translate } from '@/utils/messages/translate';

interface DetailsProps {
  meaning: Meaning;
  open: boolean;
  language: string;
  t: Translate;
  /** Beside the button that unfolds. */
  aside?: ComponentChildren;
  onOpen(): void;
  onConcept(concept: string, word: string): void;
}

/** Example, note, other terms, related terms, links, owner and review: folded until wanted. */
export function Details({ meaning, open, language, t, aside, onOpen, onConcept }: DetailsProps) {
  const id = useId();
  const { insteadUse } = meaning;
  return (
    <div class="more">
      {insteadUse && (
        <p class="instead">
          {t('card_instead')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => onConcept(insteadUse.concept, insteadUse.term.text)}
          >
            <u lang={insteadUse.term.language}>{insteadUse.term.text}</u>
          </button>
        </p>
      )}
      <div class="more-line">
        <button type="button" class="unfold" aria-expanded={open} aria-controls={id} onClick={onOpen}>
          {open ? t('card_less') : t('card_more')}
        </button>
        {aside}
      </div>
      <dl id={id} hidden={!open}>
        {open && <Entries meaning={meaning} language={language} t={t} onConcept={onConcept} />}
      </dl>
    </div>
  );
}

function Entries({
  meaning,
  language,
  t,
  onConcept,
}: Pick<DetailsProps, 'meaning' | 'language' | 't' | 'onConcept'>) {
  const { example, note, otherTerms, related, links, owner, reviewed } = meaning;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      {example && (
        <Entry label={t('card_example')}>
          <Prose text={example.text} lang={example.language} />
        </Entry>
      )}
      {note && (
        <Entry label={t('card_note')}>
          <Prose text={note.text} lang={note.language} />
        </Entry>
      )}
      {otherTerms.length > 0 && (
        <Entry label={t('card_also_called')}>
          {otherTerms.map(({ text, language, status, usedBy }) => (
            <span key={text} class="other-term" lang={language}>
              {status === 'deprecated' ? <s>{text}</s> : text}
              {status === 'deprecated' && <span class="state">{t('card_deprecated')}</span>}
              {usedBy && <span class="state">{usedBy}</span>}
            </span>
          ))}
        </Entry>
      )}
      {related.length > 0 && (
        <Entry label={t('card_related')}>
          {related.map(({ concept, term, department }) => (
            <button key={concept} type="button" class="link" onClick={() => onConcept(concept, term.text)}>
              <u lang={term.language}>{term.text}</u>
              {department && <span class="state">{department}</span>}
            </button>
          ))}
        </Entry>
      )}
      {links.length > 0 && (
        <Entry label={t('card_links')}>
          {links.map(({ title, url }) => (
            <a key={url} href={url} lang={title.language} target="_blank" rel="noreferrer noopener">
              {title.text}
            </a>
          ))}
        </Entry>
      )}
      {owner && (
        <Entry label={t('card_owner')}>
          <span lang={owner.language}>{owner.text}</span>
        </Entry>
      )}
      {reviewed && (
        <Entry label={t('card_reviewed')}>
          <time dateTime={reviewed.date}>{day.format(new Date(reviewed.date))}</time>
          {reviewed.overdue && <span class="state warn">{t('card_overdue')}</span>}
        </Entry>
      )}
    </>
  );
}

function Entry({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

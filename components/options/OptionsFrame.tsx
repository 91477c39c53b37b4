import type { ComponentChildren } from 'preact';
import { Logo } from '../Logo';
import { useWords } from '../use-words';
import { SavedNote } from './SavedNote';
import { SectionNav } from './SectionNav';

interface Props {
  /** The sections are there. */
  ready: boolean;
  /** How often something was saved on this page. */
  saved: number;
  children: ComponentChildren;
}

export function OptionsFrame({ ready, saved, children }: Props) {
  const { t } = useWords();
  return (
    <div class="frame">
      <header class="frame-side">
        <p class="brand">
          <Logo size={28} />
          {t('manifest_short_name')}
        </p>
        <SectionNav ready={ready} />
      </header>
      <main class="frame-main">
        <h1>{t('options_title')}</h1>
        {children}
      </main>
      <SavedNote times={saved} />
    </div>
  );
}

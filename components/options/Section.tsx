import type { ComponentChildren } from 'preact';
import { useWords } from '../use-words';
import { type SectionId, sections } from './sections';

export function Section({ id, children }: { id: SectionId; children: ComponentChildren }) {
  const { t } = useWords();
  const { title } = sections.find((section) => section.id === id)!;
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      <div class="section-body">{children}</div>
    </section>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { useWords } from '../use-words';
import { type SectionId, sections } from './sections';

/** Links to the parts of the page; the one being read is marked. */
export function SectionNav({ ready }: { ready: boolean }) {
  const { t } = useWords();
  const [current, setCurrent] = useState<SectionId>(sections[0].id);
  useEffect(() => {
    if (!ready) return;
    // What crosses a line a quarter down the window is being read.
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting);
        if (seen) setCurrent(seen.target.id as SectionId);
      },
      { rootMargin: '-25% 0px -75% 0px' },
    );
    for (const { id } of sections) observer.observe(document.getElementById(id)!);
    return () => observer.disconnect();
  }, [ready]);
  return (
    <nav class="section-nav" aria-label={t('options_nav')}>
      <ul>
        {sections.map(({ id, title, icon }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              <Icon name={icon} />
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

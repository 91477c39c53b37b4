import type { Meaning } from '@/utils/messages/protocol';

/** The term and its counterpart in the other language, on one line. */
export function Term({ id, meaning }: { id: string; meaning: Meaning }) {
  const { term, counterpart } = meaning;
  return (
    <h2 id={id}>
      <span lang={term.language}>{term.text}</span>
      {counterpart && (
        <span class="counterpart" lang={counterpart.language}>
          {counterpart.text}
        </span>
      )}
    </h2>
  );
}

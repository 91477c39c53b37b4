/** Text with a small, safe part of Markdown: **strong**, *emphasis*, `code`, [links](https://…), lists, paragraphs. */
import type { ComponentChildren } from 'preact';

const inline =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*\s][^*]*)\*|`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<url>(?:https?:|mailto:)[^)\s]+)\)/;
const bullet = /^\s*[-*]\s+/;

/** @param text as the handbook has it; what is not in the subset stands as written, and nothing is ever HTML */
export function Prose({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <div class="prose" lang={lang}>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, index) => (
          <Paragraph key={index} lines={paragraph.split('\n')} />
        ))}
    </div>
  );
}

function Paragraph({ lines }: { lines: string[] }) {
  if (lines.every((line) => bullet.test(line))) {
    return (
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{inlined(line.replace(bullet, ''))}</li>
        ))}
      </ul>
    );
  }
  return <p>{inlined(lines.join('\n'))}</p>;
}

function inlined(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let rest = text;
  for (let match = inline.exec(rest); match; match = inline.exec(rest)) {
    if (match.index > 0) parts.push(rest.slice(0, match.index));
    const { strong, em, code, label, url } = match.groups as Record<string, string | undefined>;
    if (strong) parts.push(<strong>{strong}</strong>);
    else if (em) parts.push(<em>{em}</em>);
    else if (code) parts.push(<code>{code}</code>);
    else if (url) {
      parts.push(
        <a href={url} target="_blank" rel="noreferrer noopener">
          {label}
        </a>,
      );
    }
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) parts.push(rest);
  return parts;
}

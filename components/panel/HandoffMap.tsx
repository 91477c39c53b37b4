import { graphlib, layout } from '@dagrejs/dagre';
import { useMemo } from 'preact/hooks';
import type { Handoff, Named } from '@/utils/messages/context';
import { useWords } from '../use-words';

/** px */
const box = { height: 28, padding: 10, character: 7, han: 13 };
const edge = 4;
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Hand-offs as a drawing. All it says is in the list below it as well. */
export function HandoffMap({ handoffs }: { handoffs: Handoff[] }) {
  const { t } = useWords();
  const drawn = useMemo(() => arrange(handoffs), [handoffs]);
  if (drawn.boxes.length < 3) return null;
  return (
    <svg
      class="map"
      viewBox={`${drawn.left} ${drawn.top} ${drawn.width} ${drawn.height}`}
      style={{ maxWidth: `${drawn.width}px` }}
      role="img"
      aria-label={t('panel_map')}
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path class="map-head" d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {drawn.lines.map(({ points, here, id }) => (
        <path
          key={id}
          class={here ? 'map-arrow here' : 'map-arrow'}
          d={smooth(points)}
          marker-end="url(#arrow)"
        />
      ))}
      {drawn.boxes.map(({ name, x, y, width, height }) => (
        <g key={name}>
          <rect class="map-box" x={x - width / 2} y={y - height / 2} width={width} height={height} rx="6" />
          <text class="map-name" x={x} y={y} text-anchor="middle" dominant-baseline="central">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function arrange(handoffs: readonly Handoff[]) {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 14, ranksep: 26 });
  graph.setDefaultEdgeLabel(() => ({}));
  const departments = new Map<string, Named>();
  for (const { from, to } of handoffs) {
    departments.set(from.id, from);
    departments.set(to.id, to);
  }
  for (const { id, name } of departments.values())
    graph.setNode(id, { width: widthOf(name) + 2 * box.padding, height: box.height });
  // One arrow for all that goes the same way.
  const ways = new Map<string, Handoff>();
  for (const handoff of handoffs) {
    const way = `${handoff.from.id}>${handoff.to.id}`;
    if (!ways.has(way) || handoff.here) ways.set(way, handoff);
  }
  for (const [way, { from, to }] of ways) graph.setEdge(from.id, to.id, {}, way);
  layout(graph);
  const boxes = [...departments.values()].map(({ id, name }) => ({ name, ...(graph.node(id) as Box) }));
  const lines = [...ways].map(([way, { from, to, here }]) => ({
    id: way,
    here,
    points: (graph.edge(from.id, to.id, way) as { points: Point[] }).points,
  }));
  return {
    ...extent(
      boxes,
      lines.flatMap(({ points }) => points),
    ),
    boxes,
    lines,
  };
}

/** The layout's own size leaves out how far its arrows bend. */
function extent(boxes: readonly Box[], points: readonly Point[]) {
  const xs = [
    ...boxes.flatMap(({ x, width }) => [x - width / 2, x + width / 2]),
    ...points.map(({ x }) => x),
  ];
  const ys = [
    ...boxes.flatMap(({ y, height }) => [y - height / 2, y + height / 2]),
    ...points.map(({ y }) => y),
  ];
  const [left, top] = [Math.min(...xs) - edge, Math.min(...ys) - edge];
  return { left, top, width: Math.max(...xs) + edge - left, height: Math.max(...ys) + edge - top };
}

interface Point {
  x: number;
  y: number;
}

/** A curve through the middles of the way that the layout found. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1]!;
    const to = i === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x} ${point.y} ${to.x} ${to.y}`;
  });
  return bends.length > 0
    ? `M${first.x} ${first.y}${bends.join('')}`
    : `M${first.x} ${first.y}L${last.x} ${last.y}`;
}

/** A drawing is laid out before there is any text to measure. */
function widthOf(name: string): number {
  return [...name].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? box.han : box.character), 0);
}

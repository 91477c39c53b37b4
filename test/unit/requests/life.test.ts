import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  clara,
  content,
  createEvents,
  hour,
  id,
  monday,
  operations,
  rnd,
  stranger,
  tom,
  wei,
} from '@/test/fixtures/requests';
import { RequestEvent } from '@/utils/requests/events';
import { possible, standingOf } from '@/utils/requests/life';

/** A whole life: restated wrongly, corrected, restated, confirmed, answered, reopened, answered, closed. */
function wholeLife(): RequestEvent[] {
  const event = createEvents();
  const at = (hours: number) => monday + hours * hour;
  return [
    event('queued', { at: at(0), who: clara, to: rnd, content }),
    event('sent', { at: at(0.1), who: clara, over: 'mail' }),
    event('restated', { at: at(1), who: wei, understood: 'Version 3.4.0 for Hamburg' }),
    event('corrected', { at: at(2), who: clara, text: 'Not 3.4.0 but 3.4.1' }),
    event('restated', { at: at(3), who: wei, understood: 'Version 3.4.1 for Hamburg' }),
    event('confirmed', { at: at(4), who: clara }),
    event('answered', { at: at(5), who: wei, text: 'Handed to test' }),
    event('reopened', { at: at(6), who: clara, text: 'The notes are missing' }),
    event('answered', { at: at(7), who: wei, text: 'With notes now' }),
    event('closed', { at: at(8), who: clara, rating: 4, text: 'quick' }),
  ];
}

describe('a request', () => {
  it('goes its whole way', () => {
    const states = wholeLife().map((_, index, all) => standingOf(all.slice(0, index + 1))!);
    expect(states.map(({ state, waitsFor }) => `${state} ${waitsFor}`)).toEqual([
      'queued receiver',
      'sent receiver',
      'restated asker',
      'corrected receiver',
      'restated asker',
      'confirmed receiver',
      'answered asker',
      'reopened receiver',
      'answered asker',
      'closed null',
    ]);
    expect(states.at(-1)).toMatchObject({
      restatement: { understood: 'Version 3.4.1 for Hamburg' },
      corrections: 1,
      answer: { text: 'With notes now' },
      closing: { rating: 4 },
      aside: [],
    });
  });

  it('is none before it is asked', () => {
    expect(standingOf([])).toBeNull();
    expect(standingOf([createEvents()('confirmed', { at: monday, who: clara })])).toBeNull();
  });

  it('is declined with a reason, and may be asked again', () => {
    const event = createEvents();
    const events: RequestEvent[] = [
      event('queued', { at: monday, who: clara, to: rnd, content }),
      event('declined', { at: monday + 1, who: wei, text: 'Belongs to Operations' }),
    ];
    expect(standingOf(events)).toMatchObject({ state: 'declined', waitsFor: 'asker' });
    events.push(event('reopened', { at: monday + 2, who: clara }));
    expect(standingOf(events)).toMatchObject({ state: 'reopened', waitsFor: 'receiver' });
  });

  it('that is handed on is the next department’s, and no more the first one’s', () => {
    const event = createEvents();
    const standing = standingOf([
      event('queued', { at: monday, who: clara, to: rnd, content }),
      event('handed-on', { at: monday + 1, who: wei, to: operations }),
      event('answered', { at: monday + 2, who: wei, text: 'Done' }),
      event('accepted', { at: monday + 3, who: tom }),
    ])!;
    expect(standing).toMatchObject({ state: 'accepted', to: operations });
    expect(standing.aside.map(({ kind }) => kind)).toEqual(['answered']);
    expect(standing.turns.map(({ department }) => department)).toEqual(['rnd', 'operations']);
  });

  it('heeds nobody whose move it is not', () => {
    const event = createEvents();
    const forged = [
      event('restated', { at: monday + 1, who: stranger, understood: 'Something else' }),
      event('restated', { at: monday + 2, who: clara, understood: 'Says the asker herself' }),
      event('cancelled', { at: monday + 3, who: wei }),
      event('closed', { at: monday + 4, who: stranger, rating: 1 }),
    ];
    const standing = standingOf([event('queued', { at: monday, who: clara, to: rnd, content }), ...forged])!;
    expect(standing.state).toBe('queued');
    expect(standing.aside).toEqual(forged);
  });

  it('keeps the id it has: what is said of another one is set aside', () => {
    const events = [
      createEvents()('queued', { at: monday, who: clara, to: rnd, content }),
      { ...createEvents('CG-1111-1')('accepted', { at: monday + 1, who: wei }), id: 'E0009' },
    ];
    expect(standingOf(events)).toMatchObject({ id, state: 'queued', aside: [{ request: 'CG-1111-1' }] });
  });

  it('of a department to itself is answered by another than who asked', () => {
    const event = createEvents();
    const event1 = event('queued', { at: monday, who: wei, to: rnd, content });
    const answer = event('answered', { at: monday + 1, who: wei, text: 'I answer myself' });
    expect(standingOf([event1, answer])!.state).toBe('queued');
    const colleague = { ...rnd, address: 'li@rnd.example.com' };
    expect(standingOf([event1, { ...answer, who: colleague }])!.state).toBe('answered');
  });

  it('offers what may be done next', () => {
    const life = wholeLife();
    const at = (count: number) => standingOf(life.slice(0, count))!;
    expect(possible(at(3), 'asker')).toEqual(['confirmed', 'corrected', 'closed', 'cancelled', 'reminded']);
    expect(possible(at(2), 'receiver')).toEqual([
      'restated',
      'accepted',
      'declined',
      'handed-on',
      'answered',
    ]);
    expect(possible(at(10), 'receiver')).toEqual([]);
    expect(possible(at(10), 'asker')).toEqual(['reopened']);
  });

  it('follows what people had seen rather than their clocks', () => {
    const event = createEvents();
    const asked = event('queued', { at: monday, who: clara, to: rnd, content });
    // The receiver's clock is three hours ahead.
    const restated = event('restated', { at: monday + 3 * hour, who: wei, understood: 'A', after: asked.id });
    const confirmed = event('confirmed', { at: monday + hour, who: clara, after: restated.id });
    expect(standingOf([confirmed, restated, asked])!.state).toBe('confirmed');
  });
});

describe('events of any kind, order and number', () => {
  const who = fc.constantFrom(clara, wei, tom, stranger);
  const event = fc
    .record({
      kind: fc.constantFrom(...RequestEvent.options.map(({ entries }) => entries.kind.literal)),
      id: fc.integer({ min: 0, max: 40 }).map((number) => `E${String(number).padStart(4, '0')}`),
      at: fc.integer({ min: 0, max: 20 }).map((hours) => monday + hours * hour),
      after: fc.option(
        fc.integer({ min: 0, max: 40 }).map((number) => `E${String(number).padStart(4, '0')}`),
        { nil: undefined },
      ),
      who,
      to: fc.constantFrom(rnd, operations),
    })
    .map(({ after, kind, to, ...head }) =>
      v.parse(RequestEvent, {
        ...{ ...head, request: id, kind, to, content, text: 'Words', understood: 'Words', rating: 3 },
        ...(after !== undefined && { after }),
      }),
    );
  const events = fc.array(event, { maxLength: 25 }).map((some) => [...wholeLife().slice(0, 4), ...some]);

  it('make one state, however they come', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(standingOf(mixed)).toEqual(standingOf(all));
      }),
    );
  });

  it('are all kept: each made the state, or is set aside', () => {
    fc.assert(
      fc.property(events, (all) => {
        const { history, aside } = standingOf(all)!;
        const texts = (events: RequestEvent[]) => events.map((one) => JSON.stringify(one)).sort();
        expect(texts([...history, ...aside])).toEqual([...new Set(texts(all))]);
      }),
    );
  });

  it('leave turns that follow each other, the last one open as long as somebody is waited for', () => {
    fc.assert(
      fc.property(events, (all) => {
        const { turns, waitsFor } = standingOf(all)!;
        for (const [index, turn] of turns.entries()) {
          const next = turns[index + 1];
          expect(turn.to === undefined).toBe(next === undefined && waitsFor !== null);
          if (turn.to !== undefined) expect(turn.to).toBeGreaterThanOrEqual(turn.from);
          if (next) expect(next.from).toBeGreaterThanOrEqual(turn.to!);
        }
      }),
    );
  });
});

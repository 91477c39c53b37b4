import type { Readings } from './shape';

/**
 * Loads pinyin-pro, whose dictionaries take about 80 ms to come up, so only when an index is built.
 * @returns readings of single characters; `lü` is given as it is typed, `lv`, and as it is often typed, `lu`
 */
export async function loadReadings(): Promise<Readings> {
  const { polyphonic } = await import('pinyin-pro');
  return (char) => {
    const [readings = []] = polyphonic(char, { toneType: 'none', type: 'array' });
    const typed = readings.flatMap((reading) => {
      const latin = reading.replace('ê', 'e');
      return latin.includes('ü') ? [latin.replace('ü', 'v'), latin.replace('ü', 'u')] : [latin];
    });
    return [...new Set(typed)].filter((reading) => /^[a-z]+$/.test(reading));
  };
}

/**
 * What the user chose. Only what was set is saved, so a better default reaches everyone who never chose otherwise.
 */
import * as v from 'valibot';
import { leastDock, mostDock } from '@/utils/messages/limits';

const SiteRule = v.object({
  /** Origin without a path: https://trello.com */
  origin: v.string(),
  rule: v.picklist(['on', 'off', 'paused']),
  /** ms since 1970; for `paused` */
  until: v.optional(v.number()),
  /** The department that speaks on this site. */
  department: v.optional(v.string()),
  /** What the site is, where its address does not tell: a host's id, `board` or `mail`. */
  host: v.optional(v.string()),
});
export type SiteRule = v.InferOutput<typeof SiteRule>;

/** How the panel on pages is left. */
const Dock = v.object({
  /** px */
  width: v.pipe(v.number(), v.minValue(leastDock), v.maxValue(mostDock)),
  side: v.picklist(['left', 'right']),
  /** Origins on which it stays open. */
  openAt: v.array(v.string()),
});

/** Schema and default of every setting. */
const fields = {
  /** Where the handbook comes from. */
  source: [v.picklist(['none', 'sample', 'address']), 'none'],
  address: [v.pipe(v.string(), v.maxLength(2000)), ''],
  /** Value of an Authorization header for the handbook. A secret: never sent to a page. */
  authorization: [v.pipe(v.string(), v.maxLength(4000)), ''],
  /** Send the browser's cookies with the fetch. */
  cookies: [v.boolean(), false],
  /** Minutes between checks for a new revision. */
  refreshEvery: [v.pipe(v.number(), v.minValue(5), v.maxValue(10_080)), 60],
  /** For Trello's API, the user's own. The token is a password: never sent to a page, nor anywhere but to Trello. */
  trelloKey: [v.pipe(v.string(), v.maxLength(200)), ''],
  trelloToken: [v.pipe(v.string(), v.maxLength(400)), ''],
  /** Id of the reader's department. */
  department: [v.string(), ''],
  /** Language of the interface. */
  language: [v.picklist(['auto', 'en', 'zh-CN']), 'auto'],
  /** Language that definitions are read in first. */
  contentLanguage: [v.picklist(['auto', 'en', 'zh-CN']), 'auto'],
  density: [v.picklist(['screenful', 'all', 'none']), 'screenful'],
  theme: [v.picklist(['auto', 'light', 'dark']), 'auto'],
  /** Show the keys on the card. */
  hints: [v.boolean(), true],
  sites: [v.array(SiteRule), [] as SiteRule[]],
  dock: [Dock, { width: 360, side: 'right', openAt: [] } as v.InferOutput<typeof Dock>],
  /** The first-run page was gone through. */
  welcomed: [v.boolean(), false],
} as const satisfies Record<string, readonly [v.GenericSchema, unknown]>;

type Fields = typeof fields;
export type Settings = { [K in keyof Fields]: v.InferOutput<Fields[K][0]> };
/** Those that decide where the handbook comes from. */
export const sourceSettings = ['source', 'address', 'authorization', 'cookies'] as const satisfies Array<
  keyof Settings
>;
/** The settings that a page may know. */
export type PublicSettings = Pick<Settings, 'density' | 'theme' | 'hints'>;

const names = Object.keys(fields) as Array<keyof Settings>;

export const defaults = Object.fromEntries(names.map((name) => [name, fields[name][1]])) as Settings;

export const SettingsPatch = v.partial(
  v.object(
    Object.fromEntries(names.map((name) => [name, v.nullable(fields[name][0])])) as {
      [K in keyof Fields]: v.NullableSchema<Fields[K][0], undefined>;
    },
  ),
);
export type SettingsPatch = v.InferOutput<typeof SettingsPatch>;

/** @returns what was saved with every missing or invalid value replaced by its default */
export function settled(saved: Record<string, unknown>): Settings {
  const valid = names.flatMap((name) => {
    const parsed = v.safeParse(fields[name][0], saved[name]);
    return parsed.success ? [[name, parsed.output]] : [];
  });
  return { ...defaults, ...Object.fromEntries(valid) };
}

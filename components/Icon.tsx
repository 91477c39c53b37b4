/** Line drawings on a grid of 16, in the colour of the text around them. They never stand for a word alone. */
const paths = {
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  settings:
    'M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14M10.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5.5 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  back: 'M9.5 3 4.5 8l5 5',
  forward: 'M6.5 3l5 5-5 5',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2 1.5 13.5h13L8 2ZM8 6.5v3M8 11.6v.1',
  info: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 7.2v4M8 4.9V5',
  book: 'M8 4C6.5 2.8 4.5 2.5 1.5 2.5v10c3 0 5 .3 6.5 1.5 1.5-1.2 3.5-1.5 6.5-1.5v-10c-3 0-5 .3-6.5 1.5ZM8 4v10',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14c.4-3 2.5-4.5 5.5-4.5s5.1 1.5 5.5 4.5',
  page: 'M3.5 1.5h6l3 3v10h-9v-13ZM6 7.5h4M6 10.5h4',
  site: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM1.5 8h13M8 1.5c2 2 2.8 4 2.8 6.5S10 12.5 8 14.5C6 12.5 5.2 10.5 5.2 8S6 3.5 8 1.5Z',
  box: 'M2 4.5 8 1.5l6 3v7l-6 3-6-3v-7ZM2 4.5l6 3 6-3M8 7.5v7',
  contested: 'M5 11.5 1.5 8 5 4.5M11 4.5 14.5 8 11 11.5M2 8h12',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.7M13.5 2v3.7H9.8',
  link: 'M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9v4.5h-9v-9H7',
  copy: 'M5.5 5.5H13v8H5.5v-8ZM3 10.5v-8h7.5',
  pin: 'M6 2.5h4M6.75 2.5v4L4.5 9v1h7V9L9.25 6.5v-4M8 10v3.5',
  sides: 'M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5M2 8h12',
  panel: 'M1.5 2.5h13v11h-13v-11ZM10 2.5v11',
  close: 'm4 4 8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

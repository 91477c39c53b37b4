/** The mark: two who speak, and the ground they share. The same drawing as `public/icons/icon.svg`. */
export function Logo({ size }: { size: number }) {
  return (
    <svg class="logo" width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
      <path
        fill="var(--mark-one)"
        d="M46 14C21.7 14 2 32.4 2 56c0 11.8 5 22.4 13 30-1.4 8.6-5.2 16-9.4 21.4-1.6 2-.1 4.8 2.5 4.6C20 111 29.3 105.6 35.6 96.6 39 97.5 42.4 98 46 98c24.3 0 44-18.4 44-42S70.3 14 46 14"
      />
      <path
        fill="var(--mark-two)"
        d="M82 14c24.3 0 44 18.4 44 42 0 11.8-5 22.4-13 30 1.4 8.6 5.2 16 9.4 21.4 1.6 2 .1 4.8-2.5 4.6-11.9-1-21.2-6.4-27.5-15.4C89 97.5 85.6 98 82 98c-24.3 0-44-18.4-44-42S57.7 14 82 14"
      />
      <path
        fill="#fff"
        d="M64 17.8C79.4 24.5 90 39 90 56S79.4 87.5 64 94.2C48.6 87.5 38 73 38 56S48.6 24.5 64 17.8"
      />
    </svg>
  );
}

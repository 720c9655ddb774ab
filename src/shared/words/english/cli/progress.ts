import { number } from '../format.ts';

function timeLeft(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** How far work is, on one line. */
export const progressWords = {
  done: ({ label, done }: { label: string; done: number }) => `${label}: ${number(done)}`,
  /** `Import 5,000 documents: 1,250 of 5,000 (25 %), 12 s left`. `left` in milliseconds; null: not known, or nothing. */
  share: ({ label, done, total, left }: { label: string; done: number; total: number; left: number | null }) =>
    `${label}: ${number(done)} of ${number(total)} (${Math.floor((100 * done) / total)} %)${left === null ? '' : `, ${timeLeft(left)} left`}`,
} as const;

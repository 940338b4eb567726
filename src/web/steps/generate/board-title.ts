import type { Catalogue } from '../../strings/areas.ts';
import { countStates, nextInNeed, type Card } from './board.ts';

type Told = Pick<Card, 'index' | 'state' | 'job'>;

/** What is true of the board now, or what waits for somebody. */
export function boardTitle(
  t: Catalogue['generate'],
  cards: readonly Told[],
  engineNames: ReadonlyMap<string, string>,
): string {
  const { title } = t;
  const counts = countStates(cards);
  const running = counts.making_image + counts.making_video;
  const next = nextInNeed(cards);
  const number = (next?.index ?? 0) + 1;
  if (cards.length === 0) return title.none;
  if (next?.state === 'uncertain') {
    const provider = next.job?.provider ?? '';
    return title.uncertain(number, engineNames.get(provider) ?? provider);
  }
  if (counts.review > 0) return counts.review === 1 ? title.review(number) : title.reviews(counts.review);
  if (counts.failed > 0) return counts.failed === 1 ? title.failed(number) : title.failures(counts.failed);
  if (running > 0) return title.making(running);
  if (counts.done === cards.length) return title.done(cards.length);
  if (counts.approved > 0) return title.approved(counts.approved);
  return counts.pending === cards.length ? title.pending(cards.length) : title.rest(counts.pending);
}

/** How many scenes stand how, in words, without those that none stand so. */
export function boardCounts(t: Catalogue['generate'], cards: readonly Pick<Card, 'state'>[]): string {
  const { making_image, making_video, ...counts } = countStates(cards);
  const told = [
    [counts.done, t.counts.done],
    [making_image + making_video, t.counts.running],
    [counts.uncertain, t.counts.uncertain],
    [counts.review, t.counts.review],
    [counts.approved, t.counts.approved],
    [counts.failed, t.counts.failed],
    [counts.pending, t.counts.pending],
  ] as const;
  return told.flatMap(([count, say]) => (count > 0 ? [say(count)] : [])).join(', ');
}

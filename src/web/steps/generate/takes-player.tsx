import { takePosterUrl, takeProxyUrl, takeUrl, type ScenePlace } from '../../queries/takes.ts';
import type { NumberedTake } from './takes-numbered.ts';

interface TakesPlayerProps extends ScenePlace {
  readonly take: NumberedTake;
  readonly name: string;
}

/** Plays a clip over and over, by its light copy where there is one; nothing is loaded before it is pressed. */
export function TakesPlayer({ take, name, ...place }: TakesPlayerProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a clip of a scene has no speech to be told
    <video
      key={take.id}
      controls
      loop
      playsInline
      preload="none"
      aria-label={name}
      poster={takePosterUrl(place, take)}
      className="absolute inset-0 size-full object-contain"
    >
      <source src={takeProxyUrl(place, take)} type="video/mp4" />
      <source src={takeUrl(take)} type={take.facts.mime} />
    </video>
  );
}

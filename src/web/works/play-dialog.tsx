import { Download } from 'lucide-react';
import type { LastFilm } from '#contract/overview.ts';
import type { Resolution } from '#contract/work.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonAnchor } from '../ui/button-link.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface PlayDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly name: string;
  readonly film: Pick<LastFilm, 'url'>;
  readonly resolution: Resolution;
}

/** Plays a film with the browser's own player, straight from the file. */
export function PlayDialog({ open, onOpenChange, name, film, resolution: { width, height } }: PlayDialogProps) {
  const t = useStrings('works');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.playTitle(name)}
      size={width > height ? 'xl' : 'md'}
      footer={
        <ButtonAnchor href={film.url} download icon={Download}>
          {t.download}
        </ButtonAnchor>
      }
    >
      {/* Films have their words in the picture; a track of captions is not made. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        key={film.url}
        src={film.url}
        controls
        autoPlay
        playsInline
        aria-label={name}
        className="mx-auto max-h-[70dvh] max-w-full rounded-6 bg-film"
        style={{ aspectRatio: `${width} / ${height}` }}
      />
    </Dialog>
  );
}

import {
  Check,
  Clapperboard,
  Copy,
  Download,
  Ellipsis,
  FileText,
  ImagePlus,
  Pencil,
  RefreshCw,
  Trash2,
  Video,
} from 'lucide-react';
import { useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { takeUrl } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Card } from './board.ts';
import type { Busy, CardActions } from './card-actions.ts';
import { lengthWords } from './length-words.ts';
import { priceWords } from './price-words.ts';
import { WithPrice } from './with-price.tsx';
import { recoveryOf } from './recovery.ts';
import type { Priced } from './use-board.ts';

export interface CardFooterProps {
  readonly card: Card;
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly actions: CardActions;
  readonly busy: Busy;
  readonly imagePrice: Priced | undefined;
  readonly videoPrice: Priced | undefined;
  readonly onOpen: (sceneIndex: number, tab?: 'image' | 'video') => void;
  readonly isAmber: boolean;
}

/** What can be done with a scene as it stands: one thing first, the rest behind it. */
export function CardFooter(props: CardFooterProps) {
  const { card, actions, busy, onOpen, isAmber } = props;
  const t = useStrings('generate');
  const { index: sceneIndex, job } = card;
  const number = sceneIndex + 1;
  const strong = isAmber ? 'amber' : 'outline';
  const isMaking = busy === 'make';
  const redo = (kind: 'image' | 'video') => actions.make(sceneIndex, kind);
  const priced = (what: string, price: Priced | undefined) => <WithPrice what={what} price={price} />;

  switch (card.state) {
    case 'making_image':
    case 'making_video':
      return (
        <Row>
          <span className="grow text-12 text-ink3">
            {job?.etaMs == null ? '' : t.timeLeft(lengthWords(t, job.etaMs))}
          </span>
          {job && (
            <Button
              size="sm"
              variant="quiet"
              aria-label={t.cancelOf(number)}
              pending={busy === 'cancel'}
              onClick={() => actions.cancel(job.id)}
            >
              {t.cancel}
            </Button>
          )}
        </Row>
      );
    case 'review':
      return (
        <Row>
          <Button
            size="sm"
            variant={strong}
            icon={Check}
            className="grow"
            aria-label={t.approveScene(number)}
            pending={busy === 'approve'}
            onClick={() => actions.approve(sceneIndex, false)}
          >
            {t.approve}
          </Button>
          <IconButton
            size="sm"
            variant="outline"
            icon={RefreshCw}
            label={
              props.imagePrice
                ? t.withPrice(t.redoImageOf(number), priceWords(t, props.imagePrice))
                : t.redoImageOf(number)
            }
            pending={isMaking}
            onClick={() => redo('image')}
          />
          <More {...props} />
        </Row>
      );
    case 'approved':
      return (
        <Row>
          <Button size="sm" icon={Clapperboard} className="grow" pending={isMaking} onClick={() => redo('video')}>
            {priced(t.makeVideo, props.videoPrice)}
          </Button>
          <More {...props} />
        </Row>
      );
    case 'uncertain':
      return (
        <Row>
          <Button size="sm" variant={strong} className="grow" onClick={() => onOpen(sceneIndex, card.problem?.kind)}>
            {t.choose}
          </Button>
        </Row>
      );
    case 'failed':
      return (
        <Row>
          <Recover {...props} strong={strong} isMaking={isMaking} />
          <IconButton
            size="sm"
            variant="outline"
            icon={Pencil}
            label={t.editPromptOf(number)}
            onClick={() => onOpen(sceneIndex, card.problem?.kind)}
          />
          <More {...props} />
        </Row>
      );
    case 'done':
      return (
        <Row>
          <Button size="sm" variant="quiet" icon={RefreshCw} pending={isMaking} onClick={() => redo('video')}>
            {priced(t.redoVideo, props.videoPrice)}
          </Button>
          <span className="grow" />
          <More {...props} />
        </Row>
      );
    case 'pending':
      return (
        <Row>
          <Button size="sm" variant="outline" className="grow" pending={isMaking} onClick={() => redo('image')}>
            {priced(t.makeImage, props.imagePrice)}
          </Button>
          <More {...props} />
        </Row>
      );
    default:
      return card.state satisfies never;
  }
}

function Row({ children }: { readonly children: React.ReactNode }) {
  return <div className="flex min-h-9 items-center gap-1.5">{children}</div>;
}

interface RecoverProps extends CardFooterProps {
  readonly strong: 'amber' | 'outline';
  readonly isMaking: boolean;
}

/** The one action that helps with what went wrong. */
function Recover({ card, place, actions, onOpen, strong, isMaking, imagePrice, videoPrice }: RecoverProps) {
  const t = useStrings('generate');
  const kind = card.problem?.kind ?? 'image';
  const price = kind === 'image' ? imagePrice : videoPrice;
  const looks = { size: 'sm', variant: strong, className: 'grow' } as const;
  const recovery = recoveryOf(card.problem?.code ?? '');
  switch (recovery) {
    case 'key':
      return (
        <ButtonLink {...looks} to="/settings/providers">
          {t.fixKey}
        </ButtonLink>
      );
    case 'budget':
      return (
        <ButtonLink {...looks} to="/p/$projectId/settings/$tab" params={{ projectId: place.projectId, tab: 'budget' }}>
          {t.toBudget}
        </ButtonLink>
      );
    case 'engine':
    case 'prompt':
      return (
        <Button {...looks} onClick={() => onOpen(card.index, kind)}>
          {recovery === 'engine' ? t.chooseEngine : t.editPrompt}
        </Button>
      );
    case 'again':
      return (
        <Button {...looks} icon={RefreshCw} pending={isMaking} onClick={() => actions.make(card.index, kind)}>
          <WithPrice what={t.tryAgain} price={price} />
        </Button>
      );
    default:
      return recovery satisfies never;
  }
}

/** The rest of what can be done with a scene. */
function More({ card, place, actions, busy, imagePrice, videoPrice, onOpen }: CardFooterProps) {
  const t = useStrings('generate');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const { index: sceneIndex, imageTake, videoTake } = card;
  const bring = (accept: string) => {
    if (!input.current) return;
    input.current.accept = accept;
    input.current.click();
  };
  const hint = (price: Priced | undefined) => (price ? { hint: priceWords(t, price) } : {});
  const save = (id: string) => window.open(takeUrl({ id }), '_blank', 'noopener');
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) actions.upload(sceneIndex, file);
          currentTarget.value = '';
        }}
      />
      <Menu
        trigger={<IconButton size="sm" icon={Ellipsis} label={t.moreOf(sceneIndex + 1)} pending={busy === 'upload'} />}
        items={[
          { label: t.editPrompt, icon: Pencil, onSelect: () => onOpen(sceneIndex) },
          ...(card.state === 'review'
            ? [
                {
                  label: t.approveAndAnimate,
                  icon: Clapperboard,
                  ...hint(videoPrice),
                  onSelect: () => actions.approve(sceneIndex, true),
                },
              ]
            : []),
          ...(imageTake && card.state !== 'review'
            ? [
                {
                  label: t.redoImage,
                  icon: RefreshCw,
                  ...hint(imagePrice),
                  onSelect: () => actions.make(sceneIndex, 'image'),
                },
              ]
            : []),
          'separator',
          { label: t.uploadImage, icon: ImagePlus, onSelect: () => bring('image/*') },
          { label: t.uploadVideo, icon: Video, onSelect: () => bring('video/*') },
          ...(imageTake ? [{ label: t.downloadImage, icon: Download, onSelect: () => save(imageTake.id) }] : []),
          ...(videoTake ? [{ label: t.downloadVideo, icon: Download, onSelect: () => save(videoTake.id) }] : []),
          'separator',
          {
            label: t.inScript,
            icon: FileText,
            onSelect: () =>
              void navigate({
                to: '/p/$projectId/w/$workId/scenario',
                params: place,
                search: { scene: sceneIndex },
              }),
          },
          { label: t.duplicate, icon: Copy, onSelect: () => actions.copy(card.id) },
          { label: t.remove, icon: Trash2, danger: true, onSelect: () => actions.remove(sceneIndex, card.id) },
        ]}
      />
    </>
  );
}

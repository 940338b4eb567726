import { EyeOff, FileX2, VolumeX } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { stopsExport, type WhyNotDrawn } from '../titles/why-not-drawn.ts';
import type { ItemRoom } from './item-room.ts';

/** A name stays in sight while its thing is scrolled out under the heads of the tracks; what sticks is a layer of its own. */
const inSight = 'sticky left-[calc(var(--head-px)+4px)]';

/** What a thing is called, at its beginning, where there is room. */
export function ItemName({
  name,
  room,
  isCut,
  isMuted = false,
}: {
  readonly name: string;
  readonly room: ItemRoom;
  readonly isCut: boolean;
  readonly isMuted?: boolean;
}) {
  if (room !== 'name') return null;
  return (
    <span className="pointer-events-none relative flex text-11 leading-6 font-medium text-ink font-stretch-[82%]">
      <span className={classes('flex min-w-0 items-center gap-1 px-2.5', isCut && inSight)}>
        {isMuted && <VolumeX aria-hidden="true" className="size-3 shrink-0" />}
        <span className="truncate">{name}</span>
      </span>
    </span>
  );
}

/** The same on a dark plate, over pictures. */
export function ItemPlate({
  name,
  room,
  isCut,
  isMuted,
}: {
  readonly name: string;
  readonly room: ItemRoom;
  readonly isCut: boolean;
  readonly isMuted: boolean;
}) {
  if (room !== 'name') return null;
  return (
    <span className="pointer-events-none absolute inset-x-1 bottom-1 flex text-11 leading-4.5 font-medium text-white font-stretch-[82%]">
      <span className={classes('flex min-w-0 items-center gap-1 rounded-4 bg-black/72 px-1.5', isCut && inSight)}>
        {isMuted && <VolumeX aria-hidden="true" className="size-3 shrink-0" />}
        <span className="truncate">{name}</span>
      </span>
    </span>
  );
}

/** The file behind it is gone: an export would refuse. */
export function FileMissing() {
  return (
    <span
      aria-hidden="true"
      className="hatch-ink absolute inset-0 grid overflow-clip rounded-4 place-items-center opacity-70"
    >
      <FileX2 className="size-4 text-err-text" />
    </span>
  );
}

/** It is not seen in the preview; an export refuses, or has no part in it. */
export function NotDrawn({ why }: { readonly why: WhyNotDrawn }) {
  if (stopsExport(why)) return <FileMissing />;
  return <EyeOff aria-hidden="true" className="absolute end-2 top-1.5 z-1 size-3.5 text-ink" />;
}
